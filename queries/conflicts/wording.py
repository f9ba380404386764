"""In which words: what sources print differently of the same, and what two sides call it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told, details_of


def phrase_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles print different words of the same, none a part of another's."""
    printed = [t.saying(t.phrase) for t in told.reports if t.phrase]
    if any(_differ(one, other) for one, other in combinations(printed, 2)):
        yield told.conflict("wording", "as printed", printed)


def description_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one voice's description is printed differently, or both sides' descriptions are apart.

    A voice's own words matter where one of the articles prints them (`phrase`). The sides are those who do the act, and
    others who are quoted on it; what may be the same act counts.
    """
    described = _descriptions(told)
    for voice in sorted({t.voice for t in described}):
        words = [t for t in described if t.voice == voice]
        if any(t.phrase for t in words) and _nothing_shared(words):
            yield told.conflict("wording", "described as", words)
    described += [t for other in record.maybe(told) for t in _descriptions(other)]
    doers = told.states("BY")
    quoted = [(t, _speaking_for(t, record)) for t in described]
    theirs = [t for t, speakers in quoted if speakers & doers]
    others = [t for t, speakers in quoted if speakers and not speakers & doers]
    if theirs and others and not {t.value for t in theirs} & {t.value for t in others}:
        yield told.conflict("wording", "described by both sides", [*theirs, *others])


def _speaking_for(telling: Telling, record: Record) -> set[str]:
    """Return the states of who describes it: of the original source, or of whom that one quotes."""
    statement = record.by_id.get(telling.via)
    return set(telling.sides) if len(telling.chain) == 1 or statement is None else statement.states("BY")


def _descriptions(told: Told) -> list[Telling]:
    return [t for d in details_of(told, "described_as") for t in d["tellings"] if t.asserts and t.chain]


def name_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where sources call a place, thing or act by different names."""
    named = [t for d in details_of(told, "known_as") for t in d["tellings"] if t.asserts]
    if len({t.value for t in named}) > 1 and len({t.voice for t in named}) > 1:
        yield told.conflict("name", "known as", named)


def _differ(one: Telling, other: Telling) -> bool:
    a, b = one.phrase.casefold(), other.phrase.casefold()
    return one.article != other.article and a not in b and b not in a


def _nothing_shared(words: list[Telling]) -> bool:
    """Say whether two articles have no description in common."""
    by_article: dict[str, set[str]] = {}
    for telling in words:
        by_article.setdefault(telling.article, set()).add(telling.value.casefold())
    return any(not one & other for one, other in combinations(by_article.values(), 2))
