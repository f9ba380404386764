// title: Why it was done, and what for
// answers: The aims and motives of acts that a source gives, or that the writers infer: the mark says which.
// param: act (act, default: none): only of this act
// param: actor (actor, default: none): only of acts of this actor; a state stands also for those who act for it (SIDE)
// column: summary: the act in one sentence
// column: relation: AIMS_AT or MOTIVATED_BY
// column: reason: the aim or motive, in one sentence
// column: mark: reported, attributed, inferred or derived
// column: speaker: who says so: names of the speakers of the statement (empty: the article itself)
// column: article: id of the article
// column: paragraph: its paragraph there
// column: act: id of the act
// column: reason_id: id of the aim or motive
// column: via: id of the statement in which it is said
MATCH (act:Act)-[link:AIMS_AT|MOTIVATED_BY]->(reason)
WHERE ($act IS NULL OR act.id = $act)
  AND ($actor IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })
CALL (link) {
  WITH link.via AS via
  OPTIONAL MATCH (:Act {id: via})-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS speaker
}
RETURN act.summary AS summary, type(link) AS relation, coalesce(reason.summary, reason.name) AS reason,
  link.mark AS mark, speaker, link.article AS article, link.paragraph AS paragraph, act.id AS act,
  reason.id AS reason_id, link.via AS via
ORDER BY act, relation, reason_id, article, size(paragraph), paragraph, mark, via
