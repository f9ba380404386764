// title: What is told of an actor, place or topic
// answers: Details that articles give of an actor, place or topic: offices, locations, descriptions, names; each
// answers: with its source.
// param: actor (actor, default: none): of whom
// param: place (place, default: none): of which place
// param: topic (topic, default: none): of which topic
// column: thing: name of the actor, place or topic
// column: attribute: what is given
// column: value: as written
// column: toward: toward whom (a hard-liner against Russia)
// column: factuality: asserted, denied ...
// column: hedge: how it is limited (maybe)
// column: phrase: words quoted
// column: article: id of the article
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices, from the outermost (empty: the article itself)
// column: detail: id of the detail
// column: thing_id: id of the actor, place or topic
MATCH (article:Article)-[report:REPORTS]->(detail:Detail)-[:OF]->(thing)
WHERE (thing:Actor OR thing:Place OR thing:Topic)
  AND (($actor IS NULL AND $place IS NULL AND $topic IS NULL) OR thing.id IN [$actor, $place, $topic])
CALL (detail) {
  OPTIONAL MATCH (detail)-[:TOWARD]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS toward, collect(party.id) AS toward_id
}
RETURN thing.name AS thing, detail.attribute AS attribute, detail.value AS value, toward,
  report.factuality AS factuality, report.hedge AS hedge, report.phrase AS phrase, article.id AS article,
  report.paragraph AS paragraph, report.mark AS mark, coalesce(report.speakers, []) AS chain, detail.id AS detail,
  thing.id AS thing_id
ORDER BY thing, thing_id, attribute, article, size(paragraph), paragraph, detail, factuality, mark
