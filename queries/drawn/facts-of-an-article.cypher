// What an article reports
// example: article = jn-2020-12-25
MATCH path = (:Article {id: $article})-[report:REPORTS]->(fact)
WHERE $mark IS NULL OR report.mark = $mark
OPTIONAL MATCH said = (statement:Act)-[:CLAIMS]->(fact) WHERE statement.id = report.via
RETURN path, said
