// title: Parts of an event
// answers: Acts that are part of another or took place during it, also parts of parts.
// param: act (act): id of the whole
// column: depth: 1 for a part of the whole itself
// column: relation: PART_OF or DURING
// column: summary: the part in one sentence
// column: status: asserted, denied, planned ...
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: whole: what it is part of, in one sentence
// column: act: id of the part
// column: whole_id: id of what it is part of
// column: article: id of the article that says so
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: earliest: first day that it can have been
MATCH path = (:Act {id: $act})<-[:PART_OF|DURING*1..5]-(act:Act)
WITH act, relationships(path) AS links, nodes(path) AS acts
WITH DISTINCT act, size(links) AS depth, links[size(links) - 1] AS link, acts[size(acts) - 2] AS whole
RETURN DISTINCT depth, type(link) AS relation, act.summary AS summary, act.status AS status, act.date AS date,
  whole.summary AS whole, act.id AS act, whole.id AS whole_id, link.article AS article, link.paragraph AS paragraph,
  link.mark AS mark, act.earliest AS earliest
ORDER BY depth, earliest, act, whole_id, relation, article, size(paragraph), paragraph, mark
