"""What some read into an act that others only tell, and what they expect of it beside what it is meant for."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Told, first_by_article

WORSE = "escalate"
_SECOND_HAND = 2  # voices through which it comes
_NOT_SO = ("denied", "called_against")


def reading_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where writers infer something from an act that others tell without it."""
    drawn = record.drawn.get(told.id, [])
    read = [t for act in drawn for like in [act, *record.maybe(act)] for t in like.reports if t.mark == "inferred"]
    at_first_hand = first_by_article(t for t in told.asserted if len(t.chain) < _SECOND_HAND and t.mark != "derived")
    plain = [
        t.saying(f"only: {t.value}")
        for article, t in at_first_hand.items()
        if article not in {r.article for r in read} and told.within(t, MONTH)
    ]
    if read and plain:
        yield told.conflict("strength", "read into it by some only", [*read, *plain])


def effect_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where those who do an act say what it is meant for, and others that it makes things worse."""
    doers = told.states("BY")
    aimed = [record.by_id[i] for i in sorted(told.linked("AIMS_AT") & record.by_id.keys())]
    meant = [
        t
        for act in aimed
        if WORSE not in act.act["kinds"]
        for t in act.reports
        if t.chain and t.factuality not in _NOT_SO and doers & record.speaks_for(t)
    ]
    worse = [
        t.saying(f"{t.hedge}: {t.value}" if t.hedge else t.value)
        for act in record.touching.get(told.id, [])
        if WORSE in act.act["kinds"]
        for t in act.reports
        if t.factuality not in _NOT_SO and not doers & record.speaks_for(t)
    ]
    if meant and worse:
        yield told.conflict("contradiction", "meant for, and what comes of it", [*meant, *worse])
