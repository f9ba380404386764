"""The clauses that a question is made of, and how each relates to the one that asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.ask.events.elements import Elements


@dataclass(slots=True)
class Part:
    """A clause; `relation` is before, after, day, month, year (the same), when, besides, or nothing."""

    elements: Elements
    relation: str = ""

    def has(self, *types: str) -> bool:
        """Say whether an element is of one of these types."""
        return any(e.type in types for e in self.elements)


@dataclass(slots=True)
class Parts:
    """All clauses; `open` are relations to what another sentence says: "that month", "before that"."""

    clauses: list[Part] = field(default_factory=list)
    compared: list[Part] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    somewhen: list[str] = field(default_factory=list)
