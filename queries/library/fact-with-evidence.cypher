// title: One fact with everything about it
// answers: The participants, reports, claims, details and links of one act or detail, each with its evidence.
// param: fact (act): id of an act or a detail
// column: aspect: the relationship: BY, TO, REPORTS, CLAIMS, OF, RESPONDS_TO ...
// column: direction: `out` where it leaves the fact, `in` where it leads to it
// column: other: name of what is at the other end
// column: note: office, preposition, place in a series, role, or whom somebody acts for
// column: factuality: for reports and claims: asserted, denied ...
// column: phrase: words quoted
// column: articles: ids of the articles that say so (empty: derived from the vocabulary)
// column: paragraph: the paragraph there
// column: mark: reported, attributed, inferred or derived
// column: chain: the voices, from the outermost (of reports)
// column: other_id: id of what is at the other end
// column: fact: id of the fact
OPTIONAL MATCH (act:Act {id: $fact})
OPTIONAL MATCH (detail:Detail {id: $fact})
WITH coalesce(act, detail) AS fact
WHERE fact IS NOT NULL
CALL (fact) {
  MATCH (fact)-[link]->(thing)
  RETURN link, thing, 'out' AS direction
  UNION ALL
  MATCH (fact)<-[link]-(thing)
  RETURN link, thing, 'in' AS direction
}
RETURN type(link) AS aspect, direction, coalesce(thing.summary, thing.headline, thing.name) AS other,
  coalesce(link.office, link.preposition, toString(link.number), link.role, link.acting_for) AS note,
  link.factuality AS factuality, link.phrase AS phrase,
  coalesce(link.articles, CASE WHEN link.article IS NOT NULL THEN [link.article] END,
    CASE WHEN thing:Article THEN [thing.id] ELSE [] END) AS articles,
  link.paragraph AS paragraph, link.mark AS mark, coalesce(link.speakers, []) AS chain, thing.id AS other_id,
  fact.id AS fact
ORDER BY aspect, direction, other_id, size(paragraph), paragraph, factuality, note, mark, phrase
