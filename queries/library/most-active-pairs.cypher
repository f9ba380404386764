// title: The most active pairs
// answers: Between whom most was said and done, how often each way, and how friendly it was. A state stands also for
// answers: those who act for it; what stays within one state is left out. Whom an act is only told to counts where it
// answers: is aimed at nobody.
// param: kind (kind, default: none): only acts of this kind
// param: since (date, default: none): only acts that certainly lie on or after this day
// param: until (date, default: none): only acts that certainly lie on or before this day
// param: limit (integer, default: 20): at most so many pairs, the most active
// column: one: name of the one party
// column: other: name of the other party
// column: acts: number of acts
// column: one_to_other: number of those in which the one acts toward the other
// column: other_to_one: number of those in which the other acts toward the one
// column: joint: number of those in which both act
// column: goldstein: mean score from -10 (conflict) to 10 (cooperation), as ICEWS has it, to a tenth
// column: hostile: number of acts with a score below 0
// column: one_id: id of the one party
// column: other_id: id of the other party
MATCH (act:Act)
WHERE act.pairs IS NOT NULL
  AND ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
WITH act.pairs AS pairs, act.goldstein AS goldstein
UNWIND pairs AS pair
WITH pair, count(pair) AS acts, sum(goldstein) AS total, count(goldstein) AS scored,
  count(CASE WHEN goldstein < 0 THEN 1 END) AS hostile
WITH replace(replace(pair, '>', '='), '<', '=') AS parties, pair CONTAINS '>' AS forward, pair CONTAINS '<' AS back,
  acts, total, scored, hostile
WITH parties, sum(acts) AS acts, sum(CASE WHEN forward THEN acts ELSE 0 END) AS one_to_other,
  sum(CASE WHEN back THEN acts ELSE 0 END) AS other_to_one, sum(total) AS total, sum(scored) AS scored,
  sum(hostile) AS hostile
ORDER BY acts DESC, parties LIMIT $limit
WITH split(parties, '=') AS ids, acts, one_to_other, other_to_one, total, scored, hostile
MATCH (one:Actor) WHERE one.id = ids[0]
MATCH (other:Actor) WHERE other.id = ids[1]
RETURN one.name AS one, other.name AS other, acts, one_to_other, other_to_one,
  acts - one_to_other - other_to_one AS joint,
  CASE WHEN scored > 0 THEN floor(total / scored * 10 + 0.500001) / 10 END AS goldstein, hostile,
  one.id AS one_id, other.id AS other_id
ORDER BY acts DESC, one_id, other_id
