"""Dates that are told before the question: what takes one up, and the one of an act that is compared with."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.elements import Element, Elements

_SIDES = {"earlier": "before", "later": "after"}
_LIMITS = (*_SIDES, "unit", "time", "relative")
# What else a sentence that tells no more than a date may have.
_IDLE = ("date", "light", "be", "auxiliary", "since", "until", "prepositions", "and")


_WITHIN = ("in", "on", "during", "within")


def dated(elements: Elements) -> Elements:
    """Return the elements with the one date that is told, of no act, in place of "after that" and "by then"."""
    parts = list(sentences(elements))
    for n in range(1, len(parts)):
        told = [e for part in parts[:n] for e in part]
        if (asking := _dated(told, parts[n])) is not None:
            kept = [e for e in told if e.type not in _IDLE] if any(e.type == "name" for e in told) else []
            return [*kept, *asking, *(e for part in parts[n + 1 :] for e in part)]
    return elements


def _dated(told: Elements, asking: Elements) -> Elements | None:
    dates = [e for e in told if e.type == "date"]
    at = next((n for n, e in enumerate(asking) if e.type in _SIDES), None)
    if len(dates) != 1 or at is None or any(e.type in ("act", "who", "before", "after") for e in told):
        return None
    if any(e.type in ("date", "before", "after") for e in asking[: at + 1]):
        return None
    stop = at + 1
    while stop < len(asking) and (asking[stop].type in _LIMITS or _is_limit(asking, stop)):
        stop += 1
    side = "prepositions" if asking[at].words == "then" else _SIDES[asking[at].type]
    limit = [Element(side, "in", asking[at].at, "in"), replace(dates[0], at=asking[at].at)]
    return [*asking[:at], *limit, *asking[stop:]]


def _is_limit(asking: Elements, n: int) -> bool:
    """Say whether a comma stands before a second word of the same limit: "by then, before that date"."""
    then = [e.type for e in asking[n + 1 : n + 4]]
    return asking[n].type == "comma" and bool(then) and (then[0] in _SIDES or then == ["before", "relative", "unit"])


def take_told(elements: Elements) -> tuple[Elements, Elements]:
    """Return the elements without the date of the act that is compared with, and that date with its preposition.

    It is that act's where it stands behind its verb: "before Japan visited Iraq in 2010", or where a sentence tells of
    that act: "Japan visited Iraq in 2010. Who did so next?".
    """
    if (apart := _told_apart(elements)) is not None:
        return apart
    date = next((n for n, e in enumerate(elements) if e.type == "date"), None)
    if date is None or date < 4 or elements[date - 1].words not in _WITHIN:
        return elements, []
    start = next((n for n in range(date, -1, -1) if elements[n].type in ("before", "after", "comma", "stop", "who")), 0)
    body = elements[start + 1 : date - 1]
    names = [e for e in body if e.type == "name"]
    if elements[start].type not in ("before", "after") or not names or body[0].type != "name":
        return elements, []
    if not any(e.type in ("act", "auxiliary") and not e.forms <= {"noun"} for e in body[1:]):
        return elements, []
    return [*elements[: date - 1], *elements[date + 1 :]], elements[date - 1 : date + 1]


def _told_apart(elements: Elements) -> tuple[Elements, Elements] | None:
    """Return the elements without the one date, and that with its preposition, where it is of an act told before."""
    dates = [n for n, e in enumerate(elements) if e.type == "date"]
    start = max((n for n, e in enumerate(elements[:-1]) if e.type == "stop"), default=-1) + 1
    if len(dates) != 1 or dates[0] >= start:
        return None
    begun = max((n for n in range(dates[0]) if elements[n].type == "stop"), default=-1) + 1
    stop = next(n for n in range(dates[0], len(elements)) if elements[n].type == "stop")
    told = {e.type for e in elements[begun:stop]}
    asking = elements[start:]
    compared = any(e.type in ("earlier", "later", "next") or _before_him(asking, n) for n, e in enumerate(asking))
    bound = any(e.type in ("same", "unit", "when") for e in asking)
    if dates[0] > begun and elements[dates[0] - 1].type not in ("prepositions", "name", "act", "comma"):
        return None
    if not {"act", "name"} <= told or told & {"who", "somebody", "else"} or not compared or bound:
        return None
    led = 1 if dates[0] > begun and elements[dates[0] - 1].words in _WITHIN else 0
    first = dates[0] - led
    return [*elements[:first], *elements[dates[0] + 1 :]], elements[first : dates[0] + 1]


def _before_him(asking: Elements, n: int) -> bool:
    return asking[n].type in ("before", "after") and [e.type for e in asking[n + 1 : n + 2]] == ["pron"]
