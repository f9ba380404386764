"""Figures that do not agree, compared as numbers: "more than ten hours" agrees with ten and a half."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.queries.conflicts.told import Conflict, Row, Told

_ANY = 1e15
_NEAR = 0.1  # what "about" leaves open, as a share


def number_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict for each figure of an act of which two sources give numbers that exclude each other."""
    groups: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
    for detail in told.details:
        if detail["number"] is not None and any(t.asserts for t in detail["tellings"]):
            groups.setdefault((detail["attribute"], tuple(detail["parties"])), []).append(detail)
    for (attribute, _), figures in groups.items():
        yield from _excluding(told, attribute, figures)
    yield from _totals(told, groups)


def _excluding(told: Told, attribute: str, figures: list[Row]) -> Iterator[Conflict]:
    """One source may count several groups of things; two figures for one party in one unit correct each other."""
    against: list[Row] = []
    for one, other in combinations(figures, 2):
        corrected = bool(one["parties"]) and one["unit"] == other["unit"]
        if _exclude(one, other) and (corrected or _sources(one) != _sources(other)):
            against += [f for f in (one, other) if f not in against]
    if against:
        tellings = [t for figure in against for t in figure["tellings"] if t.asserts]
        yield Conflict("number", attribute, told.id, told.summary, tuple(tellings))


def _totals(told: Told, groups: dict[tuple[str, tuple[str, ...]], list[Row]]) -> Iterator[Conflict]:
    """Compare a total with the sum of the parties' own figures, where every party has one."""
    doers = {role["state"] or role["id"] for role in told.roles if role["role"] == "BY"}
    for attribute in {name for name, _ in groups}:
        parts = {p[0]: f for (name, p), f in groups.items() if name == attribute and len(p) == 1}
        totals = [f for (name, p), figures in groups.items() if name == attribute and len(p) != 1 for f in figures]
        if len(parts) < 2 or set(parts) != doers:
            continue
        for total in totals:
            same = [[f for f in figures if f["unit"] == total["unit"]] for figures in parts.values()]
            if not all(same):
                continue
            low, high = (sum(pick(_range(f)[n] for f in some) for some in same) for n, pick in ((0, min), (1, max)))
            if low > _range(total)[1] or high < _range(total)[0]:
                tellings = [t for f in [total, *(f for some in same for f in some)] for t in f["tellings"] if t.asserts]
                yield Conflict("number", f"{attribute} in all", told.id, told.summary, tuple(tellings))


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


def _sources(figure: Row) -> set[tuple[str, str]]:
    return {(t.article, t.voice) for t in figure["tellings"] if t.asserts}
