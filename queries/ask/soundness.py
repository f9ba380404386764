"""How well an act bears out what a question says, and whether it leaves nothing out that it must have."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from communique.queries.ask.elements import Element
from communique.queries.ask.question import Acts
from communique.queries.ask.recorded import Candidate
from communique.queries.ask.windows import put_date
from communique.schemas.date_words import DateWords

# What stands in the act itself, in what it claims, in what it is a part of, in what else it is linked to, elsewhere near it, in
# its article.
OWN, CHAIN, WHOLE, RING, NEAR, ARTICLE = 1.0, 0.9, 0.75, 0.6, 0.48, 0.15
# The least for what must be the act's own, or of what it claims; for persons; for words; for other names. What is only loosely
# borne out stands a little lower.
_LOOSELY = 0.85
_STRICT, _PERSON, _WORD, _NAME = (_LOOSELY * worth for worth in (CHAIN, WHOLE, RING, NEAR))
# Of so many words one may only stand near.
_MANY = 4
# What takes more days is no time at which something else is.
_SAME_TIME = 7


def level(one: Candidate, element: Element) -> float:
    """Return how well an act bears out an element: the nearer it stands, the better."""
    if element.date is not None:
        return _dated(one, element)
    best = 0.0
    for words, worth in (
        (one.own, OWN),
        (one.chain, CHAIN),
        (one.whole, WHOLE),
        (one.ring, RING),
        (one.near, NEAR),
        (one.article, ARTICLE),
    ):
        if best >= worth:
            break
        best = max(best, worth * element.borne_out(words))
    return best


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


def is_sound(levels: dict[Element, float]) -> bool:
    """Say whether an act bears out everything in a place that is near enough.

    A deed that is named must be the act's own. Persons, figures and who owns a thing must stand in it, in what it claims or is a part of; words
    besides in what it is linked to, and one of many near it; dates, places and other names near it; of what stands
    aside only persons must.
    """
    faint, deeds = 0, [e for e in levels if e.sort == "kind" and not e.aside]
    if deeds and not any(levels[e] >= _STRICT for e in deeds):
        return False
    for element, well in levels.items():
        if well >= _least(element):
            continue
        if element.sort != "word" or well < _NAME or element.aside:
            return False
        faint += 1
    return faint <= (len(levels) >= _MANY)


def _least(element: Element) -> float:
    """Return how near an element must stand."""
    if element.aside:
        return _NAME if element.person else ARTICLE * _LOOSELY
    if element.sort == "number" or element.owner:
        return _STRICT
    if element.person:
        return _PERSON
    return _WORD if element.sort == "word" else _NAME


def _dated(one: Candidate, element: Element) -> float:
    """Return how well a date fits: the act's own, one near it, or that of the articles that report an undated act."""
    assert element.date is not None
    acts = _time_of(element.date)
    if acts.month:
        token = f"md:{acts.month}-{acts.day}" if acts.day else f"m:{acts.month}"
        return OWN if token in one.near else 0.0
    window = next(iter(acts.windows), None)
    if window is None or window.since is None or window.until is None:
        return 0.0
    if one.earliest and one.latest and one.precision != "open":
        # A longer time than the one asked for is no answer to it.
        return OWN if window.since <= one.earliest and one.latest <= window.until else 0.0
    if window.token in one.near or any(_within(day, window.since, window.until) for day in one.published):
        return WHOLE
    return 0.0


@lru_cache(maxsize=64)
def _time_of(date: DateWords) -> Acts:
    return put_date(Acts(), date, "in")


def _within(day: date | None, since: date, until: date) -> bool:
    return day is not None and since <= day <= until
