"""What the record holds nearest to a question that has no answer: acts by how much of its words they bear out."""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.elements import Element
from communique.queries.ask.evidence import evidence
from communique.queries.ask.recorded import told_by
from communique.queries.ask.support import Support

# So many acts are shown; one that bears out less than this share of a question is not near it, nor is one that bears
# out less than this share of what the nearest does.
_SHOWN, _NEAR, _AS_NEAR = 3, 0.35, 0.6
# So many figures and other details of an act are shown, of the sort that the question names.
_DETAILS = 3


def nearest_reports(store: Store, support: Support, elements: list[Element]) -> list[dict[str, Any]]:
    """Return a report of each of the acts nearest to a question, with the details of the sort that it names.

    Neither who did it to whom nor what turns a sentence round is looked at: this is a search, and no answer.
    """
    acts = _acts(support, elements)
    named = frozenset(t for e in elements for t in e.tokens)
    details = _details(store, acts, named)
    first = {row["fact"]: row for row in reversed(evidence(store, [*acts, *(d for m in details.values() for d in m)]))}
    found = []
    for act in acts:
        told = {first[d]["text"]: first[d] for d in details[act] if d in first}
        found += [first[act], *list(told.values())[:_DETAILS]]
    return found


def _acts(support: Support, elements: list[Element]) -> list[str]:
    """Return the ids of the acts that bear out most of a question, the nearest first; none where all are far."""
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


def _details(store: Store, acts: list[str], named: frozenset[str]) -> dict[str, list[str]]:
    """Return for each act the ids of its details whose attribute or unit a question names."""
    found: dict[str, list[str]] = {act: [] for act in acts}
    for row in store.read(
        "UNWIND $acts AS act MATCH (d:Detail)-[:OF]->(:Act {id: act}) "
        "RETURN act, d.id AS id, [] AS words, d.attribute AS attribute, d.units AS units ORDER BY act, id",
        {"acts": acts},
    ).rows:
        if not named.isdisjoint(told_by(row)):
            found[row["act"]].append(row["id"])
    return found
