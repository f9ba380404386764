// What was said and done to somebody
// example: target = usa
MATCH path = (:Actor {id: $target})<-[part:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
WITH *, (type(part) = 'BY' OR coalesce(part.role, '') = 'by') AS acting
WHERE ((NOT acting AND ($kind IS NULL OR $kind IN act.kinds))
    OR (acting AND act.mirror IS NOT NULL
      AND ($kind IS NULL OR $kind = act.mirror OR ($kind <> act.kind AND $kind IN act.kinds))))
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
OPTIONAL MATCH others = (act)-[:BY|TO|TOWARD|ABOUT]->()
RETURN path, others
LIMIT 1000
