// title: Who supports, criticizes or denies what
// answers: The stance that words and votes take: by their kind on whom they are aimed at and the acts that they are
// answers: about (on a topic only where they name neither), and by what they claim: called for, called against, denied.
// answers: A state stands also for those who act for it (SIDE). Coded events only where something is asked for.
// param: actor (actor, default: none): who takes the stance
// param: topic (topic, default: none): what it is about, or is taken over
// param: target (actor, default: none): towards whom; criticism of a policy is none of its owner
// param: act (act, default: none): the act that is supported, criticized, denied ...
// param: stance (text, default: none): only support, criticize, oppose, threaten, deny, call for, call against ...
// param: since (date, default: none): from this day on; acts that possibly lie in the window are given
// param: until (date, default: none): up to this day, itself included
// param: limit (integer, default: 500): at most so many rows, the first of them
// column: who: names of those who take the stance
// column: side: the states for which they act
// column: stance: support, criticize, oppose, threaten, abstain, deny, call for, call against, neutral (no side)
// column: about: what it is taken on: an actor, an act, else a topic (what is denied, in the words of the denial)
// column: topics: names of the topics over which it is taken
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: certain: whether the act certainly lies in the window (a vague or partial date may not)
// column: kind: the kind of the words or vote
// column: strength: Goldstein score of the kind that takes the stance, -10 to 10 (empty: it has none)
// column: summary: the words or the vote in one sentence
// column: act: id of the act
// column: about_id: id of what it is taken on
// column: who_id: ids of those who take it
// column: article: id of the article that reports it first (of coded events, the data set)
// column: paragraph: its paragraph there (of coded events, the row)
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices through which it is reported, from the outermost (empty: the article itself)
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
CALL () {
  MATCH (:Actor {id: $actor})<-[:BY|SIDE]-(act:Act)
  RETURN act
  UNION
  MATCH (:Actor {id: CASE WHEN $actor IS NULL THEN $target END})<-[:TOWARD|ABOUT|SIDE]-(act:Act)
  RETURN act
  UNION
  MATCH (:Topic {id: CASE WHEN coalesce($actor, $target) IS NULL THEN $topic END})<-[:ABOUT]-(about:Act)
  MATCH (act:Act)-[:CLAIMS|ABOUT*0..1]->(about)
  RETURN act
  UNION
  MATCH (:Act {id: CASE WHEN coalesce($actor, $target, $topic) IS NULL THEN $act END})<-[:CLAIMS|ABOUT]-(act:Act)
  RETURN act
  UNION
  UNWIND CASE WHEN coalesce($actor, $target, $topic, $act) IS NULL THEN [1] ELSE [] END AS anything
  MATCH (:Article)-[:REPORTS]->(act:Act)
  RETURN act
}
WITH act
WHERE (act:Statement OR act.stance IS NOT NULL) AND act.holds
  AND ($actor IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })
  AND ($target IS NULL OR EXISTS { (act)-[:TOWARD|ABOUT]->(:Actor {id: $target}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $target}) WHERE side.role = 'toward' })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
CALL (act) {
  MATCH (act)-[given:CLAIMS]->(object:Act)
  WHERE given.factuality IN ['called_for', 'called_against'] OR (given.factuality = 'denied'
    // A promise or hope that something will not be denies nothing.
    AND none(ahead IN ['promise', 'intend-to-cooperate', 'predict', 'hope'] WHERE ahead IN act.kinds))
  RETURN object, CASE given.factuality WHEN 'called_for' THEN 'call for' WHEN 'denied' THEN 'deny'
    ELSE 'call against' END AS stance
  UNION
  MATCH (act)-[role:TOWARD|ABOUT]->(object)
  WHERE (object:Act OR type(role) = 'TOWARD' OR NOT EXISTS { (act)-[:TOWARD]->() }
      AND NOT EXISTS { (act)-[:ABOUT]->(:Act) })
    AND (act.stance IS NOT NULL OR NOT EXISTS {
      MATCH (act)-[given:CLAIMS]->(:Act) WHERE given.factuality IN ['called_for', 'called_against', 'denied']
    })
  RETURN object, CASE WHEN 'deny' IN act.kinds THEN 'deny' ELSE coalesce(act.stance, 'neutral') END AS stance
}
WITH DISTINCT act, object, stance
WHERE ($stance IS NULL OR stance = $stance) AND ($act IS NULL OR object.id = $act)
  AND ($target IS NULL OR object.id = $target OR stance IN ['call for', 'call against', 'deny'] OR EXISTS {
    MATCH (act)-[side:SIDE]->(:Actor {id: $target}) WHERE side.role = 'toward' AND side.party = object.id
  })
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT]->(:Topic {id: $topic}) }
    OR EXISTS { (object)-[:ABOUT]->(:Topic {id: $topic}) })
WITH act, object, stance ORDER BY act.earliest, act.latest, act.id, stance, object.id LIMIT $limit
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS who, collect(party.id) AS who_id
}
CALL (act) {
  OPTIONAL MATCH (act)-[side:SIDE]->(state:Actor) WHERE side.role = 'by'
  WITH DISTINCT state ORDER BY state.name
  RETURN collect(state.name) AS side
}
CALL (act, object) {
  OPTIONAL MATCH (act)-[:ABOUT]->(topic:Topic) WHERE topic.id <> object.id
  WITH DISTINCT topic ORDER BY topic.name, topic.id
  RETURN collect(topic.name) AS topics
}
CALL (act) {
  OPTIONAL MATCH (source:Article)-[report:REPORTS]->(act)
  WITH source, report,
    CASE WHEN report.holds THEN 0 WHEN report.factuality = 'mentioned' THEN 2 ELSE 1 END AS rank
  ORDER BY rank, source.earliest, source.id, size(report.paragraph), report.paragraph, coalesce(report.via, ''),
    report.factuality, report.mark
  WITH collect(source.id) AS sources, collect(report) AS reports
  RETURN coalesce(sources[0], act.dataset) AS article, coalesce(reports[0].paragraph, toString(act.row)) AS paragraph,
    reports[0].mark AS mark, coalesce(reports[0].speakers, []) AS chain
}
RETURN who, side, stance, coalesce(object.summary, object.name) AS about, topics, act.date AS date,
  ($since IS NULL OR coalesce(act.earliest >= $since AND coalesce(act.date, '') =~ '[^?~%]*', false))
    AND ($until IS NULL OR coalesce(act.latest <= $until AND coalesce(act.date, '') =~ '[^?~%]*', false)) AS certain,
  act.kind AS kind, coalesce(act.strength, act.goldstein) AS strength, act.summary AS summary, act.id AS act,
  object.id AS about_id, who_id, article, paragraph, mark, chain, act.earliest AS earliest, act.latest AS latest
ORDER BY earliest, latest, act, stance, about_id
