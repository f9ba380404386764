// What was said and done about a topic
// example: topic = joint-air-patrols
MATCH path = (:Topic {id: $topic})<-[:ABOUT|IN_SERIES]-(act:Act)
WHERE ($actor IS NULL OR EXISTS {
    MATCH (act)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND (act.status = $status OR ($status IS NULL AND act.holds))
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD|SIDE]->(:Actor)
RETURN path, parties
LIMIT 1000
