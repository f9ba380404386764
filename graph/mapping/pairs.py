"""Who did it to whom, as countries: a text for each pair of parties, by which the acts of a whole graph are counted."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations


def pairs_of(acting: Collection[str], meant: Collection[str]) -> list[str]:
    """Return the pairs of an act, each once and sorted: ``a=b`` where both act, ``a>b`` or ``a<b`` where one is meant.

    The names of a pair are in the order of the alphabet. Parties are ids, those that act for a state are given as the
    state. What stays within one is no pair.

    >>> pairs_of(["russia", "china"], ["usa", "china"]), pairs_of(["usa"], ["china"])
    (['china=russia', 'china>usa', 'russia>usa'], ['china<usa'])
    >>> pairs_of(["china"], ["china"])
    []
    """
    together = [f"{one}={other}" for one, other in combinations(sorted(set(acting)), 2)]
    aimed = {(one, other) for one in acting for other in meant if other not in acting}
    return sorted([*together, *(f"{a}>{b}" if a < b else f"{b}<{a}" for a, b in aimed)])
