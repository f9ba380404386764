"""The units of time in a question: which one is asked for, and which belong to another act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.question import UNITS

ORDERS = ("first", "last", "next", "near")


def one_unit(elements: Elements) -> Elements:
    """Read "what month and year" as "what month"."""
    gone = set()
    for n in range(len(elements) - 2):
        if [e.type for e in elements[n : n + 3]] == ["unit", "and", "unit"]:
            coarse = max((n, n + 2), key=lambda m: UNITS.index(elements[m].value))
            gone |= {n + 1, coarse}
    return [e for n, e in enumerate(elements) if n not in gone]


def without_relatives(elements: Elements) -> Iterator[Element]:
    """Read "the month in which" as "the month when"."""
    for n, element in enumerate(elements):
        if element.words == "which":
            back = n - 1 if n and elements[n - 1].type == "prepositions" else n
            before = elements[back - 1].type if back else ""
            then = elements[n + 1].type if n + 1 < len(elements) else ""
            deed = before in ("name", "act") and then in ("name", "act") and _asks_before(elements, back)
            if before in ("unit", "someday", "time") or (
                back < n and (deed or (before in ORDERS and then not in ("unit", "time")))
            ):
                yield replace(element, type="relative", words="that")
                continue
        yield element


def _asks_before(elements: Elements, at: int) -> bool:
    """Say whether a time is asked for before: "what was the date of the accord with Iraq to which China ..."."""
    types = [e.type for e in elements[:at]]
    start = max((n + 1 for n, type_ in enumerate(types) if type_ == "stop"), default=0)
    return "when" in types[start:] or ("who" in types[start:] and "unit" in types[start:])


def asked_units(elements: Elements) -> dict[int, int]:
    """Return where days, months and years are asked for, with the place of the word that asks."""
    found: dict[int, int] = {}
    for n, element in enumerate(elements):
        if element.type == "who" and element.words in ("what", "which"):
            at = n + 1
            while at < len(elements) and (
                elements[at].type in (*ORDERS, "be", "pron")
                or (elements[at].type == "light" and "participle" in elements[at].forms)
            ):
                at += 1  # "what is the earliest recorded date"
            if at < len(elements) and elements[at].type in ("unit", "time") and not bound(elements, at):
                found[at] = n
    return found


def only_asks(elements: Elements, at: int) -> bool:
    """Say whether a sentence has no more in it than its question word: "which was it?" """
    if elements[at].words not in ("what", "which"):
        return False
    start = max((n + 1 for n in range(at) if elements[n].type in ("stop", "comma")), default=0)
    stop = next((n for n in range(at, len(elements)) if elements[n].type == "stop"), len(elements))
    if at + 1 == stop and elements[at - 1].type == "be":  # "the date of the visit was what?"
        return True
    return all(e.type in ("who", "be", "pron", "comma", "and", "prepositions") for e in elements[start:stop])


def bound(elements: Elements, at: int) -> bool:
    """Say whether a unit is that of another act: "the same month", "that month"."""
    before = [e for e in elements[:at] if e.type not in ORDERS]
    return bool(before) and (before[-1].type in ("same", "relative") or before[-1].words == "this")


def besides(elements: Elements, at: int) -> bool:
    """Say whether a unit is that of another act beside who is asked for: "name the visitor in the month Iraq came".

    Also "on the day Iraq came, a country did too; identify it".
    """
    somebody = any(e.type == "somebody" or "agent" in e.forms for e in elements[:at])
    comma = next((n for n in range(at, len(elements)) if elements[n].type == "comma"), None)
    if at == 1 and comma is not None:
        somebody = somebody or any(e.type == "somebody" for e in elements[comma:])
    then = elements[at + 1].type if at + 1 < len(elements) else ""
    return somebody and at > 0 and elements[at - 1].type == "prepositions" and then in ("name", "relative", "when")


def edge(elements: Elements, at: int) -> bool:
    """Say whether a unit only leads to a date: "at a date earlier than May 2010", "dates before 2010"."""
    behind = [e.type for e in elements[at + 1 : at + 3]]
    leading = at > 0 and elements[at - 1].type in ("prepositions", "comma", "stop")
    return leading and behind in (["before", "date"], ["after", "date"])


def some_unit(elements: Elements) -> Elements:
    """Read "in a certain month. Which?" as asking for the month, where nobody else is meant."""
    if any(e.type == "somebody" for e in elements):
        return elements
    unit = {e.words: e.words.rpartition(" ")[2] for e in elements if e.type == "someday"}
    return [replace(e, type="unit", value=unit[e.words]) if unit.get(e.words) in UNITS else e for e in elements]


def without_spare(elements: Elements) -> Elements:
    """Drop "in the year" where it says no more than the date that is given: "2015: who came first in the year?"."""
    if not any(e.type == "date" for e in elements):
        return elements
    spare = {
        n
        for n, e in enumerate(elements)
        if e.type == "unit"
        and n
        and elements[n - 1].words in ("in", "of", "during", "within", "throughout")
        and not (n > 1 and elements[n - 2].type in ("same", "who", "relative"))
        and (n + 1 == len(elements) or elements[n + 1].type in ("stop", "comma"))
    }
    return [e for n, e in enumerate(elements) if n not in spare and n + 1 not in spare]
