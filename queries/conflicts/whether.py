"""Whether it is so: what one source asserts and another denies, of one act or of two that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.queries.conflicts.told import Conflict, Record, Told

_MONTH = 31  # two acts of days within a span that is longer are not taken for one another


def denials(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where some reports assert the act and others deny it."""
    yes = [t for t in told.reports if t.asserts]
    no = [t for t in told.reports if t.factuality == "denied"]
    if yes and no:
        tellings = [*(t.saying("asserted") for t in yes), *(t.saying("denied") for t in no)]
        yield Conflict("denial", "whether it is so", told.id, told.summary, tuple(tellings))


def denials_of_others(record: Record) -> Iterator[Conflict]:
    """Yield a conflict where an act is denied under one id and asserted under another, of its or a narrower kind."""
    denied = [told for told in record.acts if told.act["status"] == "denied"]
    for told in denied:
        for other in record.acts:
            yes = [t for t in other.reports if t.asserts]
            if yes and other is not told and _says_the_same(told, other, record):
                no = [t.saying("denied: " + t.value) for t in told.reports if t.factuality == "denied"]
                tellings = (*(t.saying("asserted: " + t.value) for t in yes), *no)
                yield Conflict("denial", "whether it is so", other.id, other.summary, tellings)


def _says_the_same(one: Told, other: Told, record: Record) -> bool:
    """Say whether what is denied of the one is what is asserted of the other."""
    if one.act["kind"] not in other.act["kinds"]:
        return False
    if any(link["relation"] == "NOT_SAME_AS" and link["other"] in other.ids for link in one.links):
        return False
    if any(link["relation"] == "NOT_SAME_AS" and link["other"] in one.ids for link in other.links):
        return False
    doers, others = _sides(one, "BY"), _sides(other, "BY")
    if not (doers & others and (doers <= others or others <= doers)) or not _same_days(one, other):
        return False
    for role in ("TOWARD", "AT"):
        here, there = _sides(one, role), _sides(other, role)
        if here and there and not any(a == b or {(a, b), (b, a)} & record.within for a in here for b in there):
            return False
    return True


def _sides(told: Told, role: str) -> set[str]:
    return {r["state"] or r["id"] for r in told.roles if r["role"] == role}


def _same_days(one: Told, other: Told) -> bool:
    spans: list[tuple[date, date]] = []
    for told in (one, other):
        earliest, latest = told.act["earliest"], told.act["latest"]
        if earliest is None or latest is None or (latest - earliest).days > _MONTH:
            return False
        spans.append((earliest, latest))
    return max(spans[0][0], spans[1][0]) <= min(spans[0][1], spans[1][1])
