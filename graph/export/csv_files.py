"""CSV files that `neo4j-admin database import full` of Neo4j 5.26 reads: a typed header and parts for each group.

A group is all nodes of a superlabel, or all relationships of a type between two superlabels. Headers are files of
their own, so that parts can be made and read apart.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any

from communique.graph.rows import Edge, Node
from communique.graph.shape import DERIVED, EDGE_PROPERTIES, LABELS, PROPERTIES, VOCABULARY_EDGES

SEPARATOR = "\x1f"  # between the items of a list; no text has it
PART = 500_000
_TYPES = {bool: ":boolean", int: ":long", float: ":double", date: ":date", str: "", list: ":string[]"}


class Group:
    """The files of one group; `multiline` tells whether a value has a line break, which neo4j-admin must be told."""

    def __init__(self, folder: Path, name: str, option: str, header: list[str], columns: list[str]) -> None:
        self.folder, self.name, self.option, self.columns = folder, name, option, columns
        self.count, self.multiline = 0, False
        self.files = [f"{name}-header.csv"]
        (folder / self.files[0]).write_text(",".join(header) + "\n", "utf-8")
        self._file: IO[str] | None = None

    def add(self, first: list[str], properties: Mapping[str, Any], last: str) -> None:
        """Write one line: what it starts with, the columns, what it ends with."""
        if self.count % PART == 0:
            self.close()
            self.files.append(f"{self.name}-{self.count // PART + 1:03}.csv")
            self._file = (self.folder / self.files[-1]).open("w", encoding="utf-8", newline="")
            self._writer = csv.writer(self._file, lineterminator="\n")
        line = [*first, *(_text(properties.get(column)) for column in self.columns), last]
        self.multiline = self.multiline or any("\n" in text or "\r" in text for text in line)
        self._writer.writerow(line)
        self.count += 1

    def close(self) -> None:
        """Finish the part that is open."""
        if self._file is not None:
            self._file.close()


class AdminFiles:
    """A folder of such files; `close` finishes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.nodes: dict[str, Group] = {}
        self.edges: dict[tuple[str, str, str], Group] = {}

    def node(self, node: Node) -> None:
        """Write a node."""
        group = self.nodes.get(node.label)
        if group is None:
            columns = {"name": "", **PROPERTIES[node.label]}
            header = [f"id:ID({node.label})", *_typed(columns), ":LABEL"]
            group = Group(self.folder, f"nodes-{node.label}", "--nodes=", header, list(columns))
            self.nodes[node.label] = group
        group.add([node.id], node.properties, SEPARATOR.join((node.label, *node.finer)))

    def edge(self, edge: Edge) -> None:
        """Write a relationship."""
        (source, source_id), kind, (target, target_id) = edge.triple
        group = self.edges.get((source, kind, target))
        if group is None:
            derived = source == target == "Actor" and kind not in VOCABULARY_EDGES
            columns = DERIVED if derived else EDGE_PROPERTIES.get(kind, {})
            header = [f":START_ID({source})", f":END_ID({target})", *_typed(columns), ":TYPE"]
            name = f"relationships-{source}-{kind}-{target}"
            group = Group(self.folder, name, "--relationships=", header, list(columns))
            self.edges[source, kind, target] = group
        group.add([source_id, target_id], edge.properties, kind)

    def groups(self) -> list[Group]:
        """Return the groups, nodes first."""
        nodes = [self.nodes[label] for label in LABELS if label in self.nodes]
        return [*nodes, *(self.edges[key] for key in sorted(self.edges))]

    def close(self) -> None:
        """Finish every file."""
        for group in self.groups():
            group.close()


def _typed(columns: Mapping[str, object]) -> list[str]:
    return [name + _TYPES[type(sample)] for name, sample in columns.items()]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return SEPARATOR.join(value)
    return value.isoformat() if isinstance(value, date) else repr(value)
