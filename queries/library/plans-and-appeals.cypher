// title: What is planned or called for
// answers: Acts that are planned, promised, demanded or called for, with who says so.
// param: actor (actor, default: none): who says so: a speaker, a publisher in its own words, a state for its side
// param: party (actor, default: none): who takes part in what is said; a state stands also for its side
// param: topic (topic, default: none): what it is about
// param: since (date, default: none): from this day on; acts that possibly lie in the window are given
// param: until (date, default: none): up to this day, itself included
// column: chain: the voices, from the outermost (empty: the article itself)
// column: summary: what is said, in one sentence
// column: factuality: asserted, denied, predicted ...
// column: hedge: how it is limited (maybe)
// column: phrase: words quoted
// column: date: when it is said to be, as it was given
// column: statement: the statement in which it is said, in one sentence
// column: said_on: when that was said
// column: certain: whether what is said certainly lies in the window
// column: act: id of what is said
// column: via: id of the statement
// column: article: id of the article
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
MATCH (article:Article)-[report:REPORTS]->(act:Act)
WHERE report.factuality IN ['planned', 'called_for', 'called_against'] AND report.mark <> 'inferred'
OPTIONAL MATCH (statement:Act)-[:CLAIMS]->(act) WHERE statement.id = report.via
OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(publisher:Actor)
WITH article, report, act, statement, publisher
WHERE ($actor IS NULL OR (statement IS NULL AND publisher.id = $actor)
    OR (statement IS NOT NULL AND (EXISTS { (statement)-[:BY]->(:Actor {id: $actor}) }
    OR EXISTS { MATCH (statement)-[side:SIDE]->(:Actor {id: $actor}) WHERE side.role = 'by' })))
  AND (statement IS NULL OR EXISTS { MATCH (:Article)-[said:REPORTS]->(statement) WHERE said.holds })
  AND ($party IS NULL OR EXISTS { (act)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $party}) })
  AND ($topic IS NULL OR EXISTS { (act)-[:ABOUT]->(:Topic {id: $topic}) })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
RETURN DISTINCT coalesce(report.speakers, []) AS chain, act.summary AS summary, report.factuality AS factuality,
  report.hedge AS hedge, report.phrase AS phrase, act.date AS date, statement.summary AS statement,
  statement.date AS said_on,
  ($since IS NULL OR coalesce(act.earliest >= $since AND coalesce(act.date, '') =~ '[^?~%]*', false))
    AND ($until IS NULL OR coalesce(act.latest <= $until AND coalesce(act.date, '') =~ '[^?~%]*', false)) AS certain,
  act.id AS act, report.via AS via, article.id AS article, report.paragraph AS paragraph, report.mark AS mark
ORDER BY article, size(paragraph), paragraph, act, via, factuality, mark, hedge, phrase, chain
