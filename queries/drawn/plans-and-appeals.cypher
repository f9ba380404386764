// What is planned or called for
MATCH path = (article:Article)-[report:REPORTS]->(act:Act)
WHERE report.factuality IN ['planned', 'called_for', 'called_against'] AND report.mark <> 'inferred'
  AND ($party IS NULL OR EXISTS { (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $party}) })
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT]->(:Topic {id: $topic}) })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
OPTIONAL MATCH said = (statement:Act)-[:CLAIMS]->(act) WHERE statement.id = report.via
WITH *
WHERE (statement IS NULL OR EXISTS { MATCH (:Article)-[given:REPORTS]->(statement) WHERE given.holds })
  AND ($actor IS NULL
    OR (statement IS NULL AND EXISTS { (article)-[:PUBLISHED_BY]->(:Actor {id: $actor}) })
    OR (statement IS NOT NULL AND EXISTS {
      MATCH (statement)-[role:BY|SIDE]->(:Actor {id: $actor}) WHERE type(role) = 'BY' OR role.role = 'by'
    }))
OPTIONAL MATCH speakers = (statement)-[:BY|SIDE]->(:Actor)
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD|AFFECTS|ABOUT]->()
RETURN path, said, speakers, parties
