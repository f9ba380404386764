// Who did what to whom in one hop: persons and bodies
// One actor and all that it did or that was done to it:
// WITH 'wang-yi' AS one
WITH null AS one
MATCH path = (a:Actor)-[edge]->(b:Actor)
WHERE edge.act IS NOT NULL AND NOT (a:State AND b:State)
  AND (one IS NULL OR one IN [a.id, b.id])
RETURN path
