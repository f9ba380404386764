"""The embedded store: one kglite file, nothing to start; it can always be made again from the articles."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from communique.closing import Closing
from communique.errors import ConflictError, QueryError, StoreError
from communique.graph.cypher.parameters import checked
from communique.graph.cypher.safety import check_bounds, refuse_unsafe
from communique.graph.embedded.guarding import read_guarded
from communique.graph.migrations import migrate, pending
from communique.graph.shape import EDGES, LABELS, PROPERTIES
from communique.graph.store import LOCK, RENEW, TIMEOUT, Parameters, Result, Statement, read_revision
from communique.graph.values import native_row

# What to do about a query of the program's own that takes too long.
SLOW = "the machine may be busy, or this graph too large for it (docs/scaling.md says when Neo4j is quicker)"


class EmbeddedStore(Closing):
    """A graph in a file. Only one process writes at a time; readers see the last complete load.

    Raises
    ------
    StoreError
        When the file is not a graph, or another process is writing to it.
    """

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path, self.address, self.writable = path, str(path), writable
        self._graph = self._open_to_write() if writable else self._open_to_read()
        self._saved = True  # a save writes the whole file

    @staticmethod
    def exists(path: Path) -> bool:
        """Say whether a graph is there, saved or still in its log."""
        return path.exists() or path.with_name(path.name + "-wal").exists()

    def _open_to_write(self) -> Any:
        import kglite

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return kglite.open(str(self.path))
        except kglite.WriterLeaseHeldError as error:
            raise StoreError(f"{self.path} is being written by another process: try again ({error})") from None
        except (OSError, ValueError, RuntimeError, kglite.KgError) as error:
            raise self._broken(error) from None

    def _open_to_read(self) -> Any:
        import kglite

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", UserWarning)
                return self._loaded()
        except (UserWarning, FileNotFoundError):
            return self._recovered()
        except (OSError, ValueError, RuntimeError, kglite.KgError) as error:
            raise self._broken(error) from None

    def _recovered(self) -> Any:
        """A load was cut off after its commit: bring its log into the file, unless it is still going on."""
        import kglite

        try:
            with kglite.open(str(self.path)):
                pass
        except kglite.WriterLeaseHeldError:
            pass
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return self._loaded()

    def _loaded(self) -> Any:
        """Open the file as it was saved last, to read.

        Edges are taken where they lie in it, and no index but that of ids is built: a graph of 300,000 events opens in
        a third of the time, and a look-up by kind scans (7 ms there).
        """
        import kglite

        return kglite.load(str(self.path), storage="mapped", topology="mapped", defer_index_rebuild=True)

    def _broken(self, error: Exception) -> StoreError:
        return StoreError(f"{self.path} cannot be opened: {error} (remove it and run kg load again)")

    def read(self, cypher: str, parameters: Parameters | None = None) -> Result:
        """Run the project's own Cypher and return its rows."""
        import kglite

        try:
            found = self._graph.cypher(cypher, params=dict(parameters or {}), timeout_ms=int(TIMEOUT * 1000))
        except kglite.CypherTimeoutError:
            raise QueryError(f"a query took more than {TIMEOUT:g} s and was stopped: {SLOW}") from None
        except kglite.KgError as error:
            raise QueryError(str(error)) from None
        columns = list(found.columns)
        return Result(columns, [native_row(row, columns) for row in found])

    def stream(self, cypher: str) -> Iterator[dict[str, Any]]:
        """Yield rows."""
        import kglite

        try:
            found = self._graph.cypher(cypher, timeout_ms=0)
        except kglite.KgError as error:
            raise QueryError(str(error)) from None
        columns = list(found.columns)
        for row in found:
            yield native_row(row, columns)

    def read_untrusted(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float, limit: int
    ) -> Result:
        """Run a user's Cypher in a child process that cannot write, with a bound on time, rows and memory."""
        check_bounds(timeout, limit)
        text, values = refuse_unsafe(cypher), checked(parameters)
        if self.writable:
            self.flush()
        return read_guarded(self.path, text, values, timeout, limit)

    def prepare(self) -> None:
        """Bring constraints and indexes up to date; a graph that is up to date is not written."""
        if not pending(self):
            return
        # kglite prints a warning for every label or type it has never seen: show it all of them once.
        self._saved = False
        with self._graph.begin() as transaction:
            for label, finer in LABELS.items():
                more = "".join(f" SET n:{x}" for x in finer)
                sample = {"name": "-", **PROPERTIES[label]}
                transaction.cypher(f"MERGE (n:{label} {{id: '-'}}) SET n += $sample{more}", params={"sample": sample})
            for kind in EDGES:
                transaction.cypher(f"MATCH (a:Act {{id: '-'}}) MATCH (b:Actor {{id: '-'}}) CREATE (a)-[:{kind}]->(b)")
            transaction.cypher("MATCH (n) WHERE n.id = '-' DETACH DELETE n")
        migrate(self)

    def define(self, statements: Sequence[str]) -> None:
        """Run statements that make constraints and indexes, each by itself."""
        import kglite

        self._saved = False
        try:
            for statement in statements:
                self._graph.cypher(statement)
        except kglite.KgError as error:
            raise QueryError(str(error)) from None

    def write(self, statements: Sequence[Statement], *, since: str | None = None) -> int:
        """Run statements in one transaction; it survives the end of this process, and is seen after `flush`."""
        import kglite

        if since is not None:
            if read_revision(self) != since:
                raise ConflictError(f"{self.path}: the graph was changed meanwhile (load again)")
            statements = [(LOCK, {}), (RENEW, {"revision": uuid4().hex}), *statements]
        self._saved = False
        try:
            with self._graph.begin() as transaction:
                results = [transaction.cypher(cypher, params=dict(parameters)) for cypher, parameters in statements]
                return sum(result.stats["nodes_created"] for result in results)
        except kglite.KgError as error:
            raise StoreError(f"{self.path}: the load was not written: {error}") from None

    def flush(self) -> None:
        """Save the file, which other processes read."""
        if self._saved:
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells which columns it keeps in memory
            self._graph.save()
        self._saved = True

    def close(self) -> None:
        """Let go of the file; what was written and not saved is saved."""
        if self.writable:
            self.flush()
            # Its `close` would write the whole file once more; a `with` block that fails only lets go of it.
            self._graph.__exit__(StoreError, None, None)
