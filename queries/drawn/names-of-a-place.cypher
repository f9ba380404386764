// Names of a place
// example: place = takeshima
MATCH path = (spot:Place {id: $place})-[use:NAMED_BY|OF]-(source)
WHERE (source:Actor AND ($name IS NULL OR use.name CONTAINS $name))
  OR (source.attribute = 'known_as' AND ($name IS NULL OR source.value CONTAINS $name))
OPTIONAL MATCH told = (source)<-[:REPORTS]-(:Article)-[:PUBLISHED_BY]->(:Actor)
OPTIONAL MATCH given = (source)-[:FOR]->(:Actor) WHERE source:Detail
RETURN path, told, given
