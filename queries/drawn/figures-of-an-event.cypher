// Figures of an event, by source
// example: act = flight-2020-12-22
MATCH path = (:Article)-[:REPORTS]->(detail:Detail)-[:OF]->(:Act {id: $act})
WHERE $attribute IS NULL OR detail.attribute = $attribute
OPTIONAL MATCH more = (detail)-[:FOR|THAN|DERIVED_FROM]->()
RETURN path, more
