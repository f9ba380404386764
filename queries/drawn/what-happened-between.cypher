// What happened between two parties in a period
// example: one = china
// example: other = russia
MATCH path = (:Actor {id: $one})<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
  -[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $other})
WHERE ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD]->(:Actor)
RETURN path, parties
LIMIT 1000
