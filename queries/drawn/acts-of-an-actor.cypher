// What somebody said and did
// example: actor = putin
MATCH path = (:Actor {id: $actor})<-[part:BY|TOWARD|SIDE]-(act:Act)
WHERE (((type(part) = 'BY' OR coalesce(part.role, '') = 'by') AND ($kind IS NULL OR $kind IN act.kinds))
    OR ((type(part) = 'TOWARD' OR coalesce(part.role, '') = 'toward') AND act.mirror IS NOT NULL
      AND ($kind IS NULL OR $kind = act.mirror OR ($kind <> act.kind AND $kind IN act.kinds))))
  AND ($target IS NULL OR EXISTS {
    MATCH (act)-[role:BY|TO|TOWARD|SIDE]->(:Actor {id: $target})
    WHERE act.mirror IS NOT NULL OR type(role) IN ['TO', 'TOWARD'] OR coalesce(role.role, '') IN ['to', 'toward']
  })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
OPTIONAL MATCH others = (act)-[:BY|TO|TOWARD|ABOUT]->()
RETURN path, others
LIMIT 1000
