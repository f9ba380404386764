// title: Claims that rest on one source
// answers: Facts whose every report runs through one voice, or that one article gives on its own. Inferences and
// answers: mere mentions are left out.
// param: source (actor, default: none): only what rests on this voice or publisher
// param: article (article, default: none): only facts that this article reports
// param: party (actor, default: none): who takes part in it; a state stands also for those who act for it (SIDE)
// column: source: the voice of all reports, the outermost one (the publisher in its own words)
// column: summary: the fact in one sentence
// column: reports: in how many places it is reported
// column: articles: ids of the articles that report it
// column: article: id of the first of them
// column: paragraph: its paragraph there
// column: mark: reported, attributed or derived
// column: chain: the voices there, from the outermost
// column: fact: id of the fact
MATCH (paper:Article)-[report:REPORTS]->(fact)
WHERE report.mark <> 'inferred' AND report.factuality <> 'mentioned'
  AND (report.via IS NULL OR EXISTS {
    MATCH (:Article)-[said:REPORTS]->(statement:Act)-[:CLAIMS]->(fact) WHERE statement.id = report.via AND said.holds
  })
OPTIONAL MATCH (paper)-[:PUBLISHED_BY]->(publisher:Actor)
WITH fact, paper, report, coalesce(report.speakers, [publisher.name]) AS voices
ORDER BY paper.earliest, paper.id, size(report.paragraph), report.paragraph, coalesce(report.via, '')
WITH fact, collect(voices) AS chains, collect(paper.id) AS papers, collect(report) AS reports
WITH fact, papers, reports, [voice IN chains[0] WHERE all(chain IN chains WHERE voice IN chain)] AS common
WHERE size(common) > 0 AND ($article IS NULL OR $article IN papers)
  AND ($source IS NULL OR EXISTS { MATCH (voice:Actor {id: $source}) WHERE voice.name = common[0] })
  AND ($party IS NULL OR EXISTS { (fact)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $party}) })
RETURN common[0] AS source, coalesce(fact.summary, fact.name) AS summary, size(reports) AS reports,
  [i IN range(0, size(papers) - 1) WHERE i = 0 OR papers[i] <> papers[i - 1] | papers[i]] AS articles,
  papers[0] AS article, reports[0].paragraph AS paragraph, reports[0].mark AS mark,
  coalesce(reports[0].speakers, []) AS chain, fact.id AS fact
ORDER BY article, size(paragraph), paragraph, fact
