// The timeline of two parties
// example: one = china
// example: other = russia
MATCH path = (:Actor {id: $one})<-[near:BY|TO|TOWARD|SIDE]-(act:Act)-[far:BY|TO|TOWARD|SIDE]->(:Actor {id: $other})
WHERE act.earliest IS NOT NULL AND act.latest IS NOT NULL
  AND ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND act.holds
WITH *, [link IN [near, far] | coalesce(link.role, toLower(type(link)))] AS roles
WHERE 'by' IN roles AND all(role IN roles WHERE role IN ['by', 'to', 'toward'])
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD]->(:Actor)
RETURN path, parties
LIMIT 1000
