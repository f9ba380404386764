// According to whom
// example: fact = us-brandishes-sanctions
MATCH path = (article:Article)-[:REPORTS]->(told:Act|Detail {id: $fact})
OPTIONAL MATCH publisher = (article)-[:PUBLISHED_BY]->(:Actor)
OPTIONAL MATCH chain = (:Actor)<-[:BY]-(:Act)-[claims:CLAIMS*1..8]->(told)
WHERE all(claim IN claims WHERE claim.article = claims[0].article)
RETURN path, publisher, chain
