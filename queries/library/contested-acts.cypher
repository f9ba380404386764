// title: What one source asserts and another denies
// answers: Acts that are asserted in one report and denied in another, with both sources.
// param: act (act, default: none): only this act
// column: summary: the act in one sentence
// column: asserted_by: the voices that assert it, from the outermost (empty: the article itself)
// column: asserted_article: id of the article
// column: asserted_paragraph: its paragraph there
// column: asserted_mark: reported, attributed or inferred
// column: denied_by: the voices that deny it, from the outermost (empty: the article itself)
// column: denied_article: id of the article
// column: denied_paragraph: its paragraph there
// column: denied_mark: reported, attributed or inferred
// column: act: id of the act
MATCH (yes:Article)-[asserts:REPORTS]->(act:Act)
WHERE ($act IS NULL OR act.id = $act) AND asserts.factuality IN ['asserted', 'habitual']
MATCH (no:Article)-[denies:REPORTS]->(act)
WHERE denies.factuality = 'denied'
RETURN DISTINCT act.summary AS summary, coalesce(asserts.speakers, []) AS asserted_by, yes.id AS asserted_article,
  asserts.paragraph AS asserted_paragraph, asserts.mark AS asserted_mark, coalesce(denies.speakers, []) AS denied_by,
  no.id AS denied_article, denies.paragraph AS denied_paragraph, denies.mark AS denied_mark, act.id AS act
ORDER BY act, asserted_article, size(asserted_paragraph), asserted_paragraph, denied_article, size(denied_paragraph),
  denied_paragraph, asserted_by, denied_by, asserted_mark, denied_mark
