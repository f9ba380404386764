// The acts of a series
MATCH path = (act:Act)-[link:IN_SERIES]->(counted:Topic)
WHERE $topic IS NULL OR counted.id = $topic
OPTIONAL MATCH parties = (act)-[:BY]->(:Actor)
OPTIONAL MATCH said = (:Actor)<-[:BY]-(statement:Act)-[:CLAIMS]->(act) WHERE statement.id = link.via
RETURN path, parties, said
