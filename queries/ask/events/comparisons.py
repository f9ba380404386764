"""What an act is compared with: "before X", "after X visited Y", "on the same day as X", "in the month when X did"."""

from __future__ import annotations

from collections.abc import Callable

from communique.queries.ask.events.clauses import Clause
from communique.queries.ask.events.question import EventQuestion, Pivot
from communique.queries.ask.events.scanning import Element, Unread

Elements = list[Element]
ReadClause = Callable[[Elements], Clause]
_INTRODUCING = ("prepositions", "relative", "when", "auxiliary", "be", "light")
_ENDING = ("comma", "who", "somebody", "before", "after", "same")
_AS = ("as", "of", "with", "for", "to", "like")


def take_pivots(elements: Elements, read: ReadClause) -> tuple[list[Pivot], Elements]:
    """Return the acts to compare with; and the elements without them. `read` reads the clause of such an act."""
    pivots: list[Pivot] = []
    left: Elements = []
    at = 0
    while at < len(elements):
        element = elements[at]
        if element.type in ("before", "after"):
            pivot, at = _pivot(element.type, elements, at + 1, read)
            pivots.append(pivot)
        elif element.type == "same" and (unit := _unit(elements, at)):
            while left and left[-1].type == "prepositions" and left[-1].words in ("in", "on", "at", "of"):
                left.pop()
            pivot, at = _same(unit.value or "day", elements, elements.index(unit, at) + 1, read)
            pivots.append(pivot)
        else:
            if element.type != "same":
                left.append(element)
            at += 1
    return pivots, left


def _unit(elements: Elements, at: int) -> Element | None:
    return next((e for e in elements[at + 1 : at + 3] if e.type in ("unit", "time")), None)


def _same(unit: str, elements: Elements, at: int, read: ReadClause) -> tuple[Pivot, int]:
    while at < len(elements) and elements[at].type == "prepositions" and elements[at].words in ("in", "on"):
        at += 1
    follows = elements[at] if at < len(elements) else None
    if follows and (follows.words in _AS or follows.type in ("when", "name", "relative")):
        return _pivot(unit, elements, at, read)
    return Pivot(unit), at


def _pivot(relation: str, elements: Elements, at: int, read: ReadClause) -> tuple[Pivot, int]:
    while at < len(elements) and elements[at].type in _INTRODUCING:
        at += 1
    if at >= len(elements) or elements[at].type != "name":
        raise Unread(f"{relation} what is not clear (a date or an actor is expected)")
    stop = next((n for n in range(at + 1, len(elements)) if elements[n].type in _ENDING), len(elements))
    own, rest = elements[at:stop], [*elements[:at], *elements[stop:]]
    if _has_act(own) and _has_act(rest):
        clause = read(own)
        if clause.by is None or clause.toward is None:
            return Pivot(relation, clause.by or clause.toward), stop
        return Pivot(relation, act=EventQuestion("acts", clause.code, clause.by, clause.toward)), stop
    return Pivot(relation, elements[at].mention), _after_name(elements, at + 1)


def _has_act(elements: Elements) -> bool:
    return any(e.type == "act" for e in elements)


def _after_name(elements: Elements, at: int) -> int:
    """Return where "after China did" and "in the same month as China's" end."""
    while at < len(elements) and elements[at].type in ("auxiliary", "possessive", "be"):
        then = elements[at + 1] if at + 1 < len(elements) else None
        if elements[at].type == "auxiliary" and then and then.type == "name":
            break  # "after China did Japan ..." goes on with the question
        at += 1
    return at
