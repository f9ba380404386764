// What was said and done to somebody
// example: target = usa
MATCH path = (:Actor {id: $target})<-[part:TO|TOWARD|AFFECTS|SIDE]-(act:Act)
WHERE (type(part) <> 'SIDE' OR part.role IN ['to', 'toward'])
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.status IN ['asserted', 'contested', 'habitual']
    AND (act.dataset IS NOT NULL OR EXISTS { MATCH (:Article)-[given:REPORTS]->(act) WHERE given.holds })))
OPTIONAL MATCH others = (act)-[:BY|TO|TOWARD|ABOUT]->()
RETURN path, others
LIMIT 1000
