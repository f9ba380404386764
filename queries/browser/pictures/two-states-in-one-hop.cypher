// Two states: who did what to whom
// For a pair of your own give ids, such as 'china' AS one, 'usa' AS other; else the two with most between them.
WITH null AS one, null AS other
MATCH (a:State)-[edge]-(b:State)
WHERE edge.act IS NOT NULL AND a.id < b.id
  AND (one IS NULL OR one IN [a.id, b.id])
  AND (other IS NULL OR other IN [a.id, b.id])
WITH a, b, edge ORDER BY edge.latest DESC, edge.act
WITH a, b, startNode(edge) AS source, type(edge) AS what, collect(edge) AS edges
WITH a, b, collect(edges[0]) AS latest, sum(size(edges)) AS size
RETURN a, latest, b ORDER BY size DESC, a.id, b.id LIMIT 1
