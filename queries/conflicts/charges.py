"""In what tone, and of what: what one side says of another in words of differing force, or with other charges."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.strength import force
from communique.queries.conflicts.told import Conflict, Telling, Told, same_days

_DAYS = 2


def tone_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one side speaks of an act, of its like or its whole, in words of differing force."""
    groups: list[tuple[Told, set[str]]] = []
    for told in (told for told in record.acts if told.id in record.about):
        wholes = [act for whole in record.wholes(told) for act in [whole, *record.maybe(whole)]]
        by_side: dict[str, set[str]] = {}
        for said in (said for act in [told, *record.maybe(told), *wholes] for said in record.about.get(act.id, [])):
            if said.asserted and (said.act["stance"] == "criticize" or "demand" in said.act["kinds"]):
                for side in said.sides("BY"):
                    by_side.setdefault(side, set()).add(said.id)
        groups += [(told, ids) for ids in by_side.values() if len(_forces(record, ids)) > 1]
    for n, (told, ids) in enumerate(groups):
        # A part of the act, or its like, gives the same statements or fewer.
        if not any(ids < more or (ids == more and m < n) for m, (_, more) in enumerate(groups)):
            yield told.conflict("strength", "in what tone", [t for i in sorted(ids) for t in record.by_id[i].asserted])


def _forces(record: Record, ids: set[str]) -> set[str]:
    acts = [record.by_id[i] for i in ids]
    return {force(t.kind or str(act.act["kind"])) for act in acts for t in act.asserted}


def charge_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where what articles let the same speakers hold against somebody has nothing in common."""
    charges = [
        told for told in record.acts if "criticize" in told.act["kinds"] and told.asserted and told.states("TOWARD")
    ]
    for one, other in combinations(charges, 2):
        here, there = ({t.article for t in told.reports} for told in (one, other))
        if here & there or not one.sides("BY") & other.sides("BY") or not one.states("TOWARD") & other.states("TOWARD"):
            continue
        if record.linked(one, other, "NOT_SAME_AS") or not _near(one, other):
            continue
        claims = [_claims(told, record) for told in (one, other)]
        if all(claims) and not claims[0].keys() & claims[1].keys():
            said = [t for some in claims for tellings in some.values() for t in tellings]
            yield one.conflict("wording", "what is held against them", said)


def _near(one: Told, other: Told) -> bool:
    days = [told.act[k] for told in (one, other) for k in ("earliest", "latest")]
    if None in days:
        return False
    return same_days(one, other) or abs((one.act["latest"] - other.act["latest"]).days) <= _DAYS


def _claims(told: Told, record: Record, deep: int = 3) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for claim, telling in record.claims.get(told.id, []):
        inner = _claims(claim, record, deep - 1) if deep and claim.act["statement"] else {}
        if inner:
            found |= inner
        elif telling.asserts or telling.factuality == "planned":
            found.setdefault(claim.id, []).append(telling)
    return found
