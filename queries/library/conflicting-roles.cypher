// title: Participants and places that sources tell differently
// answers: Two participants (or places) of one act in the same role, each named only by articles that do not name
// answers: the other.
// param: act (act, default: none): only this act
// column: summary: the act in one sentence
// column: role: BY, TO, TOWARD, AFFECTS or AT
// column: one: name of the one
// column: one_articles: ids of the articles that name it
// column: other: name of the other
// column: other_articles: ids of the articles that name it
// column: act: id of the act
// column: one_id: id of the one
// column: other_id: id of the other
MATCH (act:Act)-[first:BY|TO|TOWARD|AFFECTS|AT]->(one)
WHERE act.dataset IS NULL AND ($act IS NULL OR act.id = $act)
MATCH (act)-[second:BY|TO|TOWARD|AFFECTS|AT]->(other)
WHERE type(first) = type(second) AND one.id < other.id
  AND none(article IN first.articles WHERE article IN second.articles)
RETURN DISTINCT act.summary AS summary, type(first) AS role, one.name AS one, first.articles AS one_articles,
  other.name AS other, second.articles AS other_articles, act.id AS act, one.id AS one_id, other.id AS other_id
ORDER BY act, role, one_id, other_id, one_articles, other_articles
