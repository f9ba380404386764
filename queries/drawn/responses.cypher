// Who answered what
MATCH path = (answer:Act)-[link:RESPONDS_TO]->(answered:Act)
WHERE ($act IS NULL OR answered.id = $act)
  AND ($actor IS NULL OR EXISTS {
    MATCH (answer)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
OPTIONAL MATCH who = (answer)-[:BY|TO|SIDE]->(:Actor)
OPTIONAL MATCH whom = (answered)-[:BY]->(:Actor)
OPTIONAL MATCH said = (:Actor)<-[:BY]-(statement:Act)-[:CLAIMS]->(answer) WHERE statement.id = link.via
RETURN path, who, whom, said
