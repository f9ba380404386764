// How stances changed
// example: before = 2020-12-31
// example: after = 2021-01-01
// example: target = usa
MATCH (word:Act)-[role:CLAIMS|TOWARD|ABOUT]->(object)
WHERE (word:Statement OR word.stance IS NOT NULL) AND word.holds
  AND (word.latest <= $before OR coalesce(word.earliest, word.latest) > $after)
  AND (word.dataset IS NULL OR coalesce($actor, $target, $topic) IS NOT NULL)
  AND ($topic IS NULL OR EXISTS { (word)-[:ABOUT]->(:Topic {id: $topic}) })
  AND ($target IS NULL OR object.id = $target OR EXISTS {
    MATCH (word)-[part:SIDE]->(:Actor {id: $target}) WHERE part.role = 'toward' AND part.party = object.id
  })
  AND (type(role) = 'CLAIMS' OR ((object:Act OR type(role) = 'TOWARD' OR NOT EXISTS { (word)-[:TOWARD]->() }
      AND NOT EXISTS { (word)-[:ABOUT]->(:Act) })
    AND (word.stance IS NOT NULL OR NOT EXISTS {
      MATCH (word)-[given:CLAIMS]->(:Act) WHERE given.factuality IN ['called_for', 'called_against', 'denied']
    })))
  AND (type(role) <> 'CLAIMS' OR (object:Act AND (role.factuality IN ['called_for', 'called_against']
    OR (role.factuality = 'denied'
      AND none(ahead IN ['promise', 'intend-to-cooperate', 'predict', 'hope'] WHERE ahead IN word.kinds)))))
MATCH (word)-[:BY]->(speaker:Actor)
OPTIONAL MATCH (word)-[part:SIDE]->(state:Actor) WHERE part.role = 'by' AND part.party = speaker.id
WITH *, CASE WHEN speaker.id = $actor THEN speaker ELSE coalesce(state, speaker) END AS who,
  CASE WHEN $target IS NOT NULL THEN $target
    WHEN $topic IS NOT NULL AND object:Event AND object.stance IS NULL THEN $topic ELSE object.id END AS about
WHERE who.id = $actor OR ($actor IS NULL AND NOT who:Group)
WITH $before AS before, $after AS after, $actor AS actor, $topic AS topic, $target AS target, who, about,
  collect(DISTINCT word) AS words, collect(type(role) = 'CLAIMS' OR 'deny' IN word.kinds OR word.stance IS NOT NULL)
    AS sided
WHERE true IN sided
MATCH (party:Actor) WHERE party.id = who.id
MATCH (subject:Actor|Act|Topic|Place|Office) WHERE subject.id = about
UNWIND words AS word
MATCH path = (word)-[:BY]->(:Actor)
RETURN path, party, subject
