// title: Common targets of two parties
// answers: At whom both parties aimed acts of a kind (all kinds, if none is given), with how many and one of
// answers: each.
// answers: A party that is a state stands also for those who act for it (SIDE); a target that is none is named itself.
// param: one (actor): the one party
// param: other (actor): the other party
// param: kind (kind, default: none): only acts of this kind
// column: target: name of the common target
// column: acts_of_one: number of acts of the one party
// column: acts_of_other: number of acts of the other party
// column: joint_acts: number of acts that both did together, counted in both numbers
// column: act_of_one: id of an act of the one party
// column: act_of_other: id of an act of the other party
// column: target_id: id of the common target
UNWIND [$one, $other] AS party_id
MATCH (party:Actor) WHERE party.id = party_id
MATCH (party)<-[role:BY|SIDE]-(act:Act)
WHERE (type(role) = 'BY' OR role.role = 'by')
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND act.holds
MATCH (act)-[:TOWARD]->(target:Actor)
WHERE NOT target.id IN [$one, $other]
WITH target, act, count(CASE WHEN party.id = $one THEN 1 END) > 0 AS of_one,
  count(CASE WHEN party.id = $other THEN 1 END) > 0 AS of_other
WITH target, count(CASE WHEN of_one THEN 1 END) AS acts_of_one, count(CASE WHEN of_other THEN 1 END) AS acts_of_other,
  count(CASE WHEN of_one AND of_other THEN 1 END) AS joint_acts, min(CASE WHEN of_one THEN act.id END) AS act_of_one,
  min(CASE WHEN of_other THEN act.id END) AS act_of_other
WHERE acts_of_one > 0 AND acts_of_other > 0
RETURN target.name AS target, acts_of_one, acts_of_other, joint_acts, act_of_one, act_of_other, target.id AS target_id
ORDER BY target, target_id
