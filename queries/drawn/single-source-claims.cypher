// Claims that rest on one source
// example: source = mfa-china
MATCH (paper:Article)-[report:REPORTS]->(given)
WHERE report.mark <> 'inferred' AND report.factuality <> 'mentioned'
  AND (report.via IS NULL OR EXISTS {
    MATCH (:Article)-[said:REPORTS]->(statement:Act)-[:CLAIMS]->(given) WHERE statement.id = report.via AND said.holds
  })
MATCH (given)-[:SAME_AS*0..1]-(fact) WHERE NOT EXISTS { (fact)-[:SAME_AS]->(:Act) }
WITH $source AS source, $article AS article, $party AS party, fact, report.factuality = 'denied' AS denied,
  collect(coalesce(report.sides, [])) AS all_sides, collect(coalesce(report.sources, [])) AS voices,
  collect(paper.id) AS papers
WITH *, [side IN all_sides WHERE size(side) > 0 AND none(part IN all_sides
    WHERE size(part) > 0 AND size(part) < size(side) AND all(one IN part WHERE one IN side))] AS sides,
  reduce(ids = [], one IN all_sides + voices | ids + one) AS speaking
WHERE all(side IN sides WHERE side = sides[0])
  AND ($source IS NULL OR $source IN speaking) AND ($article IS NULL OR $article IN papers)
  AND ($party IS NULL OR EXISTS { (fact)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $party}) })
MATCH path = (:Article)-[:REPORTS]->(fact)
OPTIONAL MATCH (voice:Actor) WHERE voice.id IN reduce(ids = [], one IN voices | ids + one)
OPTIONAL MATCH said = (fact)<-[:CLAIMS]-(:Act)-[:BY]->(:Actor)
RETURN path, voice, said
