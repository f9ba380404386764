"""The times that a question names: in, before, after, since, until and between dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from communique.queries.ask.events.elements import Element, Elements, Unread
from communique.queries.ask.events.question import Period

# "until May, not including it", "before May, inclusive": the limit that is meant.
_BOUNDS = {
    "exclusive": {"until": "before", "since": "after"},
    "inclusive": {"before": "until", "after": "since"},
}
_WITHIN = ("in", "on", "during", "within")
_ONCE = ("with", "when", "once", "now that")
_VAGUE = ("around", "about")
_DATING = ("dating from", "date from", "dates from", "dated from", "from")
# What a preposition before a date makes of it; all others mean that time itself.
_LIMITS = {"between": "since", "from": "since", "by": "until", "through": "until"}
_RELATIONS = {
    **{r: r for r in ("before", "after", "since", "until")},
    **{
        "onwards": "since",
        "backwards": "until",
        "by_the_time": "until",
    },  # "in or after 2010", "by the time it was 2010"
}
# "since June ended", "before 2007 began": what is behind the date, by what is before it.
_ENDED = {"before": "until", "until": "until", "after": "after", "since": "after", "": ""}
_BEGAN = {"before": "before", "until": "before", "after": "since", "since": "since", "": ""}


def take_periods(elements: Elements) -> tuple[list[Period], Elements]:
    """Return the periods; and the elements without the dates and the words that say how they limit."""
    elements, bounds = _take_bounds(elements)
    periods: list[Period] = []
    left: Elements = []
    pair = sum(e.type == "date" for e in elements) == 2 and any(e.words in ("between", "from") for e in elements)
    skipped = False
    for n, element in enumerate(elements):
        if skipped:
            skipped = False
            continue
        if element.type != "date":
            left.append(element)
            continue
        if pair and periods and left and left[-1].type == "and":
            left.pop()
        led = left[-1].words if left else ""
        edge = ""
        if left and left[-1].type in ("starts", "ends"):
            led_by = left.pop()
            edge = "" if led_by.words.endswith("day of") else led_by.type
            element = element if edge else _edge_day(led_by.type, element)
        relation = _relation(left)
        if edge:
            relation = _at_edge(relation, edge, element)
        behind = elements[n + 1].type if n + 1 < len(elements) else ""
        words = elements[n + 1].words if behind else ""
        if led in _ONCE and (words == "over" or behind == "over"):  # "with May over", "when May had ended"
            if left and left[-1].words == led:
                left.pop()
            relation, behind, skipped = "after", "", True
        elif relation == "since" and words == "on" and (n + 2 == len(elements) or elements[n + 2].type != "name"):
            skipped = True  # "from May on"
        elif led == "starting":
            left.pop()
            relation = "since"
        if behind in ("over", "began", "onwards", "backwards"):
            skipped = True
            behind_date = {"over": _ENDED.get(relation, ""), "began": _BEGAN.get(relation, "")}
            relation = {**behind_date, "onwards": "since", "backwards": "until"}[behind]
        if element.at in bounds:
            relation = _BOUNDS[bounds[element.at]].get(relation, relation)
        if pair and periods and relation in ("", "until", "before"):
            periods[-1] = _joined(periods[-1], _period("" if relation == "until" else relation, element))
        else:
            periods.append(_period(relation, element))
    within = [p for p in periods if p.since and p.until]
    for one, other in pairwise(sorted(within, key=lambda p: (p.since or date.min, p.until or date.max))):
        if one.until and other.since and one.until < other.since:
            raise Unread(f"no time is both {one.words} and {other.words} (ask for each)")
    return periods, left


def _take_bounds(elements: Elements) -> tuple[Elements, dict[int, str]]:
    """Return the elements without "not including that day", and what those say by the place of the date before."""
    bounds: dict[int, str] = {}
    left: Elements = []
    for element in elements:
        if element.type not in _BOUNDS:
            left.append(element)
            continue
        date = next((e for e in reversed(left) if e.type == "date"), None)
        if date is None:
            raise Unread(f"not understood: {element.words} (which day is not clear)")
        bounds[date.at] = element.type
        if left[-1].type == "comma":
            left.pop()
    return left, bounds


def _at_edge(relation: str, edge: str, element: Element) -> str:
    """Return how the first or the last day of a date limits.

    Raises
    ------
    Unread
        Where it does not: "at the end of May" is no certain day.
    """
    if not relation:
        raise Unread(f"not understood: {edge.removesuffix('s')} of {element.words} (before, after, since, until)")
    return (_BEGAN if edge == "starts" else _ENDED)[relation]


def _edge_day(edge: str, element: Element) -> Element:
    """Return a date as its first or its last day: "the last day of May 2010"."""
    if element.date is None:
        return element
    day, which = (element.date.earliest, "first") if edge == "starts" else (element.date.latest, "last")
    words = f"the {which} day of {element.words}"
    return replace(element, words=words, date=replace(element.date, earliest=day, latest=day))


def _relation(left: Elements) -> str:
    """Take the words before a date away, and return how they limit."""
    before = left[-1] if left else None
    if before and before.type == "prepositions" and before.words in _VAGUE:
        raise Unread(f"not understood: {before.words} a date (in, before, after, since, until)")
    if before and before.type == "prepositions" and (relation := _LIMITS.get(left.pop().words)):
        return relation
    named = False  # "in the year 2013"
    while left and (left[-1].type in ("unit", "comma", *_RELATIONS) or (named and left[-1].type == "prepositions")):
        if left[-1].type == "unit" and len(left) > 1 and left[-2].type in ("same", "who", "relative"):
            break
        popped = left.pop().type
        if popped in _RELATIONS:
            _drop_unit(left)
            if left and left[-1].words in _DATING:
                left.pop()  # "dating from before May"
            while popped in ("onwards", "backwards") and left and left[-1].type == "prepositions":
                left.pop()
            return _RELATIONS[popped]
        if popped == "prepositions":
            break
        named = popped == "unit"
    return ""


def _drop_unit(left: Elements) -> None:
    """Drop "in the years" before "before 2010"."""
    asked = len(left) > 1 and left[-2].type in ("same", "who", "relative")
    if left and left[-1].type == "unit" and not asked:
        left.pop()
        while left and left[-1].type in ("prepositions", "since"):
            left.pop()


def _joined(first: Period, last: Period) -> Period:
    return Period(first.since, last.until, f"{first.words} until {last.words.removeprefix('in ')}")


def _period(relation: str, element: Element) -> Period:
    earliest = element.date.earliest if element.date else None
    latest = element.date.latest if element.date else None
    match relation:
        case "before":
            return Period(None, _shifted(earliest, -1), f"before {element.words}")
        case "after":
            inclusive = earliest if earliest != latest else None
            return Period(_shifted(latest, 1), None, f"after {element.words}", inclusive)
        case "since":
            return Period(earliest, None, f"since {element.words}")
        case "until":
            return Period(None, latest, f"until the end of {element.words}")
        case _:
            return Period(earliest, latest, f"{'on' if earliest == latest else 'in'} {element.words}")


def _shifted(day: date | None, by: int) -> date | None:
    return date.fromordinal(day.toordinal() + by) if day else None
