// title: What happened between two parties in a period
// answers: Acts in which both take part, in whatever role, either way round.
// answers: A state stands also for those who act for it (SIDE).
// param: one (actor): the one party
// param: other (actor): the other party
// param: kind (kind, default: none): only acts of this kind
// param: since (date, default: none): from this day on; acts that possibly lie in the window are given
// param: until (date, default: none): up to this day, itself included
// param: status (text, default: none): denied, planned, predicted, called_for, possible, inferred ...; else what holds
// param: limit (integer, default: 500): at most so many acts, the first of them
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: certain: whether the act certainly lies in the window (a vague or partial date may not)
// column: kind: what kind of act
// column: who: names of those who speak or act
// column: whom: names of those at whom it is aimed
// column: addressee: names of those to whom it is addressed
// column: summary: the act in one sentence
// column: status: asserted, contested ...
// column: act: id of the act
// column: who_id: ids of those who speak or act
// column: whom_id: ids of those at whom it is aimed
// column: addressee_id: ids of those to whom it is addressed
// column: article: id of the article that reports it first (of coded events, the data set)
// column: paragraph: its paragraph there (of coded events, the row)
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices through which it is reported, from the outermost (empty: the article itself)
// column: reports: how often articles report it; `according-to-whom` lists them all
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
MATCH (one:Actor {id: $one})
MATCH (other:Actor {id: $other})
MATCH (one)<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(other)
WITH DISTINCT act
WHERE ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
WITH act ORDER BY act.earliest, act.latest, act.id LIMIT $limit
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS who, collect(party.id) AS who_id
}
CALL (act) {
  OPTIONAL MATCH (act)-[:TOWARD]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS whom, collect(party.id) AS whom_id
}
CALL (act) {
  OPTIONAL MATCH (act)-[:TO]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS addressee, collect(party.id) AS addressee_id
}
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
  act.kind AS kind, who, whom, addressee, act.summary AS summary, act.status AS status, act.id AS act,
  who_id, whom_id, addressee_id, article, paragraph, mark, chain, reports,
  act.earliest AS earliest, act.latest AS latest
ORDER BY earliest, latest, act
