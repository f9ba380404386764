// Participants and places that sources tell differently
MATCH path = (one)<-[first:BY|TO|TOWARD|AFFECTS|AT]-(event:Act)-[second:BY|TO|TOWARD|AFFECTS|AT]->(other)
WHERE event.dataset IS NULL AND ($act IS NULL OR event.id = $act)
  AND type(first) = type(second) AND one.id < other.id
  AND none(article IN first.articles WHERE article IN second.articles)
RETURN path
