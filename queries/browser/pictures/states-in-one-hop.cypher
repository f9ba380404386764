// All states: who did what to whom
// One edge for each sort of act between two states, the latest; red is conflict, blue cooperation, grey without a code.
MATCH (a:State)-[edge]->(b:State)
WHERE edge.act IS NOT NULL
WITH a, b, edge ORDER BY edge.latest DESC, edge.act
WITH a, b, type(edge) AS what, collect(edge) AS edges
RETURN a, edges[0], b
