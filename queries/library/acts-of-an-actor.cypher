// title: What somebody said and did
// answers: Acts of one actor, of one kind or all, toward somebody or anybody.
// answers: An actor that is a state stands also for those who act for it (SIDE). A coded event stays as coded, and is
// answers: found from either side where both do the same (consult) or it has a name from there too (host, visit).
// param: actor (actor): who speaks or acts
// param: kind (kind, default: none): only acts of this kind
// param: target (actor, default: none): at whom it is aimed or to whom it is addressed
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
MATCH (:Actor {id: $actor})<-[role:BY|TOWARD|SIDE]-(act:Act)
WHERE CASE WHEN type(role) = 'BY' OR role.role = 'by' THEN $kind IS NULL OR $kind IN act.kinds
  ELSE act.mirror IS NOT NULL
    AND ($kind IS NULL OR $kind = act.mirror OR ($kind <> act.kind AND $kind IN act.kinds)) END
WITH DISTINCT act
WHERE ($target IS NULL OR EXISTS { MATCH (act)-[far:BY|TO|TOWARD|SIDE]->(:Actor {id: $target})
    WHERE act.mirror IS NOT NULL OR type(far) IN ['TO', 'TOWARD'] OR far.role IN ['to', 'toward'] })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
// The days are sorted before the acts: of most acts nothing but the day is read.
WITH act.earliest AS day, collect(act) AS acts ORDER BY day LIMIT $limit
UNWIND acts AS act
WITH act ORDER BY act.earliest, act.latest, act.id LIMIT $limit
CALL (act) {
  OPTIONAL MATCH (act)-[edge:BY|TO|TOWARD]->(party:Actor)
  WITH DISTINCT type(edge) AS role, party ORDER BY party.name, party.id
  RETURN collect(CASE role WHEN 'BY' THEN party.name END) AS who,
    collect(CASE role WHEN 'BY' THEN party.id END) AS who_id,
    collect(CASE role WHEN 'TOWARD' THEN party.name END) AS whom,
    collect(CASE role WHEN 'TOWARD' THEN party.id END) AS whom_id,
    collect(CASE role WHEN 'TO' THEN party.name END) AS addressee,
    collect(CASE role WHEN 'TO' THEN party.id END) AS addressee_id
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
