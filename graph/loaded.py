"""What is loaded: the records that loads leave in the graph. Light to import, since every question needs it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from communique.graph.rows import Node
from communique.graph.store import Store


@dataclass(frozen=True, slots=True)
class Loaded:
    """One article as the graph records it."""

    id: str
    path: str
    sha256: str
    read_by: str
    acts: int
    reports: int
    complete: bool


def list_loaded(store: Store) -> list[Loaded]:
    """Return what is loaded, by article id."""
    found = store.read(
        "MATCH (l:Load) RETURN l.id AS id, l.path AS path, l.sha256 AS sha256, coalesce(l.read_by, '') AS read_by, "
        "coalesce(size(l.acts), 0) AS acts, coalesce(l.reports, 0) AS reports, coalesce(l.complete, false) AS complete "
        "ORDER BY id"
    )
    return [Loaded(**row) for row in found.rows]


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """What the graph says of a file of events: the rows that are in, their lines' SHA-256, whether that is all."""

    id: str
    rows: int = 0
    rejected: int = 0
    digest: str = ""
    complete: bool = False

    def node(self) -> Node:
        """Return the node that holds it."""
        return Node("Import", self.id, {key: v for key, v in asdict(self).items() if key != "id"} | {"name": self.id})


def list_imports(store: Store) -> list[ImportRecord]:
    """Return what is imported, by the data set's and the file's name."""
    found = store.read(
        "MATCH (i:Import) RETURN i.id AS id, i.rows AS rows, i.rejected AS rejected, i.digest AS digest, "
        "i.complete AS complete ORDER BY id"
    )
    return [ImportRecord(**row) for row in found.rows]


def read_import(store: Store, name: str) -> ImportRecord:
    """Return the record of one file, an empty one where it was never imported."""
    return next((record for record in list_imports(store) if record.id == name), ImportRecord(name))


def count_untied(store: Store) -> int:
    """Return how many actors of coded events no state or known body is tied to, as `untied-actors` lists them."""
    found = store.read(
        "MATCH (a:Actor) WHERE NOT (a:State OR a:Person OR a:Organization OR a:Group) "
        "AND NOT EXISTS { (a)-[:PART_OF]->(:Actor) } RETURN count(a) AS n"
    )
    return int(found.rows[0]["n"])


def read_added(store: Store) -> list[dict[str, Any]]:
    """Return the vocabulary entries that loaded articles added, each set once."""
    found = store.read(
        "MATCH (l:Load) WHERE l.vocabulary IS NOT NULL RETURN DISTINCT l.vocabulary AS added ORDER BY added"
    )
    return [json.loads(row["added"]) for row in found.rows]
