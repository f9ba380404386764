"""Writes a graph, and events that are in none yet, for `neo4j-admin database import full`: the bulk way into Neo4j."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from communique.errors import UsageError
from communique.graph.export.csv_files import SEPARATOR, AdminFiles
from communique.graph.loaded import ImportRecord
from communique.graph.loading.events import Imported
from communique.graph.mapping.events import CodedMapper
from communique.graph.migrations import migrations
from communique.graph.rows import Edge, Key, Node, Rows
from communique.graph.shape import LABELS, ROLE_EDGES
from communique.graph.store import Store
from communique.graph.values import clean
from communique.schemas.coded_events import CodedEvent, EventRow
from communique.schemas.vocabulary import Vocabulary

SCRIPT, ARGUMENTS, CONSTRAINTS = "import.sh", "import.args", "constraints.cypher"
_SCRIPT = f"""#!/bin/sh
# Imports this folder into a database of Neo4j 5.26 whose server is stopped; what it held is gone.
# Then start the server and run the constraints: cypher-shell --file {CONSTRAINTS}
cd "$(dirname "$0")" || exit 1
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "${{1:-neo4j}}" @{ARGUMENTS}
"""
_KEPT_OUT = ("Migration", "Graph")  # the constraints bring them


class AdminExport:
    """One export into an empty folder; made complete by `close`.

    Raises
    ------
    UsageError
        When the folder holds anything: an import takes all that it finds.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty (name a new folder)")
        self.files = AdminFiles(folder)
        self._seen: set[Key] = set()
        self._acts = ActIds()

    def add_store(self, store: Store) -> None:
        """Write every node and relationship of a store, except what the constraints bring."""
        for label in LABELS:
            if label in _KEPT_OUT:
                continue
            for row in store.stream(f"MATCH (n:{label}) RETURN labels(n) AS labels, properties(n) AS properties"):
                properties = clean(row["properties"])
                finer = tuple(sorted(x for x in row["labels"] if x != label))
                self._node(Node(label, properties.pop("id"), properties, finer))
            for row in store.stream(
                f"MATCH (n:{label})-[r]->(m) RETURN n.id AS source, type(r) AS kind, labels(m) AS labels, "
                "m.id AS target, properties(r) AS properties"
            ):
                target = next(x for x in LABELS if x in row["labels"])
                ends = (label, row["source"]), row["kind"], (target, row["target"])
                self.files.edge(Edge(*ends, clean(row["properties"])))

    def add_events(
        self,
        name: str,
        rows: Iterable[EventRow],
        vocabulary: Vocabulary,
        reject: Callable[[EventRow], None],
        judge: Callable[[int], None] = lambda rows: None,
    ) -> Imported:
        """Write the events of a file, as an import of it would bring them into a graph."""
        mapper, done, digest = CodedMapper(vocabulary), Imported(), hashlib.sha256()
        for row in rows:
            digest.update(row.raw)
            done.rows += 1
            if row.event is None:
                reject(row)
                judge(done.rows)
                done.rejected += 1
            elif self._acts.add(row.event.id):
                self._event(row.event, mapper)
                done.loaded += 1
            else:
                done.duplicates += 1
        record = ImportRecord(name, done.rows, done.rejected, digest.hexdigest(), complete=True)
        self.files.node(record.node())
        return done

    def _event(self, event: CodedEvent, mapper: CodedMapper) -> None:
        kind, act, sides = mapper.kind(event), ("Act", event.id), mapper.sides(event)
        needed = {("Actor", actor.id) for _, actor in event.parties} | {("Actor", state) for state, _ in sides}
        if not needed <= self._seen:
            self._vocabulary(mapper.actor_rows(event))
        self.files.node(Node("Act", event.id, {**kind.properties, **mapper.own(event)}, (kind.label,)))
        for role, actor in event.parties:
            self.files.edge(Edge(act, ROLE_EDGES[role], ("Actor", actor.id)))
        for state, properties in sides:
            self.files.edge(Edge(act, "SIDE", ("Actor", state), properties))

    def _vocabulary(self, rows: Rows) -> None:
        new = {key for key in rows.nodes if key not in self._seen}
        for key in new:
            self._node(rows.nodes[key])
        for edge in rows.all_edges():
            if edge.source in new:
                self.files.edge(edge)

    def _node(self, node: Node) -> None:
        if node.label == "Act":
            self._acts.add(node.id)
        else:
            self._seen.add(node.key)
        self.files.node(node)

    def close(self) -> Written:
        """Finish the files, and write the command that imports them and the constraints to run after it."""
        self.files.close()
        self._acts.close()
        script = self.files.folder / SCRIPT
        script.write_text(_SCRIPT, "utf-8")
        script.chmod(0o755)
        (self.files.folder / ARGUMENTS).write_text("\n".join(self.arguments()) + "\n", "utf-8")
        (self.files.folder / CONSTRAINTS).write_text(_constraints(), "utf-8")
        nodes = sum(group.count for group in self.files.nodes.values())
        return Written(self.files.folder, nodes, sum(group.count for group in self.files.edges.values()))

    def arguments(self) -> list[str]:
        """Return the options of the import; files by their names within the folder."""
        multiline = "true" if any(group.multiline for group in self.files.groups()) else "false"
        options = ["--id-type=string", f"--array-delimiter=U+{ord(SEPARATOR):04X}", f"--multiline-fields={multiline}"]
        groups = [group.option + ",".join(group.files) for group in self.files.groups()]
        return [*options, "--overwrite-destination=true", *groups]


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote."""

    folder: Path
    nodes: int
    relationships: int


class ActIds:
    """The ids of acts written so far, kept on disk: millions of them fit no small memory."""

    def __init__(self) -> None:
        self._ids = sqlite3.connect("", isolation_level=None)
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute("CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._ids.execute("BEGIN")

    def add(self, act: str) -> bool:
        """Keep an id; say whether it is new."""
        return self._ids.execute("INSERT OR IGNORE INTO seen VALUES (?)", (act,)).rowcount == 1

    def close(self) -> None:
        """Forget them."""
        self._ids.close()


def _constraints() -> str:
    lines = []
    for migration in migrations():
        lines.append(f"// {migration.id}: {migration.name}")
        lines += [f"{statement};" for statement in migration.statements]
        name, checksum = migration.name, migration.checksum
        lines.append(f"MERGE (m:Migration {{id: '{migration.id}'}}) SET m.name = '{name}', m.checksum = '{checksum}';")
    return "\n".join(lines) + "\n"
