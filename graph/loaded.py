"""What is loaded: the records that loads leave in the graph. Light to import, since every question needs it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from communique.graph.store import Store


@dataclass(frozen=True, slots=True)
class Loaded:
    """One article as the graph records it."""

    id: str
    path: str
    sha256: str
    acts: int
    reports: int
    complete: bool


def list_loaded(store: Store) -> list[Loaded]:
    """Return what is loaded, by article id."""
    found = store.read(
        "MATCH (l:Load) RETURN l.id AS id, l.path AS path, l.sha256 AS sha256, size(l.acts) AS acts, "
        "l.reports AS reports, l.complete AS complete ORDER BY id"
    )
    return [
        Loaded(r["id"], r["path"], r["sha256"], r["acts"] or 0, r["reports"] or 0, bool(r["complete"]))
        for r in found.rows
    ]


def read_added(store: Store) -> list[dict[str, Any]]:
    """Return the vocabulary entries that loaded articles added, each set once."""
    found = store.read(
        "MATCH (l:Load) WHERE l.vocabulary IS NOT NULL RETURN DISTINCT l.vocabulary AS added ORDER BY added"
    )
    return [json.loads(row["added"]) for row in found.rows]
