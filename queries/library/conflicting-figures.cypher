// title: Figures that contradict each other
// answers: Two figures of one act that count the same thing, of the same party, from different sources (or one that
// answers: corrects itself), and cannot both be right.
// answers: `about` is taken as a tenth more or less; `more than 10` and `12` do not contradict each other, nor do six
// answers: bombers and nineteen aircraft.
// param: act (act, default: none): only this act
// column: summary: the act in one sentence
// column: attribute: what is given
// column: party: of whom
// column: one: the one figure
// column: one_article: id of the article that gives it
// column: one_paragraph: its paragraph there
// column: one_chain: the voices that give it
// column: other: the other figure
// column: other_article: id of the article that gives it
// column: other_paragraph: its paragraph there
// column: other_chain: the voices that give it
// column: act: id of the act
// column: one_id: id of the one figure
// column: other_id: id of the other figure
MATCH (article:Article)-[report:REPORTS]->(detail:Detail)-[:OF]->(act:Act)
WHERE ($act IS NULL OR act.id = $act) AND detail.number IS NOT NULL AND report.factuality IN ['asserted', 'habitual']
CALL (detail) {
  OPTIONAL MATCH (detail)-[:FOR]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS party, collect(party.id) AS party_id
}
WITH act, detail, article, report, party, party_id,
  CASE WHEN detail.comparator IN ['=', '>', '>='] THEN detail.number
    WHEN detail.comparator = '~' THEN detail.number * 0.9 ELSE -1.0e15 END AS low,
  CASE WHEN detail.comparator IN ['=', '<', '<='] THEN detail.number
    WHEN detail.comparator = '~' THEN detail.number * 1.1 ELSE 1.0e15 END AS high
ORDER BY detail.id, article.id, size(report.paragraph), report.paragraph, coalesce(report.via, '')
WITH act, detail.attribute AS attribute, party, party_id,
  collect({id: detail.id, value: detail.value, units: coalesce(detail.units, []), low: low, high: high,
    article: article.id, paragraph: report.paragraph, chain: coalesce(report.speakers, [])}) AS figures
UNWIND figures AS one
UNWIND figures AS other
WITH act, attribute, party, party_id, one, other
WHERE one.id < other.id AND (one.article <> other.article OR one.chain <> other.chain
    OR (size(party) > 0 AND one.units[0] = other.units[0]))
  // The larger one counts in the unit of the smaller or in a narrower one: six bombers and nineteen aircraft agree.
  AND ((one.high < other.low AND one.units[0] IN other.units) OR (other.high < one.low AND other.units[0] IN one.units)
    OR (size(one.units) + size(other.units) = 0 AND (one.high < other.low OR other.high < one.low)))
RETURN act.summary AS summary, attribute, party, one.value AS one, one.article AS one_article,
  one.paragraph AS one_paragraph, one.chain AS one_chain, other.value AS other, other.article AS other_article,
  other.paragraph AS other_paragraph, other.chain AS other_chain, act.id AS act, one.id AS one_id, other.id AS other_id
ORDER BY act, attribute, one_id, other_id, one_article, other_article, size(one_paragraph), one_paragraph,
  size(other_paragraph), other_paragraph
