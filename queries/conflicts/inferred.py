"""What some read into an act that others only tell."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Told, first_by_article

_SECOND_HAND = 2  # voices through which it comes


def reading_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where writers infer something from an act that others tell without it."""
    drawn = record.drawn.get(told.id, [])
    read = [t for act in drawn for like in [act, *record.maybe(act)] for t in like.reports if t.mark == "inferred"]
    at_first_hand = first_by_article(t for t in told.asserted if len(t.chain) < _SECOND_HAND)
    plain = [
        t.saying(f"only: {t.value}")
        for article, t in at_first_hand.items()
        if article not in {r.article for r in read} and told.within(t, MONTH)
    ]
    if read and plain:
        yield told.conflict("strength", "read into it by some only", [*read, *plain])
