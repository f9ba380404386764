// Claims that rest on one source
// example: source = mfa-china
MATCH path = (paper:Article)-[report:REPORTS]->(fact)
WHERE report.mark <> 'inferred' AND report.factuality <> 'mentioned'
  AND (report.via IS NULL OR EXISTS {
    MATCH (:Article)-[said:REPORTS]->(statement:Act)-[:CLAIMS]->(fact) WHERE statement.id = report.via AND said.holds
  })
OPTIONAL MATCH (paper)-[:PUBLISHED_BY]->(publisher:Actor)
WITH *, coalesce(report.speakers, [publisher.name]) AS chain
ORDER BY paper.earliest, paper.id, size(report.paragraph), report.paragraph, coalesce(report.via, '')
WITH $source AS source, $article AS article, $party AS party, fact,
  collect(path) AS paths, collect(paper.id) AS papers, collect(chain) AS chains
WITH *, [voice IN chains[0] WHERE all(chain IN chains WHERE voice IN chain)] AS common
WHERE size(common) > 0 AND ($article IS NULL OR $article IN papers)
  AND ($source IS NULL OR EXISTS { MATCH (voice:Actor {id: $source}) WHERE voice.name = common[0] })
  AND ($party IS NULL OR EXISTS { (fact)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $party}) })
UNWIND paths AS path
OPTIONAL MATCH said = (fact)<-[:CLAIMS]-(:Act)-[:BY]->(:Actor)
RETURN path, said
