// title: What was known by a day
// answers: What articles published by a day report, and what these reports alone come to, in order of time. A coded
// answers: event counts as known from its own day.
// param: date (date): known by this day, itself included
// param: actor (actor, default: none): who takes part or is affected; a state stands also for those who act for it
// param: other (actor, default: none): only what passed between `actor` and this one
// param: kind (kind, default: none): only acts of this kind
// param: topic (topic, default: none): only what is about this topic
// param: since (date, default: none): from this day on; acts that possibly lie in the window are given
// param: until (date, default: none): up to this day, itself included
// param: limit (integer, default: 500): at most so many acts, the first of them
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: kind: what kind of act
// column: who: names of those who speak or act, as the articles of then have it
// column: whom: names of those at whom it is aimed
// column: addressee: names of those to whom it is addressed
// column: summary: the act in one sentence
// column: status: what the reports of then come to; those possibly published by then count where no other is there
// column: status_now: what all reports come to
// column: certain: whether it was certainly known (an article that is dated by its month may be later)
// column: articles: ids of the articles that were certainly out and report it (of coded events, the data set)
// column: possibly: ids of the articles that were possibly out and report it
// column: dates: the dates that all these articles give
// column: later: dates that only later articles give
// column: within: dates that all these articles give to what it was during or part of
// column: published: last day on which the first of these articles can have been published
// column: act: id of the act
// column: who_id: ids of those who speak or act
// column: whom_id: ids of those at whom it is aimed
// column: addressee_id: ids of those to whom it is addressed
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
CALL () {
  MATCH (:Actor {id: $actor})<-[role:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
  WHERE (act.dataset IS NOT NULL AND act.latest <= $date) OR EXISTS {
    MATCH (paper:Article)-[:REPORTS]->(act)
    WHERE coalesce(paper.earliest <= $date, true) AND (role.articles IS NULL OR paper.id IN role.articles)
  }
  RETURN act
  UNION ALL
  UNWIND CASE WHEN $actor IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (act:Act)
  WHERE (act.dataset IS NOT NULL AND act.latest <= $date)
    OR EXISTS { MATCH (paper:Article)-[:REPORTS]->(act) WHERE coalesce(paper.earliest <= $date, true) }
  RETURN act
}
WITH DISTINCT act
WHERE ($kind IS NULL OR $kind IN act.kinds)
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT|IN_SERIES]->(:Topic {id: $topic}) })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND ($other IS NULL OR EXISTS { (act)-[:BY|TO|TOWARD|SIDE]->(:Actor {id: $other}) })
WITH act, $other IS NULL AS alone,
  $other IS NOT NULL AND (EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' }) AS actor_acts,
  $other IS NOT NULL AND (EXISTS { (act)-[:BY]->(:Actor {id: $other}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $other}) WHERE side.role = 'by' }) AS other_acts,
  $other IS NOT NULL AND (EXISTS { (act)-[:TO|TOWARD]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role IN ['to', 'toward'] }) AS to_actor,
  $other IS NOT NULL AND (EXISTS { (act)-[:TO|TOWARD]->(:Actor {id: $other}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $other}) WHERE side.role IN ['to', 'toward'] }) AS to_other
WHERE alone OR (actor_acts AND other_acts) OR (actor_acts AND to_other) OR (other_acts AND to_actor)
WITH act ORDER BY act.earliest, act.latest, act.id LIMIT $limit
CALL (act) {
  OPTIONAL MATCH (paper:Article)-[report:REPORTS]->(act) WHERE coalesce(paper.earliest <= $date, true)
  WITH paper, report, coalesce(paper.latest <= $date, false) AS sure,
    CASE
      WHEN NOT report.factuality IN ['asserted', 'habitual'] THEN report.factuality
      WHEN report.mark = 'inferred' THEN 'inferred'
      WHEN report.holds THEN report.factuality
      ELSE 'mentioned'
    END AS standing
  ORDER BY paper.latest, paper.id, report.date
  WITH collect(DISTINCT CASE WHEN sure THEN paper.id END) AS articles,
    collect(DISTINCT CASE WHEN NOT sure THEN paper.id END) AS possibly,
    collect(DISTINCT CASE WHEN sure THEN standing END) AS surely, collect(DISTINCT standing) AS standings,
    collect(DISTINCT report.date) AS dates, min(paper.latest) AS published
  RETURN articles, possibly, dates, published, CASE WHEN size(surely) > 0 THEN surely ELSE standings END AS given
}
CALL (act, dates) {
  OPTIONAL MATCH (paper:Article)-[report:REPORTS]->(act)
  WHERE paper.earliest > $date AND NOT report.date IN dates
  WITH DISTINCT report.date AS given ORDER BY given
  RETURN collect(given) AS later
}
CALL (act) {
  OPTIONAL MATCH (act)-[link:DURING|PART_OF]->(outer:Act)<-[report:REPORTS]-(paper:Article)
  WHERE coalesce(paper.earliest <= $date, true) AND report.date IS NOT NULL
  WITH DISTINCT report.date AS given ORDER BY given
  RETURN collect(given) AS within
}
CALL (act, articles, possibly) {
  OPTIONAL MATCH (act)-[role:BY]->(party:Actor)
  WHERE role.articles IS NULL OR any(paper IN role.articles WHERE paper IN articles OR paper IN possibly)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS who, collect(party.id) AS who_id
}
CALL (act, articles, possibly) {
  OPTIONAL MATCH (act)-[role:TOWARD]->(party:Actor)
  WHERE role.articles IS NULL OR any(paper IN role.articles WHERE paper IN articles OR paper IN possibly)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS whom, collect(party.id) AS whom_id
}
CALL (act, articles, possibly) {
  OPTIONAL MATCH (act)-[role:TO]->(party:Actor)
  WHERE role.articles IS NULL OR any(paper IN role.articles WHERE paper IN articles OR paper IN possibly)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS addressee, collect(party.id) AS addressee_id
}
RETURN act.date AS date, act.kind AS kind, who, whom, addressee, act.summary AS summary,
  CASE
    WHEN act.dataset IS NOT NULL THEN act.status
    WHEN 'denied' IN given AND any(one IN ['asserted', 'inferred', 'habitual'] WHERE one IN given) THEN 'contested'
    ELSE [one IN ['asserted', 'inferred', 'habitual', 'planned', 'called_for', 'called_against', 'predicted',
      'possible', 'denied', 'mentioned'] WHERE one IN given][0]
  END AS status,
  act.status AS status_now, act.dataset IS NOT NULL OR size(articles) > 0 AS certain,
  CASE WHEN act.dataset IS NULL THEN articles ELSE [act.dataset] END AS articles, possibly, dates, later, within,
  published, act.id AS act, who_id, whom_id, addressee_id, act.earliest AS earliest, act.latest AS latest
ORDER BY earliest, latest, act
