// Who supports, criticizes or denies what
// example: target = usa
MATCH path = (word:Act)-[role:CLAIMS|TOWARD|ABOUT]->(object)
WHERE (word:Statement OR word.stance IS NOT NULL) AND word.holds
  AND (word.dataset IS NULL OR coalesce($actor, $target, $topic, $act) IS NOT NULL)
  AND ($actor IS NULL OR EXISTS {
    MATCH (word)-[part:BY|SIDE]->(:Actor {id: $actor}) WHERE type(part) = 'BY' OR part.role = 'by'
  })
  AND ($target IS NULL OR EXISTS {
    MATCH (word)-[part:TOWARD|ABOUT|SIDE]->(:Actor {id: $target})
    WHERE type(part) IN ['TOWARD', 'ABOUT'] OR part.role = 'toward'
  })
  AND ($since IS NULL OR word.latest IS NULL OR word.latest >= $since)
  AND ($until IS NULL OR word.earliest IS NULL OR word.earliest <= $until)
  AND (type(role) = 'CLAIMS' OR ((object:Act OR type(role) = 'TOWARD' OR NOT EXISTS { (word)-[:TOWARD]->() }
      AND NOT EXISTS { (word)-[:ABOUT]->(:Act) })
    AND (word.stance IS NOT NULL OR NOT EXISTS {
      MATCH (word)-[given:CLAIMS]->(:Act) WHERE given.factuality IN ['called_for', 'called_against', 'denied']
    })))
  AND (type(role) <> 'CLAIMS' OR (object:Act AND (role.factuality IN ['called_for', 'called_against']
    OR (role.factuality = 'denied'
      AND none(ahead IN ['promise', 'intend-to-cooperate', 'predict', 'hope'] WHERE ahead IN word.kinds)))))
WITH *, CASE WHEN type(role) <> 'CLAIMS' AND 'deny' IN word.kinds THEN 'deny'
  WHEN type(role) <> 'CLAIMS' THEN coalesce(word.stance, 'neutral') WHEN role.factuality = 'called_for' THEN 'call for'
  WHEN role.factuality = 'denied' THEN 'deny' ELSE 'call against' END AS taken
WHERE ($stance IS NULL OR taken = $stance) AND ($act IS NULL OR object.id = $act)
  AND ($target IS NULL OR object.id = $target OR taken IN ['call for', 'call against', 'deny'] OR EXISTS {
    MATCH (word)-[part:SIDE]->(:Actor {id: $target}) WHERE part.role = 'toward' AND part.party = object.id
  })
  AND ($topic IS NULL OR EXISTS { (word)-[:ABOUT]->(:Topic {id: $topic}) }
    OR EXISTS { (object)-[:ABOUT]->(:Topic {id: $topic}) })
OPTIONAL MATCH speakers = (word)-[part:BY|SIDE]->(:Actor) WHERE type(part) = 'BY' OR part.role = 'by'
RETURN path, speakers
LIMIT 1000
