// title: What an article reports
// answers: Every fact of an article, in the order of its paragraphs, with mark, factuality and chain.
// param: article (article): id of the article
// param: mark (text, default: none): only reported, attributed, inferred or derived
// column: paragraph: where
// column: sort: event, statement or detail
// column: summary: the fact in one sentence
// column: mark: reported, attributed, inferred or derived
// column: factuality: asserted, denied, planned, mentioned ...
// column: chain: the voices, from the outermost (empty: the article itself)
// column: hedge: how it is limited (maybe)
// column: phrase: words quoted
// column: date: the date that the article gives
// column: fact: id of the fact
// column: via: id of the statement that claims it
MATCH (:Article {id: $article})-[report:REPORTS]->(fact)
WHERE $mark IS NULL OR report.mark = $mark
RETURN report.paragraph AS paragraph,
  CASE WHEN fact:Detail THEN 'detail' WHEN fact:Statement THEN 'statement' ELSE 'event' END AS sort,
  coalesce(fact.summary, fact.name) AS summary, report.mark AS mark, report.factuality AS factuality,
  coalesce(report.speakers, []) AS chain, report.hedge AS hedge, report.phrase AS phrase, report.date AS date,
  fact.id AS fact, report.via AS via
ORDER BY size(paragraph), paragraph, sort DESC, fact, via, factuality, mark, date, hedge, phrase
