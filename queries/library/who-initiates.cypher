// title: Who initiates and who reciprocates
// answers: Of what each of two parties did toward the other, cooperation and conflict apart: how much came first, with
// answers: nothing of the sort from the other in the days before, and how much was answered in kind in the days after.
// answers: A state stands also for those who act for it (SIDE). Acts of both, and of no certain day, are left out.
// param: one (actor): the one party
// param: other (actor): the other party
// param: days (integer, default: 7): how many days an answer may take
// param: since (date, default: none): only acts on or after this day
// param: until (date, default: none): only acts on or before this day
// column: who: name of who acts
// column: whom: name of the other party
// column: sort: cooperation (quad classes 1 and 2) or conflict (3 and 4)
// column: acts: number of acts
// column: initiated: number of those that came first
// column: answered: number of those that the other answered in kind
// column: act: id of one of them
// column: who_id: id of who acts
// column: whom_id: id of the other party
MATCH (one:Actor {id: $one})
MATCH (other:Actor {id: $other})
WITH CASE WHEN COUNT { (one)<-[:BY|TO|TOWARD|SIDE]-() } <= COUNT { (other)<-[:BY|TO|TOWARD|SIDE]-() }
  THEN [$one, $other] ELSE [$other, $one] END AS pair
MATCH (quiet:Actor) WHERE quiet.id = pair[0]
// Not by its plain id, or Neo4j begins with the other, which has more acts.
MATCH (quiet)<-[near:BY|TO|TOWARD|SIDE]-(act:Act)-[far:BY|TO|TOWARD|SIDE]->(loud:Actor)
WHERE loud.id + '' = pair[1]
  AND act.quad IS NOT NULL AND act.earliest = act.latest
  AND ($since IS NULL OR act.earliest >= $since)
  AND ($until IS NULL OR act.latest <= $until)
WITH act, quiet.id = $one AS straight, type(near) = 'BY' OR coalesce(near.role = 'by', false) AS near_acts,
  type(far) = 'BY' OR coalesce(far.role = 'by', false) AS far_acts,
  coalesce('TO' IN [type(near), type(far)] OR 'to' IN [near.role, far.role], false) AS told
WHERE NOT told OR NOT EXISTS { (act)-[:TOWARD]->(:Actor) }
WITH act, count(CASE WHEN (near_acts AND straight) OR (far_acts AND NOT straight) THEN 1 END) > 0 AS one_acts,
  count(CASE WHEN (far_acts AND straight) OR (near_acts AND NOT straight) THEN 1 END) > 0 AS other_acts
WHERE one_acts <> other_acts
  AND act.holds
WITH act.earliest AS date, one_acts, act.quad > 2 AS conflict, count(act) AS acts, min(act.id) AS act
WITH duration.inDays(date({year: 1970, month: 1, day: 1}), date).days AS day, one_acts, conflict, acts, act
UNWIND range(-$days, $days) AS lag
// Each day is also told to the other party: to its days before, as an answer, and to its days after, as a cause.
WITH day + lag AS day, CASE WHEN lag = 0 THEN one_acts ELSE NOT one_acts END AS one_acts, conflict,
  CASE WHEN lag = 0 THEN acts ELSE 0 END AS acts, CASE WHEN lag = 0 THEN act END AS act, lag
WITH one_acts, conflict, day, sum(acts) AS acts, min(act) AS act, count(CASE WHEN lag > 0 THEN 1 END) AS causes,
  count(CASE WHEN lag < 0 THEN 1 END) AS answers
WHERE acts > 0
WITH one_acts, conflict, sum(acts) AS acts, sum(CASE WHEN causes = 0 THEN acts ELSE 0 END) AS initiated,
  sum(CASE WHEN answers > 0 THEN acts ELSE 0 END) AS answered, min(act) AS act
MATCH (who:Actor) WHERE who.id = CASE WHEN one_acts THEN $one ELSE $other END
MATCH (whom:Actor) WHERE whom.id = CASE WHEN one_acts THEN $other ELSE $one END
RETURN who.name AS who, whom.name AS whom, CASE WHEN conflict THEN 'conflict' ELSE 'cooperation' END AS sort, acts,
  initiated, answered, act, who.id AS who_id, whom.id AS whom_id
ORDER BY sort, who, who_id
