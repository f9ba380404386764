// Persons and bodies: who did what to whom
// For one actor give its id, such as 'wang-yi' AS one.
WITH null AS one
MATCH (a:Actor)-[edge]->(b:Actor)
WHERE edge.act IS NOT NULL AND NOT (a:State AND b:State)
  AND (one IS NULL OR one IN [a.id, b.id])
WITH a, b, edge ORDER BY edge.latest DESC, edge.act
WITH a, b, type(edge) AS what, collect(edge) AS edges
RETURN a, edges[0], b
