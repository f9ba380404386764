"""Over whose land: flights over a place that a source puts in a state whose airspace is said not to be violated."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told, placements, same_days

BREACH = "violate-airspace"
_OVER = {"over", "above"}


def airspace_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each flight over a place whose owner's airspace is said not to have been violated by it.

    The owner is any state in which a source puts the place; a denial that names no state is one for all states.
    """
    owned = {thing.id: dict(placements(thing)) for thing in record.things}
    denied = [told for told in record.acts if told.denied and BREACH in told.act["kinds"]]
    for told in (told for told in record.acts if told.asserted):
        over = {r["id"] for r in told.roles if r["role"] == "AT" and r["preposition"] in _OVER}
        owners = {state: t for place in over for state, t in owned.get(place, {}).items()}
        denials = [other for other in denied if owners and _denies(other, told, owners)]
        if denials:
            said = [t.saying(f"denied: {t.value}") for other in denials for t in other.denied]
            lies = [t.saying(f"it lies in {t.value}") for t in owners.values()]
            yield told.conflict("contradiction", "airspace", [*told.asserted, *lies, *said])


def shared_airspace(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where states that both claim a place each see their airspace violated by a flight near it."""
    owned = {thing.id: dict(placements(thing)) for thing in record.things}
    claims = [told for told in record.acts if "claim-territory" in told.act["kinds"] and told.asserted]
    for told in (told for told in record.acts if told.asserted and BREACH in told.act["kinds"]):
        theirs = told.states("TOWARD")
        near = [*record.within_it(told), *(act for part in record.within_it(told) for act in record.maybe(part))]
        places = {r["id"] for act in [told, *near] for r in act.roles if r["role"] == "AT"}
        for place in sorted(places & {r["id"] for claim in claims for r in claim.roles if r["role"] == "ABOUT"}):
            by = [c for c in claims if any(r["id"] == place for r in c.roles) and c.states("BY") & theirs]
            if len({state for claim in by for state in claim.states("BY")}) > 1:
                lies = [t.saying(f"it lies in {t.value}") for s, t in owned.get(place, {}).items() if s in theirs]
                flown = [t for act in near for t in act.asserted if any(r["id"] == place for r in act.roles)]
                said = [t for claim in by for t in claim.asserted]
                yield told.conflict("contradiction", "whose airspace", [*told.asserted, *flown, *said, *lies])


def _denies(denied: Told, told: Told, owners: dict[str, Telling]) -> bool:
    if not denied.sides("BY") & told.sides("BY") or not same_days(denied, told):
        return False
    states = denied.states("TOWARD")
    return not states or bool(states & owners.keys())
