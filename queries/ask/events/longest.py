"""Reads the words between names, dates and words of order, the longest run that means something first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import WAS, Element
from communique.queries.ask.events.lexicon import OUTER, EventWords, Meaning
from communique.queries.ask.events.tokens import POSSESSIVE

# Where words can be several things, the first of these that they are.
_RANK: tuple[str, ...] = (
    *OUTER,
    *("who", "pron", "somebody", "act", "manner", "be", "auxiliary", "light", "mirror", "intents", "ask_for"),
    *("limits", "topic", "relative", "prepositions", "since", "until", "and", "filler"),
)
# What a word is too that can also be an act: the act is meant only where the clause has no other.
_WEAK = ("light", "mirror", "intents", "ask_for", "manner", "filler", "somebody", "prepositions")
# Side by side only: "as the first to" is not "as to".
_TOGETHER = ("topic", "prepositions", "filler", "pron")
_SOMEBODY = ("somebody", "someone", "anybody", "anyone")
_DO = ("do", "does", "did")
_STOPS = {",": "comma", ";": "stop", "?": "stop"}
BE = (*WAS, "been", "be")


def read_rest(rest: list[Element], words: EventWords, outer: list[int]) -> Iterator[Element]:
    """Read what is left, longest first; an act may be named around a name: "accused Japan of aggression".

    `outer` is where words of order and time stood.
    """
    n = 0
    while n < len(rest):
        word = rest[n]
        if word.type:
            if word.type != "break":
                yield word
            n += 1
        elif word.words in POSSESSIVE:
            yield Element("possessive", word.words, word.at)
            n += 1
        elif word.words in _STOPS:
            yield Element(_STOPS[word.words], word.words, word.at)
            n += 1
        else:
            element, taken, around = _longest(rest, n, words, outer)
            inverted = bool(around) and word.words in BE and rest[n + 1].at == around[0].at
            yield from (*around, replace(element, at=rest[n + taken - 1].at)) if inverted else (element, *around)
            n += taken


def _longest(rest: list[Element], n: int, words: EventWords, outer: list[int]) -> tuple[Element, int, list[Element]]:
    best, at = rest[n], rest[n].at
    found: tuple[Element, int, list[Element]] = (Element("word", best.words, at), 1, [])
    joined, around, given = "", list[Element](), False
    for taken, element in enumerate(rest[n : n + words.longest + 1], 1):
        if element.type == "name" and not around and joined and joined not in _DO:
            around.append(element)
            continue
        if around and element.words in POSSESSIVE and rest[n + taken - 2].type == "name" and joined not in BE:
            continue  # "drew China's ire"
        if element.type:
            break
        if not around and joined and (element.words in words.pron or element.words in _SOMEBODY):
            if f"{joined} {element.words}" not in words.beginnings:
                type_ = "somebody" if element.words in _SOMEBODY else "pron"
                around.append(Element(type_, element.words, element.at, element.words))
                continue
        given = given or (element.words == "with" and bool(around) and rest[n + taken - 2] is around[-1])
        joined = f"{joined} {element.words}".lstrip()
        if joined not in words.beginnings:  # a comma only where the name of an act has one
            break
        if meanings := words.look_up(joined):
            dated = n + taken < len(rest) and rest[n + taken].type == "date"
            if dated and joined.endswith(" in") and meanings[0][0] == "act":
                break  # "whose side did China take in 2010"
            if around and all(m[0] not in ("act", "turned") for m in meanings):
                continue
            if all(m[0] in _TOGETHER for m in meanings) and any(at < o < element.at for o in outer):
                continue
            if all(m[0] == "pron" for m in meanings) and element.at - at > joined.count(" "):
                continue  # "he said that a country" is not "that country"
            if given and not (meanings := [m for m in meanings if m[0] not in ("turned", "mirror")]):
                continue  # "met with a refusal" suffers it, "met Iraq with a refusal" gives it
            found = element_of(joined, at, meanings), taken, list(around)
    first = rest[n].words
    if found[0].type == "intents" and found[0].words.endswith(" going"):  # "was going to Japan"
        then = [e.words for e in rest[n + found[1] : n + found[1] + 2]]
        if then[:1] != ["to"] or all(m[2] != "base" for w in then[1:] for m in words.look_up(w)):
            return Element("be", first, at, first), 1, []
    sent = found[0].type in ("mirror", "intents") and not found[0].words.endswith(" going")
    if sent and first in BE:  # "were sent | home" are "sent home"
        inner, taken, _ = _longest(rest, n + 1, words, outer)
        if inner.type == "act" and " " in inner.words and taken + 1 > found[1]:
            return Element("be", first, at, first), 1, []
    if (
        found[0].type == "filler"
        and found[1] == 2
        and first in BE
        and n + 2 < len(rest)
        and rest[n + 1].words in words.pron
    ):
        verbal = ("act", "intents", "light")
        if any(m[0] in verbal and m[2] in ("ing", "participle") for m in words.look_up(rest[n + 2].words)):
            return Element("be", first, at, first), 1, []  # "which country was it praising"
    return found


def element_of(words: str, at: int, meanings: list[Meaning]) -> Element:
    """Return what a run of words is, of all that it can mean."""
    types = {"act" if m[0] == "turned" else m[0] for m in meanings}
    type_ = next(t for t in _RANK if t in types)
    chosen = [m for m in meanings if m[0] == type_ or (type_ == "act" and m[0] == "turned")]
    weak = next((t for t in _WEAK if t in types), "") if type_ == "act" else ""
    if type_ == "somebody" and "act" in types:
        weak = ""
    turned = chosen[0][0] == "turned"
    return Element(type_, words, at, chosen[0][1], frozenset(m[2] for m in meanings), weak, turned)
