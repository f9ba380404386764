// What happened before and after an act
// example: act = flight-2020-12-22
MATCH (pivot:Act {id: $act})
MATCH (event:Act)
WHERE event.id <> $act
  AND (event.latest < pivot.earliest OR event.earliest > pivot.latest)
  AND ($days IS NULL
    OR (event.latest < pivot.earliest AND duration.inDays(event.latest, pivot.earliest).days <= $days)
    OR (event.earliest > pivot.latest AND duration.inDays(pivot.latest, event.earliest).days <= $days))
  AND ($kind IS NULL OR $kind IN event.kinds)
  AND ($actor IS NULL OR EXISTS { (event)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $actor}) })
  AND event.holds
OPTIONAL MATCH path = (event)-[:BY|TO|TOWARD|SIDE]->(:Actor)
OPTIONAL MATCH link = (event)-[:FOLLOWS|RESPONDS_TO|MOTIVATED_BY]-(pivot)
RETURN pivot, event, path, link
LIMIT 1000
