"""Sets of acts in Cypher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.graph.shape import ROLE_EDGES
from communique.queries.algebra.acts import Acts, First, Last
from communique.queries.algebra.anchors import Anchor, anchor
from communique.queries.algebra.sets import And, Except, Not, Or, Set
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


class ActCypher:
    """Compiles sets of acts."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler, self.writer = compiler, compiler.writer
        self._found: dict[tuple[Set, str, bool], str] = {}

    def members(self, acts: Set) -> str:
        """Return a list of the ids of acts."""
        return self._ends(acts) if isinstance(acts, First | Last) else self.found(acts, "{act}.id")

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

    def rows(self, acts: Set) -> list[tuple[str, str]]:
        """Return what to match so that a variable is each of some acts; together these find all."""
        return [
            (f"{start} WHERE {self.compiler.holds(rest, act) if rest else 'true'}", act)
            for start, act, rest in self._starts(acts)
        ]

    def _starts(self, acts: Set) -> list[tuple[str, str, Set | None]]:
        """Return how to begin to search, the variable, and what is still to be checked."""
        match acts:
            case And(of=parts):
                best = min(range(len(parts)), key=lambda n: anchor(parts[n]))
                return [
                    (start, act, _both(*parts[:best], rest, *parts[best + 1 :]))
                    for start, act, rest in self._starts(parts[best])
                ]
            case Or(of=parts) if anchor(acts) < Anchor.NONE:
                return [start for part in parts for start in self._starts(part)]
            case Except(of=of, without=without):
                return [(start, act, _both(rest, Not(without))) for start, act, rest in self._starts(of)]
            case First() | Last():
                return [self._listed(self._ends(acts))]
            case Acts() if Anchor.DAY < anchor(acts) < Anchor.NONE:
                role, things = min(acts.roles().items(), key=lambda given: anchor(given[1]))
                found: dict[str, Any] = {role: None}
                return [
                    (f"{text} MATCH ({x}){back}({act}:Act)", act, replace(acts, **found))
                    for text, x in self.compiler.things.rows(things, LABELS[role])
                    for _, back in WAYS[role]
                    for act in (self.writer.variable(),)
                ]
        act = self.writer.variable()
        return [(f"MATCH ({act}:Act)", act, acts)]

    def _listed(self, ids: str) -> tuple[str, str, None]:
        """Return how to begin with the acts that have been listed by their ids."""
        i, act = self.writer.variable(), self.writer.variable()
        return f"UNWIND {ids} AS {i} MATCH ({act}:Act {{id: {i}}})", act, None

    def _ends(self, acts: First | Last) -> str:
        """Return a list of the ids of the acts on the first or last day that one of some acts has."""
        smallest, end = ("min", "earliest") if isinstance(acts, First) else ("max", "latest")
        if anchor(acts.of) == Anchor.NONE:  # many: searched again by their day
            day = self.writer.block(f"UNWIND {self.found(acts.of, f'{{act}}.{end}')} AS day", f"{smallest}(day)")
            starts = [(f"{text} AND {act}.{end} = {day}", act) for text, act in self.rows(acts.of)]
        else:  # few: listed, and looked at again
            text, act, _ = self._listed(self.members(acts.of))
            starts = [(f"{text} WHERE {act}.{end} = {self.writer.block(text, f'{smallest}({act}.{end})')}", act)]
        return joined([self.writer.block(text, f"collect({act}.id)") for text, act in starts])

    def holds(self, acts: Set, act: str, certain: bool) -> str:
        """Return the condition that an act is in a set."""
        match acts:
            case Acts():
                return "(" + " AND ".join(self._conditions(acts, act)) + ")"
            case First() | Last():
                return f"{act}.id IN {self._ends(acts)}"
        raise TypeError(acts)

    def _conditions(self, acts: Acts, act: str) -> Iterator[str]:
        if acts.codes:
            code, *more = acts.codes
            yield f"{act}.cameo IN {self.writer.put([code, *more])}" if more else f"{act}.cameo = {self.writer.put(code)}"
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


def _both(*parts: Set | None) -> Set | None:
    """Return what is in all of the sets that there are."""
    given = [part for part in parts if part]
    return And(*given) if given else None
