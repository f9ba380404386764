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


def without_limits(sentence: Elements) -> tuple[Elements, list[str]]:
    """Drop from what is told the words that limit it or are not known, and return them; also what is idle in it.

    A sentence in which no act is known keeps them: the one word may be the act.
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
    gone = [e.words for e in sentence if e.type in ("limits", "word")]
    return [e for e in kept if e.type not in ("limits", "word")], gone


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
