"""Leaves out what whoever asks says of himself: "my notes mention talks with Iraq", "I only need the last one"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.elements import Element, Elements

_SELF = frozenset("i we my our me us mine ours myself".split())
_OWNER = ("my", "our")
_PERSONAL = ("he", "she", "they")
_ASKING = ("who", "when", "count", "many", "unit", "time", "somebody")
_ENDS = ("comma", "stop", "and")
# What begins the question, or what is told, behind the verb of whoever asks.
_CONTENT = (
    *("name", "date", "somebody", "who", "when", "count", "many", "unit", "time", "first", "last", "next", "intents"),
    *("before", "after", "since", "until", "earlier", "later", "else", "same"),
)
_VERBS = ("act", "light", "mirror", "intents", "ask_for", "word", "after", "before")
_SUBJECTS = ("name", "somebody", "pron", "who", "prepositions", "date", "when", "after", "before", "intents")


def without_asker(elements: Elements) -> Elements:
    """Return the elements without the clauses of which whoever asks is the subject, but for what these lead to."""
    out: Elements = []
    owned = False
    parts = list(sentences(elements))
    for sentence, then in zip(parts, [*parts[1:], []], strict=False):
        told = owned and not any(e.mention and e.mention.own for e in elements)
        unframed = _unframed(sentence, told)
        asks_when = not unframed and [e.type for e in then[:1]] == ["when"]
        out += sentence[-2:] if asks_when and [e.type for e in sentence[-2:]] == ["unit", "stop"] else unframed
        owned = owned or any(e.type == "filler" and e.words in _OWNER for e in sentence)
    return out


def _unframed(sentence: Elements, told: bool) -> Elements:
    at = next((n for n, e in enumerate(sentence) if _is_asker(e) or (told and e.words in _PERSONAL)), None)
    if at is None:
        return sentence
    start = max((n + 1 for n in range(at) if sentence[n].type in _ENDS), default=0)
    before = sentence[start:at]
    if any(e.type in _ASKING and e.words != "what" for e in before):
        return sentence
    stop = _leads_to(sentence, at)
    if not any(_is_content(e) and e.type not in ("date", "who") for e in before):
        before = _dates(before)
    left = sentence[:start]
    if left and left[-1].type == "and":
        left = left[:-1]
    if left and left[-1].type == "comma":
        left = left[:-1]
    rest = sentence[stop:]
    if left and rest and left[-1].type != "stop" and not before:
        left = [*left, Element("stop", ";", sentence[at].at)] if rest[0].type != "stop" else left
    if not (left or before) and all(e.type == "stop" for e in rest):
        return []
    return [*left, *before, *_unframed(rest, told)]


def _is_asker(element: Element) -> bool:
    return element.type == "filler" and element.words in _SELF


def _leads_to(sentence: Elements, at: int) -> int:
    """Return where the frame ends: before what is told or asked."""
    n = _behind_verb(sentence, at)
    while n < len(sentence):
        element = sentence[n]
        if element.type == "stop":
            return n
        if element.type == "comma":
            return n + 1 if n + 1 < len(sentence) and sentence[n + 1].type != "stop" else n
        if element.type == "and":
            then = sentence[n + 1].type if n + 1 < len(sentence) else ""
            if then in _SUBJECTS or (then == "act" and sentence[n + 1].forms <= {"noun"}):
                return n + 1
        elif _is_content(element) and not (element.type == "unit" and _ends(sentence, n + 1)):
            return n - 1 if _kept(sentence, n - 1, element) else n
        n += 1
    return n


def _behind_verb(sentence: Elements, at: int) -> int:
    """Return where a clause goes on behind its verb, which is no act that is asked of: "my notes give no date"."""
    n = at + (2 if sentence[at].words in _OWNER else 1)
    while n < len(sentence) and sentence[n].type in ("filler", "auxiliary", "be", "limits"):
        n += 1
    verb = n < len(sentence) and (sentence[n].type in _VERBS)
    return n + 1 if verb else n


def _ends(sentence: Elements, n: int) -> bool:
    return n >= len(sentence) or sentence[n].type in _ENDS


def _is_content(element: Element) -> bool:
    if element.type == "act":
        return not element.other
    return element.type in _CONTENT


def _kept(sentence: Elements, n: int, then: Element) -> bool:
    """Say whether a preposition belongs to what follows: "to whom", "in May 2010"."""
    return sentence[n].type == "prepositions" and then.type in ("who", "date", "unit")


def _dates(before: Elements) -> Elements:
    """Return the dates that stand before the clause, with the words that say how they limit."""
    kept: Elements = []
    for n, element in enumerate(before):
        if element.type == "date":
            led = before[n - 1] if n else None
            if led and led.type in ("prepositions", "before", "after", "since", "until", "starts", "ends"):
                kept.append(replace(led))
            kept.append(element)
    return kept
