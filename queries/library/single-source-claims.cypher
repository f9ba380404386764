// title: Claims that rest on one source
// answers: Facts whose every report goes back to one original source: one voice, several of one state, or the one paper
// answers: or agency that says so itself. What is denied is a claim of its own. Inferences and mere mentions are left
// answers: out.
// param: source (actor, default: none): only what rests on this voice, agency or publisher; a state stands for its side
// param: article (article, default: none): only facts that this article reports
// param: party (actor, default: none): who takes part in it; a state stands also for those who act for it (SIDE)
// param: limit (integer, default: 500): at most so many facts, the first of them
// column: source: names: the outermost voice that is no paper or agency, else agency or publisher (empty: not named)
// column: interested: whether the source or its state is a party to it
// column: summary: the fact in one sentence
// column: factuality: asserted, denied, planned ...
// column: reports: in how many places it is reported
// column: articles: ids of the articles that report it
// column: article: id of the first of them
// column: paragraph: its paragraph there
// column: mark: reported, attributed or derived
// column: chain: the voices there, from the outermost
// column: fact: id of the fact
// column: source_id: ids of the source
MATCH (paper:Article)-[report:REPORTS]->(given)
WHERE report.mark <> 'inferred' AND report.factuality <> 'mentioned'
  AND (report.via IS NULL OR EXISTS {
    MATCH (:Article)-[said:REPORTS]->(statement:Act)-[:CLAIMS]->(given) WHERE statement.id = report.via AND said.holds
  })
MATCH (given)-[:SAME_AS*0..1]-(fact) WHERE NOT EXISTS { (fact)-[:SAME_AS]->(:Act) }
WITH fact, paper, report, report.factuality = 'denied' AS denied
ORDER BY paper.earliest, paper.id, size(report.paragraph), report.paragraph, coalesce(report.via, ''), report.factuality
WITH fact, denied, collect(coalesce(report.sides, [])) AS sides, collect(coalesce(report.sources, [])) AS voices,
  collect(paper.id) AS papers, collect(report) AS reports
// A joint statement is one source, and none beside a source that is a part of it.
WITH fact, denied, papers, reports, [side IN sides WHERE size(side) > 0 AND none(part IN sides
    WHERE size(part) > 0 AND size(part) < size(side) AND all(one IN part WHERE one IN side))] AS sides,
  reduce(ids = [], one IN sides + voices | ids + one) AS speaking
WHERE all(side IN sides WHERE side = sides[0])
  AND ($source IS NULL OR $source IN speaking) AND ($article IS NULL OR $article IN papers)
  AND ($party IS NULL OR EXISTS { (fact)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $party}) })
WITH fact, denied, papers, reports, speaking, papers[0] AS article, reports[0].paragraph AS paragraph
ORDER BY article, size(paragraph), paragraph, fact.id, denied LIMIT $limit
CALL (reports) {
  UNWIND reports AS report
  UNWIND coalesce(report.sources, [null]) AS one
  OPTIONAL MATCH (party:Actor {id: one})
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS source, collect(party.id) AS source_id
}
RETURN source, EXISTS { MATCH (fact)-[:OF*0..1]->(act)-[:BY|TO|TOWARD|AFFECTS|SIDE|FOR]->(party:Actor)
    WHERE party.id IN speaking } AS interested,
  coalesce(fact.summary, fact.name) AS summary, reports[0].factuality AS factuality, size(reports) AS reports,
  [i IN range(0, size(papers) - 1) WHERE i = 0 OR papers[i] <> papers[i - 1] | papers[i]] AS articles,
  article, paragraph, reports[0].mark AS mark, coalesce(reports[0].speakers, []) AS chain, fact.id AS fact, source_id
ORDER BY article, size(paragraph), paragraph, fact, factuality
