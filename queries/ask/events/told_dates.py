"""Puts a date that is told in place of what takes it up: "May 2010 came and went. Who visited China after that?"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.scanning import Element, Elements

_SIDES = {"earlier": "before", "later": "after"}
_LIMITS = (*_SIDES, "unit", "time", "relative")
# What else a sentence that tells no more than a date may have.
_IDLE = ("date", "light", "be", "auxiliary", "since", "until", "prepositions", "and")


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
