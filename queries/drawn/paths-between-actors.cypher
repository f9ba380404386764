// How two actors are connected
// example: one = wang-yi
// example: other = putin
MATCH path = (party:Actor)<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(third:Actor)
WHERE party.id IN [$one, $other] AND third.id <> party.id
  AND act.holds
  AND (third.id IN [$one, $other]
    OR NOT EXISTS { (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $one}) }
    OR NOT EXISTS { (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $other}) })
WITH $one AS one, $other AS other, third, collect(path) AS paths, collect(DISTINCT party.id) AS parties
WHERE third.id IN [$one, $other] OR size(parties) = 2
UNWIND paths AS path
RETURN path
LIMIT 1000
