// title: Who quotes whom
// answers: Which articles pass on the words of whom, and which speakers pass on the words of others, with how many
// answers: statements.
// param: quoting (actor, default: none): who passes words on (a publisher or a speaker)
// param: quoted (actor, default: none): whose words
// column: quoting: name of who passes words on
// column: quoted: name of whose words they are
// column: statements: number of statements
// column: ids: ids of the statements that are passed on
// column: quoting_id: id of who passes words on
// column: quoted_id: id of whose words they are
CALL () {
  MATCH (quoting:Actor)<-[:PUBLISHED_BY]-(:Article)-[report:REPORTS]->(statement:Statement)-[:BY]->(quoted:Actor)
  WHERE report.via IS NULL AND report.factuality IN ['asserted', 'habitual'] AND report.mark <> 'inferred'
  RETURN quoting, quoted, statement
  UNION ALL
  MATCH (quoting:Actor)<-[:BY]-(:Statement)-[claim:CLAIMS]->(statement:Statement)-[:BY]->(quoted:Actor)
  WHERE claim.factuality IN ['asserted', 'habitual']
  RETURN quoting, quoted, statement
}
WITH quoting, quoted, statement
WHERE ($quoting IS NULL OR quoting.id = $quoting) AND ($quoted IS NULL OR quoted.id = $quoted)
WITH DISTINCT quoting, quoted, statement ORDER BY statement.id
WITH quoting, quoted, collect(statement.id) AS ids
RETURN quoting.name AS quoting, quoted.name AS quoted, size(ids) AS statements, ids, quoting.id AS quoting_id,
  quoted.id AS quoted_id
ORDER BY statements DESC, quoting, quoted, quoting_id, quoted_id
