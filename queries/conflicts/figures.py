"""Figures that do not agree, compared as numbers: "more than ten hours" agrees with ten and a half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

from communique.queries.conflicts.record import Record, vocabulary
from communique.queries.conflicts.told import Conflict, Row, Telling, Told, sources

_ANY = 1e15
_NEAR = 0.1  # what "about" leaves open, as a share


def number_conflicts(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each figure of an act of which two sources give numbers that exclude each other.

    So do a part's that is larger than the whole's, and a total that is not the sum; and what is counted may be of two
    kinds that exclude each other.
    """
    groups = _groups(told)
    for (attribute, parties), figures in groups.items():
        yield from _excluding(told, attribute, figures)
    yield from _beyond(told, record)
    yield from _totals(told, groups)
    yield from _how_exactly_in_all(told, record)
    yield from _often(told)
    yield from _kinds(told, record)


def _groups(told: Told) -> dict[tuple[str, tuple[str, ...]], list[Row]]:
    """Return its asserted figures by attribute and parties; a figure of all who act is one of the act."""
    doers = {row["id"] for row in told.roles if row["role"] == "BY"}
    groups: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for detail in told.details:
        if detail["number"] is not None and _asserted(detail):
            parties = () if doers == {*detail["parties"]} else tuple(detail["parties"])
            groups.setdefault((detail["attribute"], parties), []).append(detail)
    return groups


def _excluding(told: Told, attribute: str, figures: list[Row]) -> Iterator[Conflict]:
    """One source may count several groups of things; two figures for one party in one unit correct each other."""
    against: list[Row] = []
    loose: list[Row] = []
    for one, other in combinations(figures, 2):
        apart = sources(_asserted(one)) != sources(_asserted(other))
        corrected = bool(one["parties"]) and one["unit"] == other["unit"]
        if _exclude(one, other) and (corrected or apart):
            against += [f for f in (one, other) if f not in against]
        elif _less_exact(one, other, apart):
            loose += [f for f in (one, other) if f not in loose]
    if against:
        yield told.conflict("number", attribute, _tellings(against))
    if loose:
        yield told.conflict("strength", f"how exactly ({attribute})", _tellings(loose))


def _less_exact(one: Row, other: Row, apart: bool) -> bool:
    """Say whether figures that agree are not equally exact: about fifteen and fifteen, hundreds and more than 360.

    An exact figure that is above "more than ten" is only the closer one.
    """
    if one["number"] == other["number"]:
        return apart and one["comparator"] != other["comparator"]
    return one["unit"] == other["unit"] and not {"", "="} & {one["comparator"], other["comparator"]}


def _beyond(told: Told, record: Record) -> Iterator[Conflict]:
    """A part cannot have more than the whole, for the same parties, counted in the same unit or a wider one."""
    wholes = [(whole, f) for whole in record.wholes(told) for f in _counted(whole)]
    for attribute in sorted({f["attribute"] for f in _counted(told)}):
        figures = [f for f in _counted(told) if f["attribute"] == attribute]
        for whole, limit in wholes:
            most = _range(limit)[1]
            more = [f for f in figures if _parties(f, told) == _parties(limit, whole) and _range(f)[0] > most]
            if limit["attribute"] == attribute and any(limit["unit"] in (f["units"] or ()) for f in more):
                same = [f for w, f in wholes if w is whole and _range(f) == _range(limit)]
                alike = [f for f in same if f["attribute"] == attribute and _parties(f, whole) == _parties(limit, whole)]
                yield told.conflict("number", f"{attribute}, part and whole", _tellings([*more, *alike]))
                break


def _counted(told: Told) -> list[Row]:
    return [d for d in told.details if d["number"] is not None and _asserted(d)]


def _parties(figure: Row, told: Told) -> set[str]:
    """Return for whom a figure is: for those who act, where it does not say so."""
    return {*figure["parties"]} or told.sides("BY")


def _how_exactly_in_all(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where a total is exact, and one of the figures that its source adds up is not."""
    parts = [d for part in record.parts.get(told.id, []) if part.alike(told) for d in _counted(part)]
    for total in (d for d in _counted(told) if d["comparator"] in ("", "=")):
        for source in sorted(sources(_asserted(total))):
            added = [
                d for d in parts if d["attribute"] == total["attribute"] and source in sources(_asserted(d)) and d["unit"]
            ]
            if any(d["comparator"] == "~" for d in added) and len(added) > 1 and _agree(added, total):
                said = [t for d in added for t in _asserted(d) if t.source == source]
                yield told.conflict("strength", f"how exactly ({total['attribute']} in all)", [*_asserted(total), *said])


def _often(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where one source says how often it was, and another tells it as if it were once."""
    counted = [t for d in _counted(told) if d["attribute"] == "times" and d["comparator"] in ("", "=") for t in _asserted(d)]
    by_source = {t.source: t for t in reversed(told.reports) if t.factuality in ("asserted", "possible")}
    once = [t.saying(f"without a number: {t.value}") for t in by_source.values() if t.source not in sources(counted)]
    if counted and once:
        yield told.conflict("strength", "how often", [*counted, *once])


def _kinds(told: Told, record: Record) -> Iterator[Conflict]:
    """What one source counts or names (bombers) may not be what another does (fighter jets), nor a part's the whole's."""
    named = _families(told)
    for one, other in combinations(named, 2):
        if all(_siblings(a, b) for a, _ in named[one] for b, _ in named[other]):
            yield told.conflict("contradiction", "kind of thing", [t for s in (one, other) for _, t in named[s]])
    ours = [pair for some in named.values() for pair in some]
    for whole in record.wholes(told):
        total = [d for d in _counted(whole) if not d["parties"] and d["units"]]
        theirs = [(d["units"], t) for d in total for t in _asserted(d) if t.mark != "derived"]
        if ours and theirs and all(_siblings(a, b) for a, _ in ours for b, _ in theirs):
            said = [t for _, t in [*ours, *theirs]]
            yield told.conflict("contradiction", "kind of thing, part and whole", said)


def _families(told: Told) -> dict[tuple[str, str], list[tuple[list[str], Telling]]]:
    """Return by source the kinds of thing that it counts or names, each with the wider ones."""
    named: dict[tuple[str, str], list[tuple[list[str], Telling]]] = {}
    for detail in told.details:
        family = detail["units"] or vocabulary().unit_family(
            vocabulary().units_by_name.get(detail["value"].casefold(), "")
        )
        for telling in _asserted(detail) if family else ():
            named.setdefault(telling.source, []).append((family, telling))
    return named


def _siblings(one: list[str], other: list[str]) -> bool:
    """Say whether two units are different kinds of one wider unit."""
    return one[0] not in other and other[0] not in one and bool(set(one) & set(other))


def _totals(told: Told, groups: dict[tuple[str, tuple[str, ...]], list[Row]]) -> Iterator[Conflict]:
    """Compare a total with the sum of the parties' own figures, where every party has one.

    So it is where the parties are those who act, or where some of their figures add up to the total and others do not.
    """
    doers = told.sides("BY")
    for attribute in {name for name, _ in groups}:
        parts = {p[0]: f for (name, p), f in groups.items() if name == attribute and len(p) == 1}
        totals = [f for (name, p), figures in groups.items() if name == attribute and len(p) != 1 for f in figures]
        against: list[Row] = []
        for total in totals if len(parts) > 1 else ():
            same = [[f for f in figures if _comparable(f, total)] for figures in parts.values()]
            sums = [_agree(some, total) for some in product(*same)]
            if sums and not all(sums) and (any(sums) != (set(parts) == doers)):
                against += [f for f in (total, *chain(*same)) if f not in against]
        if against:
            yield told.conflict("number", f"{attribute} in all", _tellings(against))


def _comparable(one: Row, other: Row) -> bool:
    """Say whether two figures count in one unit, or one of them in a wider one."""
    return one["unit"] in (other["units"] or [one["unit"]]) or other["unit"] in (one["units"] or ())


def _agree(figures: Iterable[Row], total: Row) -> bool:
    """Say whether figures can add up to a total."""
    low, high = (sum(_range(f)[n] for f in figures) for n in (0, 1))
    return low <= _range(total)[1] and high >= _range(total)[0]


def _exclude(one: Row, other: Row) -> bool:
    """Say whether two figures cannot both be right: a count of bombers may be less than one of aircraft."""
    (low, high), (least, most) = _range(one), _range(other)
    if one["unit"] == other["unit"]:
        return high < least or most < low
    if one["unit"] and one["unit"] in _wider(other):
        return least > high
    if other["unit"] and other["unit"] in _wider(one):
        return low > most
    return False


def _wider(figure: Row) -> list[str]:
    return (figure["units"] or [])[1:]


def _range(figure: Row) -> tuple[float, float]:
    number, comparator = figure["number"], figure["comparator"]
    if comparator == "~":
        return number * (1 - _NEAR), number * (1 + _NEAR)
    low = number if comparator in ("", "=", ">", ">=") else -_ANY
    return low, number if comparator in ("", "=", "<", "<=") else _ANY


def _asserted(figure: Row) -> list[Telling]:
    return [t for t in figure["tellings"] if t.asserts]


def _tellings(figures: list[Row]) -> list[Telling]:
    return [t for figure in figures for t in _asserted(figure)]
