// The first and the last of a kind
// example: kind = joint-flight
MATCH (act:Act)
WHERE $kind IN act.kinds AND act.earliest IS NOT NULL AND act.latest IS NOT NULL
  AND ($actor IS NULL OR EXISTS {
    MATCH (act)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
  AND ($target IS NULL OR EXISTS {
    MATCH (act)-[role:TOWARD|SIDE]->(:Actor {id: $target}) WHERE type(role) = 'TOWARD' OR role.role = 'toward'
  })
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT|IN_SERIES]->(:Topic {id: $topic}) })
  AND act.holds
WITH collect(act) AS acts, min(act.latest) AS first_by, max(act.earliest) AS last_from
UNWIND acts AS act
WITH * WHERE act.earliest <= first_by OR act.latest >= last_from
OPTIONAL MATCH path = (act)-[:BY|TOWARD|SIDE|IN_SERIES]->()
RETURN act, path
