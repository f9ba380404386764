// Why it was done, and what for
MATCH path = (deed:Act)-[link:AIMS_AT|MOTIVATED_BY]->()
WHERE ($act IS NULL OR deed.id = $act)
  AND ($actor IS NULL OR EXISTS {
    MATCH (deed)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
OPTIONAL MATCH parties = (deed)-[:BY]->(:Actor)
OPTIONAL MATCH said = (:Actor)<-[:BY]-(statement:Act)-[:CLAIMS]->(deed) WHERE statement.id = link.via
RETURN path, parties, said
