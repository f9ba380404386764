// title: What the writers infer
// answers: Readings that an article gives as its own and not as reported: acts, figures, motives, aims and causes.
// param: article (article, default: none): only of this article
// param: actor (actor, default: none): who takes part in it; a state stands also for those who act for it (SIDE)
// column: what: fact, or the link by which two acts are joined: AIMS_AT, MOTIVATED_BY, DERIVED_FROM ...
// column: summary: the inferred fact, or the act from which the link leads
// column: other: the act or detail to which the link leads
// column: factuality: asserted, planned, possible ... (of facts)
// column: article: id of the article
// column: paragraph: its paragraph there
// column: publisher: who published it
// column: fact: id of the fact, or of the act from which the link leads
// column: other_id: id of the act or detail to which the link leads
// column: publisher_id: id of the publisher
CALL () {
  MATCH (paper:Article)-[report:REPORTS]->(fact)
  WHERE report.mark = 'inferred'
  RETURN 'fact' AS what, fact, null AS other, report.factuality AS factuality, paper.id AS article,
    report.paragraph AS paragraph
  UNION ALL
  MATCH (fact:Act)-[link:AIMS_AT|MOTIVATED_BY|DERIVED_FROM|RESPONDS_TO|FOLLOWS|PART_OF|DURING]->(other)
  WHERE link.mark = 'inferred'
  RETURN type(link) AS what, fact, other, null AS factuality, link.article AS article, link.paragraph AS paragraph
}
WITH what, fact, other, factuality, article, paragraph
WHERE ($article IS NULL OR article = $article) AND ($actor IS NULL
  OR EXISTS { (fact)-[:BY|TO|TOWARD|AFFECTS|SIDE]->(:Actor {id: $actor}) })
OPTIONAL MATCH (paper:Article)-[:PUBLISHED_BY]->(publisher:Actor) WHERE paper.id = article
RETURN DISTINCT what, coalesce(fact.summary, fact.name) AS summary, coalesce(other.summary, other.name) AS other,
  factuality, article, paragraph, publisher.name AS publisher, fact.id AS fact, other.id AS other_id,
  publisher.id AS publisher_id
ORDER BY article, size(paragraph), paragraph, fact, what, other_id, factuality
