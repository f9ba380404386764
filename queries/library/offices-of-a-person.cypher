// title: Offices of a person
// answers: The offices that a person held, on a day or at any time, with the articles that give the person this office.
// param: person (actor): who
// param: date (date, default: none): on this day
// column: office: name of the office
// column: held: when, as recorded (2013-03/.. has no end yet)
// column: of: whose office it is
// column: articles: ids of the articles of that time that give the person this office
// column: office_id: id of the office
// column: of_id: id of whose office it is
// column: person: name of the person
// column: earliest: first day that the tenure can have
// column: latest: last day that it can have
MATCH (person:Actor {id: $person})-[tenure:HELD]->(office:Office)
WHERE $date IS NULL OR ((tenure.earliest IS NULL OR tenure.earliest <= $date)
  AND (tenure.latest IS NULL OR tenure.latest >= $date))
OPTIONAL MATCH (office)-[:OFFICE_OF]->(owner:Actor)
CALL (person, office, tenure) {
  OPTIONAL MATCH (article:Article)-[:REPORTS]->(detail:Detail)-[:REFERS_TO]->(office)
  WHERE EXISTS { (detail)-[:OF]->(person) }
    AND (tenure.earliest IS NULL OR article.latest >= tenure.earliest)
    AND (tenure.latest IS NULL OR article.earliest <= tenure.latest)
  WITH DISTINCT article ORDER BY article.id
  RETURN collect(article.id) AS articles
}
RETURN office.name AS office, tenure.date AS held, owner.name AS of, articles, office.id AS office_id,
  owner.id AS of_id, person.name AS person, tenure.earliest AS earliest, tenure.latest AS latest
ORDER BY earliest, latest, office_id, held
