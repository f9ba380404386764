// The most active pairs
// example: kind = criticize
MATCH path = (act:Act)-[:BY|TO|TOWARD|SIDE]->(:Actor)
WHERE act.pairs IS NOT NULL
  AND ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
RETURN path
LIMIT 1000
