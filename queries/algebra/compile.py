"""Typed questions to Cypher: one parameterized query each, the same for every store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from communique.queries.algebra.act_cypher import ActCypher
from communique.queries.algebra.acts import Acts
from communique.queries.algebra.day_cypher import DayCypher
from communique.queries.algebra.days import Days, Units
from communique.queries.algebra.ends import DATED, SHOWN, end_with_acts
from communique.queries.algebra.questions import Count, Question, Whether
from communique.queries.algebra.sets import And, Except, Not, Or, Set, Sort
from communique.queries.algebra.thing_cypher import ThingCypher
from communique.queries.algebra.writer import Writer

Sizes = Callable[[str, tuple[str, ...]], int]

_MANY = 1_000_000


def compile_question(question: Question, sizes: Sizes | None = None) -> tuple[str, dict[str, Any]]:
    """Return the Cypher of a question, with its parameters.

    Rows have `value`, and `id` where it is a node: members by day or name, a number, or yes or no. No row, or a
    value that is null, means that nothing is recorded. Where it is plain on which acts an answer rests, a row has
    the ids of these `acts`.

    Parameters
    ----------
    question
        A set, whose members are wanted, or a `Count` or `Whether`.
    sizes
        In how many acts things have a role: the search begins with the fewest. Without it, with the first role named.

    Examples
    --------
    >>> from communique.queries.algebra import Acts, Date, Days, Named
    >>> cypher, parameters = compile_question(Days(Acts(by=Named("wang-yi"), when=Date("2020-12"))))
    >>> parameters["p1"], parameters["p2"]
    (datetime.date(2020, 12, 1), datetime.date(2020, 12, 31))
    """
    compiler = Compiler(sizes)
    if end := end_with_acts(question, compiler):
        return compiler.writer.query(end), compiler.writer.parameters
    compiler = Compiler(sizes)
    match question:
        case Count(of=of):
            end = f"WITH {compiler.members(of)} AS found UNWIND found AS m RETURN count(DISTINCT m) AS value"
        case Whether(of=acts):
            yes, no = compiler.members(acts), compiler.members(denied(acts))
            end = (
                f"WITH {yes} AS yes, {no} AS no RETURN CASE WHEN size(yes) > 0 THEN 'yes' WHEN size(no) > 0 THEN 'no' "
                "END AS value, CASE WHEN size(yes) > 0 THEN yes ELSE no END AS acts"
            )
        case _:
            end = compiler.listed(question)
    return compiler.writer.query(end), compiler.writer.parameters


def denied(acts: Set) -> Set:
    """Return the same acts where all that is recorded of them is that they are denied."""
    match acts:
        case Acts():
            return replace(acts, status=("denied",))
        case And(of=parts):
            return And(*map(denied, parts))
        case Or(of=parts):
            return Or(*map(denied, parts))
        case Except():
            return replace(acts, of=denied(acts.of))
        case Not():
            return acts
    return replace(acts, of=denied(acts.of))  # type: ignore[attr-defined, type-var]


class Compiler:
    """Compiles sets: as the list of their members, or as the condition that a member fulfils."""

    def __init__(self, sizes: Sizes | None = None) -> None:
        self.writer = Writer()
        self.sizes: Sizes = sizes or (lambda role, ids: _MANY)
        self.acts, self.things, self.days = ActCypher(self), ThingCypher(self), DayCypher(self)
        self._parts: dict[Sort, ActCypher | ThingCypher | DayCypher] = {
            Sort.ACTS: self.acts,
            Sort.THINGS: self.things,
            Sort.DAYS: self.days,
        }
        self._lists: dict[Set, str] = {}
        self._conditions: dict[tuple[Set, str, bool], str] = {}

    def members(self, found: Set) -> str:
        """Return a Cypher list of what is in a set: ids, or days. It may hold one twice."""
        if found not in self._lists:
            if isinstance(found, Or):
                self._lists[found] = "(" + " + ".join(map(self.members, found.of)) + ")"
            else:
                self._lists[found] = self._part(found).members(found)
        return self._lists[found]

    def holds(self, found: Set, at: str, *, certain: bool = True) -> str:
        """Return the condition that a variable is in a set, for an act its days; false where that is not known.

        Of days, `certain` asks whether all days of an act are in the set, else whether one may be.
        """
        key = found, at, certain
        if key not in self._conditions:
            self._conditions[key] = self._condition(*key)
        return self._conditions[key]

    def _condition(self, found: Set, at: str, certain: bool) -> str:
        match found:
            case And(of=parts):
                return "(" + " AND ".join(self.holds(p, at, certain=certain) for p in parts) + ")"
            case Or(of=parts):
                return "(" + " OR ".join(self.holds(p, at, certain=certain) for p in parts) + ")"
            case Except(of=of, without=without):
                return self.holds(And(of, Not(without)), at, certain=certain)
            case Not(of=of) if found.sort == Sort.DAYS:
                return f"NOT {self.holds(of, at, certain=not certain)}"
            case Not(of=of):
                return f"NOT coalesce({self.holds(of, at)}, false)"
        return self._part(found).holds(found, at, certain)

    def listed(self, found: Set) -> str:
        """Return what a query ends in that tells the members of a set: by day, or by name."""
        if isinstance(found, Days):
            dates = self.acts.found(found.of, DATED)
            return f"WITH {dates} AS found UNWIND found AS value RETURN DISTINCT value ORDER BY value"
        match found.sort:
            case Sort.ACTS:
                members = self.acts.found(found, "[{act}.summary, {act}.id, {act}.earliest]")
                told = "m[0] AS value, m[1] AS id, m[2] AS day ORDER BY day, id"
            case Sort.THINGS:
                members = self.things.found(found, "[{x}.name, {x}.id]")
                told = "m[0] AS value, m[1] AS id ORDER BY value, id"
            case _:
                day = f"left(toString(m), {SHOWN[found.unit]})" if isinstance(found, Units) else "toString(m)"
                members, told = self.members(found), f"{day} AS value ORDER BY value"
        return f"WITH {members} AS found UNWIND found AS m RETURN DISTINCT {told}"

    def _part(self, found: Set) -> ActCypher | ThingCypher | DayCypher:
        return self._parts[found.sort]
