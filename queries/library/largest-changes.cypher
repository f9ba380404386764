// title: The largest changes
// answers: Where the mean score between two parties changed most from one month or year to the next that has enough
// answers: acts: of all pairs, of one party, or of one pair. A state stands also for those who act for it; what stays
// answers: within one state is left out.
// param: one (actor, default: none): a party, as a state where it acts for one
// param: other (actor, default: none): the other party
// param: period (text, default: year): month or year
// param: since (date, default: none): only acts that certainly lie on or after this day
// param: until (date, default: none): only acts that certainly lie on or before this day
// param: least (integer, default: 20): how many acts a period must have, since the mean of a few says little
// param: limit (integer, default: 20): at most so many changes, the largest
// column: one: name of the one party
// column: other: name of the other party
// column: earlier: the month or year before
// column: later: the month or year after
// column: change: by how much the mean Goldstein score rose (toward cooperation) or fell, to a tenth
// column: size: the change without its sign
// column: goldstein_earlier: the mean before, from -10 (conflict) to 10 (cooperation)
// column: goldstein_later: the mean after
// column: acts_earlier: number of acts before
// column: acts_later: number of acts after
// column: one_id: id of the one party
// column: other_id: id of the other party
CALL () {
  MATCH (:Actor {id: coalesce($one, $other)})<-[:BY|TO|TOWARD|SIDE]-(act:Act)
  WITH DISTINCT act
  WHERE act.pairs IS NOT NULL
    AND ($since IS NULL OR act.earliest >= $since)
    AND ($until IS NULL OR act.latest <= $until)
  WITH act.pairs AS pairs, act.goldstein AS goldstein, act.earliest AS earliest, act.latest AS latest
  WHERE goldstein IS NOT NULL AND (earliest = latest OR (earliest.year = latest.year
    AND ($period = 'year' OR earliest.month = latest.month)))
  UNWIND pairs AS pair
  WITH pair, earliest.year * 100 + CASE $period WHEN 'year' THEN 0 ELSE earliest.month END AS month, goldstein
  RETURN pair, month, count(pair) AS acts, sum(goldstein) AS total
  UNION ALL
  UNWIND CASE WHEN coalesce($one, $other) IS NULL THEN [1] ELSE [] END AS anybody
  MATCH (act:Act)
  WHERE act.pairs IS NOT NULL
    AND ($since IS NULL OR act.earliest >= $since)
    AND ($until IS NULL OR act.latest <= $until)
  WITH act.pairs AS pairs, act.goldstein AS goldstein, act.earliest AS earliest, act.latest AS latest
  WHERE goldstein IS NOT NULL AND (earliest = latest OR (earliest.year = latest.year
    AND ($period = 'year' OR earliest.month = latest.month)))
  UNWIND pairs AS pair
  WITH pair, earliest.year * 100 + CASE $period WHEN 'year' THEN 0 ELSE earliest.month END AS month, goldstein
  RETURN pair, month, count(pair) AS acts, sum(goldstein) AS total
}
WITH replace(replace(pair, '>', '='), '<', '=') AS parties, month, sum(acts) AS acts, sum(total) AS total
WHERE acts >= $least
WITH parties, split(parties, '=') AS ids, month, acts, total ORDER BY parties, month
WHERE ($one IS NULL OR $one IN ids) AND ($other IS NULL OR $other IN ids)
WITH parties, ids, collect({month: month, acts: acts, mean: total / acts}) AS months
UNWIND range(1, size(months) - 1) AS at
WITH parties, ids, months[at - 1] AS earlier, months[at] AS later
WITH parties, ids, earlier, later, floor((later.mean - earlier.mean) * 10 + 0.500001) / 10 AS change
ORDER BY abs(change) DESC, later.month DESC, parties LIMIT $limit
MATCH (one:Actor) WHERE one.id = ids[0]
MATCH (other:Actor) WHERE other.id = ids[1]
WITH one, other, earlier, later, change, [span IN [earlier, later] | toString(span.month / 100)
  + CASE WHEN span.month % 100 = 0 THEN '' ELSE '-' + right('0' + toString(span.month % 100), 2) END] AS spans
RETURN one.name AS one, other.name AS other, spans[0] AS earlier, spans[1] AS later, change,
  abs(change) AS size, floor(earlier.mean * 10 + 0.500001) / 10 AS goldstein_earlier,
  floor(later.mean * 10 + 0.500001) / 10 AS goldstein_later,
  earlier.acts AS acts_earlier, later.acts AS acts_later, one.id AS one_id, other.id AS other_id
ORDER BY size DESC, later DESC, one_id, other_id
