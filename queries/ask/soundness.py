"""Whether an act leaves out nothing of what a question says, so that it can answer it."""

from __future__ import annotations

from communique.queries.ask.elements import LOOSELY, Element
from communique.queries.ask.levels import ARTICLE, CHAIN, KINDRED, NEAR, OWN, RING, WHOLE
from communique.queries.ask.recorded import Candidate

# The least for persons; for words; for other names; for what stands aside. What is only loosely borne out may
# stand as near.
_PERSON, LEAST_WORD, _NAME, _ASIDE = (LOOSELY * worth for worth in (WHOLE, RING, NEAR, ARTICLE))
# Of so many words one may only stand near.
_MANY = 4
# What takes more days is no time at which something else is.
_SAME_TIME = 7


def is_sound(levels: list[tuple[Element, float]], *, only_told: bool = False) -> bool:
    """Say whether an act bears out everything in a place that is near enough.

    A deed that is named must be the act's own, or what it claims, unless it is `only_told` in the act. Figures and who
    owns a thing must stand in it or in what it claims, persons also in what it is a part of; words besides in what it
    is linked to, and one of many near it; dates, places and other names near it; what stands aside somewhere, but for
    persons.
    """
    faint, deeds = 0, [well for e, well in levels if e.sort == "kind" and not e.aside]
    if deeds and max(deeds) < (OWN * LOOSELY if only_told else KINDRED):
        return False
    for element, well in levels:
        if well >= _least(element):
            continue
        if element.sort != "word" or well < _NAME or element.aside:
            return False
        faint += 1
    return faint <= (len(levels) >= _MANY)


def _least(element: Element) -> float:
    """Return how near an element must stand."""
    if element.aside:
        return _NAME if element.person else _ASIDE
    if element.sort == "number" or element.owner:
        return CHAIN
    if element.person:
        return _PERSON
    return LEAST_WORD if element.sort == "word" else _NAME


def lies(one: Candidate, side: str, others: list[Candidate]) -> bool:
    """Say whether an act is at the time of other acts, or on that side of all of them, by their days."""
    if one.earliest is None or one.latest is None:
        return False
    days = [(o.earliest, o.latest) for o in others if o is not one and o.earliest and o.latest]
    if side == "before":
        return bool(days) and all(one.latest < earliest for earliest, _ in days)
    if side == "after":
        return bool(days) and all(one.earliest > latest for _, latest in days)
    near = [d for d in days if d[0] <= one.latest and d[1] >= one.earliest and (d[1] - d[0]).days < _SAME_TIME]
    return bool(near) and (one.latest - one.earliest).days < _SAME_TIME
