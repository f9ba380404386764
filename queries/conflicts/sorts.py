"""Of which kind the things are that are counted or named: bombers or fighter jets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.numbers import asserted, counted
from communique.queries.conflicts.record import Record, vocabulary
from communique.queries.conflicts.told import Conflict, Telling, Told


def kind_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one source counts or names bombers and another fighter jets, or a part is none."""
    named = _families(told)
    for one, other in combinations(named, 2):
        if all(_siblings(a, b) for a, _ in named[one] for b, _ in named[other]):
            yield told.conflict("contradiction", "kind of thing", [t for s in (one, other) for _, t in named[s]])
    ours = [pair for some in named.values() for pair in some]
    for whole in record.wholes(told):
        total = [d for d in counted(whole) if not d["parties"] and d["units"]]
        theirs = [(d["units"], t) for d in total for t in asserted(d) if t.mark != "derived"]
        if ours and theirs and all(_siblings(a, b) for a, _ in ours for b, _ in theirs):
            said = [t for _, t in [*ours, *theirs]]
            yield told.conflict("contradiction", "kind of thing, part and whole", said)


def _families(told: Told) -> dict[tuple[str, str], list[tuple[list[str], Telling]]]:
    """Return by source the kinds of thing that it counts or names, each with the wider ones."""
    named: dict[tuple[str, str], list[tuple[list[str], Telling]]] = {}
    for detail in told.details:
        family = detail["units"] or vocabulary().unit_family(
            vocabulary().units_by_name.get(detail["value"].casefold(), "")
        )
        for telling in asserted(detail) if family else ():
            named.setdefault(telling.source, []).append((family, telling))
    return named


def _siblings(one: list[str], other: list[str]) -> bool:
    """Say whether two units are different kinds of one wider unit."""
    return one[0] not in other and other[0] not in one and bool(set(one) & set(other))
