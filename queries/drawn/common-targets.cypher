// Common targets of two parties
// example: one = china
// example: other = russia
MATCH (party:Actor)<-[part:BY|SIDE]-(act:Act)-[:TOWARD]->(target:Actor)
WHERE party.id IN [$one, $other]
  AND (type(part) = 'BY' OR part.role = 'by')
  AND NOT target.id IN [$one, $other]
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND act.holds
WITH $one AS one, $other AS other, $kind AS kind, target, collect(DISTINCT party.id) AS parties
WHERE $one IN parties AND $other IN parties
WITH $one AS one, $other AS other, $kind AS kind, collect(target.id) AS targets
MATCH path = (party:Actor)<-[part:BY|SIDE]-(act:Act)-[:TOWARD]->(target:Actor)
WHERE party.id IN [$one, $other]
  AND (type(part) = 'BY' OR part.role = 'by')
  AND target.id IN targets
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND act.holds
RETURN path
LIMIT 1000
