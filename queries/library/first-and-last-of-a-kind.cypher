// title: The first and the last of a kind
// answers: The acts of a kind that can be the first or the last in the graph. Acts without a date of their own are
// answers: left out,
// answers: and the first here need not be the first of all: `number` is the place in a series that a source gives.
// param: kind (kind): which kind
// param: actor (actor, default: none): who speaks or acts; a state stands also for its side
// param: target (actor, default: none): at whom it is aimed; a state stands also for those who act for it (SIDE)
// param: topic (topic, default: none): what it is about, or its series
// column: which: first or last
// column: certain: false where a partial date leaves open which of several it is, or they fall on one day
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: who: names of those who speak or act
// column: summary: the act in one sentence
// column: series: the series in which a source counts it
// column: number: its place in that series
// column: act: id of the act
// column: who_id: ids of those who speak or act
// column: series_id: id of the series
// column: article: id of the article that reports it first (of coded events, the data set)
// column: paragraph: its paragraph there (of coded events, the row)
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices through which it is reported, from the outermost (empty: the article itself)
// column: reports: how often articles report it; `according-to-whom` lists them all
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
CALL () {
  MATCH (party:Actor) WHERE party.id IN [$actor, $target]
  WITH party ORDER BY COUNT { (party)<-[:BY|TOWARD|SIDE]-() } LIMIT 1
  MATCH (party)<-[:BY|TOWARD|SIDE]-(act:Act)
  WHERE $kind IN act.kinds
  RETURN act
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $target) IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (act:Act)
  WHERE $kind IN act.kinds
  RETURN act
}
WITH DISTINCT act
WHERE act.earliest IS NOT NULL AND act.latest IS NOT NULL
  AND ($actor IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })
  AND ($target IS NULL OR EXISTS { (act)-[:TOWARD]->(:Actor {id: $target}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $target}) WHERE side.role = 'toward' })
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT|IN_SERIES]->(:Topic {id: $topic}) })
  AND act.holds
WITH act.earliest AS earliest, act.latest AS latest, collect(act.id) AS ids
WITH collect({earliest: earliest, latest: latest, ids: ids}) AS days, min(latest) AS first_by,
  max(earliest) AS last_from
UNWIND days AS day
WITH day, first_by, last_from
WHERE day.earliest <= first_by OR day.latest >= last_from
UNWIND day.ids AS found
WITH found, day.earliest <= first_by AS is_first, day.latest >= last_from AS is_last ORDER BY found
WITH collect(CASE WHEN is_first THEN found END) AS firsts, collect(CASE WHEN is_last THEN found END) AS lasts
UNWIND [{which: 'first', ids: firsts}, {which: 'last', ids: lasts}] AS pole
UNWIND pole.ids AS found
MATCH (act:Act) WHERE act.id = found
WITH act, pole.which AS which, size(pole.ids) = 1 AS certain
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS who, collect(party.id) AS who_id
}
CALL (act) {
  OPTIONAL MATCH (act)-[link:IN_SERIES]->(topic:Topic)
  WITH topic, link ORDER BY topic.id, link.number, link.article
  WITH collect(topic) AS topics, collect(link) AS links
  RETURN topics[0].name AS series, topics[0].id AS series_id, links[0].number AS number
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
RETURN which, certain, act.date AS date, who, act.summary AS summary, series, number, act.id AS act, who_id, series_id,
  article, paragraph, mark, chain, reports, act.earliest AS earliest, act.latest AS latest
ORDER BY which, earliest, latest, act
