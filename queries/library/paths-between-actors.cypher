// title: How two actors are connected
// answers: Acts in which both take part, and third parties with whom each of them has an act, at most two acts apart.
// answers: A state stands also for those who act for it (SIDE).
// param: one (actor): where to begin
// param: other (actor): where to end
// column: acts: how many acts lie between: 1 or 2
// column: through: name of the third party (empty: directly)
// column: first: the first act that joins the one to the third party (or to the other), in one sentence
// column: second: the first act that joins the third party to the other, in one sentence
// column: first_count: number of such first acts
// column: second_count: number of such second acts
// column: through_id: id of the third party
// column: first_id: id of the first act
// column: second_id: id of the second act
CALL () {
  MATCH (:Actor {id: $one})<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
  WHERE $one <> $other AND EXISTS { (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $other}) }
    AND act.holds
  WITH DISTINCT act ORDER BY act.earliest, act.latest, act.id
  WITH collect(act) AS near
  WHERE size(near) > 0
  RETURN 1 AS acts, null AS middle, near, [] AS far
  UNION ALL
  MATCH (party:Actor)<-[:BY|TO|TOWARD|AFFECTS|SIDE]-(act:Act)
  WHERE party.id IN [$one, $other]
    AND act.holds
  MATCH (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(middle:Actor)
  WHERE NOT middle.id IN [$one, $other]
  WITH middle, act, collect(DISTINCT party.id) AS parties ORDER BY act.earliest, act.latest, act.id
  WITH middle, collect(CASE WHEN parties = [$one] THEN act END) AS near,
    collect(CASE WHEN parties = [$other] THEN act END) AS far
  WHERE size(near) > 0 AND size(far) > 0
  RETURN 2 AS acts, middle, near, far
}
RETURN acts, middle.name AS through, near[0].summary AS first, far[0].summary AS second, size(near) AS first_count,
  size(far) AS second_count, middle.id AS through_id, near[0].id AS first_id, far[0].id AS second_id
ORDER BY acts, through, through_id
