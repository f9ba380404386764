// What somebody said and did
// example: actor = putin
MATCH path = (:Actor {id: $actor})<-[part:BY|SIDE]-(act:Act)
WHERE (type(part) = 'BY' OR part.role = 'by')
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND ($target IS NULL OR EXISTS {
    MATCH (act)-[role:TO|TOWARD|SIDE]->(:Actor {id: $target})
    WHERE type(role) <> 'SIDE' OR role.role IN ['to', 'toward']
  })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.status IN ['asserted', 'contested', 'habitual']
    AND (act.dataset IS NOT NULL OR EXISTS { MATCH (:Article)-[given:REPORTS]->(act) WHERE given.holds })))
OPTIONAL MATCH others = (act)-[:BY|TO|TOWARD|ABOUT]->()
RETURN path, others
LIMIT 1000
