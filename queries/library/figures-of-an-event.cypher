// title: Figures of an event, by source
// answers: Every figure and other detail of an act, each with the source that gave it; figures worked out from
// answers: others say so.
// param: act (act): id of the act
// param: attribute (text, default: none): only this one (aircraft, duration ...)
// column: attribute: what is given
// column: value: as written
// column: number: the figure
// column: unit: what it counts
// column: comparator: `=`, `>` more than, `<` less than, `~` about ...
// column: ratio: how many times the figure of another act
// column: than: that act
// column: party: of whom
// column: derived_from: the details from which it was worked out
// column: factuality: asserted, denied ...
// column: phrase: words quoted
// column: article: id of the article
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices that give it, from the outermost (empty: the article itself)
// column: detail: id of the detail
// column: than_id: id of the act compared with
// column: party_id: ids of the parties
MATCH (detail:Detail)-[:OF]->(:Act {id: $act})
WHERE $attribute IS NULL OR detail.attribute = $attribute
MATCH (article:Article)-[report:REPORTS]->(detail)
OPTIONAL MATCH (detail)-[:THAN]->(than)
CALL (detail) {
  OPTIONAL MATCH (detail)-[:FOR]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS party, collect(party.id) AS party_id
}
CALL (detail) {
  OPTIONAL MATCH (detail)-[:DERIVED_FROM]->(ground)
  WITH DISTINCT ground ORDER BY ground.id
  RETURN collect(ground.id) AS derived_from
}
RETURN detail.attribute AS attribute, detail.value AS value, detail.number AS number, detail.unit AS unit,
  detail.comparator AS comparator, detail.ratio AS ratio, coalesce(than.summary, than.name) AS than, party,
  derived_from, report.factuality AS factuality, report.phrase AS phrase, article.id AS article,
  report.paragraph AS paragraph, report.mark AS mark, coalesce(report.speakers, []) AS chain, detail.id AS detail,
  than.id AS than_id, party_id
ORDER BY attribute, article, size(paragraph), paragraph, detail, factuality, mark
