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
// column: act: id of one of them
CALL () {
  MATCH (party:Actor) WHERE party.id IN [$actor, $target]
  WITH party ORDER BY COUNT { (party)<-[:BY|TOWARD|SIDE]-() } LIMIT 1
  MATCH (party)<-[:BY|TOWARD|SIDE]-(act:Act)
  WITH DISTINCT act
  WHERE ($kind IS NULL OR $kind IN act.kinds)
    AND ($actor IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
      OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })
    AND ($target IS NULL OR EXISTS { (act)-[:TOWARD]->(:Actor {id: $target}) }
      OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $target}) WHERE side.role = 'toward' })
    AND act.holds
  RETURN act.earliest AS earliest, act.latest AS latest, count(act) AS acts, sum(act.goldstein) AS total,
    count(act.goldstein) AS scored, min(act.id) AS act
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $target) IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (act:Act)
  WHERE ($kind IS NULL OR $kind IN act.kinds)
    AND act.holds
  RETURN act.earliest AS earliest, act.latest AS latest, count(act) AS acts, sum(act.goldstein) AS total,
    count(act.goldstein) AS scored, min(act.id) AS act
}
WITH earliest, latest, acts, total, scored, act
WHERE earliest.year = latest.year
WITH earliest.year AS year, sum(acts) AS acts, sum(total) AS total, sum(scored) AS scored, min(act) AS act
RETURN year, acts, CASE WHEN scored > 0 THEN floor(total / scored * 10 + 0.5) / 10 END AS goldstein, scored, act
ORDER BY year
