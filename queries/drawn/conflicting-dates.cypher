// Acts that sources date differently
MATCH path = (:Article)-[first:REPORTS]->(event:Act)<-[second:REPORTS]-(:Article)
WHERE ($act IS NULL OR event.id = $act)
  AND first.date =~ '[-0-9]+'
  AND second.date =~ '[-0-9]+'
  AND first.date < second.date
  AND NOT second.date STARTS WITH first.date
RETURN path
