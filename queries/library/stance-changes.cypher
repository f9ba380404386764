// title: How stances changed
// answers: What somebody supported, criticized, denied or called for up to one day and after another, on the same
// answers: actor, act or topic, and whether it changed. Words without a day count by the last that they can have. A
// answers: state stands also for those who act for it (SIDE). Coded events only where something is asked for.
// param: before (date): the first period ends with this day
// param: after (date): the second period begins after this day
// param: actor (actor, default: none): who takes the stance
// param: topic (topic, default: none): only what is said about it; events that it is about stand for it
// param: target (actor, default: none): only the stance towards this actor
// param: limit (integer, default: 500): at most so many rows, the first of them
// column: who: name of who takes the stance
// column: about: what it is taken on: an actor, an act or a topic
// column: earlier: the stances up to the first day (empty: none is known), neutral only where there is no other
// column: later: the stances after the second day
// column: changed: whether one is for it, against it or abstains, and the other does not (empty: one takes no side)
// column: earlier_last: last day of the earlier ones
// column: later_first: first day of the later ones
// column: earlier_acts: ids of the words and votes up to the first day
// column: later_acts: ids of those after the second
// column: who_id: id of who takes the stance
// column: about_id: id of what it is taken on
CALL () {
  MATCH (:Actor {id: $actor})<-[:BY|SIDE]-(act:Act)
  RETURN act
  UNION
  MATCH (:Actor {id: CASE WHEN $actor IS NULL THEN $target END})<-[:TOWARD|ABOUT|SIDE]-(act:Act)
  RETURN act
  UNION
  MATCH (:Topic {id: CASE WHEN coalesce($actor, $target) IS NULL THEN $topic END})<-[:ABOUT]-(act:Act)
  RETURN act
  UNION
  UNWIND CASE WHEN coalesce($actor, $target, $topic) IS NULL THEN [1] ELSE [] END AS anything
  MATCH (:Article)-[:REPORTS]->(act:Act)
  RETURN act
}
WITH act
WHERE (act:Statement OR act.stance IS NOT NULL) AND act.holds
  AND (act.latest <= $before OR coalesce(act.earliest, act.latest) > $after)
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT]->(:Topic {id: $topic}) })
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
WHERE $target IS NULL OR object.id = $target OR EXISTS {
  MATCH (act)-[side:SIDE]->(:Actor {id: $target}) WHERE side.role = 'toward' AND side.party = object.id
}
MATCH (act)-[:BY]->(speaker:Actor)
OPTIONAL MATCH (act)-[side:SIDE]->(state:Actor) WHERE side.role = 'by' AND side.party = speaker.id
OPTIONAL MATCH (topic:Topic {id: $topic})
OPTIONAL MATCH (target:Actor {id: $target})
WITH act, stance, CASE WHEN speaker.id = $actor THEN speaker ELSE coalesce(state, speaker) END AS who,
  // To be for a demand or a vote against something is not to be for that: only events stand for their topic.
  CASE WHEN target IS NOT NULL THEN target WHEN topic IS NOT NULL AND object:Event AND object.stance IS NULL THEN topic
    ELSE object END AS about
// The members of a group need not be the same each time.
WHERE who.id = $actor OR ($actor IS NULL AND NOT who:Group)
WITH DISTINCT act, stance, who, about
ORDER BY act.earliest, act.latest, act.id, stance
WITH who, about, collect({stance: stance, act: act.id, earlier: act.latest <= $before, latest: act.latest,
  earliest: coalesce(act.earliest, act.latest)}) AS taken
WITH who, about, [one IN taken WHERE one.earlier] AS before, [one IN taken WHERE NOT one.earlier] AS after
WITH who, about, before, after, [one IN before WHERE one.stance <> 'neutral' | one.stance] AS sided_before,
  [one IN after WHERE one.stance <> 'neutral' | one.stance] AS sided_after
WHERE size(sided_before) + size(sided_after) > 0
WITH who, about, before, after, sided_before, sided_after,
  CASE WHEN size(sided_before) > 0 OR size(before) = 0 THEN sided_before ELSE ['neutral'] END AS earlier,
  CASE WHEN size(sided_after) > 0 OR size(after) = 0 THEN sided_after ELSE ['neutral'] END AS later
ORDER BY who.name, coalesce(about.summary, about.name), who.id, about.id LIMIT $limit
RETURN who.name AS who, coalesce(about.summary, about.name) AS about,
  [kind IN ['support', 'call for', 'abstain', 'neutral', 'criticize', 'oppose', 'threaten', 'deny', 'call against']
    WHERE kind IN earlier] AS earlier,
  [kind IN ['support', 'call for', 'abstain', 'neutral', 'criticize', 'oppose', 'threaten', 'deny', 'call against']
    WHERE kind IN later] AS later,
  CASE WHEN size(sided_before) > 0 AND size(sided_after) > 0 THEN any(side IN [['support', 'call for'], ['abstain'],
    ['criticize', 'oppose', 'threaten', 'deny', 'call against']]
    WHERE any(kind IN earlier WHERE kind IN side) <> any(kind IN later WHERE kind IN side)) END AS changed,
  reduce(day = null, one IN before | CASE WHEN day IS NULL OR one.latest > day THEN one.latest ELSE day END)
    AS earlier_last,
  reduce(day = null, one IN after | CASE WHEN day IS NULL OR one.earliest < day THEN one.earliest ELSE day END)
    AS later_first,
  [one IN before | one.act] AS earlier_acts, [one IN after | one.act] AS later_acts,
  who.id AS who_id, about.id AS about_id
ORDER BY who, about, who_id, about_id
