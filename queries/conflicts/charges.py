"""In what tone, and of what: what one side says of another in words of differing force, or with other charges."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import product

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.strength import force
from communique.queries.conflicts.told import Conflict, Telling, Told

_DAYS = 2


def tone_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles let one side speak of an act, its like or whole, in words of differing force.

    Within one article they are words about its several deeds.
    """
    groups: list[tuple[Told, set[str]]] = []
    for told in (told for told in record.acts if told.id in record.about):
        wholes = [act for whole in record.wholes(told) for act in [whole, *record.maybe(whole)]]
        by_side: dict[str, set[str]] = {}
        for said in (said for act in [told, *record.maybe(told), *wholes] for said in record.about.get(act.id, [])):
            if said.asserted and (said.act["stance"] == "criticize" or "demand" in said.act["kinds"]):
                for side in said.sides("BY"):
                    by_side.setdefault(side, set()).add(said.id)
        groups += [(told, ids) for ids in by_side.values() if len(_forces(record, ids)) > 1]
    by_statement: dict[str, list[int]] = {}
    for n, (_, ids) in enumerate(groups):
        for i in ids:
            by_statement.setdefault(i, []).append(n)
    for n, (told, ids) in enumerate(groups):
        # A part of the act, or its like, gives the same statements or fewer.
        others = [(m, groups[m][1]) for m in by_statement[min(ids)]]
        tellings = [t for i in sorted(ids) for t in record.by_id[i].asserted]
        alone = len({t.article for t in tellings}) == 1
        if not alone and not any(ids < more or (ids == more and m < n) for m, more in others):
            yield told.conflict("strength", "in what tone", tellings)


def _forces(record: Record, ids: set[str]) -> set[str]:
    acts = [record.by_id[i] for i in ids]
    return {force(t.kind or str(act.act["kind"])) for act in acts for t in act.asserted}


def charge_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where what articles let the same speakers hold against somebody has nothing in common."""
    charges: dict[tuple[str, str], list[tuple[datetime.date, Told]]] = {}
    for told in (told for told in record.acts if "criticize" in told.act["kinds"] and told.asserted):
        if day := _day(told):
            for sides in product(told.sides("BY"), told.states("TOWARD")):
                charges.setdefault(sides, []).append((day, told))
    pairs: dict[tuple[str, str], tuple[Told, Told]] = {}
    for dated in charges.values():
        dated.sort(key=lambda pair: (pair[0], pair[1].id))
        for n, (day, one) in enumerate(dated):
            for later, other in dated[n + 1 :]:
                if (later - day).days > _DAYS:
                    break
                pairs[one.id, other.id] = (one, other)
    for one, other in (pairs[key] for key in sorted(pairs)):
        apart = not {t.article for t in one.reports} & {t.article for t in other.reports}
        claims = [_claims(told, record) for told in (one, other)]
        if apart and all(claims) and not claims[0].keys() & claims[1].keys():
            if not record.linked(one, other, "NOT_SAME_AS"):
                said = [t for some in claims for tellings in some.values() for t in tellings]
                yield one.conflict("wording", "what is held against them", said)


def _day(told: Told) -> datetime.date | None:
    """Return the day of an act, where it is dated by one or two."""
    earliest, latest = told.act["earliest"], told.act["latest"]
    return latest if earliest and latest and (latest - earliest).days < _DAYS else None


def _claims(told: Told, record: Record, deep: int = 3) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for claim, telling in record.claims.get(told.id, []):
        inner = _claims(claim, record, deep - 1) if deep and claim.act["statement"] else {}
        if inner:
            found |= inner
        elif telling.asserts or telling.factuality == "planned":
            found.setdefault(claim.id, []).append(telling)
    return found
