"""Reads what a question says of time between acts: "three months after X", "how many days after X", "in A and in B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.adjuncts import Sides
from communique.queries.ask.chunks import chunk
from communique.queries.ask.clause import read_clause
from communique.queries.ask.items import Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.matching import DAYS
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Question

_JUST = ("just", "shortly", "immediately", "soon")
_ENDED = ("ended", "began", "started", "finished", "over")
_SIDES = {"before": "last", "after": "first"}


def without_gap(items: list[Item], sides: Sides | None) -> tuple[list[Item], tuple[float, str] | None, str]:
    """Take "three months" or "just" off before a pivot; return the gap in a unit of time, and the order it makes."""
    if not sides or sides[0] not in _SIDES or not items:
        return items, None, ""
    if items[-1].words in _JUST:
        return items[:-1], None, _SIDES[sides[0]]
    if len(items) > 2 and items[-1].ids("unit") and items[-2].type == "number" and items[-2].number:
        unit = next((u for u in items[-1].ids("unit") if u in DAYS), "")
        if unit:
            return items[:-2], (items[-2].number, unit), ""
    return items, None, ""


def each_date(items: list[Item]) -> tuple[list[Item], list[Item], bool] | None:
    """Read "in A and in B" as two questions, one of each date; with "both", the answers are common to them."""
    if not items or not any(i.type in ("wh", "asks") for i in items[:2]):
        return None
    for n, item in enumerate(items[:-2]):
        if item.type != "date" or not n or items[n - 1].words not in ("in", "on") or items[n + 1].type != "and":
            continue
        last = n + 3 if items[n + 2].words in ("in", "on") else n + 2
        if last < len(items) and items[last].type == "date":
            common = any(i.type == "both" for i in items)
            one = [i for i in [*items[: n + 1], *items[last + 1 :]] if i.type != "both"]
            other = [i for i in [*items[:n], *items[last:]] if i.type != "both"]
            return one, other, common
    return None


def intervals(items: list[Item], lexicon: Lexicon, reader: Reader) -> list[Question]:
    """Read "how many days after X did Y" and "how much time lay between the first two X"."""
    unit = _unit(items)
    if unit is None:
        return []
    at = next((n for n, i in enumerate(items) if i.type in ("before", "after")), None)
    aux = next((n for n, i in enumerate(items) if at is not None and n > at and i.type == "aux"), None)
    if at is not None and aux is not None and at <= 3:
        pivot = [i for i in items[at + 1 : aux] if i.words not in _ENDED]
        return list(_between(items[aux:], pivot, unit, lexicon, reader))
    between = next((n for n, i in enumerate(items) if i.words == "between"), None)
    if between is None or len(items) < between + 4:
        return []
    rest = items[between + 1 :]
    ordered = next((n for n, i in enumerate(rest) if i.type == "order" and i.value == "first"), None)
    if ordered is not None and rest[ordered + 1].number == 2:
        clauses = read_clause(chunk([*rest[:ordered], *rest[ordered + 2 :]], lexicon), reader)
        return [Question("interval", c.acts, units=(unit,)) for c in clauses if c.acts.kinds]
    joined = next((n for n, i in enumerate(rest) if i.type == "and"), None)
    return list(_between(rest[joined + 1 :], rest[:joined], unit, lexicon, reader)) if joined else []


def _unit(items: list[Item]) -> str | None:
    """Return the unit of time that a question asks for; '' for "how much time"."""
    if not items or items[0].type not in ("asks", "wh"):
        return None
    words = " ".join(i.words for i in items[:2])
    if words in ("how many time", "how long lay") or items[0].words == "how long":
        return ""
    return next((u for u in DAYS if words.startswith(f"how many {u}")), None)


def _between(one: list[Item], other: list[Item], unit: str, lexicon: Lexicon, reader: Reader) -> Iterator[Question]:
    for first in read_clause(chunk(one, lexicon), reader):
        for second in read_clause(chunk(other, lexicon), reader):
            if first.acts.kinds and second.acts.kinds:
                second_acts = replace(second.acts, definite=False)
                yield Question("interval", first.acts, other=second_acts, units=(unit,))


def asked_unit(items: list[Item]) -> str:
    """Return the unit of the calendar that is asked for: in which month, what year, on which day of the week."""
    words = [i.words for i in items[:8]]
    for at, word in enumerate(words[:-1]):
        if word in ("which", "what") and items[at].type == "wh":
            if words[at + 1] == "weekday":
                return "weekday"
            return words[at + 1] if words[at + 1] in ("month", "year") else ""
    return ""
