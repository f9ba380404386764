// Actors of event data that nothing is tied to
MATCH (actor:Actor)
WHERE NOT (actor:State OR actor:Person OR actor:Organization OR actor:Group)
  AND NOT EXISTS { (actor)-[:PART_OF]->(:Actor) }
  AND ($dataset IS NULL OR EXISTS { MATCH (act:Act)-[:BY|TOWARD]->(actor) WHERE act.dataset = $dataset })
OPTIONAL MATCH parts = (:Actor)-[:PART_OF]->(actor)
RETURN actor, parts
LIMIT 1000
