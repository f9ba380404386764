// Offices of a person
// example: person = wang-yi
MATCH path = (holder:Actor {id: $person})-[tenure:HELD]->(post:Office)
WHERE $date IS NULL OR ((tenure.earliest IS NULL OR tenure.earliest <= $date)
  AND (tenure.latest IS NULL OR tenure.latest >= $date))
OPTIONAL MATCH owner = (post)-[:OFFICE_OF]->(:Actor)
OPTIONAL MATCH told = (article:Article)-[:REPORTS]->(detail:Detail)-[:REFERS_TO]->(post)
WHERE EXISTS { (detail)-[:OF]->(holder) }
  AND (tenure.earliest IS NULL OR article.latest >= tenure.earliest)
  AND (tenure.latest IS NULL OR article.earliest <= tenure.latest)
RETURN path, owner, told
