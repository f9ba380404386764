// title: Articles and what they hold
// answers: The loaded articles, with how many acts, statements, details and inferences each reports.
// param: publisher (actor, default: none): only of this publisher
// param: since (date, default: none): published from this day on
// param: until (date, default: none): published up to this day
// column: article: id of the article
// column: published: when
// column: publisher: by whom
// column: headline: its headline
// column: events: number of events that it reports
// column: statements: number of statements
// column: details: number of figures and other details
// column: inferred: number of facts that the writers infer
// column: places: where it was written
// column: publisher_id: id of the publisher
MATCH (article:Article)
WHERE ($since IS NULL OR article.latest >= $since) AND ($until IS NULL OR article.earliest <= $until)
OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(publisher:Actor)
WITH article, publisher
WHERE $publisher IS NULL OR publisher.id = $publisher
CALL (article) {
  OPTIONAL MATCH (article)-[:DATELINED]->(place:Place)
  WITH DISTINCT place ORDER BY place.name
  RETURN collect(place.name) AS places
}
CALL (article) {
  OPTIONAL MATCH (article)-[report:REPORTS]->(fact)
  RETURN count(DISTINCT CASE WHEN fact:Event THEN fact.id END) AS events,
    count(DISTINCT CASE WHEN fact:Statement THEN fact.id END) AS statements,
    count(DISTINCT CASE WHEN fact:Detail THEN fact.id END) AS details,
    count(DISTINCT CASE WHEN report.mark = 'inferred' THEN fact.id END) AS inferred
}
RETURN article.id AS article, article.published AS published, publisher.name AS publisher, article.headline AS headline,
  events, statements, details, inferred, places, publisher.id AS publisher_id
ORDER BY published, article
