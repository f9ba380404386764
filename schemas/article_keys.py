"""The keys of an article file with what each means: one list for the reader, the checks and the editors' schema."""

from __future__ import annotations

METADATA = {
    "article": "The id of this article, as jn-2020-12-25: short, unique, without blanks.",
    "headline": "The headline as printed.",
    "publisher": "Who published it: an actor's name or id.",
    "published": "The day it was published, as 2020-12-25.",
    "dateline": "The place, or places, it was written at.",
    "agency": "The news agency it came from: an actor's name or id.",
    "authors": "Who wrote it, as printed: a name or a list of names.",
    "excerpt": "true where only a part of the article was at hand: what it leaves out says nothing.",
    "url": "Its address on the web.",
    "note": "A remark for readers of this file.",
    "empty": "Paragraphs without a fact, each with the reason: {P4: an advertisement}.",
    "vocabulary": "Kinds, actors, offices, places, topics that only this article needs, as in vocabulary.yaml.",
}
ROLES = {
    "by": "Who speaks or acts; every party of a mutual act. A name, a list, {name: office}, or `unstated`.",
    "to": "To whom the words are addressed, or who receives.",
    "toward": "At whom the act is aimed: the criticized, praised, visited, sanctioned.",
    "affects": "Who is said to suffer or gain.",
    "about": "What it is about: a topic, an act's id, an actor, a place.",
    "at": "Where: a place, or {over: place}, {between: [place, place]}.",
}
LINKS = {
    "during": "The act within which this one took place.",
    "part_of": "The act that this one is a part of.",
    "responds_to": "The act that this one answers.",
    "follows": "The act that came before this one.",
    "aims_at": "The purpose: an act's id, or an act written out (planned, unless `is:` says otherwise).",
    "motivated_by": "The act that moved the parties to this one.",
    "conditional_on": "The act on which this one depends: an act's id, or an act written out (possible).",
    "derived_from": "The fact from which this one was derived.",
    "same_as": "Another act that is the same one; of another file, article-id/act-id; coded events, dataset/event-id.",
    "not_same_as": "An act that might be taken for this one and is not; of another file or data set as for same_as.",
    "unsure": "An act that may be the same one; of another file, article-id/act-id.",
}
# Links that say which acts are one: these may lead to the act of another file, which is not reported thereby.
IDENTITY = ("same_as", "not_same_as", "unsure")
# The value of `by:` where a text leaves the doer out.
UNSTATED = "unstated"
FACT_KEYS = {
    "see": "Refers back to a fact or a thing of the vocabulary, to say more of it.",
    "same": "true where another article introduces this id.",
    "also": "Further kinds of the same act.",
    "is": "How it is given: asserted, denied, planned ...; the default comes from the statement around it.",
    "mark": "Whose it is: reported, attributed (inside claims), inferred by the writers, derived from other facts.",
    "hedge": "The word that weakens it, as printed: maybe.",
    "phrase": "The words as printed, at most eight, where the wording itself is the fact.",
    "date": "When: 2020-12-22, 2020-12, 2020, 2020-12-17/2020-12-22, 2020~, or the words printed (Tuesday).",
    "said": "The date as printed, where `date:` is written out.",
    "name": "A short name of the act.",
    "summary": "The act in one sentence, without a full stop.",
    "series": "Its number in a series: {joint-air-patrols: second}.",
    "claims": "What the statement says: a list of facts.",
    **ROLES,
    **LINKS,
}
DETAIL_KEYS = {
    "value": "The value as written: 6 bombers, more than 10 hours, double.",
    "id": "An id, where other facts refer to this detail.",
    "for": "The actor, or actors, that it holds for.",
    "toward": "The actor that it is directed at.",
    "than": "What it is compared with.",
    "refers_to": "The act, detail or place that it refers to.",
    "derived_from": "The details or acts it was derived from (with mark: derived).",
    "is": FACT_KEYS["is"],
    "mark": FACT_KEYS["mark"],
    "hedge": FACT_KEYS["hedge"],
    "phrase": FACT_KEYS["phrase"],
}
