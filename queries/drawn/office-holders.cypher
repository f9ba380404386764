// Who held an office
// example: office = fm-china
MATCH path = (:Actor)-[tenure:HELD]->(post:Office {id: $office})
WHERE $date IS NULL OR ((tenure.earliest IS NULL OR tenure.earliest <= $date)
  AND (tenure.latest IS NULL OR tenure.latest >= $date)
  AND NOT (tenure.latest = $date AND EXISTS {
    MATCH (:Actor)-[later:HELD]->(post) WHERE later.earliest = $date
  }))
OPTIONAL MATCH owner = (post)-[:OFFICE_OF]->(:Actor)
RETURN path, owner
