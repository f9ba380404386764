// What is told of an actor, place or topic
// example: actor = biden
MATCH path = (:Article)-[:REPORTS]->(detail:Detail)-[:OF]->(thing:Actor|Place|Topic)
WHERE ($actor IS NULL AND $place IS NULL AND $topic IS NULL) OR thing.id IN [$actor, $place, $topic]
OPTIONAL MATCH toward = (detail)-[:TOWARD|REFERS_TO]->()
RETURN path, toward
