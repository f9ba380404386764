// Who said what to whom
MATCH (act:Statement)
WHERE EXISTS { (act)-[:TO]->(:Actor) }
  AND act.holds
  AND ($speaker IS NULL OR EXISTS {
    MATCH (act)-[role:BY|SIDE]->(:Actor {id: $speaker}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
  AND ($addressee IS NULL OR EXISTS {
    MATCH (act)-[role:TO|SIDE]->(:Actor {id: $addressee}) WHERE type(role) = 'TO' OR role.role = 'to'
  })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
MATCH path = (act)-[:BY|TO|SIDE]->(:Actor)
OPTIONAL MATCH said = (act)-[:CLAIMS]->()
RETURN path, said
LIMIT 1000
