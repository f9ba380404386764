// title: Who answered what
// answers: Acts that respond to another, with what they respond to and the days between.
// param: act (act, default: none): the act that is answered
// param: actor (actor, default: none): who answers; a state stands also for those who act for it (SIDE)
// column: who: names of those who answer
// column: summary: the answer in one sentence
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: to_whom: names of those whose act is answered
// column: answered: the act that is answered, in one sentence
// column: answered_date: when that was
// column: days: days from the first possible day of the act to that of the answer
// column: article: id of the article that makes the connection
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: via: id of the statement in which the connection is made
// column: act: id of the answer
// column: answered_id: id of the act that is answered
// column: who_id: ids of those who answer
// column: to_whom_id: ids of those whose act is answered
// column: earliest: first day that the answer can have been
MATCH (act:Act)-[link:RESPONDS_TO]->(answered:Act)
WHERE ($act IS NULL OR answered.id = $act)
  AND ($actor IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS who, collect(party.id) AS who_id
}
CALL (answered) {
  OPTIONAL MATCH (answered)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS to_whom, collect(party.id) AS to_whom_id
}
RETURN who, act.summary AS summary, act.date AS date, to_whom, answered.summary AS answered,
  answered.date AS answered_date, duration.inDays(answered.earliest, act.earliest).days AS days,
  link.article AS article, link.paragraph AS paragraph, link.mark AS mark, link.via AS via, act.id AS act,
  answered.id AS answered_id, who_id, to_whom_id, act.earliest AS earliest
ORDER BY earliest, act, answered_id, article, size(paragraph), paragraph, mark, via
