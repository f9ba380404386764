// title: The acts of a series
// answers: The acts that sources count in a series, in the order of their numbers, with who counts them.
// param: topic (topic, default: none): which series
// column: series: name of the series
// column: number: place in the series
// column: date: when, as it was given (2019-07 is a month; empty: not given)
// column: who: names of those who speak or act
// column: summary: the act in one sentence
// column: article: id of the article that counts it
// column: paragraph: its paragraph there
// column: mark: reported, attributed, inferred or derived
// column: via: id of the statement in which it is counted
// column: act: id of the act
// column: who_id: ids of those who speak or act
// column: series_id: id of the series
// column: earliest: first day that it can have been
// column: latest: last day that it can have been
MATCH (act:Act)-[link:IN_SERIES]->(series:Topic)
WHERE $topic IS NULL OR series.id = $topic
CALL (act) {
  OPTIONAL MATCH (act)-[:BY]->(party:Actor)
  WITH DISTINCT party ORDER BY party.name, party.id
  RETURN collect(party.name) AS who, collect(party.id) AS who_id
}
RETURN series.name AS series, link.number AS number, act.date AS date, who, act.summary AS summary,
  link.article AS article, link.paragraph AS paragraph, link.mark AS mark, link.via AS via, act.id AS act, who_id,
  series.id AS series_id, act.earliest AS earliest, act.latest AS latest
ORDER BY series, series_id, number, act, article, size(paragraph), paragraph, mark, via
