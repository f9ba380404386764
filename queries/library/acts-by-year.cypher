// title: How often, year by year
// answers: The number of acts of a kind in each year, with their mean score; acts whose year is not certain are left
// answers: out.
// answers: A state stands also for those who act for it (SIDE).
// param: actor (actor, default: none): who speaks or acts
// param: target (actor, default: none): at whom it is aimed
// param: kind (kind, default: none): only acts of this kind
// column: year: the year
// column: acts: number of acts
// column: goldstein: mean score from -10 (conflict) to 10 (cooperation), as ICEWS has it, to a tenth
// column: scored: number of acts that have a score
// column: first: id of the first act
// column: last: id of the last act
MATCH (act:Act)
WHERE act.earliest.year = act.latest.year
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND ($actor IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })
  AND ($target IS NULL OR EXISTS { (act)-[:TOWARD]->(:Actor {id: $target}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $target}) WHERE side.role = 'toward' })
  AND act.status IN ['asserted', 'contested', 'habitual']
  AND (act.dataset IS NOT NULL OR EXISTS { MATCH (:Article)-[given:REPORTS]->(act) WHERE given.holds })
WITH act, act.earliest.year AS year ORDER BY act.earliest, act.latest, act.id
WITH year, collect(act.id) AS ids, avg(act.goldstein) AS mean, count(act.goldstein) AS scored
RETURN year, size(ids) AS acts, floor(mean * 10 + 0.5) / 10 AS goldstein, scored, ids[0] AS first,
  ids[size(ids) - 1] AS last
ORDER BY year
