// title: Acts that sources date differently
// answers: Two reports of one act whose dates cannot both be right. A month does not contradict one of its days;
// answers: approximate and uncertain dates and intervals are left out.
// param: act (act, default: none): only this act
// column: summary: the act in one sentence
// column: one: the one date
// column: one_article: id of the article that gives it
// column: one_paragraph: its paragraph there
// column: one_chain: the voices, from the outermost
// column: other: the other date
// column: other_article: id of the article that gives it
// column: other_paragraph: its paragraph there
// column: other_chain: the voices, from the outermost
// column: act: id of the act
MATCH (one:Article)-[first:REPORTS]->(act:Act)
WHERE ($act IS NULL OR act.id = $act) AND first.date =~ '[-0-9]+'
MATCH (other:Article)-[second:REPORTS]->(act)
WHERE second.date =~ '[-0-9]+' AND first.date < second.date AND NOT second.date STARTS WITH first.date
RETURN DISTINCT act.summary AS summary, first.date AS one, one.id AS one_article, first.paragraph AS one_paragraph,
  coalesce(first.speakers, []) AS one_chain, second.date AS other, other.id AS other_article,
  second.paragraph AS other_paragraph, coalesce(second.speakers, []) AS other_chain, act.id AS act
ORDER BY act, one, one_article, size(one_paragraph), one_paragraph, other, other_article, size(other_paragraph),
  other_paragraph, one_chain, other_chain
