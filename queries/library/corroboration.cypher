// title: How many sources say so
// answers: Acts that articles report as a fact or claim (not only mention), with how many articles, publishers and
// answers: original sources do, and who denies them. Acts that are said to be the same count as one. An actor that is a
// answers: state stands also for those who act for it (SIDE).
// param: act (act, default: none): only this act
// param: actor (actor, default: none): who takes part in it, in any role
// param: kind (kind, default: none): a kind of act, with its narrower kinds
// param: least (integer, default: 2): at least so many original sources
// param: limit (integer, default: 500): at most so many acts, those with most sources
// column: summary: the act in one sentence
// column: articles: number of articles
// column: publishers: number of independent publishers; the agency counts in place of the papers that print it
// column: sources: number of independent original sources; those who speak for one state are one
// column: source: their names: the outermost voice that is no paper or agency, else the agency, else the publisher
// column: side: the states for which they speak, else themselves
// column: publisher: names of the publishers and agencies
// column: denied_by: names of the original sources that deny it
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: status: asserted, contested ...
// column: act: id of the act
// column: same_as: ids of acts that are said to be the same
// column: source_id: ids of the sources
// column: side_id: ids of the sides
// column: publisher_id: ids of the publishers and agencies
// column: denied_by_id: ids of those who deny it
// column: article: ids of the articles
CALL () {
  MATCH (act:Act {id: $act})
  RETURN act
  UNION
  MATCH (:Actor {id: CASE WHEN $act IS NULL THEN $actor END})<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
  WHERE act.dataset IS NULL
  RETURN act
  UNION
  UNWIND CASE WHEN coalesce($act, $actor) IS NULL THEN [1] ELSE [] END AS anything
  MATCH (:Article)-[report:REPORTS]->(act:Act) WHERE report.holds
  RETURN act
}
WITH DISTINCT act
WHERE ($actor IS NULL OR EXISTS { (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $actor}) })
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND ($act IS NOT NULL OR NOT EXISTS { (act)-[:SAME_AS]->(:Act) })
MATCH (act)-[:SAME_AS*0..1]-(same:Act)
MATCH (paper:Article)-[report:REPORTS]->(same) WHERE report.holds
OPTIONAL MATCH (paper)-[:AGENCY]->(agency:Actor)
OPTIONAL MATCH (paper)-[:PUBLISHED_BY]->(printer:Actor)
WITH act, paper, coalesce(agency.id, printer.id) AS owner, coalesce(report.sources, []) AS voice,
  coalesce(report.sides, []) AS side
ORDER BY paper.earliest, paper.id, size(voice), voice
WITH act, collect(DISTINCT paper.id) AS article, collect(DISTINCT owner) AS owners, collect(DISTINCT voice) AS voices,
  collect(DISTINCT side) AS sides
// A joint statement is one source, and none beside a source that is a part of it.
WITH act, article, owners, voices, size(article) AS articles, size(owners) AS publishers,
  size([side IN sides WHERE size(side) > 0 AND none(part IN sides
    WHERE size(part) > 0 AND size(part) < size(side) AND all(one IN part WHERE one IN side))]) AS sources,
  reduce(ids = [], side IN sides | ids + side) AS sides
WHERE sources >= $least
WITH act, article, owners, voices, sides, sources, articles, publishers
ORDER BY sources DESC, publishers DESC, articles DESC, act.id LIMIT $limit
CALL (voices) {
  UNWIND voices AS voice
  UNWIND voice AS one
  MATCH (party:Actor {id: one})
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS source, collect(party.id) AS source_id
}
CALL (sides) {
  MATCH (party:Actor) WHERE party.id IN sides
  WITH party ORDER BY party.name, party.id
  RETURN collect(party.name) AS side, collect(party.id) AS side_id
}
CALL (owners) {
  MATCH (owner:Actor) WHERE owner.id IN owners
  WITH owner ORDER BY owner.name, owner.id
  RETURN collect(owner.name) AS publisher, collect(owner.id) AS publisher_id
}
CALL (act) {
  OPTIONAL MATCH (act)-[:SAME_AS]-(same:Act)
  WITH DISTINCT same ORDER BY same.id
  RETURN collect(same.id) AS same_as
}
CALL (act) {
  OPTIONAL MATCH (act)-[:SAME_AS*0..1]-(same:Act)<-[no:REPORTS]-(paper:Article)
  WHERE no.factuality = 'denied' AND (no.via IS NULL OR EXISTS {
    MATCH (paper)-[said:REPORTS]->(statement:Act)-[:CLAIMS]->(same) WHERE statement.id = no.via AND said.holds
  })
  UNWIND coalesce(no.sources, [null]) AS one
  OPTIONAL MATCH (party:Actor {id: one})
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS denied_by, collect(party.id) AS denied_by_id
}
RETURN act.summary AS summary, articles, publishers, sources, source, side, publisher, denied_by, act.date AS date,
  act.status AS status, act.id AS act, same_as, source_id, side_id, publisher_id, denied_by_id, article
ORDER BY sources DESC, publishers DESC, articles DESC, act
