"""In which words: what sources print differently of the same, and what two sides call it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import ASSERTING, Conflict, Telling, Told, details_of, first_by_article, given

_ROOT = 5  # so many letters of a word tell which it is
_LITTLE = frozenset("a an the of to in on at for by with and or no not be is are was were this that its their".split())
_NOT_SO = ("denied", "mentioned")
_ISLANDS = ("island", "islands", "islets")
_ONE_VALUE = ("direction", "outcome", "time_of_day", "means", "which_time")  # an act has one of each


def phrase_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles print different words of the same or what may be it, none a part of others.

    Of what may be the same, descriptions are compared as well, where each prints one.
    """
    printed = [t.saying(t.phrase) for t in told.reports if t.phrase]
    if any(_differ(one, other) for one, other in combinations(printed, 2)):
        yield told.conflict("wording", "as printed", printed)
    for other in record.unsure.get(told.id, []):
        theirs = [t.saying(t.phrase) for t in other.reports if t.phrase]
        if any(_differ(one, two) for one in printed for two in theirs):
            yield told.conflict("wording", "as printed, if it is the same", [*printed, *theirs])
        described = [[t.saying(t.phrase) for t in given(act, "described_as") if t.phrase] for act in (told, other)]
        if any(_differ(one, two) and one.article != two.article for one in described[0] for two in described[1]):
            yield told.conflict("wording", "described as, if it is the same", [*described[0], *described[1]])


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
    quoted = [(t, record.speaks_for(t)) for t in described]
    theirs = [t for t, speakers in quoted if speakers & doers]
    others = [t for t, speakers in quoted if speakers and not speakers & doers]
    if theirs and others and not {t.value for t in theirs} & {t.value for t in others}:
        yield told.conflict("wording", "described by both sides", [*theirs, *others])


def judged_by_some(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where one article describes an act, and others tell it without a description."""
    said = [t for d in details_of(told, "described_as") for t in d["tellings"] if t.factuality in ASSERTING]
    own = [t for t in said if not t.chain]
    described = {t.article for t in said}
    tellers = first_by_article(t for t in told.reports if t.factuality in (*ASSERTING, "planned"))
    plain = [
        t.saying("without it") for article, t in tellers.items() if article not in described and t.mark != "derived"
    ]
    if plain and len(described) == 1 and not told.act["statement"]:
        yield told.conflict("strength", "described by some only", [*(own or said), *plain])


def _descriptions(told: Told) -> list[Telling]:
    return [t for t in given(told, "described_as") if t.chain]


def text_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles give an act another direction or the like, or a type by a longer name."""
    for attribute in _ONE_VALUE:
        said = given(told, attribute)
        if _nothing_shared(said):
            yield told.conflict("wording", attribute.replace("_", " "), said)
    led_to = [
        t for d in details_of(told, "outcome") for t in d["tellings"] if t.factuality not in ("denied", "mentioned")
    ]
    if any(one.voice != other.voice and one.value != other.value for one, other in combinations(led_to, 2)):
        if not _nothing_shared(given(told, "outcome")):
            yield told.conflict("wording", "outcome", led_to)
    by_party: dict[tuple[str, ...], list[Telling]] = {}
    for detail in details_of(told, "model"):
        by_party.setdefault(tuple(detail["parties"]), []).extend(t for t in detail["tellings"] if t.asserts)
    for named in by_party.values():
        if any(_longer(one, other) for one, other in combinations(named, 2)):
            yield told.conflict("name", "model", named)


def topic_conflicts(thing: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles describe a topic or place in nothing alike."""
    said = given(thing, "described_as")
    if not thing.act["actor"] and _nothing_shared(said, in_part=True):
        yield thing.conflict("wording", "described as", said)


def name_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where sources call a place, thing or act by different names, and not only by more of its own."""
    named = given(told, "known_as")
    if all(told.summary.casefold() in t.value.casefold() for t in named):
        return
    if len({_plainly(t.value) for t in named}) > 1 and len({t.source for t in named}) > 1:
        yield told.conflict("name", "known as", named)
    for other in record.unsure.get(told.id, []):
        theirs = given(other, "known_as")
        if named and theirs and not {t.value for t in named} >= {t.value for t in theirs}:
            yield told.conflict("name", "known as, if it is the same", [*named, *theirs])


def title_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles give somebody another title."""
    titles = given(told, "title")
    if _nothing_shared(titles):
        yield told.conflict("name", "title", titles)


def _differ(one: Telling, other: Telling) -> bool:
    a, b = one.phrase.casefold(), other.phrase.casefold()
    if (one.article, one.paragraph) == (other.article, other.paragraph) or a in b or b in a:
        return False
    words, others = _roots(a), _roots(b)
    # Else it is one sentence with another word for one of its own.
    return 2 * len(words & others) < len(words | others)


def _roots(words: str) -> set[str]:
    """Return the beginnings of words that say something: "limitless" is "no limits"."""
    return {word[:_ROOT] for word in re.findall(r"[\w-]+", words) if word not in _LITTLE}


def _plainly(name: str) -> str:
    """Return a name without the word for what kind of place it is: Miyakojima is Miyako Island."""
    words = name.casefold().split()
    return " ".join(word for word in words if word not in _ISLANDS).removesuffix("jima").removesuffix("shima")


def _longer(one: Telling, other: Telling) -> bool:
    a, b = one.value.casefold(), other.value.casefold()
    return one.article != other.article and a != b and (a in b or b in a)


def _nothing_shared(words: list[Telling], *, in_part: bool = False) -> bool:
    """Say whether two articles have no description in common, nor (in part) one that only adds to the other's."""
    by_article: dict[str, set[frozenset[str]]] = {}
    for telling in words:
        by_article.setdefault(telling.article, set()).add(frozenset(telling.value.casefold().split()))
    pairs = combinations(by_article.values(), 2)
    return any(not any(a == b or (in_part and (a < b or b < a)) for a in one for b in other) for one, other in pairs)
