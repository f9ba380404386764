"""What for: purposes that nobody shares, that some leave out, or that others only tell as the time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Telling, Told

VISIT = "visit"


def purpose_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where voices give an act different purposes and none of them shares one.

    Who gives it a purpose may give another to the wider act of which it is a part: both count. A visit is for
    what those who meet there want of each other as well.
    """
    aims = _aims(told, record)
    for inner in _within_visit(told, record) if aims and VISIT in told.act["kinds"] else ():
        for voice, theirs in _aims(inner, record).items():
            aims.setdefault(voice, {}).update(theirs)
    for whole in record.wholes(told):
        for voice, wider in _aims(whole, record).items():
            if voice in aims:
                aims[voice] |= wider
    camps: list[dict[str, list[Telling]]] = []  # voices that share a purpose stand together
    for voice in sorted(aims):
        joined = {aim: [telling] for aim, telling in aims[voice].items()}
        for camp in (c for c in camps if c.keys() & aims[voice].keys()):
            for aim, tellings in camp.items():
                joined[aim] = [*tellings, *joined.get(aim, [])]
        camps = [*(c for c in camps if not c.keys() & aims[voice].keys()), joined]
    if len(camps) > 1:
        said = (telling for camp in camps for tellings in camp.values() for telling in tellings)
        yield told.conflict("contradiction", "purpose", said)


def purposes_left_out(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where articles share a purpose of an act, and one leaves out another that it had as well."""
    aims: dict[str, dict[str, Telling]] = {}
    for by in _aims(told, record).values():
        for aim, telling in by.items():
            aims.setdefault(telling.article, {}).setdefault(record.by_id[aim].id, telling)
    lacking: dict[str, list[Telling]] = {}
    for one, other in permutations(aims, 2):
        ours, theirs = aims[one], aims[other]
        same = {*ours, *(like.id for aim in ours for like in record.maybe(record.by_id[aim]))}
        first = next(iter(ours.values()))
        if same & theirs.keys() and record.enough(first) and told.within(first, MONTH):
            lacking.setdefault(one, []).extend(t for aim, t in theirs.items() if aim not in same)
    further = dict.fromkeys(t for some in lacking.values() for t in some)
    if further:
        silent = [
            t.saying(f"not all: {t.value}") for article, some in lacking.items() if some for t in aims[article].values()
        ]
        yield told.conflict("omission", "purpose: not all", [*further, *silent])


def intent_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where others than its doers say what an act was meant for, and an article only when it was."""
    doers = told.states("BY")
    meant = [t for by in _aims(told, record).values() for t in by.values() if t.factuality != "denied"]
    articles = {t.article for t in meant}
    meant = [t for t in meant if not (t.chain and doers & record.speaks_for(t))]
    during = {(li["article"], li["paragraph"]) for li in told.links if li["relation"] == "DURING"}
    only = [t.saying(f"only when: {t.value}") for t in told.reports if (t.article, t.paragraph) in during]
    only = [t for t in only if t.article not in articles and not t.chain and not t.excerpt]
    if meant and only:
        yield told.conflict("strength", "purpose or only the time", [*meant, *only])


def _within_visit(told: Told, record: Record) -> Iterator[Told]:
    """Yield what the parties of a visit do and say within it, and what they say should be done."""
    parties = told.states("BY") | told.states("TOWARD")
    inside, seen = record.parts.get(told.id, []), {told.id}
    while inside:
        inner = inside[0]
        claimed = [claim for claim, _ in record.claims.get(inner.id, [])]
        if inner.id not in seen and inner.states("BY") <= parties:
            yield inner
        more = [*record.parts.get(inner.id, []), *claimed] if inner.id not in seen else []
        inside = [*inside[1:], *more]
        seen.add(inner.id)


def _aims(told: Told, record: Record) -> dict[tuple[str, str], dict[str, Telling]]:
    """Return the purposes of an act by the voice that gives them, each with who says so."""
    aims: dict[tuple[str, str], dict[str, Telling]] = {}
    for link in (li for li in told.links if li["relation"] in ("AIMS_AT", "MOTIVATED_BY")):
        if aimed := record.by_id.get(link["other"]):
            for telling in aimed.reports:
                if telling.article == link["article"] and telling.paragraph == link["paragraph"]:
                    aims.setdefault(telling.source, {}).setdefault(aimed.id, telling)
    return aims
