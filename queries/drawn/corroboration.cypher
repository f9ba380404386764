// How many sources say so
// example: act = flight-2020-12-22
MATCH (event:Act)-[:SAME_AS*0..1]-(:Act)<-[report:REPORTS]-(:Article)
WHERE report.holds AND ($act IS NULL OR event.id = $act) AND ($kind IS NULL OR $kind IN event.kinds)
  AND ($actor IS NULL OR EXISTS { (event)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $actor}) })
  AND ($act IS NOT NULL OR NOT EXISTS { (event)-[:SAME_AS]->(:Act) })
WITH $act AS act, $actor AS actor, $kind AS kind, $least AS least, event,
  collect(DISTINCT coalesce(report.sides, [])) AS sides
WHERE size([side IN sides WHERE size(side) > 0 AND none(part IN sides
    WHERE size(part) > 0 AND size(part) < size(side) AND all(one IN part WHERE one IN side))]) >= $least
MATCH same = (event)-[:SAME_AS*0..1]-(told:Act)<-[report:REPORTS]-(paper:Article)
WHERE report.holds OR (report.factuality = 'denied' AND (report.via IS NULL OR EXISTS {
    MATCH (paper)-[said:REPORTS]->(statement:Act)-[:CLAIMS]->(told) WHERE statement.id = report.via AND said.holds
  }))
OPTIONAL MATCH print = (paper)-[:PUBLISHED_BY|AGENCY]->(:Actor)
OPTIONAL MATCH (source:Actor) WHERE source.id IN coalesce(report.sources, []) + coalesce(report.sides, [])
RETURN same, print, source
