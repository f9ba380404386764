"""Finds the acts that a question means by how much of it the record bears out, where no reading by grammar does.

The acts are ranked by how much of a question they bear out, by weight, what stands in the act itself before what stands around
it. Of these only those can answer that are sound: nothing that the question says is left out or stands too far off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import log

from communique.graph.shape import HOLDING
from communique.graph.store import Store
from communique.queries.ask.elements import NEGATED, Element
from communique.queries.ask.question import Mention
from communique.queries.ask.recorded import Candidate, articles_of, candidates_of
from communique.queries.ask.soundness import OWN, RING, is_sound, level, lies

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
    """Acts that bear out the same of a question: how much of it, and whether they can answer it for certain."""

    ids: tuple[str, ...]
    share: float
    sound: bool


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

    def meant(self, elements: list[Element]) -> list[Meant]:
        """Return groups of acts that can be meant, best first; groups far behind the best are left out."""
        told, plain = ([e for e in elements if e.plain == plain] for plain in (False, True))
        weights = {e: self._weight(e) * (_ASIDE if e.aside else 1.0) for e in elements}
        if sum(weights.values()) < _ENOUGH:
            return []
        whole = sum(weights[e] for e in told)
        groups: dict[tuple[float, bool], list[Candidate]] = {}
        others = self._others(told)
        for candidate in self.candidates:
            levels = {e: level(candidate, e) for e in told}
            for side, acts in others.items():
                if lies(candidate, side, acts):
                    levels |= {e: max(levels[e], RING) for e in told if e.aside == side}
            score = sum(levels[e] * weights[e] for e in told) / whole
            if score > 1 - _BEHIND:
                score += sum(level(candidate, e) for e in plain) * _PLAIN
                groups.setdefault((round(score, 3), is_sound(levels)), []).append(candidate)
        best = max((score for score, _ in groups), default=0.0)
        found = []
        for score, sound in sorted(groups, reverse=True):
            group = groups[score, sound]
            group = [c for c in group if c.status in HOLDING] or group
            if score >= best * _BEHIND and len(group) <= _ANY:
                found.append(Meant(tuple(c.id for c in group), score, sound))
        return found

    def _others(self, elements: list[Element]) -> dict[str, list[Candidate]]:
        """Return the acts that a question tells of aside, by whether it is at the same time, before or after these."""
        found = {}
        for side in {e.aside for e in elements} - {""}:
            aside = [replace(e, aside="") for e in elements if e.aside == side]
            acts = [c for c in self.candidates if all(e.borne_out(c.own) or level(c, e) == OWN for e in aside)]
            if len(aside) > 1 and acts:
                found[side] = acts
        return found

    def told_apart(self, acts: list[str], elements: list[Element]) -> tuple[Mention, ...]:
        """Return the words of a question that acts do not have themselves, and so tell apart what they claim."""
        own = [self.by_id[i] for i in acts]
        apart = [e for e in elements if e.sort == "word" and not e.plain and any(not e.borne_out(c.own) for c in own)]
        return tuple(Mention(e.words, tuple(sorted(e.tokens | e.loose)), e.stems) for e in apart)

    def articles(self, acts: list[str], elements: list[Element]) -> list[str]:
        """Return the articles that report acts, of these the ones that bear out every word of the question."""
        asked = [e for e in elements if e.date is None and not e.plain and NEGATED not in e.tokens]
        reporting = sorted({i for act in acts for i in self.by_id[act].reported})
        return [i for i in reporting if all(e.borne_out(self.told[i]) for e in asked)]

    def _weight(self, element: Element) -> float:
        """Return how much an element tells: the more, the fewer acts bear it out."""
        if element.date is not None:
            return 1.5
        hits = sum(element.borne_out(c.near) > 0 for c in self.candidates)
        return log((len(self.candidates) + 1) / (hits + 0.5)) + 0.3


