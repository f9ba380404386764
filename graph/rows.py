"""What the graph holds, as plain rows: nodes by superlabel and id, edges by type and ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Properties = dict[str, Any]
# A node's key is (superlabel, id); ids are unique within a superlabel.
Key = tuple[str, str]
Triple = tuple[Key, str, Key]


@dataclass(slots=True)
class Node:
    """A node: `label` is the superlabel that is guarded by uniqueness, `finer` the further labels."""

    label: str
    id: str
    properties: Properties = field(default_factory=dict)
    finer: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """The superlabel and id."""
        return self.label, self.id


@dataclass(slots=True)
class Edge:
    """A relationship; several of one type may join the same two nodes."""

    source: Key
    type: str
    target: Key
    properties: Properties = field(default_factory=dict)

    @property
    def triple(self) -> Triple:
        """Source, type and target."""
        return self.source, self.type, self.target


@dataclass(slots=True)
class Rows:
    """Nodes and edges; what stands twice stands once."""

    nodes: dict[Key, Node] = field(default_factory=dict)
    edges: dict[Triple, list[Properties]] = field(default_factory=dict)

    def node(self, node: Node) -> Key:
        """Add a node, or replace the one with its key; return the key."""
        self.nodes[node.key] = node
        return node.key

    def edge(self, source: Key, kind: str, target: Key, /, **properties: Any) -> None:
        """Add an edge, without the properties that are empty, unless the same is there."""
        kept = {k: v for k, v in properties.items() if v not in (None, "", [], ())}
        group = self.edges.setdefault((source, kind, target), [])
        if kept not in group:
            group.append(kept)

    def all_edges(self) -> Iterable[Edge]:
        """Yield every edge."""
        for (source, kind, target), group in self.edges.items():
            for properties in group:
                yield Edge(source, kind, target, properties)


@dataclass(slots=True)
class Change:
    """What a load does: nodes to create, to update and to delete, and the edges between pairs to put in place.

    `edges` maps each triple that changes to its new edges (none: they go); `replaced` are those that are there.
    """

    create: list[Node] = field(default_factory=list)
    update: list[Node] = field(default_factory=list)
    delete: list[Key] = field(default_factory=list)
    edges: dict[Triple, list[Properties]] = field(default_factory=dict)
    replaced: set[Triple] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.create or self.update or self.delete or self.edges)
