// title: Who quotes whom
// answers: Which papers and agencies pass on the words of whom, and which speakers those of others, with how many
// answers: statements. In a chain of voices each passes on the next. An article's words are its agency's, else its
// answers: publisher's; what speakers said together is no quotation of each other.
// param: quoting (actor, default: none): who passes words on (an agency, a publisher or a speaker)
// param: quoted (actor, default: none): whose words
// column: quoting: name of who passes words on
// column: quoted: name of whose words they are
// column: statements: number of statements
// column: ids: ids of the statements that are passed on
// column: articles: ids of the articles in which they stand
// column: quoting_id: id of who passes words on
// column: quoted_id: id of whose words they are
CALL () {
  MATCH (article:Article)-[report:REPORTS]->(statement:Statement)
  WHERE report.via IS NULL AND report.factuality IN ['asserted', 'habitual'] AND report.mark <> 'inferred'
  OPTIONAL MATCH (article)-[:AGENCY]->(agency:Actor)
  OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(printer:Actor)
  RETURN article, coalesce(agency, printer) AS quoting, statement
  UNION ALL
  MATCH (article:Article)-[report:REPORTS]->(statement:Statement) WHERE report.holds
  MATCH (outer:Statement)-[claim:CLAIMS]->(statement)
  WHERE outer.id = report.via AND claim.article = article.id AND EXISTS {
    MATCH (statement)-[:BY]->(other:Actor) WHERE NOT EXISTS { (outer)-[:BY]->(other) }
  }
  MATCH (outer)-[role:BY]->(quoting:Actor) WHERE article.id IN role.articles
  RETURN article, quoting, statement
}
MATCH (statement)-[spoken:BY]->(quoted:Actor)
WHERE article.id IN spoken.articles AND quoting.id <> quoted.id AND ($quoting IS NULL OR quoting.id = $quoting)
  AND ($quoted IS NULL OR quoted.id = $quoted)
WITH quoting, quoted, statement.id AS words, article.id AS paper
ORDER BY words, paper
WITH quoting, quoted, collect(DISTINCT words) AS ids, collect(DISTINCT paper) AS papers
RETURN quoting.name AS quoting, quoted.name AS quoted, size(ids) AS statements, ids, papers AS articles,
  quoting.id AS quoting_id, quoted.id AS quoted_id
ORDER BY statements DESC, quoting, quoted, quoting_id, quoted_id
