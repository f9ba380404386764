"""Finds the acts that a question means by how much of it the record bears out, where no reading by grammar does.

Every element must be borne out: names, kinds, dates and figures near the act, other words at least in the article that
reports it. Of the acts that fulfil this, those are meant whose own words and parties bear out most.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property, lru_cache
from math import log

from communique.graph.shape import HOLDING
from communique.graph.store import Store
from communique.queries.ask.elements import NEGATED, Element
from communique.queries.ask.question import Acts, Mention
from communique.queries.ask.recorded import Candidate, articles_of, candidates_of
from communique.queries.ask.windows import put_date
from communique.schemas.date_words import DateWords

_OWN, _NEAR, _ARTICLE = 1.0, 0.5, 0.15
# Below this the elements single nothing out; more acts than this are no group.
_ENOUGH, _ANY = 5.0, 12
# How far behind the best an act may be that answers where the best does not.
_BEHIND = 0.75


class Support:
    """Weighs the acts of one store against the elements of a question; what is recorded is read once."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def told(self) -> dict[str, set[str]]:
        """What each article tells."""
        return articles_of(self.store)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The acts of articles, with what stands in them, near them and around them."""
        return candidates_of(self.store, self.told)

    @cached_property
    def by_id(self) -> dict[str, Candidate]:
        """The acts of articles by their ids."""
        return {c.id: c for c in self.candidates}

    def meant(self, elements: list[Element]) -> list[tuple[list[str], float]]:
        """Return groups of acts that can be meant, best first, with how much of the question their own words bear out.

        Acts that bear out the same are one group. Groups far behind the best are left out.
        """
        weights = {e: _weight(e, self.candidates) for e in elements}
        groups: dict[float, list[Candidate]] = {}
        for candidate in self.candidates:
            if (score := _score(candidate, elements, weights)) is not None:
                groups.setdefault(round(score, 3), []).append(candidate)
        best = max(groups, default=0.0)
        found = []
        for score in sorted((s for s in groups if s > best * _BEHIND), reverse=True) if best >= _ENOUGH else ():
            group = [c for c in groups[score] if c.status in HOLDING] or groups[score]
            if len(group) <= _ANY:
                found.append(([c.id for c in group], max(_share(c, elements, weights) for c in group)))
        return found

    def told_apart(self, acts: list[str], elements: list[Element]) -> tuple[Mention, ...]:
        """Return the words of a question that acts do not have themselves, and so tell apart what they claim."""
        own = [self.by_id[i] for i in acts]
        apart = [e for e in elements if e.sort == "word" and not e.plain and any(_level(c, e) <= _NEAR for c in own)]
        return tuple(Mention(e.words, tuple(sorted(e.tokens | e.loose)), e.stems) for e in apart)

    def articles(self, acts: list[str], elements: list[Element]) -> list[str]:
        """Return the articles that report acts, of these the ones that bear out every word of the question."""
        asked = [e for e in elements if e.date is None and not e.plain and NEGATED not in e.tokens]
        reporting = sorted({i for act in acts for i in self.by_id[act].reported})
        return [i for i in reporting if all(e.borne_out(self.told[i]) for e in asked)]


def _score(one: Candidate, elements: list[Element], weights: dict[Element, float]) -> float | None:
    """Return how much an act bears out, by weight; nothing where it leaves out what it must have."""
    total, faint, own_kind, kinds, named = 0.0, 0, False, False, 0
    for element in elements:
        level = _level(one, element)
        own, near = level > _NEAR, _NEAR >= level > _ARTICLE
        if element.plain:
            own_kind |= own and element.sort == "kind"
            total += level * weights[element]
            continue
        if not level or (element.owner and not own) or (element.person and not own and not near):
            return None
        if not own and not near and not element.aside:
            if element.sort not in ("word", "name"):
                return None
            named += element.sort == "name"
            faint += 1
        if element.sort == "kind" and not element.aside:
            kinds, own_kind = True, own_kind or own
        total += level * weights[element]
    if (kinds and not own_kind) or named > 1 or faint * 4 > sum(e.sort != "date" for e in elements):
        return None
    return total


def _share(one: Candidate, elements: list[Element], weights: dict[Element, float]) -> float:
    """Return how much of a question the act's own words, parties and date bear out, by weight."""
    spoken = "kind:say" in one.own  # of statements, only the articles that report them tell the day
    counted = [e for e in elements if not e.plain and not e.aside and not (e.date and spoken)]
    whole = sum(weights[e] for e in counted)
    return sum(weights[e] for e in counted if _level(one, e) > _NEAR) / (whole or 1.0)


def _level(one: Candidate, element: Element) -> float:
    if element.date is not None:
        return _dated(one, element)
    if well := element.borne_out(one.own):
        return _OWN * well
    if well := element.borne_out(one.near):
        return _NEAR * well
    return _ARTICLE * element.borne_out(one.article)


def _dated(one: Candidate, element: Element) -> float:
    """Return how well a date fits: the act's own, one near it, or that of the articles that report an undated act."""
    assert element.date is not None
    acts = _time_of(element.date)
    if acts.month:
        token = f"md:{acts.month}-{acts.day}" if acts.day else f"m:{acts.month}"
        return _OWN if token in one.near else 0.0
    window = next(iter(acts.windows), None)
    if window is None or window.since is None or window.until is None:
        return 0.0
    if one.earliest and one.latest and one.precision != "open":
        # A longer time than the one asked for is no answer to it.
        return _OWN if window.since <= one.earliest and one.latest <= window.until else 0.0
    if window.token in one.near or any(_within(day, window.since, window.until) for day in one.published):
        return _NEAR
    return 0.0


@lru_cache(maxsize=64)
def _time_of(date: DateWords) -> Acts:
    return put_date(Acts(), date, "in")


def _within(day: date | None, since: date, until: date) -> bool:
    return day is not None and since <= day <= until


def _weight(element: Element, candidates: list[Candidate]) -> float:
    if element.date is not None:
        return 1.5
    hits = sum(element.borne_out(c.near) > 0 for c in candidates)
    return log((len(candidates) + 1) / (hits + 0.5)) + 0.3
