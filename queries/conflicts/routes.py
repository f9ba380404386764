"""Which way, and where by what was within it: the legs of a flight, the places of a visit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.facts import AT_ONE_PLACE
from communique.queries.conflicts.purposes import VISIT
from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told, given

_LEGS = {"fly", "fly-over", "joint-flight", "enter", "depart"}


def route_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles give the legs of a flight with their directions, and share none."""
    legs: dict[str, dict[str, Telling]] = {}
    directed: set[str] = set()
    for leg in record.within_it(told) if _LEGS & {*told.act["kinds"]} else ():
        if _LEGS & {*leg.act["kinds"]}:
            for telling in leg.asserted:
                legs.setdefault(telling.article, {}).setdefault(leg.id, telling)
            directed |= {t.article for t in given(leg, "direction")}
    apart = [
        (one, other)
        for one, other in combinations(sorted(directed & legs.keys()), 2)
        if not legs[one].keys() & legs[other].keys()
    ]
    if apart:
        articles = sorted({article for pair in apart for article in pair})
        yield told.conflict("wording", "route", [t for article in articles for t in legs[article].values()])


def stop_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles put a visit, or what was within it, into places that lie apart."""
    if VISIT not in told.act["kinds"]:
        return
    places: dict[str, dict[str, Telling]] = {}
    for part in [told, *record.parts.get(told.id, [])]:
        if AT_ONE_PLACE & {*part.act["kinds"]}:
            for row in (r for r in part.roles if r["role"] == "AT"):
                for t in (t for t in part.asserted if t.article in row["articles"]):
                    where = f"{row['name']}, {t.date}" if t.date else row["name"]
                    places.setdefault(t.article, {}).setdefault(row["id"], t.saying(f"{where}: {t.value}"))
    if any(record.some_apart(places[a], places[b]) for a, b in combinations(places, 2)):
        yield told.conflict("wording", "where, by its parts", [t for at in places.values() for t in at.values()])
