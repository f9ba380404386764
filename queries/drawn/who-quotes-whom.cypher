// Who quotes whom
// example: quoted = wang-yi
MATCH path = (source:Article|Statement)-[given:REPORTS|CLAIMS]->(statement:Statement)-[spoken:BY]->(voice:Actor)
MATCH (article:Article)-[report:REPORTS]->(statement)
WHERE article.id IN spoken.articles AND ($quoted IS NULL OR voice.id = $quoted)
  AND ((type(given) = 'REPORTS' AND source.id = article.id AND report.via IS NULL
      AND report.factuality IN ['asserted', 'habitual'] AND report.mark <> 'inferred')
    OR (type(given) = 'CLAIMS' AND report.holds AND report.via = source.id AND given.article = article.id
      AND EXISTS { MATCH (statement)-[:BY]->(other:Actor) WHERE NOT EXISTS { (source)-[:BY]->(other) } }))
MATCH passed = (source)-[role:PUBLISHED_BY|AGENCY|BY]->(passes:Actor)
WHERE passes.id <> voice.id AND ($quoting IS NULL OR passes.id = $quoting)
  AND (role.articles IS NULL OR article.id IN role.articles)
  AND (type(role) <> 'PUBLISHED_BY' OR NOT EXISTS { (source)-[:AGENCY]->(:Actor) })
RETURN path, passed
