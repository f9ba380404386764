"""Finds the acts that a question means by how much of it the record bears out, where no reading by grammar does.

The acts are ranked by how much of a question they bear out, by weight, what stands in the act itself before what stands
around it. Of these only those can answer that are sound: nothing that the question says is left out or stands too far
off.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from math import log

from communique.graph.shape import HOLDING
from communique.graph.store import Store
from communique.queries.ask.elements import LOOSELY, NEGATED, Element
from communique.queries.ask.levels import CHAIN, NEAR, OWN, RING, WHOLE, Index, Levels
from communique.queries.ask.question import Mention
from communique.queries.ask.recorded import Candidate, articles_of, candidates_of
from communique.queries.ask.soundness import is_sound, lies

# Below this the elements single nothing out; more acts than this are no group.
_ENOUGH, _ANY = 5.0, 12
# How far behind the best an act may be that answers where the best does not.
_BEHIND = 0.75
# How much a word that adds nothing counts where the others do not tell acts apart.
_PLAIN = 0.01
# How much what stands aside counts.
_ASIDE = 0.5


@dataclass(frozen=True, slots=True)
class Meant:
    """Acts that bear out the same of a question: how much of it, whether they can answer it for certain, and whether
    they do so without what only stands around them (`tight`), names included (`named`), and are of a kind that is named
    and no kindred one (`done`).
    """

    ids: tuple[str, ...]
    share: float
    sound: bool
    tight: bool
    named: bool
    done: bool


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave out the rounds of the garbage collector, which look at all that is built again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
        with uncollected():
            return candidates_of(self.store)

    @cached_property
    def by_id(self) -> dict[str, Candidate]:
        """The acts of articles by their ids."""
        return {c.id: c for c in self.candidates}

    @cached_property
    def resting(self) -> dict[str, list[int]]:
        """The numbers of the acts on which facts rest: the acts themselves, and those of which details are told."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.candidates):
            for fact in (one.id, *one.details):
                found[fact].append(number)
        return found

    @cached_property
    def index(self) -> Index:
        """Which acts have a word, and how near."""
        with uncollected():
            return Index(self.candidates, self.told)

    def meant(self, elements: list[Element]) -> list[Meant]:
        """Return groups of acts that can be meant, best first; groups far behind the best are left out."""
        told = [e for e in elements if not e.plain]
        found = self._levels(told)
        weights = [self.weight(e, there) * (_ASIDE if e.aside else 1.0) for e, there in zip(told, found, strict=True)]
        plain = self._levels([e for e in elements if e.plain])
        whole = sum(weights)
        if whole + sum(map(self.weight, (e for e in elements if e.plain), plain)) < _ENOUGH or not whole:
            return []
        scores: dict[int, float] = defaultdict(float)
        for there, weight in zip(found, weights, strict=True):
            for number, worth in there.items():
                scores[number] += worth * weight / whole
        best = max(scores.values(), default=0.0)
        spoken = any("kind:say" in e.tokens | e.kindred or e.saying for e in elements)
        groups: dict[tuple[float, bool, bool, bool, bool], list[Candidate]] = {}
        for number in sorted(n for n, score in scores.items() if score >= best * _BEHIND):
            score = scores[number] + sum(there.get(number, 0.0) for there in plain) * _PLAIN
            one = self.candidates[number]
            levels = list(zip(told, (there.get(number, 0.0) for there in found), strict=True))
            sound = is_sound(levels, only_told="kind:say" in one.own and not spoken)
            tight = all(worth >= WHOLE * LOOSELY for e, worth in levels if e.sort in ("word", "kind") and not e.aside)
            named = all(worth >= RING * LOOSELY for e, worth in levels if e.sort == "name" and not e.aside)
            done = max((w for e, w in levels if e.sort == "kind" and not e.aside), default=OWN) >= CHAIN
            groups.setdefault((round(score, 3), sound, tight, named, done), []).append(one)
        meant = []
        for key in sorted(groups, reverse=True):
            group = [c for c in groups[key] if c.status in HOLDING] or groups[key]
            if len(group) <= _ANY:
                meant.append(Meant(tuple(c.id for c in group), *key))
        return meant

    def _levels(self, elements: list[Element]) -> list[Levels]:
        """Return how well each act bears out each element; what tells of another time, where an act is at that time."""
        found = [self.index.levels(e) for e in elements]
        for side in {e.aside for e in elements} - {""}:
            aside = [there for e, there in zip(elements, found, strict=True) if e.aside == side]
            one, *more = [{n for n, worth in there.items() if worth >= OWN * LOOSELY} for there in aside]
            others = [self.candidates[n] for n in one.intersection(*more)] if more else []
            then = [n for n, act in enumerate(self.candidates) if lies(act, side, others)] if others else []
            for there in aside:
                there |= {n: max(there.get(n, 0.0), RING) for n in then}
        return found

    def told_apart(self, acts: list[str], elements: list[Element]) -> tuple[Mention, ...]:
        """Return the words of a question that acts do not have themselves, and so tell apart what they claim."""
        own = [self.by_id[i] for i in acts]
        apart = [e for e in elements if e.sort == "word" and not e.plain and any(not e.borne_out(c.own) for c in own)]
        return tuple(Mention(e.words, tuple(sorted(e.tokens | e.loose)), e.stems) for e in apart)

    def tells(self, acts: tuple[str, ...], elements: list[Element]) -> bool:
        """Say whether one of some acts has all elements in itself or in what it claims, but for what stands aside."""
        told = [e for e in elements if not (e.aside or e.date or e.turning)]
        return any(all(e.borne_out(c.own | c.chain | c.whole) for e in told) for c in map(self.by_id.__getitem__, acts))

    def articles(self, acts: list[str], elements: list[Element]) -> list[str]:
        """Return the articles that report acts, of these the ones that bear out every word of the question."""
        asked = [e for e in elements if e.date is None and not e.plain and NEGATED not in e.tokens]
        reporting = sorted({i for act in acts for i in self.by_id[act].reported})
        return [i for i in reporting if all(e.borne_out(self.told[i]) for e in asked)]

    def weight(self, element: Element, levels: Levels) -> float:
        """Return how much an element tells: the more, the fewer acts bear it out."""
        if element.date is not None:
            return 1.5
        hits = sum(worth >= NEAR * LOOSELY for worth in levels.values())
        return log((len(self.candidates) + 1) / (hits + 0.5)) + 0.3
