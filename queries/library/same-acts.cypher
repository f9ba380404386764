// title: Acts that are the same, are not, or may be
// answers: What articles say of the identity of two acts with two ids, each with who says so, and both acts. Nothing is
// answers: merged by it.
// param: act (act, default: none): only with this act
// param: relation (text, default: none): only SAME_AS, NOT_SAME_AS or UNSURE
// param: limit (integer, default: 500): at most so many, in the order of their acts
// column: relation: SAME_AS, NOT_SAME_AS or UNSURE
// column: summary: the act from which the link is drawn, in one sentence
// column: date: when, as it was given
// column: other_summary: the other act in one sentence
// column: other_date: when, as it was given
// column: article: id of the article that says so
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: hedge: how it is limited (perhaps)
// column: speaker: names of those who say so in the article (empty: the article itself)
// column: act: id of the act from which the link is drawn
// column: other: id of the other act
// column: via: id of the statement that claims it
MATCH (act:Act)-[link:SAME_AS|NOT_SAME_AS|UNSURE]->(other:Act)
WHERE ($act IS NULL OR act.id = $act OR other.id = $act) AND ($relation IS NULL OR type(link) = $relation)
WITH act, link, other, type(link) AS relation, link.article AS article, link.paragraph AS paragraph
ORDER BY act.id, other.id, relation, article, size(paragraph), paragraph LIMIT $limit
CALL (link) {
  WITH link.via AS via
  OPTIONAL MATCH (:Act {id: via})-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS speaker
}
RETURN relation, act.summary AS summary, act.date AS date, other.summary AS other_summary, other.date AS other_date,
  article, paragraph, link.mark AS mark, link.hedge AS hedge, speaker, act.id AS act, other.id AS other, link.via AS via
ORDER BY act, other, relation, article, size(paragraph), paragraph, via, mark, hedge
