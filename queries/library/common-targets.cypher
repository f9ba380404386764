// title: Common targets of two parties
// answers: At whom both parties aimed acts of a kind (all kinds, if none is given), with how many and the first of
// answers: each.
// answers: A party that is a state stands also for those who act for it (SIDE); a target that is none is named itself.
// param: one (actor): the one party
// param: other (actor): the other party
// param: kind (kind, default: none): only acts of this kind
// column: target: name of the common target
// column: acts_of_one: number of acts of the one party
// column: acts_of_other: number of acts of the other party
// column: joint_acts: number of acts that both did together, counted in both numbers
// column: first_of_one: id of the first act of the one party
// column: first_of_other: id of the first act of the other party
// column: target_id: id of the common target
MATCH (party:Actor)<-[role:BY|SIDE]-(act:Act)
WHERE party.id IN [$one, $other] AND (type(role) = 'BY' OR role.role = 'by')
  AND ($kind IS NULL OR $kind IN act.kinds)
  AND act.status IN ['asserted', 'contested', 'habitual']
  AND (act.dataset IS NOT NULL OR EXISTS { MATCH (:Article)-[given:REPORTS]->(act) WHERE given.holds })
MATCH (act)-[:TOWARD]->(target:Actor)
WHERE NOT target.id IN [$one, $other]
WITH target, act, collect(DISTINCT party.id) AS parties
ORDER BY act.earliest, act.latest, act.id
WITH target, collect(CASE WHEN $one IN parties THEN act.id END) AS ones,
  collect(CASE WHEN $other IN parties THEN act.id END) AS others, count(CASE WHEN size(parties) = 2 THEN 1 END) AS joint
WHERE size(ones) > 0 AND size(others) > 0
RETURN target.name AS target, size(ones) AS acts_of_one, size(others) AS acts_of_other, joint AS joint_acts,
  ones[0] AS first_of_one, others[0] AS first_of_other, target.id AS target_id
ORDER BY target, target_id
