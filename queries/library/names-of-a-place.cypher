// title: Names of a place
// answers: What a place is called: by which state, as the vocabulary has it, and in which article, for itself or as it
// answers: says of others.
// param: place (place): which place
// param: name (text, default: none): only names that hold these words, as printed
// column: name: the name
// column: used_by: names of those who are said to use it (empty: the article itself)
// column: article: id of the article (empty: the vocabulary)
// column: publisher: who published it
// column: published: when
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: factuality: asserted, denied ...
// column: chain: the voices, from the outermost (empty: the article itself)
// column: used_by_id: ids of those who are said to use it
// column: publisher_id: id of who published it
// column: detail: id of the detail
// column: place: name of the place
// column: place_id: id of the place
MATCH (place:Place {id: $place})-[use:NAMED_BY|OF]-(source)
WHERE source:Actor OR source.attribute = 'known_as'
WITH place, source, CASE WHEN source:Actor THEN use.name ELSE source.value END AS name
WHERE $name IS NULL OR name CONTAINS $name
OPTIONAL MATCH (article:Article)-[report:REPORTS]->(source)
OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(publisher:Actor)
CALL (source) {
  OPTIONAL MATCH (source)-[:FOR]->(party:Actor) WHERE NOT source:Actor
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS parties, collect(party.id) AS parties_id
}
RETURN name, CASE WHEN source:Actor THEN [source.name] ELSE parties END AS used_by, article.id AS article,
  publisher.name AS publisher, article.published AS published, report.paragraph AS paragraph,
  report.mark AS mark, report.factuality AS factuality,
  coalesce(report.speakers, []) AS chain, CASE WHEN source:Actor THEN [source.id] ELSE parties_id END AS used_by_id,
  publisher.id AS publisher_id, CASE WHEN source:Actor THEN null ELSE source.id END AS detail, place.name AS place,
  place.id AS place_id
ORDER BY name, article, size(paragraph), paragraph, detail, used_by_id, factuality, mark
