// title: Actors of event data that nothing is tied to
// answers: Actors of coded events that are no known state, body or person and belong to none, each with how often it
// answers: acts or is acted upon, the most frequent first. Give one an entry in vocabulary.yaml, and import again into
// answers: a new graph, to tie it.
// param: dataset (text, default: none): only those of one data set
// param: limit (integer, default: 500): at most so many, the most frequent of them
// column: name: the name, as the data set has it
// column: acts: in how many acts it takes part
// column: parts: how many other actors are part of it
// column: dataset: the data sets in which it stands
// column: earliest: the first day
// column: latest: the last day
// column: actor: id of the actor
MATCH (actor:Actor)
WHERE NOT (actor:State OR actor:Person OR actor:Organization OR actor:Group)
  AND NOT EXISTS { (actor)-[:PART_OF]->(:Actor) }
CALL (actor) {
  OPTIONAL MATCH (act:Act)-[:BY|TOWARD]->(actor)
  WITH DISTINCT act ORDER BY act.dataset
  RETURN count(act) AS acts, collect(DISTINCT act.dataset) AS dataset, min(act.earliest) AS earliest,
    max(act.latest) AS latest
}
WITH actor, acts, dataset, earliest, latest
WHERE $dataset IS NULL OR $dataset IN dataset
WITH actor, acts, dataset, earliest, latest ORDER BY acts DESC, actor.name, actor.id LIMIT $limit
CALL (actor) {
  OPTIONAL MATCH (part:Actor)-[:PART_OF]->(actor)
  RETURN count(part) AS parts
}
RETURN actor.name AS name, acts, parts, dataset, earliest, latest, actor.id AS actor
ORDER BY acts DESC, name, actor
