// title: Topics of an actor
// answers: What an actor's acts and statements are about, with how many there are and when the first and last were.
// answers: A state stands also for those who act for it (SIDE).
// param: actor (actor): whose acts
// param: kind (kind, default: none): only acts of this kind
// column: topic: name of the topic
// column: acts: number of acts about it
// column: earliest: first day that the first of them can have been
// column: latest: last day that the last of them can have been
// column: ids: ids of the acts, in order
// column: topic_id: id of the topic
MATCH (:Actor {id: $actor})<-[role:BY|SIDE]-(act:Act)
WHERE (type(role) = 'BY' OR role.role = 'by') AND ($kind IS NULL OR $kind IN act.kinds)
  AND act.holds
MATCH (act)-[:ABOUT|IN_SERIES]->(topic:Topic)
WITH DISTINCT topic, act ORDER BY act.earliest, act.latest, act.id
WITH topic, collect(act.id) AS ids, min(act.earliest) AS earliest, max(act.latest) AS latest
RETURN topic.name AS topic, size(ids) AS acts, earliest, latest, ids, topic.id AS topic_id
ORDER BY acts DESC, topic, topic_id
