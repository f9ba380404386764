"""What only leads to the question: "sorry to be picky, but", "I want to know", "who it was that"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.units import ORDERS

_ASKING = ("who", "somebody", "when", "count", "many", "unit", "time")
_POLITE = frozenset(
    "i we my our please kindly sorry pardon excuse could can would might tell let help hi hello dear good".split()
)
# What an opening has none of.
_NAMING = ("name", "date", "limits", "before", "after", "then_when", "same", "since", "until", "besides", "excluded")
_CLAUSE = ("relative", "comma", "stop", "act", "light", "mirror", "who", "somebody")
_IT_WAS = (("it", "is"), ("it", "was"))
_PREAMBLE = ("light", "mirror", "intents", "ask_for", "auxiliary", "be", "pron", "else", "prepositions")


def without_opening(elements: Elements) -> Elements:
    """Drop the unknown words of a polite opening that names nobody: "sorry to be picky, but who ..."."""
    asking = next((n for n, e in enumerate(elements) if e.type in _ASKING), 0)
    before = elements[:asking]
    if not before or before[0].words.partition(" ")[0] not in _POLITE or any(e.type in _NAMING for e in before):
        return elements
    idle = ("word", "act") if any(e.type == "act" for e in elements[asking:]) else ("word",)
    return [*(e for e in before if e.type not in idle), *elements[asking:]]


def without_closing(elements: Elements) -> Elements:
    """Drop what only says that it is asked: "is what I am seeking", "is the one we want to know"."""
    for n in range(len(elements) - 2):
        asked = elements[n + 1].words in ("what", "who", "one", "country", "party", "day", "month", "year", "date")
        if elements[n].type == "be" and asked and elements[n + 2].words in ("i", "we"):
            stop = next((m for m in range(n, len(elements)) if elements[m].type == "stop"), len(elements))
            return [*elements[:n], *elements[stop:]]
    return elements


def without_preamble(elements: Elements) -> Elements:
    """Drop the verbs before the first word that asks: "I want to know who", "could you say when"."""
    asking = next((n for n, e in enumerate(elements) if e.type in _ASKING), None)
    ordered = asking is None
    if asking is None:  # "tell me the first to do so"
        asking = next((n for n, e in enumerate(elements[:-1]) if e.type in ORDERS and elements[n + 1].words == "to"), 0)
    before = elements[:asking]
    if any(e.type in ("name", "date", "before", "after", "then_when", "same") for e in before):
        return elements
    if any(e.type in ("earlier", "later") for e in before) and any(e.type == "pron" for e in before):
        return elements  # "later it turned to whom with an appeal?"
    if not ordered and any(e.type in ORDERS and elements[n + 1].words == "to" for n, e in enumerate(before)):
        return elements  # "the last to have done so was who?"
    apart = before[1:2] and before[1].type == "comma" and "noun" in before[0].forms  # "talks, with whom?"
    kept = [
        e
        for e in before
        if e.type not in _PREAMBLE and (not (e.type == "act" and e.other) or (apart and e is before[0]))
    ]
    preposition = before[-1:] if before and before[-1].type in ("prepositions", "since", "until") else []
    return [*kept, *(p for p in preposition if p not in kept), *elements[asking:]]


def without_names_of(elements: Elements) -> Iterator[Element]:
    """Read "the names of those who" as "those who"."""
    n = 0
    while n < len(elements):
        then = [e.type for e in elements[n + 1 : n + 3]]
        named = elements[n].type == "somebody" and elements[n].words in ("name", "names")
        if (
            named
            and len(then) == 2
            and elements[n + 1].words == "of"
            and then[1] in ("somebody", "who", "first", "last")
        ):
            if then[1] in ("first", "last"):
                yield elements[n]
            n += 2
        else:
            yield elements[n]
            n += 1


def without_expletives(elements: Iterable[Element]) -> Iterator[Element]:
    """Read "who it was that" and "who was it that" as "who"."""
    kept = _without_it_was(list(elements))
    n = 0
    while n < len(kept):
        yield kept[n]
        then = kept[n + 1 : n + 4]
        if kept[n].type in ("who", "when", "unit", "somebody") and len(then) == 3:
            if {then[0].words, then[1].type} == {"it", "be"} or {then[1].words, then[0].type} == {"it", "be"}:
                n += 3 if then[2].words in ("that", "who", "which") else 2 if then[2].type == "comma" else 0
        n += 1


def _without_it_was(elements: Elements) -> Elements:
    """Read "it was on 3 May 2010 that somebody" as "on 3 May 2010 somebody", "it is 3 May 2010 and" as a sentence."""
    for n in range(len(elements) - 3):
        words, types = [e.words for e in elements[n : n + 3]], [e.type for e in elements[n : n + 4]]
        if tuple(words[:2]) in _IT_WAS and types[2] == "date" and types[3:] in (["and"], ["comma"], ["stop"]):
            return [*elements[:n], elements[n + 2], replace(elements[n + 3], type="stop"), *elements[n + 4 :]]
        if types[0] == "date" and tuple(words[1:]) in _IT_WAS and types[3:] in (["when"], ["relative"], ["then_when"]):
            return [*elements[: n + 1], *elements[n + 4 :]]
        if tuple(words[:2]) in _IT_WAS and types[2] in ("prepositions", "date", "after", "before", "since", "until"):
            that = next((m for m in range(n + 3, len(elements)) if elements[m].type in _CLAUSE), None)
            if that is not None and elements[that].words == "that":
                return [*elements[:n], *elements[n + 2 : that], *elements[that + 1 :]]
    return elements
