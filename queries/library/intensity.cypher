// title: How intense, month by month
// answers: Acts between two parties in each month or year: how many each way, how friendly, and how many of each quad
// answers: class. A state stands also for those who act for it (SIDE). Whom an act is only told to counts where it is
// answers: aimed at nobody. Acts whose month (or year) is not certain are left out.
// param: one (actor): the one party
// param: other (actor): the other party
// param: period (text, default: month): month or year
// param: kind (kind, default: none): only acts of this kind
// param: since (date, default: none): only acts that certainly lie on or after this day
// param: until (date, default: none): only acts that certainly lie on or before this day
// column: period: the month (2010-05) or year
// column: acts: number of acts
// column: one_to_other: number of those in which the one acts toward the other
// column: other_to_one: number of those in which the other acts toward the one
// column: joint: number of those in which both act
// column: goldstein: mean score from -10 (conflict) to 10 (cooperation), as ICEWS has it, to a tenth
// column: plover: mean PLOVER score from -10 to 10, to a tenth
// column: verbal_cooperation: number of acts of quad class 1
// column: material_cooperation: number of acts of quad class 2
// column: verbal_conflict: number of acts of quad class 3
// column: material_conflict: number of acts of quad class 4
// column: act: id of one of them
MATCH (one:Actor {id: $one})
MATCH (other:Actor {id: $other})
WITH CASE WHEN COUNT { (one)<-[:BY|TO|TOWARD|SIDE]-() } <= COUNT { (other)<-[:BY|TO|TOWARD|SIDE]-() }
  THEN [$one, $other] ELSE [$other, $one] END AS pair
MATCH (quiet:Actor) WHERE quiet.id = pair[0]
// Not by its plain id, or Neo4j begins with the other, which has more acts.
MATCH (quiet)<-[near:BY|TO|TOWARD|SIDE]-(act:Act)-[far:BY|TO|TOWARD|SIDE]->(loud:Actor)
WHERE loud.id + '' = pair[1]
  AND ($kind IS NULL OR $kind IN act.kinds OR $kind = act.mirror)
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
WITH act, quiet.id = $one AS straight, type(near) = 'BY' OR coalesce(near.role = 'by', false) AS near_acts,
  type(far) = 'BY' OR coalesce(far.role = 'by', false) AS far_acts,
  coalesce('TO' IN [type(near), type(far)] OR 'to' IN [near.role, far.role], false) AS told
WHERE NOT told OR NOT EXISTS { (act)-[:TOWARD]->(:Actor) }
WITH act, count(CASE WHEN (near_acts AND straight) OR (far_acts AND NOT straight) THEN 1 END) > 0 AS one_acts,
  count(CASE WHEN (far_acts AND straight) OR (near_acts AND NOT straight) THEN 1 END) > 0 AS other_acts
WHERE (one_acts OR other_acts)
  AND act.holds
WITH substring(toString(act.earliest), 0, CASE $period WHEN 'year' THEN 4 ELSE 7 END) AS period,
  substring(toString(act.latest), 0, CASE $period WHEN 'year' THEN 4 ELSE 7 END) AS until, act, one_acts, other_acts
WHERE period = until
WITH period, count(act) AS acts, count(CASE WHEN NOT other_acts THEN 1 END) AS one_to_other,
  count(CASE WHEN NOT one_acts THEN 1 END) AS other_to_one,
  count(CASE WHEN one_acts AND other_acts THEN 1 END) AS joint,
  sum(act.goldstein) AS goldstein, count(act.goldstein) AS scored,
  sum(act.plover_score) AS plover, count(act.plover_score) AS plovered,
  count(CASE WHEN act.quad = 1 THEN 1 END) AS verbal_cooperation,
  count(CASE WHEN act.quad = 2 THEN 1 END) AS material_cooperation,
  count(CASE WHEN act.quad = 3 THEN 1 END) AS verbal_conflict,
  count(CASE WHEN act.quad = 4 THEN 1 END) AS material_conflict, min(act.id) AS act
RETURN period, acts, one_to_other, other_to_one, joint,
  CASE WHEN scored > 0 THEN floor(goldstein / scored * 10 + 0.500001) / 10 END AS goldstein,
  CASE WHEN plovered > 0 THEN floor(plover / plovered * 10 + 0.500001) / 10 END AS plover,
  verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, act
ORDER BY period
