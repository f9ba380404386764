// What was known by a day
// example: date = 2020-12-25
// example: actor = russia
// example: kind = violate-airspace
MATCH (act:Act)
WHERE ($actor IS NULL OR EXISTS {
    MATCH (:Actor {id: $actor})<-[role:BY|TO|TOWARD|AFFECTS|SIDE]-(act)
    WHERE act.dataset IS NOT NULL OR role.articles IS NULL OR EXISTS {
      MATCH (paper:Article)-[:REPORTS]->(act)
      WHERE coalesce(paper.earliest <= $date, true) AND paper.id IN role.articles
    }
  })
  AND ((act.dataset IS NOT NULL AND act.latest <= $date)
    OR EXISTS { MATCH (paper:Article)-[:REPORTS]->(act) WHERE coalesce(paper.earliest <= $date, true) })
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT|IN_SERIES]->(:Topic {id: $topic}) })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND ($other IS NULL OR (
    EXISTS { MATCH (act)-[one:BY|SIDE]->(:Actor {id: $actor}) WHERE coalesce(one.role, 'by') = 'by' }
    AND EXISTS {
      MATCH (act)-[two:BY|TO|TOWARD|SIDE]->(:Actor {id: $other})
      WHERE coalesce(two.role, 'by') IN ['by', 'to', 'toward']
    }
  ) OR (
    EXISTS { MATCH (act)-[two:BY|SIDE]->(:Actor {id: $other}) WHERE coalesce(two.role, 'by') = 'by' }
    AND EXISTS {
      MATCH (act)-[one:TO|TOWARD|SIDE]->(:Actor {id: $actor})
      WHERE coalesce(one.role, 'to') IN ['to', 'toward']
    }
  ))
OPTIONAL MATCH told = (source:Article)-[:REPORTS]->(act)
WHERE coalesce(source.earliest <= $date, true)
OPTIONAL MATCH parties = (act)-[:BY|TO|TOWARD]->(:Actor)
RETURN act, told, parties
LIMIT 1000
