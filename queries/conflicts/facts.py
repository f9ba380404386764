"""When, where, who, what for, whose: what cannot all be right of one act or thing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Telling, Told, given, placements
from communique.schemas.dates import parse_edtf

# At one place only: two that lie apart cannot both be right. A flight passes many.
AT_ONE_PLACE = {"meet", "consult", "press-conference", "summit", "host", "sign", "vote"}

HELD = "control"


def date_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where two reports give days that exclude each other."""
    dated = [t.saying(t.date) for t in told.reports if t.date]
    if any(parse_edtf(a.date).contradicts(parse_edtf(b.date)) for a, b in combinations(dated, 2)):
        yield told.conflict("contradiction", "date", dated)


def place_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where an act that has one place has two, named by different articles, that lie apart."""
    places = [r for r in told.roles if r["role"] == "AT"]
    if not AT_ONE_PLACE & set(told.act["kinds"]):
        return
    for one, other in combinations(places, 2):
        if record.apart(one["id"], other["id"]) and not set(one["articles"]) & set(other["articles"]):
            tellings = [t.saying(r["name"]) for r in (one, other) for t in _first_in(told, r["articles"])]
            yield told.conflict("contradiction", "place", tellings)


def area_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield where articles put a flight or the like into areas of which none lies within another's.

    Where its parts were, and which way it went, is told with it. They can all be right: a flight passes many. So it is
    with two acts that may be the same and share no place.
    """
    places = _named(told, "AT")
    if AT_ONE_PLACE & set(told.act["kinds"]):
        return
    if any(record.all_apart(places[a], places[b]) for a, b in combinations(places, 2)):
        yield told.conflict("wording", "where", _placed(told, _further(told, places, record)))
    for other in record.unsure.get(told.id, []):
        theirs = _named(other, "AT")
        here, there = ({i for at in some.values() for i in at} for some in (places, theirs))
        alone = told.alike(other) and not places.keys() & theirs.keys() and here and there
        if alone and record.all_apart(here, there):
            yield told.conflict(
                "wording", "where, if it is the same", [*_placed(told, places), *_placed(other, theirs)]
            )


def _further(told: Told, places: dict[str, dict[str, str]], record: Record) -> dict[str, dict[str, str]]:
    """Return the places with those of the parts, and the direction that an article gives in words."""
    further = {article: dict(names) for article, names in places.items()}
    for part in record.within_it(told):
        for article, names in _named(part, "AT").items():
            further.get(article, {}).update(names)
    for way in given(told, "direction"):
        further.get(way.article, {})[way.value] = way.value
    return further


def subject_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles give what was said a subject each, and share none."""
    subjects = _named(told, "ABOUT")
    for named in subjects.values():
        named |= {i: record.by_id[i].summary for i in named.keys() & record.by_id.keys()}
    if (told.act["statement"] or AT_ONE_PLACE & {*told.act["kinds"]}) and any(
        not a.keys() & b.keys() for a, b in combinations(subjects.values(), 2)
    ):
        yield told.conflict("contradiction", "about what", _placed(told, subjects))


def _named(told: Told, role: str) -> dict[str, dict[str, str]]:
    """Return who or what each article gives a role, the places of an act for example: id and name."""
    named: dict[str, dict[str, str]] = {}
    for row in (r for r in told.roles if r["role"] == role):
        for article in row["articles"]:
            named.setdefault(article, {})[row["id"]] = row["name"]
    return named


def _placed(told: Told, named: dict[str, dict[str, str]]) -> Iterator[Telling]:
    for article, names in named.items():
        yield from (t.saying(", ".join(sorted(names.values()))) for t in _first_in(told, [article]))


def party_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles give a role to parties of different states, none to one of the other's."""
    for role in ("BY", "TO", "TOWARD"):
        states: dict[str, set[str]] = {}
        for row in (r for r in told.roles if r["role"] == role and r["state"]):
            for article in row["articles"]:
                states.setdefault(article, set()).add(row["state"])
        for one, other in combinations(sorted(states), 2):
            if not states[one] & states[other]:
                names = {r["id"]: r["name"] for r in told.roles}
                tellings = [
                    t.saying(", ".join(names.get(s, s) for s in sorted(states[article])))
                    for article in (one, other)
                    for t in _first_in(told, [article])
                ]
                yield told.conflict("contradiction", f"party ({role.lower()})", tellings)


def owner_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where a place is said to lie in different states, or in one while another controls it."""
    holding = [told for told in record.acts if HELD in told.act["kinds"]]
    for thing in record.things:
        placed = placements(thing)
        for told in holding if placed else ():
            if any(r["id"] == thing.id for r in told.roles if r["role"] in ("ABOUT", "AT")):
                placed += [(state, t) for state in told.states("BY") for t in told.asserted]
        if len({state for state, _ in placed}) > 1:
            yield thing.conflict("contradiction", "whose it is", (t for _, t in placed))


def _first_in(told: Told, articles: list[str]) -> Iterator[Telling]:
    for article in articles:
        yield from [t for t in told.reports if t.article == article][:1]
