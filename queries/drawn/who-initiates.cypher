// Who initiates and who reciprocates
// example: one = china
// example: other = usa
MATCH path = (:Actor {id: $one})<-[near:BY|TO|TOWARD|SIDE]-(act:Act)-[far:BY|TO|TOWARD|SIDE]->(:Actor {id: $other})
WHERE act.quad IS NOT NULL AND act.earliest = act.latest
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
  AND act.holds
WITH *, coalesce(near.role, toLower(type(near))) AS of_one, coalesce(far.role, toLower(type(far))) AS of_other
WHERE (of_one = 'by') <> (of_other = 'by')
  AND (NOT 'to' IN [of_one, of_other] OR NOT EXISTS { (act)-[:TOWARD]->(:Actor) })
OPTIONAL MATCH answer = (reply:Act)-[:BY|TO|TOWARD|SIDE]->(:Actor {id: $other})
WHERE EXISTS { (reply)-[:BY|TO|TOWARD|SIDE]->(:Actor {id: $one}) }
  AND reply.earliest = reply.latest AND reply.earliest > act.latest AND (reply.quad > 2) = (act.quad > 2)
  AND duration.inDays(act.latest, reply.earliest).days <= $days
  AND reply.holds
RETURN path, answer
LIMIT 1000
