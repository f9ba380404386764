// What somebody said about somebody or something
// example: subject = usa
MATCH (act:Statement)
WHERE act.holds
  AND ($speaker IS NULL OR EXISTS {
    MATCH (act)-[role:BY|SIDE]->(:Actor {id: $speaker}) WHERE type(role) = 'BY' OR role.role = 'by'
  })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
OPTIONAL MATCH said = (act)-[:CLAIMS]->(content)
WITH *
WHERE ($subject IS NULL OR EXISTS { (act)-[:TOWARD|AFFECTS|ABOUT]->(:Actor {id: $subject}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $subject}) WHERE side.role = 'toward' }
    OR (content IS NOT NULL
      AND EXISTS { (content)-[:BY|TO|TOWARD|AFFECTS|ABOUT|SIDE|OF|FOR]->(:Actor {id: $subject}) }))
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT]->(:Topic {id: $topic}) }
    OR (content IS NOT NULL AND EXISTS { (content)-[:ABOUT|OF]->(:Topic {id: $topic}) }))
  AND ($place IS NULL OR EXISTS { (act)-[:ABOUT|AT]->(:Place {id: $place}) }
    OR (content IS NOT NULL AND EXISTS { (content)-[:ABOUT|AT|OF|REFERS_TO]->(:Place {id: $place}) }))
OPTIONAL MATCH path = (act)-[:BY|TO|TOWARD|ABOUT|AT|SIDE]->()
OPTIONAL MATCH more = (content)-[:BY|TO|TOWARD|AFFECTS|ABOUT|AT|OF|FOR]->()
RETURN act, said, path, more
LIMIT 1000
