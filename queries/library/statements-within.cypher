// title: What is said inside a statement
// answers: Everything that a statement claims, however deep it is nested, each level as one article gives it.
// param: act (act): id of the statement
// column: depth: 1 for what the statement itself says
// column: speaker: names of those who say it
// column: said: what they say, in one sentence
// column: factuality: whether the speaker asserts it, denies it, predicts it, calls for it ...
// column: hedge: how the speaker limits it (maybe)
// column: phrase: words quoted
// column: article: id of the article
// column: paragraph: its paragraph there
// column: via: id of the statement that says it
// column: said_id: id of what is said
// column: speaker_id: ids of those who say it
MATCH path = (:Act {id: $act})-[:CLAIMS*1..8]->(said)
WITH said, relationships(path) AS claims, nodes(path) AS facts
WHERE all(claim IN claims WHERE claim.article = claims[0].article)
WITH DISTINCT said, size(claims) AS depth, claims[size(claims) - 1] AS claim, facts[size(facts) - 2] AS act
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS speaker, collect(party.id) AS speaker_id
}
RETURN DISTINCT depth, speaker, coalesce(said.summary, said.name) AS said, claim.factuality AS factuality,
  claim.hedge AS hedge, claim.phrase AS phrase, claim.article AS article, claim.paragraph AS paragraph, act.id AS via,
  said.id AS said_id, speaker_id
ORDER BY article, depth, via, said_id, size(paragraph), paragraph, factuality, hedge, phrase
