"""Figures that do not agree, compared as numbers: "more than ten hours" agrees with ten and a half."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product

from communique.queries.conflicts.numbers import (
    agree,
    asserted,
    bounds,
    comparable,
    counted,
    exclude,
    less_exact,
    tellings,
)
from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Conflict, Row, Told, sources


def number_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each figure of an act of which two sources give numbers that exclude each other.

    So do a part's that is larger than the whole's, a total that is not the sum, and one beside how many there were at
    a time.
    """
    groups = _groups(told)
    for (attribute, _), figures in groups.items():
        yield from _excluding(told, attribute, figures)
    yield from _beyond(told, record)
    yield from _totals(told, groups)
    yield from _how_exactly_in_all(told, record)
    yield from _at_a_time(told, record)


def _groups(told: Told) -> dict[tuple[str, tuple[str, ...]], list[Row]]:
    """Return its asserted figures by attribute and parties; a figure of all who act is one of the act."""
    doers = {row["id"] for row in told.roles if row["role"] == "BY"}
    groups: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for detail in told.details:
        if detail["number"] is not None and asserted(detail):
            parties = () if doers == {*detail["parties"]} else tuple(detail["parties"])
            groups.setdefault((detail["attribute"], parties), []).append(detail)
    return groups


def _excluding(told: Told, attribute: str, figures: list[Row]) -> Iterator[Conflict]:
    """One source may count several groups of things; two figures for one party in one unit correct each other."""
    against: list[Row] = []
    loose: list[Row] = []
    for one, other in combinations(figures, 2):
        apart = sources(asserted(one)) != sources(asserted(other))
        corrected = bool(one["parties"]) and one["unit"] == other["unit"]
        if exclude(one, other) and (corrected or apart):
            against += [f for f in (one, other) if f not in against]
        elif less_exact(one, other, apart):
            loose += [f for f in (one, other) if f not in loose]
    if against:
        yield told.conflict("number", attribute, tellings(against))
    if loose:
        yield told.conflict("strength", f"how exactly ({attribute})", tellings(loose))


def _beyond(told: Told, record: Record) -> Iterator[Conflict]:
    """A part cannot have more than the whole, for the same parties, counted in the same unit or a wider one."""
    wholes = [(whole, f) for whole in record.wholes(told) for f in counted(whole)]
    for attribute in sorted({f["attribute"] for f in counted(told)}):
        figures = [f for f in counted(told) if f["attribute"] == attribute]
        for whole, limit in wholes:
            most = bounds(limit)[1]
            more = [f for f in figures if _parties(f, told) == _parties(limit, whole) and bounds(f)[0] > most]
            if limit["attribute"] == attribute and any(limit["unit"] in (f["units"] or ()) for f in more):
                same = [f for w, f in wholes if w is whole and bounds(f) == bounds(limit)]
                alike = [
                    f for f in same if f["attribute"] == attribute and _parties(f, whole) == _parties(limit, whole)
                ]
                yield told.conflict("number", f"{attribute}, part and whole", tellings([*more, *alike]))
                break


def _parties(figure: Row, told: Told) -> set[str]:
    """Return for whom a figure is: for those who act, where it does not say so."""
    return {*figure["parties"]} or told.sides("BY")


def _totals(told: Told, groups: dict[tuple[str, tuple[str, ...]], list[Row]]) -> Iterator[Conflict]:
    """Compare a total with the sum of the parties' own figures, where every party has one.

    So it is where the parties are those who act, or where some of their figures add up to the total and others do not:
    only those that do not are named.
    """
    doers = told.sides("BY")
    for attribute in {name for name, _ in groups}:
        parts = {p[0]: f for (name, p), f in groups.items() if name == attribute and len(p) == 1}
        totals = [f for (name, p), figures in groups.items() if name == attribute and len(p) != 1 for f in figures]
        against: list[Row] = []
        for total in totals if len(parts) > 1 else ():
            same = [[f for f in figures if comparable(f, total)] for figures in parts.values()]
            sums = [(agree(some, total), some) for some in product(*same)]
            wrong = [some for right, some in sums if not right]
            if wrong and (len(wrong) < len(sums)) != (set(parts) == doers):
                against += [f for f in (total, *chain(*wrong)) if f not in against]
        if against:
            yield told.conflict("number", f"{attribute} in all", tellings(against))


def _how_exactly_in_all(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where a total is exact, and one of the figures that its source adds up is not."""
    parts = [d for part in record.parts.get(told.id, []) if part.alike(told) for d in counted(part)]
    for total in (d for d in counted(told) if d["comparator"] in ("", "=")):
        for source in sorted(sources(asserted(total))):
            added = [
                d
                for d in parts
                if d["attribute"] == total["attribute"] and source in sources(asserted(d)) and d["unit"]
            ]
            if any(d["comparator"] == "~" for d in added) and len(added) > 1 and agree(added, total):
                said = [t for d in added for t in asserted(d) if t.source == source]
                yield told.conflict("strength", f"how exactly ({total['attribute']} in all)", [*asserted(total), *said])


def _at_a_time(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one article tells how many took part, and another only how many, less, did at any time.

    Those of which it says with a reservation that they took the place of others are told with it.
    """
    parts = [(part, d) for part in record.within_it(told) for d in counted(part) if not d["parties"] and d["unit"]]
    legs = [d for part, d in parts if part.sides("BY") >= told.sides("BY")]
    for total in (d for d in counted(told) if not d["parties"] and told.sides("BY")):
        in_all = {t.article for d in counted(told) if d["attribute"] == total["attribute"] for t in asserted(d)}
        less = [d for d in legs if d["attribute"] == total["attribute"] and comparable(d, total)]
        theirs = [t for t in tellings(less) if t.article not in in_all]
        if theirs and all(bounds(d)[1] < bounds(total)[0] for d in less):
            articles = {t.article for t in theirs}
            instead = [
                t.saying(f"{t.hedge}: {t.value}, {part.summary}")
                for part in record.within_it(told)
                for d in part.details
                if d["attribute"] == total["attribute"]
                for t in d["tellings"]
                if t.hedge and t.article in articles
            ]
            said = [*asserted(total), *(t.saying(f"{t.value} at a time") for t in theirs), *instead]
            yield told.conflict("number", f"{total['attribute']}, at a time and in all", said)
            return
