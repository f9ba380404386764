// What one source asserts and another denies
MATCH path = (:Article)-[asserts:REPORTS]->(event:Act)<-[denies:REPORTS]-(:Article)
WHERE ($act IS NULL OR event.id = $act)
  AND asserts.factuality IN ['asserted', 'habitual'] AND denies.factuality = 'denied'
OPTIONAL MATCH voices = (:Actor)<-[:BY]-(statement:Act)-[:CLAIMS]->(event)
WHERE statement.id IN [asserts.via, denies.via]
RETURN path, voices
