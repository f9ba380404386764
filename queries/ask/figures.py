"""Figures that say the same, and figures that bear out others."""

from __future__ import annotations

from typing import Any

# Figures that count the same heads: members that voted so, and their votes.
VOTES = {"participants", "votes_for", "votes_against", "abstentions"}

# What figures tell of an act as a whole, whoever does it.
OF_THE_WHOLE = {"age", "duration", "amount", "distance", "altitude"}


def one_figure_each(details: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the details with one wording for each figure, and the other wordings.

    Figures that differ in their unit's name or only in "about" and "more than" are one, and so is a vaguer one that
    an exact one bears out; the exact one stands, then the one that is reported most.
    """
    chosen: list[dict[str, Any]] = []
    others: list[str] = []
    order = {None: 0, "=": 0}
    for detail in sorted(details, key=lambda d: -d["reports"]):
        same = next((c for c in chosen if detail["number"] is not None and _one(c, detail)), None)
        if same is None:
            chosen.append(detail)
            continue
        exact = order.get(detail["comparator"] or None, 1) < order.get(same["comparator"] or None, 1)
        if exact and detail["number"] != same["number"]:
            chosen[chosen.index(same)], detail = detail, same
        others.append(detail["value"])
    keep = {d["value"] for d in chosen}
    return [d for d in details if d in chosen], sorted(set(others) - keep)


def _one(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if one["parties"] != other["parties"] or one["number"] is None:
        return False
    votes = {one["attribute"], other["attribute"]} <= VOTES and one["act"] == other["act"]
    if not votes and not (set(one["units"] or [None]) & set(other["units"] or [None])):
        return False
    if one["number"] == other["number"]:
        return True
    exact, vague = (one, other) if not one["comparator"] or one["comparator"] == "=" else (other, one)
    return (exact["comparator"] or "=") == "=" and agrees(exact, vague["number"], vague["comparator"] or "=")


def agrees(detail: dict[str, Any], number: float, comparator: str) -> bool:
    """Say whether a recorded figure bears out the one that is asked about."""
    known, sign = detail["number"], detail["comparator"] or "="
    if known is None:
        return False
    wanted = comparator or "="
    if wanted == sign:
        return bool(known == number) if sign == "=" else _within(known, sign, number, wanted)
    if wanted in (">", ">=", "<", "<="):
        return _within(known, sign, number, wanted)
    return bool(known == number and (wanted == "~" or sign == "~"))


def _within(known: float, sign: str, number: float, wanted: str) -> bool:
    if wanted in (">", ">="):
        if sign not in ("=", ">", ">="):
            return False
        return known > number or (known == number and (wanted == ">=" or sign == ">"))
    if sign not in ("=", "<", "<="):
        return False
    return known < number or (known == number and (wanted == "<=" or sign == "<"))
