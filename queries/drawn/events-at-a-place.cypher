// What happened at a place
// example: place = japan
MATCH path = (act:Act)-[:AT]->()-[:LOCATED_IN*0..6]->(:Place|Actor {id: $place})
WHERE ($kind IS NULL OR $kind IN act.kinds)
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD]->(:Actor)
RETURN path, parties
LIMIT 1000
