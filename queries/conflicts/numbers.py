"""Figures as numbers: what one leaves open, and whether two can both be right."""

from __future__ import annotations

from collections.abc import Iterable

from communique.queries.conflicts.told import Row, Telling, Told

_ANY = 1e15
_NEAR = 0.1  # what "about" leaves open, as a share


def counted(told: Told) -> list[Row]:
    return [d for d in told.details if d["number"] is not None and asserted(d)]


def asserted(figure: Row) -> list[Telling]:
    return [t for t in figure["tellings"] if t.asserts]


def tellings(figures: list[Row]) -> list[Telling]:
    return [t for figure in figures for t in asserted(figure)]


def less_exact(one: Row, other: Row, apart: bool) -> bool:
    """Say whether figures that agree are not equally exact: about fifteen and fifteen, hundreds and more than 360.

    An exact figure that is above "more than ten" is only the closer one.
    """
    if one["number"] == other["number"]:
        return apart and one["comparator"] != other["comparator"]
    return one["unit"] == other["unit"] and not {"", "="} & {one["comparator"], other["comparator"]}


def exclude(one: Row, other: Row) -> bool:
    """Say whether two figures cannot both be right: a count of bombers may be less than one of aircraft."""
    (low, high), (least, most) = bounds(one), bounds(other)
    if one["unit"] == other["unit"]:
        return high < least or most < low
    if one["unit"] and one["unit"] in _wider(other):
        return least > high
    if other["unit"] and other["unit"] in _wider(one):
        return low > most
    return False


def comparable(one: Row, other: Row) -> bool:
    """Say whether two figures count in one unit, or one of them in a wider one."""
    return one["unit"] in (other["units"] or [one["unit"]]) or other["unit"] in (one["units"] or ())


def agree(figures: Iterable[Row], total: Row) -> bool:
    """Say whether figures can add up to a total."""
    low, high = (sum(bounds(f)[n] for f in figures) for n in (0, 1))
    return low <= bounds(total)[1] and high >= bounds(total)[0]


def bounds(figure: Row) -> tuple[float, float]:
    number, comparator = figure["number"], figure["comparator"]
    if comparator == "~":
        return number * (1 - _NEAR), number * (1 + _NEAR)
    low = number if comparator in ("", "=", ">", ">=") else -_ANY
    return low, number if comparator in ("", "=", "<", "<=") else _ANY


def _wider(figure: Row) -> list[str]:
    return (figure["units"] or [])[1:]
