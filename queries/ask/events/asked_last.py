"""Asks for who is told of before: "the last visitor before that: which country?", "others came. Which was first?"."""

from __future__ import annotations

from communique.queries.ask.events.clefts import IDLE, VERBAL, idle
from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.units import ORDERS

_SIDES = ("before", "after")
_OTHERS = ("others", "another")


def asked_last(elements: Elements) -> Elements:
    """Read "next after Iraq to visit China: which country?" as "next after Iraq to visit China, which country?"."""
    stops = [n for n, e in enumerate(elements) if e.type == "stop"]
    if (told := _told_before(elements, stops)) is not None:
        return told
    if (role := _role_before(elements, stops)) is not None:
        return role
    elements = _pivot_last(elements)
    if not elements or elements[0].type not in ORDERS or len(stops) != 2 or stops[1] != len(elements) - 1:
        return elements
    asking = elements[stops[0] + 1 : stops[1]]
    if [e.type for e in elements[1:2]] not in (["after"], ["before"]) or any(
        e.type not in (*IDLE, "who") for e in asking
    ):
        return elements
    return [Element("who", "who", -1), Element("be", "is", -1), *elements[: stops[0]]]


def _role_before(elements: Elements, stops: list[int]) -> Elements | None:
    """Read "its last host before that: which country?" as "who is its last host before that?"."""
    if len(stops) < 2 or stops[-1] != len(elements) - 1:
        return None
    start = stops[-3] + 1 if len(stops) > 2 else 0
    role, asking = elements[start : stops[-2]], elements[stops[-2] + 1 : stops[-1]]
    head = next((e for e in role if e.type not in (*ORDERS, "pron", "possessive", "filler")), None)
    if head is None or head.type != "act" or "agent" not in head.forms or any(e.type == "who" for e in role):
        return None
    if not any(e.type == "who" for e in asking) or not all(idle(e) or e.type == "who" for e in asking):
        return None
    return [*elements[:start], Element("who", "who", -1), Element("be", "is", -1), *role, elements[-1]]


def _pivot_last(elements: Elements) -> Elements:
    """Read "the last before Iraq that China praised" as "the last that China praised before Iraq"."""
    types = [e.type for e in elements[:5]]
    if (
        len(types) < 5
        or types[0] not in ORDERS
        or types[1] not in _SIDES
        or types[2] != "name"
        or types[3] != "relative"
    ):
        return elements
    stop = next((n for n, e in enumerate(elements) if e.type in ("stop", "comma")), len(elements))
    asked = Element("somebody", "one", elements[0].at)
    return [elements[0], asked, *elements[3:stop], *elements[1:3], *elements[stop:]]


def _told_before(elements: Elements, stops: list[int]) -> Elements | None:
    """Read "a country praised it that day. Which was the first?" as "which country first praised it that day?"."""
    if len(stops) < 2 or stops[-1] != len(elements) - 1:
        return None
    asking, start = elements[stops[-2] + 1 : stops[-1]], stops[-3] + 1 if len(stops) > 2 else 0
    told = elements[start : stops[-2]]
    if not any(e.type == "who" for e in asking) or not all(_asks_of_them(e) for e in asking):
        return None
    people = [n for n, e in enumerate(told) if (e.type == "somebody" or e.words in _OTHERS) and not _deed(told, n)]
    who = [n for n, e in enumerate(told) if e.type == "who"]
    if len(people) != 1 or who not in ([], [people[0] + 1]):
        return None
    if not any(e.type in VERBAL for e in told) and told[-1].type != "auxiliary":  # "then another country did"
        return None
    at = start + people[0]
    if at > start + 1 and [e.type for e in elements[at - 2 : at]] == ["name", "and"]:  # "Iraq and others praised China"
        joined = [Element("besides", "besides", elements[at].at), elements[at - 2]]
        which = Element("who", "which", elements[at].at)
        return [*elements[: at - 2], which, *elements[at + 1 : stops[-2]], *joined, elements[-1]]
    word = "who" if any(e.words in ("who", "whose") for e in asking) else "which"
    asked = [Element("who", word, elements[at].at), *(e for e in asking if e.type in ORDERS)]
    before = elements[start:at] if not who else _dates(elements[start:at])
    behind = elements[at + 2 : stops[-2]] if who else elements[at : stops[-2]]
    return [*elements[:start], *before, *asked, *behind, elements[-1]]


def _deed(told: Elements, n: int) -> bool:
    """Say whether "the next one" is another deed: "the next one went to a country"."""
    return told[n].words == "one" and n > 0 and told[n - 1].type in ORDERS


def _asks_of_them(element: Element) -> bool:
    """Say whether an element of "which of those was the first?" says no more than that."""
    return element.type in (*IDLE, "who", *ORDERS) or element.words in ("of", "among", "amongst", *_OTHERS)


def _dates(elements: Elements) -> Elements:
    """Return the date of what is told, which is its day where it is said to be "from" then."""
    found = next((n for n, e in enumerate(elements) if e.type == "date"), None)
    if found is None:
        return []
    led = [e for e in elements[max(0, found - 1) : found] if e.words != "from"]
    return [*led, elements[found]]
