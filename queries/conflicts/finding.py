"""Finds every conflict of sources in a store."""

from __future__ import annotations

from collections.abc import Iterator

from communique.graph.store import Store
from communique.queries.conflicts.facts import (
    attribution_conflicts,
    date_conflicts,
    name_conflicts,
    party_conflicts,
    place_conflicts,
    purpose_conflicts,
    strength_conflicts,
)
from communique.queries.conflicts.figures import number_conflicts
from communique.queries.conflicts.omitted import omissions
from communique.queries.conflicts.told import KINDS, Conflict, Record, read_record
from communique.queries.conflicts.whether import denials, denials_of_others


def find_conflicts(store: Store, act: str = "") -> list[Conflict]:
    """Return the conflicts in a store, or those of one act: by kind in the order of `KINDS`, then by act.

    Acts that are said to be the same (SAME_AS) are looked at as one; coded events tell nothing and are left out.
    """
    record = read_record(store)
    found = [c for c in _all(record) if not act or c.thing == act or act in _ids(record, c)]
    return sorted(dict.fromkeys(found), key=lambda c: (KINDS.index(c.kind), c.thing, c.aspect, c.tellings[0].value))


def _all(record: Record) -> Iterator[Conflict]:
    yield from denials_of_others(record)
    for told in record.acts:
        yield from denials(told)
        yield from number_conflicts(told)
        yield from date_conflicts(told)
        yield from place_conflicts(told, record)
        yield from party_conflicts(told)
        yield from purpose_conflicts(told, record)
        yield from strength_conflicts(told)
        yield from attribution_conflicts(told)
        yield from omissions(told, record)
    for thing in [*record.acts, *record.things]:
        yield from name_conflicts(thing)


def _ids(record: Record, conflict: Conflict) -> set[str]:
    told = record.by_id.get(conflict.thing)
    return told.ids if told else set()
