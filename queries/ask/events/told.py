"""Leaves out of what is only told how often it was, and what says nothing: "they met several times; when ..."."""

from __future__ import annotations

from collections.abc import Callable

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.elements import Element, Elements

_ASKING = ("who", "somebody", "when", "count", "many", "unit", "time")
_OFTEN = frozenset(
    ("several times", "many times", "multiple times", "numerous times", "several occasions", "many occasions",
     "multiple occasions", "numerous occasions", "repeatedly", "regularly", "more than once", "twice", "time and again")
)  # fmt: skip
_ORDERED = ("first", "last", "next", "earlier", "later", "before", "after")
_DENIALS = ("not", "never", "nobody", "no one", "no", "none", "neither", "nor", "nothing", "no longer")
_QUESTION = ("who", "when", "count", "many")
_TELLING = ("name", "date", "who", "when", "count", "many", "first", "last", "next", "same", "before", "after")


def is_asking(sentence: Elements) -> bool:
    """Say whether a sentence has a word that asks."""
    return any(e.type in _ASKING for e in sentence)


def without_frequency(sentence: Elements) -> Elements:
    """Drop how often it was where that is only told."""
    if is_asking(sentence):
        return sentence
    return [e for e in sentence if e.type != "limits" or e.words not in _OFTEN]


def without_limits(sentence: Elements, ordered: bool) -> tuple[Elements, list[str]]:
    """Drop from what is told the words that limit it or are not known, and return them; also what is idle in it.

    A sentence in which no act is known keeps them: the one word may be the act. What denies an act is kept where the
    question is not `ordered`: "China has not praised Iraq for long. When did it last do so?" says that it did.
    """
    if any(e.type in _QUESTION for e in sentence):
        return sentence, []
    if not any(e.type in ("act", "intents", "manner") for e in sentence):
        return sentence, []
    kept: Elements = []
    for clause in _clauses(sentence):
        limited = any(e.type in ("limits", "word") for e in clause)
        if not limited or any(e.type in _TELLING or (e.type == "act" and not e.other) for e in clause):
            kept += clause
        else:
            kept += [e for e in clause if e.type == "stop"]
    spare = [
        e for n, e in enumerate(kept) if e.type == "word" or (e.type == "limits" and (ordered or not _denied(kept, n)))
    ]
    gone = [e.words for e in sentence if e.type in ("limits", "word") and (e in spare or e not in kept)]
    return [e for e in kept if e not in spare], gone


def _denied(sentence: Elements, n: int) -> bool:
    """Tell "did not praise" from "not only", "not always"."""
    then = sentence[n + 1].type if n + 1 < len(sentence) else ""
    return sentence[n].words in _DENIALS and then != "limits"


def is_ordered(elements: Elements) -> bool:
    """Say whether the question is for the first or last, or for what was before or after."""
    *_, asking = sentences(elements) if elements else [[]]
    return any(e.type in _ORDERED for e in asking)


def _clauses(sentence: Elements) -> list[Elements]:
    """Return the clauses between commas, each with the comma before it."""
    clauses: list[list[Element]] = [[]]
    for element in sentence:
        if element.type in ("comma", "stop"):
            clauses.append([])
        clauses[-1].append(element)
    return clauses


def without_denied(elements: Elements) -> Elements:
    """Drop told sentences that say no more than that somebody who is named was not the first, or not the last."""
    return _without(elements, lambda sentence: any(e.type == "filler" and _denies(e) for e in sentence))


def without_idle(elements: Elements) -> Elements:
    """Drop told sentences with nobody and no date but those of the others, and no act: "they go back a long way"."""
    return _without(elements, lambda sentence: not any(e.type == "act" and not e.other for e in sentence))


def _without(elements: Elements, is_idle: Callable[[Elements], bool]) -> Elements:
    left = list(sentences(elements))
    for sentence in left[:-1]:
        others = [e for part in left if part is not sentence for e in part]
        if not any(e.type in _QUESTION for e in sentence) and is_idle(sentence) and _is_known(sentence, others):
            left.remove(sentence)
    return [e for part in left for e in part]


def _denies(element: Element) -> bool:
    return element.words.startswith(
        ("was not the ", "were not the ", "was not ", "were not ", "was by no means ", "was far ")
    )


def _is_known(sentence: Elements, others: Elements) -> bool:
    named = {e.mention.ids for e in others if e.mention}
    dated = {e.date for e in others if e.date is not None}
    return all(not e.mention or e.mention.ids in named for e in sentence) and all(
        e.date is None or e.date in dated for e in sentence
    )
