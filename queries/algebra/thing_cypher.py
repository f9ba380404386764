"""Sets of things in Cypher."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.graph.shape import LABELS as FINER
from communique.queries.algebra.act_cypher import ANYTHING, LABELS, WAYS
from communique.queries.algebra.anchors import Anchor, anchor, listed_part
from communique.queries.algebra.sets import And, Except, Not, Or, Set
from communique.queries.algebra.things import Labelled, Named, Who, Within
from communique.queries.algebra.writer import joined

if TYPE_CHECKING:
    from communique.queries.algebra.compile import Compiler


class ThingCypher:
    """Compiles sets of things; their lists hold ids."""

    def __init__(self, compiler: Compiler) -> None:
        self.compiler, self.writer = compiler, compiler.writer

    def members(self, things: Set) -> str:
        """Return a list of the ids of things."""
        match things:
            case Named(ids=ids):
                return self.writer.put(list(ids))
            case Within(of=of):
                whole = self.compiler.members(of)
                parts = [
                    self.writer.block(
                        f"UNWIND {whole} AS i MATCH (y:{label} {{id: i}}) MATCH (y)<-[:PART_OF|LOCATED_IN*1..6]-(x)",
                        "collect(DISTINCT x.id)",
                    )
                    for label in labels(things)
                ]
                return f"({' + '.join([whole, *parts])})"
        return self.found(things, "{x}.id")

    def found(self, things: Set, result: str) -> str:
        """Return a list of something of each thing that there is."""
        lists = [self.writer.block(text, f"collect(DISTINCT {result.format(x=x)})") for text, x in self.rows(things)]
        return joined(lists)

    def rows(self, things: Set, among: tuple[str, ...] = ANYTHING) -> list[tuple[str, str]]:
        """Return what to match so that a variable is each of some things with these labels; together these find all."""
        match things:
            case Or(of=parts):
                return [row for part in parts for row in self.rows(part, among)]
            case Labelled(label=label):
                x = self.writer.variable()
                return [(f"MATCH ({x}:{label})", x)]
            case Who(role=role, of=acts):
                return [
                    (f"{text} MATCH ({act}){there}({x}) WITH DISTINCT {x}", x)
                    for text, act in self.compiler.acts.rows(acts)
                    for there, _ in WAYS[role]
                    for x in (self.writer.variable(),)
                ]
            case Named() | Within():
                listed = self.compiler.members(things)
                i, x = self.writer.variable(), self.writer.variable()
                fitting = [label for label in labels(things) if label in among]
                return [(f"UNWIND {listed} AS {i} MATCH ({x}:{label} {{id: {i}}})", x) for label in fitting]
        if (base := listed_part(things)) is None:
            x = self.writer.variable()
            return [(f"MATCH ({x}:Actor) WHERE {self.compiler.holds(things, x)}", x)]
        return [
            (f"{text} WITH DISTINCT {x} WHERE {self.compiler.holds(things, x)}", x)
            for text, x in self.rows(base, among)
        ]

    def holds(self, things: Set, x: str, certain: bool) -> str:
        """Return the condition that a node is in a set."""
        match things:
            case Labelled(label=label):
                return f"{x}:{label}"
            case Who(role=role, of=acts) if anchor(things) == Anchor.NONE:
                # A list of all that ever had a role would be long: each is looked at by itself.
                act = self.writer.variable()
                where = self.compiler.holds(acts, act)
                ways = (f"EXISTS {{ MATCH ({x}){back}({act}:Act) WHERE {where} }}" for _, back in WAYS[role])
                return "(" + " OR ".join(ways) + ")"
        return f"{x}.id IN {self.compiler.members(things)}"


def labels(things: Set) -> tuple[str, ...]:
    """Return the superlabels that things of a set may have."""
    match things:
        case Labelled(label=label):
            return tuple(above for above, finer in FINER.items() if label == above or label in finer)
        case Who(role=role):
            return LABELS[role]
        case Within():
            return ("Actor", "Place")
        case And(of=parts) | Or(of=parts):
            return tuple(dict.fromkeys(label for part in parts for label in labels(part)))
        case Except(of=of):
            return labels(of)
        case Not():
            return ("Actor",)
    return ANYTHING
