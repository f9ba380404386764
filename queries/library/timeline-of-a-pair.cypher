// title: The timeline of two parties
// answers: Dated acts of either party toward the other, and their common acts, in order, with direction and score.
// answers: A state stands also for those who act for it (SIDE). Acts without a first and last possible day are left
// answers: out.
// param: one (actor): the one party
// param: other (actor): the other party
// param: kind (kind, default: none): only acts of this kind
// param: since (date, default: none): from this day on; acts that possibly lie in the window are given
// param: until (date, default: none): up to this day, itself included
// param: limit (integer, default: 500): at most so many acts, the first of them
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: certain: whether the act certainly lies in the window (a vague or partial date may not)
// column: direction: `one to other`, `other to one`, or `both` where both act or it goes both ways
// column: kind: what kind of act
// column: summary: the act in one sentence
// column: goldstein: score from -10 (conflict) to 10 (cooperation), as ICEWS has it for the kind's CAMEO code
// column: act: id of the act
// column: article: id of the article that reports it first (of coded events, the data set)
// column: paragraph: its paragraph there (of coded events, the row)
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices through which it is reported, from the outermost (empty: the article itself)
// column: reports: how often articles report it; `according-to-whom` lists them all
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
MATCH (one:Actor {id: $one})
MATCH (other:Actor {id: $other})
MATCH (one)<-[:BY|TO|TOWARD|SIDE]-(act:Act)-[:BY|TO|TOWARD|SIDE]->(other)
WITH DISTINCT act
WHERE act.earliest IS NOT NULL AND act.latest IS NOT NULL
  AND ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND act.holds
WITH act,
  EXISTS { (act)-[:BY]->(:Actor {id: $one}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $one}) WHERE side.role = 'by' } AS one_acts,
  EXISTS { (act)-[:BY]->(:Actor {id: $other}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $other}) WHERE side.role = 'by' } AS other_acts,
  EXISTS { (act)-[:TO|TOWARD]->(:Actor {id: $one}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $one}) WHERE side.role IN ['to', 'toward'] } AS to_one,
  EXISTS { (act)-[:TO|TOWARD]->(:Actor {id: $other}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $other}) WHERE side.role IN ['to', 'toward'] } AS to_other
WHERE (one_acts AND other_acts) OR (one_acts AND to_other) OR (other_acts AND to_one)
WITH act, CASE
    WHEN one_acts AND other_acts THEN 'both'
    WHEN one_acts THEN 'one to other'
    ELSE 'other to one'
  END AS direction
ORDER BY act.earliest, act.latest, act.id LIMIT $limit
CALL (act) {
  OPTIONAL MATCH (source:Article)-[report:REPORTS]->(act)
  WITH source, report,
    CASE WHEN report.holds THEN 0 WHEN report.factuality = 'mentioned' THEN 2 ELSE 1 END AS rank
  ORDER BY rank, source.earliest, source.id, size(report.paragraph), report.paragraph, coalesce(report.via, ''),
    report.factuality, report.mark
  WITH collect(source.id) AS sources, collect(report) AS reports
  RETURN coalesce(sources[0], act.dataset) AS article, coalesce(reports[0].paragraph, toString(act.row)) AS paragraph,
    reports[0].mark AS mark, coalesce(reports[0].speakers, []) AS chain, size(reports) AS reports
}
RETURN act.date AS date,
  ($since IS NULL OR coalesce(act.earliest >= $since AND coalesce(act.date, '') =~ '[^?~%]*', false))
    AND ($until IS NULL OR coalesce(act.latest <= $until AND coalesce(act.date, '') =~ '[^?~%]*', false)) AS certain,
  direction, act.kind AS kind, act.summary AS summary,
  act.goldstein AS goldstein, act.id AS act, article, paragraph, mark, chain, reports,
  act.earliest AS earliest, act.latest AS latest
ORDER BY earliest, latest, act
