// title: What happened before and after an act
// answers: Acts strictly before or after another, at the precision of its date; the act itself and what may fall
// answers: together with it are left out.
// param: act (act): id of the act
// param: actor (actor, default: none): who takes part; a state stands also for those who act for it (SIDE)
// param: kind (kind, default: none): only acts of this kind
// param: days (integer, default: none): at most so many days away
// param: limit (integer, default: 500): at most so many acts, the nearest
// column: relation: before or after
// column: days: days between the two, at least
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: kind: what kind of act
// column: who: names of those who speak or act
// column: whom: names of those at whom it is aimed
// column: summary: the act in one sentence
// column: follows: whether a source joins the two by FOLLOWS, RESPONDS_TO or MOTIVATED_BY
// column: act: id of the other act
// column: who_id: ids of those who speak or act
// column: whom_id: ids of those at whom it is aimed
// column: article: id of the article that reports it first (of coded events, the data set)
// column: paragraph: its paragraph there (of coded events, the row)
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices through which it is reported, from the outermost (empty: the article itself)
// column: reports: how often articles report it; `according-to-whom` lists them all
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
MATCH (pivot:Act {id: $act})
CALL (pivot) {
  MATCH (:Actor {id: $actor})<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
  WITH DISTINCT pivot, act
  WHERE act.id <> $act AND (act.latest < pivot.earliest OR act.earliest > pivot.latest)
    AND ($kind IS NULL OR $kind IN act.kinds)
    AND act.holds
  RETURN act.earliest AS earliest, act.latest AS latest, collect(act.id) AS ids
  UNION ALL
  UNWIND CASE WHEN $actor IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (act:Act)
  WHERE act.id <> $act AND (act.latest < pivot.earliest OR act.earliest > pivot.latest)
    AND ($kind IS NULL OR $kind IN act.kinds)
    AND act.holds
  RETURN act.earliest AS earliest, act.latest AS latest, collect(act.id) AS ids
}
WITH pivot, earliest, latest, ids, CASE WHEN latest < pivot.earliest THEN 'before' ELSE 'after' END AS relation
WITH pivot, earliest, latest, ids, relation, CASE relation
    WHEN 'before' THEN duration.inDays(latest, pivot.earliest).days
    ELSE duration.inDays(pivot.latest, earliest).days
  END AS days
WHERE $days IS NULL OR days <= $days
UNWIND ids AS found
WITH pivot, relation, days, found, earliest, latest ORDER BY days, earliest, latest, found LIMIT $limit
MATCH (act:Act) WHERE act.id = found
WITH act, relation, days, EXISTS { (act)-[:FOLLOWS|RESPONDS_TO|MOTIVATED_BY]->(pivot) }
  OR EXISTS { (pivot)-[:FOLLOWS|RESPONDS_TO|MOTIVATED_BY]->(act) } AS follows
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
  OPTIONAL MATCH (source:Article)-[report:REPORTS]->(act)
  WITH source, report,
    CASE WHEN report.holds THEN 0 WHEN report.factuality = 'mentioned' THEN 2 ELSE 1 END AS rank
  ORDER BY rank, source.earliest, source.id, size(report.paragraph), report.paragraph, coalesce(report.via, ''),
    report.factuality, report.mark
  WITH collect(source.id) AS sources, collect(report) AS reports
  RETURN coalesce(sources[0], act.dataset) AS article, coalesce(reports[0].paragraph, toString(act.row)) AS paragraph,
    reports[0].mark AS mark, coalesce(reports[0].speakers, []) AS chain, size(reports) AS reports
}
RETURN relation, days, act.date AS date, act.kind AS kind, who, whom, act.summary AS summary, follows, act.id AS act,
  who_id, whom_id, article, paragraph, mark, chain, reports, act.earliest AS earliest, act.latest AS latest
ORDER BY earliest, latest, act
