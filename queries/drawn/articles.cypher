// Articles and what they hold
MATCH (article:Article)
WHERE ($since IS NULL OR article.latest >= $since)
  AND ($until IS NULL OR article.earliest <= $until)
  AND ($publisher IS NULL OR EXISTS { (article)-[:PUBLISHED_BY]->(:Actor {id: $publisher}) })
OPTIONAL MATCH path = (article)-[:PUBLISHED_BY|DATELINED|REPORTS]->()
RETURN article, path
