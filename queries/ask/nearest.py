"""What the record holds nearest to a question that has no answer: acts by how much of its words they bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nsmallest

from communique.queries.ask.elements import Element
from communique.queries.ask.support import Support

# So many facts are shown; an act that bears out less than this share of a question is not near it, nor is one that
# bears out less than this share of what the nearest does.
_SHOWN, _NEAR, _AS_NEAR = 3, 0.35, 0.6


def nearest_acts(support: Support, elements: Iterable[Element]) -> list[str]:
    """Return the ids of the acts that bear out most of a question, the nearest first; none where all are far from it.

    Neither who did it to whom nor what turns a sentence round is looked at: this is a search, and no answer.
    """
    scores: dict[int, float] = defaultdict(float)
    whole = 0.0
    for element in elements:
        there = support.index.levels(element)
        weight = support.weight(element, there)
        whole += weight
        for number, worth in there.items():
            scores[number] += weight * worth
    near = nsmallest(_SHOWN, scores, key=lambda number: (-scores[number], number))
    best = max((scores[number] for number in near), default=0.0)
    return [support.candidates[n].id for n in near if scores[n] >= max(_NEAR * whole, best * _AS_NEAR)]
