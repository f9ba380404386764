// Who criticized whom, and when
// example: target = usa
MATCH (act:Act)
WHERE any(name IN ['criticize', 'accuse', 'protest'] WHERE name IN act.kinds)
  AND ($actor IS NULL OR EXISTS {
    MATCH (act)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
  AND ($target IS NULL OR EXISTS {
    MATCH (act)-[role:TOWARD|SIDE]->(:Actor {id: $target}) WHERE type(role) = 'TOWARD' OR role.role = 'toward'
  })
  AND ($addressee IS NULL OR EXISTS {
    MATCH (act)-[role:TO|SIDE]->(:Actor {id: $addressee}) WHERE type(role) = 'TO' OR role.role = 'to'
  })
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT]->(:Topic {id: $topic}) })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
MATCH path = (act)-[:BY|TO|TOWARD|ABOUT|SIDE]->()
RETURN path
LIMIT 1000
