"""What a query ends in where one search finds all that is asked for: each answer with the acts on which it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.queries.algebra.act_cypher import WAYS
from communique.queries.algebra.days import Days, Units
from communique.queries.algebra.questions import Count, Question
from communique.queries.algebra.sets import Set, Sort
from communique.queries.algebra.things import Who

if TYPE_CHECKING:
    from communique.queries.algebra.compile import Compiler

DATED = "coalesce({act}.date, toString({act}.earliest))"
# How much of its first day names a calendar unit; a week is named by its Monday.
SHOWN = {"day": 10, "week": 10, "month": 7, "year": 4}


def end_with_acts(question: Question, compiler: Compiler) -> str | None:
    """Return the end of a query whose rows have `acts` besides; nothing, where more than one search is needed."""
    counted = isinstance(question, Count)
    further = ""
    match question.of if isinstance(question, Count) else question:
        case Who(role=role, of=acts) if len(WAYS[role]) == 1:
            x = compiler.writer.variable()
            further = f" MATCH ({{act}}){WAYS[role][0][0]}({x})"
            member, shown, order = f"{x}.id", f"{x}.name AS value, {x}.id AS id", "value, id"
        case Units(unit=unit, of=Days(of=acts)):
            day = f"left(toString(date.truncate('{unit}', {{act}}.%s)), {SHOWN[unit]})"
            member, order = day % "earliest", "value"
            shown, further = f"{member} AS value", f" AND {member} = {day % 'latest'}"
        case Days(of=acts):
            member, shown, order = DATED, f"{DATED} AS value", "value"
            # What is dated more vaguely has no day that could be counted.
            further = " AND {act}.earliest = {act}.latest" if counted else ""
        case Set(sort=Sort.ACTS) as acts:
            member, order = "{act}.id", "day, id"
            shown = "{act}.summary AS value, {act}.id AS id, {act}.earliest AS day"
        case _:
            return None
    found = compiler.acts.one(acts)
    if found is None:
        return None
    text, act = found
    result = f"count(DISTINCT {member}) AS value" if counted else shown
    ordered = "" if counted else f" ORDER BY {order}"
    return f"{text}{further} RETURN {result}, collect(DISTINCT {{act}}.id) AS acts{ordered}".replace("{act}", act)
