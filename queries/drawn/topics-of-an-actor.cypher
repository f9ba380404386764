// Topics of an actor
// example: actor = china
MATCH path = (:Actor {id: $actor})<-[part:BY|SIDE]-(act:Act)-[:ABOUT|IN_SERIES]->(:Topic)
WHERE (type(part) = 'BY' OR part.role = 'by')
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND act.holds
RETURN path
