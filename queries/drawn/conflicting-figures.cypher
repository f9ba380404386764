// Figures that contradict each other
MATCH path = (paper:Article)-[report:REPORTS]->(one:Detail)-[:OF]->(event:Act)
  <-[:OF]-(other:Detail)<-[again:REPORTS]-(rival:Article)
WHERE ($act IS NULL OR event.id = $act)
  AND one.id < other.id AND one.attribute = other.attribute
  AND report.factuality IN ['asserted', 'habitual'] AND again.factuality IN ['asserted', 'habitual']
  AND (paper.id <> rival.id OR coalesce(report.speakers, []) <> coalesce(again.speakers, [])
    OR (one.units[0] = other.units[0] AND EXISTS { (one)-[:FOR]->(:Actor) }))
  AND NOT EXISTS { MATCH (one)-[:FOR]->(party:Actor) WHERE NOT EXISTS { (other)-[:FOR]->(party) } }
  AND NOT EXISTS { MATCH (other)-[:FOR]->(party:Actor) WHERE NOT EXISTS { (one)-[:FOR]->(party) } }
WITH *,
  [figure IN [one, other] | CASE WHEN figure.comparator IN ['=', '>', '>='] THEN figure.number
    WHEN figure.comparator = '~' THEN figure.number * 0.9 ELSE -1.0e15 END] AS low,
  [figure IN [one, other] | CASE WHEN figure.comparator IN ['=', '<', '<='] THEN figure.number
    WHEN figure.comparator = '~' THEN figure.number * 1.1 ELSE 1.0e15 END] AS high
WHERE (high[0] < low[1] AND one.units[0] IN other.units) OR (high[1] < low[0] AND other.units[0] IN one.units)
  OR (one.units IS NULL AND other.units IS NULL AND (high[0] < low[1] OR high[1] < low[0]))
OPTIONAL MATCH parties = (one)-[:FOR]->(:Actor)<-[:FOR]-(other)
RETURN path, parties
