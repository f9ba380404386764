// How intense, month by month
// example: one = china
// example: other = russia
MATCH path = (:Actor {id: $one})<-[near:BY|TO|TOWARD|SIDE]-(act:Act)-[far:BY|TO|TOWARD|SIDE]->(:Actor {id: $other})
WHERE act.earliest.year = act.latest.year AND ($period = 'year' OR act.earliest.month = act.latest.month)
  AND ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
  AND act.holds
WITH *, [link IN [near, far] | coalesce(link.role, toLower(type(link)))] AS roles
WHERE 'by' IN roles AND all(role IN roles WHERE role IN ['by', 'to', 'toward'])
  AND (NOT 'to' IN roles OR NOT EXISTS { (act)-[:TOWARD]->(:Actor) })
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD]->(:Actor)
RETURN path, parties
LIMIT 1000
