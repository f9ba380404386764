// How often, year by year
// example: actor = china
MATCH (act:Act)
WHERE act.earliest.year = act.latest.year
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND ($actor IS NULL OR EXISTS {
    MATCH (act)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
  AND ($target IS NULL OR EXISTS {
    MATCH (act)-[role:TOWARD|SIDE]->(:Actor {id: $target}) WHERE type(role) = 'TOWARD' OR role.role = 'toward'
  })
  AND act.holds
OPTIONAL MATCH path = (act)-[:BY|TOWARD|SIDE]->(:Actor)
RETURN act, path
LIMIT 1000
