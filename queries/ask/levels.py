"""How well each act bears out what a question says: the nearer it stands to the act, the better.

What stands in the act itself, in what it claims, in what it is a part of, in what else it is linked to, elsewhere near
it, or only in an article that reports it is worth less and less. Which act has a word, and how near, is looked up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from communique.queries.ask.elements import LOOSELY, Element
from communique.queries.ask.question import Acts
from communique.queries.ask.recorded import Candidate
from communique.queries.ask.windows import put_date
from communique.schemas.date_words import DateWords

OWN, CHAIN, WHOLE, RING, NEAR, ARTICLE = 1.0, 0.8, 0.75, 0.6, 0.48, 0.15
# What kinds that are only kindred are worth of that.
KINDRED = 0.7

# What is only known to lie within more days is undated.
_OPEN = 31

Levels = dict[int, float]


class Index:
    """Knows how near each word and thing stands to each of some acts, which are numbered in their order."""

    def __init__(self, candidates: list[Candidate], told: dict[str, set[str]]) -> None:
        self.candidates = candidates
        self.articles: dict[str, list[str]] = defaultdict(list)
        for article, words in told.items():
            for word in words:
                self.articles[word].append(article)
        self.reported: dict[str, list[int]] = defaultdict(list)
        self.acts: dict[str, Levels] = defaultdict(dict)
        self.days: dict[DateWords, Levels] = {}
        for number, one in enumerate(candidates):
            for article in one.reported:
                self.reported[article].append(number)
            for words, worth in (
                (one.near, NEAR),
                (one.ring, RING),
                (one.whole, WHOLE),
                (one.chain, CHAIN),
                (one.own, OWN),
            ):
                for word in words:
                    self.acts[word][number] = worth

    def levels(self, element: Element) -> Levels:
        """Return how well each act bears out an element; acts that do not are left out."""
        if element.date is not None:
            if element.date not in self.days:
                self.days[element.date] = dict(self._dated(element.date))
            return dict(self.days[element.date])
        found: Levels = {}
        for word in element.kindred:
            _raise(found, self._of(word), KINDRED)
        for word in element.loose:
            _raise(found, self._of(word), LOOSELY)
        for word in element.tokens:
            _raise(found, self._of(word), 1.0)
        if len(element.stems) == 1:
            _raise(found, self._of(element.stems[0]), 1.0)
        elif element.stems:
            first, *others = map(self._of, element.stems)
            there = [number for number in first if all(number in o for o in others)]
            _raise(found, {number: min(first[number], *(o[number] for o in others)) for number in there}, 1.0)
        return found

    def _of(self, word: str) -> Levels:
        told = {n: ARTICLE for article in self.articles.get(word, ()) for n in self.reported.get(article, ())}
        return told | self.acts.get(word, {})

    def _dated(self, words: DateWords) -> Iterator[tuple[int, float]]:
        """Yield how well a date fits: an act's own; else what is near one that is undated, or its articles' day."""
        acts = _time_of(words)
        if acts.month or acts.weekday:
            token = (
                f"md:{acts.month}-{acts.day}" if acts.day else f"m:{acts.month}" if acts.month else f"wd:{acts.weekday}"
            )
            yield from ((number, OWN) for number, worth in self._of(token).items() if worth >= NEAR)
            return
        window = next(iter(acts.windows), None)
        if window is None or window.since is None or window.until is None:
            return
        for number, one in enumerate(self.candidates):
            if one.earliest and one.latest and one.precision != "open":
                # A longer time than the one asked for is no answer to it.
                given = window.token and any(d.startswith(window.token.removeprefix("d:")) for d in one.dates)
                if given or (window.since <= one.earliest and one.latest <= window.until):
                    yield number, OWN
            elif _may_be(one, window.since, window.until) or _told_near(one, window.token):
                yield number, WHOLE


def _raise(found: Levels, more: Levels, share: float) -> None:
    """Put in what is worth more than what is there."""
    for number, worth in more.items():
        if worth * share > found.get(number, 0.0):
            found[number] = worth * share


@lru_cache(maxsize=64)
def _time_of(date: DateWords) -> Acts:
    return put_date(Acts(), date, "in")


def _may_be(one: Candidate, since: date, until: date) -> bool:
    """Say whether an act that is undated lies in a time as far as is known, or the day of its articles does."""
    if any(since <= day <= until for day in one.published if day):
        return True
    if one.earliest is None or one.latest is None or (one.latest - one.earliest).days > _OPEN:
        return False
    return one.earliest <= until and one.latest >= since


def _told_near(one: Candidate, token: str) -> bool:
    """Say whether a date stands near an act, by itself or as a year among its words."""
    return token in one.near or token.removeprefix("d:") in one.near
