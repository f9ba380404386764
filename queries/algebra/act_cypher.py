"""Sets of acts in Cypher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.graph.shape import ROLE_EDGES
from communique.queries.algebra.acts import Acts, First, Last
from communique.queries.algebra.anchors import Anchor, anchor
from communique.queries.algebra.sets import And, Except, Not, Or, Set
from communique.queries.algebra.things import Named
from communique.queries.algebra.writer import joined

if TYPE_CHECKING:
    from communique.queries.algebra.compile import Compiler

# How each role leads from an act to a thing, and back; in some there are several ways.
WAYS = {
    **{role: ((f"-[:{edge}]->", f"<-[:{edge}]-"),) for role, edge in ROLE_EDGES.items()},
    **{
        f"{role}_side": ((f"-[:SIDE {{role: '{role}'}}]->", f"<-[:SIDE {{role: '{role}'}}]-"),)
        for role in ("by", "to", "toward")
    },
    "according_to": (
        ("<-[:CLAIMS*1..5]-(:Act)-[:BY]->", "<-[:BY]-(:Act)-[:CLAIMS*1..5]->"),
        ("<-[:REPORTS]-(:Article)-[:PUBLISHED_BY|AGENCY]->", "<-[:PUBLISHED_BY|AGENCY]-(:Article)-[:REPORTS]->"),
    ),
}

ANYTHING = ("Actor", "Office", "Place", "Topic", "Act")
# What has each role: actors, but for two.
LABELS = {**dict.fromkeys(WAYS, ("Actor",)), "at": ("Place", "Actor"), "about": ANYTHING}

# Of somebody with fewer acts than this, all are looked through sooner than those of a day are found.
_FEW = 10_000


class ActCypher:
    """Compiles sets of acts."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler, self.writer = compiler, compiler.writer
        self._found: dict[tuple[Set, str, bool], str] = {}
        self._ends: dict[tuple[Set, bool], str] = {}

    def members(self, acts: Set) -> str:
        """Return a list of the ids of acts."""
        return self.found(acts, "{act}.id")

    def found(self, acts: Set, result: str, *, dated: bool = False) -> str:
        """Return a list of something of each act that there is; with `dated`, of those whose day is known."""
        key = acts, result, dated
        if key not in self._found:
            lists = []
            for text, act in self.rows(acts):
                known = f" AND {act}.earliest = {act}.latest" if dated else ""
                lists.append(self.writer.block(text + known, f"collect(DISTINCT {result.format(act=act)})"))
            self._found[key] = joined(lists)
        return self._found[key]

    def end(self, acts: Set, *, last: bool) -> str:
        """Return the first day that one of some acts can have had, or the last; null, if there are none."""
        if (acts, last) not in self._ends:
            self._ends[acts, last] = self._end(acts, *(("max", "latest") if last else ("min", "earliest")))
        return self._ends[acts, last]

    def _end(self, acts: Set, aggregate: str, end: str) -> str:
        rows = self.rows(acts)
        if any(_through_all(text, act) for text, act in rows):
            # The embedded engine loses the result of an aggregate over all acts; over a list it does not.
            lists = joined([self.writer.block(text, f"collect(DISTINCT {act}.{end})") for text, act in rows])
            return self.writer.block(f"UNWIND {lists} AS day", f"{aggregate}(day)")
        first, *more = (self.writer.block(text, f"{aggregate}({act}.{end})") for text, act in rows)
        days = ", ".join([first, *more])
        return self.writer.block(f"UNWIND [{days}] AS day", f"{aggregate}(day)") if more else first

    def rows(self, acts: Set) -> list[tuple[str, str]]:
        """Return what to match so that a variable is each of some acts; together these find all."""
        return [(f"{start} WHERE {' AND '.join(conditions)}", act) for start, act, conditions in self._starts(acts)]

    def one(self, acts: Set) -> tuple[str, str] | None:
        """Return the one search that finds all of some acts, at the end of a query; None where more are needed."""
        if isinstance(acts, First | Last):
            rows = self.rows(acts.of)
            text, act = rows[0]
            if len(rows) == 1 and not _through_all(text, act):
                # All are looked through once: by day, of which the first or the last is taken.
                day, order = (f"{act}.latest", " DESC") if isinstance(acts, Last) else (f"{act}.earliest", "")
                return (
                    f"{text} AND {day} IS NOT NULL WITH {day} AS pole, collect(DISTINCT {act}.id) AS ids "
                    f"ORDER BY pole{order} LIMIT 1 UNWIND ids AS one MATCH ({act}:Act) WHERE {act}.id = one"
                ), act
        rows = self.rows(acts)
        return rows[0] if len(rows) == 1 else None

    def _starts(self, acts: Set) -> list[tuple[str, str, list[str]]]:
        """Return how to begin to search, the variable, and what is still to be checked."""
        match acts:
            case And(of=parts):
                best = min(range(len(parts)), key=lambda n: anchor(parts[n]))
                rest = (*parts[:best], *parts[best + 1 :])
                return [
                    (start, act, [*conditions, *(self.compiler.holds(part, act) for part in rest)])
                    for start, act, conditions in self._starts(parts[best])
                ]
            case Or(of=parts) if anchor(acts) < Anchor.NONE:
                return [start for part in parts for start in self._starts(part)]
            case Except(of=of, without=without):
                return [
                    (start, act, [*conditions, self.compiler.holds(Not(without), act)])
                    for start, act, conditions in self._starts(of)
                ]
            case First(of=of) | Last(of=of):
                # Which day it is depends on all of them.
                last = isinstance(acts, Last)
                day = self.end(of, last=last)
                return [
                    (start, act, [*conditions, f"{act}.{'latest' if last else 'earliest'} = {day}"])
                    for start, act, conditions in self._starts(of)
                ]
            case Acts() if (role := self._begins(acts)) is not None:
                found: dict[str, Any] = {role: None}
                return [
                    (f"{text} MATCH ({x}){back}({act}:Act)", act, list(self._conditions(replace(acts, **found), act)))
                    for text, x in self.compiler.things.rows(acts.roles()[role], LABELS[role])
                    for _, back in WAYS[role]
                    for act in (self.writer.variable(),)
                ]
        act = self.writer.variable()
        return [(f"MATCH ({act}:Act)", act, [self.compiler.holds(acts, act)])]

    def _begins(self, acts: Acts) -> str | None:
        """Return the role from whose things to search for acts: those with the fewest; None, if there is no such."""
        at, roles = anchor(acts), acts.roles()
        if at == Anchor.NONE or not roles:
            return None
        if len(roles) == 1 and at != Anchor.DAY:
            return next(iter(roles))
        sized = {role: (anchor(things), self._size(role, things)) for role, things in roles.items()}
        role = min(sized, key=lambda role: sized[role])
        return None if at == Anchor.DAY and sized[role] >= (Anchor.IDS, _FEW) else role

    def _size(self, role: str, things: Set) -> int:
        return self.compiler.sizes(role, things.ids) if isinstance(things, Named) else _FEW

    def holds(self, acts: Set, act: str, certain: bool) -> str:
        """Return the condition that an act is in a set."""
        match acts:
            case Acts():
                return "(" + " AND ".join(self._conditions(acts, act)) + ")"
            case First(of=of):
                return f"({self.compiler.holds(of, act)} AND {act}.earliest = {self.end(of, last=False)})"
            case Last(of=of):
                return f"({self.compiler.holds(of, act)} AND {act}.latest = {self.end(of, last=True)})"
        raise TypeError(acts)

    def _conditions(self, acts: Acts, act: str) -> Iterator[str]:
        if acts.codes:
            code, *more = acts.codes
            yield (
                f"{act}.cameo IN {self.writer.put([code, *more])}" if more else f"{act}.cameo = {self.writer.put(code)}"
            )
        if acts.when is not None:
            yield self.compiler.holds(acts.when, act)
        yield f"{act}.status IN {self.writer.put(list(acts.status))}"
        if acts.kinds:
            yield "(" + " OR ".join(f"{self.writer.put(kind)} IN {act}.kinds" for kind in acts.kinds) + ")"
        for role, things in acts.roles().items():
            x = self.writer.variable()
            where = self.compiler.holds(things, x)
            ways = (f"EXISTS {{ MATCH ({act}){there}({x}) WHERE {where} }}" for there, _ in WAYS[role])
            yield "(" + " OR ".join(ways) + ")"


def _through_all(text: str, act: str) -> bool:
    """Say whether a search looks through all acts of a store."""
    return text.startswith(f"MATCH ({act}:Act)")
