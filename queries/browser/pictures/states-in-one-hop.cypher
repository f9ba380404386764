// Who did what to whom in one hop: states
// With the style sheet: red is conflict, blue is cooperation, grey what has no code. For one pair give ids:
// WITH 'china' AS one, 'russia' AS other
WITH null AS one, null AS other
MATCH path = (a:State)-[edge]->(b:State)
WHERE edge.act IS NOT NULL
  AND (one IS NULL OR one IN [a.id, b.id])
  AND (other IS NULL OR other IN [a.id, b.id])
RETURN path
