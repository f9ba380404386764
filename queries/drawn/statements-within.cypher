// What is said inside a statement
// example: act = mfa-china-readout
MATCH path = (:Actor)<-[:BY]-(:Act {id: $act})-[claims:CLAIMS*1..8]->(said)
WHERE all(claim IN claims WHERE claim.article = claims[0].article)
OPTIONAL MATCH parties = (said)-[:BY|TO|TOWARD]->(:Actor)
RETURN path, parties
