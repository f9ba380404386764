"""Constraints and indexes as numbered migrations: each is applied once to a graph, which records it.

A migration is a file ``migrations/NNNN-what-it-brings.cypher``. Its statements may be run again without harm (IF NOT
EXISTS), so that one that was cut off is simply run again. What is released is never edited: a later file changes it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import QueryError, StoreError

if TYPE_CHECKING:
    from communique.graph.store import Statement, Store

FOLDER = Path(__file__).parent / "migrations"
_APPLIED = "MATCH (m:Migration) RETURN m.id AS id, m.checksum AS checksum ORDER BY id"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: `id` is its number as text (0001), `checksum` the SHA-256 of its statements."""

    id: str
    name: str
    statements: tuple[str, ...]
    checksum: str

    def record(self) -> Statement:
        """Return the statement that records it in the graph."""
        properties = {"name": self.name, "checksum": self.checksum}
        return "MERGE (m:Migration {id: $id}) SET m += $properties", {"id": self.id, "properties": properties}


@cache
def migrations() -> tuple[Migration, ...]:
    """Return the migrations that this version has, in the order of their numbers."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.cypher")))


def _read(path: Path) -> Migration:
    number, _, name = path.stem.partition("-")
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("//")]
    statements = tuple(" ".join(s.split()) for s in "\n".join(lines).split(";") if s.strip())
    checksum = hashlib.sha256("\n".join(statements).encode()).hexdigest()
    return Migration(number, name.replace("-", " "), statements, checksum)


def migrate(store: Store) -> None:
    """Bring a graph's constraints and indexes up to date; one that is up to date is left as it is.

    Raises
    ------
    StoreError
        For a graph that a newer version made, or whose data break a constraint.
    """
    for migration in pending(store):
        try:
            store.define(migration.statements)
        except (QueryError, StoreError) as error:
            reason = " ".join(str(error).split())
            raise StoreError(
                f"{store.address}: migration {migration.id} ({migration.name}) cannot be applied: {reason} "
                "(give kg a database of its own)"
            ) from None
        store.write([migration.record()])


def pending(store: Store) -> list[Migration]:
    """Return the migrations that a graph lacks.

    Raises
    ------
    StoreError
        For a graph that a newer version made: it may mean something else by what it holds.
    """
    known = {migration.id: migration for migration in migrations()}
    applied = {row["id"]: row["checksum"] for row in store.read(_APPLIED).rows}
    if newer := sorted(set(applied) - set(known)):
        raise StoreError(
            f"{store.address} was made by a newer kg (its migration {newer[-1]}, this one knows up to "
            f"{max(known)}): update kg, or load into another graph"
        )
    for number, checksum in applied.items():
        if checksum != known[number].checksum:
            raise StoreError(
                f"{store.address}: its migration {number} is not the one that this kg has "
                "(load into an empty graph: it can always be made from the files)"
            )
    return [migration for migration in known.values() if migration.id not in applied]
