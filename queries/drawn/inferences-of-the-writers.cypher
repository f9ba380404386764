// What the writers infer
MATCH path = (source:Article|Act)
  -[link:REPORTS|AIMS_AT|MOTIVATED_BY|DERIVED_FROM|RESPONDS_TO|FOLLOWS|PART_OF|DURING]->(fact)
WHERE link.mark = 'inferred'
  AND ($article IS NULL OR coalesce(link.article, source.id) = $article)
  AND ($actor IS NULL OR EXISTS { (source)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $actor}) }
    OR (source:Article AND EXISTS { (fact)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $actor}) }))
OPTIONAL MATCH parties = (fact)-[:BY|TO|TOWARD|OF]->()
RETURN path, parties
