"""Puts elements together that belong so: "in China's month", "the country after which Iraq was next", "go after"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from communique.queries.ask.events.elements import Element

_GO = ("go", "goes", "going", "gone", "went")
_NEXT = ("first", "last", "next", "later", "earlier")
_SIDES = {"predecessor": "before", "forerunner": "before", "successor": "after"}
_JOIN = ("join", "joins", "joined", "joining")
_SEE = ("see", "seeing")
_SIGHTS = ("act", "manner", "light", "mirror", "intents", "ask_for", "be", "possessive")
_FORCE = ("180", "190", "193")
_COME = ("come after", "came after", "coming after")


def regrouped(elements: list[Element]) -> list[Element]:
    """Return the elements in the order that the rest of the reading knows."""
    for again in (_came, _gone_after, _months_of, _forerunners, _joined, _seen):
        elements = list(again(elements))
    return _next_behind(elements)


def _forerunners(elements: list[Element]) -> Iterator[Element]:
    """Read "China's predecessor" as "right before China"."""
    n = 0
    while n < len(elements):
        at = n + 2
        while at < len(elements) and elements[at].type in ("near", "filler"):
            at += 1
        side = _SIDES.get(elements[at].words) if at < len(elements) else None
        if side and [e.type for e in elements[n : n + 2]] == ["name", "possessive"]:
            yield Element("near", "immediately", elements[n].at)
            yield Element(side, side, elements[n].at)
            yield elements[n]
            n = at
        else:
            yield elements[n]
        n += 1


def _joined(elements: list[Element]) -> Iterator[Element]:
    """Read "joined China in praising Iraq" as "praised Iraq besides China"."""
    for n, element in enumerate(elements):
        named = element.words in _JOIN and [e.type for e in elements[n + 1 : n + 2]] == ["name"]
        behind = [e for e in elements[n + 2 : n + 6] if e.type not in ("relative", "same", "unit", "filler")]
        at = next((d.at for b, d in pairwise(behind) if b.words == "in" and d.forms & {"ing", "noun"}), None)
        of_whom = at is not None and any(e.type in ("name", "pron") and e.at > at for e in elements)
        yield Element("besides", "besides", element.at) if named and of_whom else element


def _came(elements: list[Element]) -> list[Element]:
    """Read "next came which country?" as "which country came next?"."""
    for n, element in enumerate(elements[:-2]):
        if element.value != "come" or not n or elements[n - 1].type not in _NEXT or elements[n + 1].type != "who":
            continue
        start = max((m + 1 for m in range(n) if elements[m].type in ("stop", "comma", "and")), default=0)
        stop = next((m for m in range(n, len(elements)) if elements[m].type == "stop"), len(elements))
        if all(e.type in _NEXT for e in elements[start:n]):
            return [*elements[:start], *elements[n + 1 : stop], element, *elements[start:n], *elements[stop:]]
    return elements


def _gone_after(elements: list[Element]) -> Iterator[Element]:
    """Read "went after China with small arms" as "went at" it: a time does not stand between a verb and its means."""
    for n, element in enumerate(elements):
        attack = _is_force(elements, n + 1) or (n + 1 < len(elements) and _is_force(elements, n + 2))
        if element.words in _COME and attack:
            yield replace(element, type="light", value="come", forms=frozenset(("base", "past")))
        elif element.words == "after" and n and elements[n - 1].words in _GO and attack:
            continue
        else:
            yield element


def _seen(elements: list[Element]) -> Iterator[Element]:
    """Let who intends to see somebody intend to meet him: "hopes to see China", not "hopes to see China punished"."""
    for n, element in enumerate(elements):
        before = [e for e in elements[max(0, n - 2) : n] if e.words != "to"]
        wished = bool(before) and before[-1].type == "intents"
        behind = n + 1 + (n + 1 < len(elements) and elements[n + 1].type in ("name", "pron", "somebody"))
        then = elements[behind].type if behind < len(elements) else "stop"
        met = element.words in _SEE and wished and then not in (*_SIGHTS, "relative")
        yield Element("act", element.words, element.at, "040", frozenset(("base",))) if met else element


def _is_force(elements: list[Element], n: int) -> bool:
    """Say whether at a place is said by what force something is done."""
    means = elements[n + (n < len(elements) and elements[n].type == "prepositions") :][:1]
    return bool(means) and means[0].type in ("manner", "act") and means[0].value in _FORCE


def _months_of(elements: list[Element]) -> Iterator[Element]:
    """Read "in China's month" as "in the same month as China"."""
    n = 0
    while n < len(elements):
        types = [e.type for e in elements[n : n + 4]]
        closed = types[3:] == [] or types[3] in ("stop", "comma")
        if types[:3] == ["name", "possessive", "unit"] and closed:
            at = elements[n].at
            yield from (Element(t, w, at, w) for t, w in (("prepositions", "in"), ("same", "same")))
            yield elements[n + 2]
            yield Element("prepositions", "as", at, "as")
            yield elements[n]
            n += 3
        else:
            yield elements[n]
            n += 1


def _next_behind(elements: list[Element]) -> list[Element]:
    """Read "the country after which Iraq was next to praise it" as "the country last to praise it before Iraq"."""
    for n, element in enumerate(elements[:-3]):
        if element.words != "after which" or not n or elements[n - 1].type != "somebody":
            continue
        if [e.type for e in elements[n + 1 : n + 4]] != ["name", "be", "next"]:
            continue
        stop = next((m for m in range(n, len(elements)) if elements[m].type == "stop"), len(elements))
        order, side = Element("last", "last", element.at), Element("before", "before", element.at)
        name = elements[n + 1]
        return [*elements[:n], order, *elements[n + 4 : stop], side, name, *elements[stop:]]
    return elements
