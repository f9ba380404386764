// Who quotes whom
MATCH path = (passes:Actor)<-[:PUBLISHED_BY|BY]-(source:Article|Statement)-[given:REPORTS|CLAIMS]->
  (statement:Statement)-[:BY]->(voice:Actor)
WHERE ($quoting IS NULL OR passes.id = $quoting) AND ($quoted IS NULL OR voice.id = $quoted)
  AND given.factuality IN ['asserted', 'habitual']
  AND (source:Statement OR (given.via IS NULL AND given.mark <> 'inferred'))
RETURN path
