// title: According to whom
// answers: Every report of one fact: which article gives it, where, as what, and through which chain of voices.
// param: fact (act): id of an act or a detail
// column: chain: the voices from the outermost to the innermost (empty: the article itself)
// column: factuality: asserted, denied, planned, mentioned ...
// column: holds: whether the whole chain asserts it and nobody infers it
// column: hedge: how it is limited (maybe)
// column: phrase: words quoted
// column: date: the date that this report gives
// column: said_date: the words for the date (Tuesday)
// column: publisher: who published the article
// column: published: when
// column: article: id of the article
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: via: id of the statement that claims it
// column: fact: id of the fact
// column: publisher_id: id of the publisher
OPTIONAL MATCH (act:Act {id: $fact})
OPTIONAL MATCH (detail:Detail {id: $fact})
WITH coalesce(act, detail) AS fact
WHERE fact IS NOT NULL
MATCH (article:Article)-[report:REPORTS]->(fact)
OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(publisher:Actor)
RETURN coalesce(report.speakers, []) AS chain, report.factuality AS factuality, report.holds AS holds,
  report.hedge AS hedge, report.phrase AS phrase, report.date AS date, report.said_date AS said_date,
  publisher.name AS publisher, article.published AS published, article.id AS article, report.paragraph AS paragraph,
  report.mark AS mark, report.via AS via, fact.id AS fact, publisher.id AS publisher_id
ORDER BY published, article, size(paragraph), paragraph, via, factuality, mark, date, hedge, phrase
