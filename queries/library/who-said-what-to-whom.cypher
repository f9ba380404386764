// title: Who said what to whom
// answers: Statements that were made to somebody, each with its content.
// answers: A speaker or addressee that is a state stands also for those who act for it (SIDE).
// param: speaker (actor, default: none): who speaks
// param: addressee (actor, default: none): to whom
// param: since (date, default: none): from this day on; acts that possibly lie in the window are given
// param: until (date, default: none): up to this day, itself included
// param: limit (integer, default: 500): at most so many rows, the first of them
// column: speaker: names of the speakers
// column: addressee: names of those to whom it was said
// column: statement: the statement in one sentence
// column: said: what it says, in one sentence (empty: no content is recorded)
// column: factuality: whether the speaker asserts it, denies it, predicts it, calls for it ...
// column: hedge: how the speaker limits it (maybe)
// column: phrase: words quoted
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: certain: whether the act certainly lies in the window (a vague or partial date may not)
// column: act: id of the statement
// column: said_id: id of what it says
// column: speaker_id: ids of the speakers
// column: addressee_id: ids of those to whom it was said
// column: article: id of the article
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices, from the outermost; the speaker is the last where the content is given
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
MATCH (act:Statement)
WHERE EXISTS { (act)-[:TO]->(:Actor) }
  AND act.holds
  AND ($speaker IS NULL OR EXISTS { (act)-[:BY]->(:Actor {id: $speaker}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $speaker}) WHERE side.role = 'by' })
  AND ($addressee IS NULL OR EXISTS { (act)-[:TO]->(:Actor {id: $addressee}) }
    OR EXISTS { MATCH (act)-[side:SIDE]->(:Actor {id: $addressee}) WHERE side.role = 'to' })
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
OPTIONAL MATCH (act)-[:CLAIMS]->(said)<-[given:REPORTS]-(paper:Article) WHERE given.via = act.id
WITH DISTINCT act, said, given, paper ORDER BY act.earliest, act.latest, act.id, said.id, paper.id LIMIT $limit
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS speaker, collect(party.id) AS speaker_id
}
CALL (act) {
  OPTIONAL MATCH (act)-[:TO]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS addressee, collect(party.id) AS addressee_id
}
CALL (act) {
  OPTIONAL MATCH (source:Article)-[report:REPORTS]->(act)
  WITH source, report,
    CASE WHEN report.holds THEN 0 WHEN report.factuality = 'mentioned' THEN 2 ELSE 1 END AS rank
  ORDER BY rank, source.earliest, source.id, size(report.paragraph), report.paragraph, coalesce(report.via, ''),
    report.factuality, report.mark
  WITH collect(source.id) AS sources, collect(report) AS reports
  RETURN coalesce(sources[0], act.dataset) AS article, coalesce(reports[0].paragraph, toString(act.row)) AS paragraph,
    reports[0].mark AS mark, coalesce(reports[0].speakers, []) AS chain, size(reports) AS reports
}
RETURN DISTINCT speaker, addressee, act.summary AS statement, coalesce(said.summary, said.name) AS said,
  given.factuality AS factuality, given.hedge AS hedge, given.phrase AS phrase, act.date AS date,
  ($since IS NULL OR coalesce(act.earliest >= $since AND coalesce(act.date, '') =~ '[^?~%]*', false))
    AND ($until IS NULL OR coalesce(act.latest <= $until AND coalesce(act.date, '') =~ '[^?~%]*', false)) AS certain,
  act.id AS act, said.id AS said_id, speaker_id, addressee_id, coalesce(paper.id, article) AS article,
  coalesce(given.paragraph, paragraph) AS paragraph, coalesce(given.mark, mark) AS mark,
  coalesce(given.speakers, chain) AS chain, act.earliest AS earliest, act.latest AS latest
ORDER BY earliest, latest, act, said_id, article, paragraph, factuality, hedge, phrase
