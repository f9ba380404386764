"""The Neo4j store: the official driver, managed transactions with retries, reads routed to readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from communique.connection import Connection
from communique.errors import QueryError
from communique.graph.bookmarks import KeptBookmarks
from communique.graph.neo4j_driver import open_driver
from communique.graph.neo4j_errors import explain
from communique.graph.safety import refuse_unsafe
from communique.graph.store import TIMEOUT, Parameters, Result, Statement, schema_statements
from communique.graph.values import as_json, native


class Neo4jStore:
    """A graph on a Neo4j server or cluster.

    Every read sees the writes before it, also those of another `kg` on this machine: see `KeptBookmarks`.

    Raises
    ------
    UsageError
        For certificates that cannot be read.
    StoreError
        When the server cannot be reached or refuses the login; `PasswordNeeded` where it wants one.
    """

    def __init__(self, connection: Connection) -> None:
        import neo4j

        self.address, self._connection = connection.name, connection
        self._kept = KeptBookmarks(connection)
        self._driver = open_driver(connection)
        earlier = neo4j.Bookmarks.from_raw_values(self._kept.read())
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager(initial_bookmarks=earlier)
        with self._explained(final=True):
            if earlier:
                self._await_earlier_writes()
            else:
                self._driver.verify_connectivity()

    def _await_earlier_writes(self) -> None:
        """Wait once until the server has what was written just before, and not again where it never comes."""
        import neo4j

        try:
            with self._session(neo4j.READ_ACCESS) as session, session.begin_transaction() as transaction:
                transaction.run("RETURN 1").consume()
        except neo4j.exceptions.Neo4jError as error:
            if "Bookmark" in (error.code or ""):
                self._kept.forget()
            raise

    @contextmanager
    def _explained(self, *, final: bool = False) -> Iterator[None]:
        """Turn the driver's errors into ones with a way out; where `final`, the store is closed after any."""
        from neo4j import exceptions

        try:
            yield
        except (
            exceptions.Neo4jError,
            exceptions.ServiceUnavailable,
            exceptions.SessionExpired,
            exceptions.ConnectionPoolError,
            exceptions.ConfigurationError,
        ) as error:
            if final or isinstance(error, exceptions.ServiceUnavailable | exceptions.SessionExpired):
                self._driver.close()
            raise explain(error, self._connection) from None

    def read(self, cypher: str, parameters: Parameters | None = None) -> Result:
        """Run the project's own Cypher in a read transaction, retried where the server says so."""
        return self._read(cypher, parameters, TIMEOUT, None)

    def _read(self, cypher: str, parameters: Parameters | None, timeout: float, limit: int | None) -> Result:
        import neo4j

        @neo4j.unit_of_work(timeout=timeout)
        def work(transaction: neo4j.ManagedTransaction) -> Result:
            found = transaction.run(cypher, dict(parameters or {}))
            columns = list(found.keys())
            result = Result(columns)
            for record in found:
                if limit is not None and len(result.rows) == limit:
                    result.cut = True
                    break
                result.rows.append({c: native(record[c]) for c in columns})
            return result

        with self._explained(), self._session(neo4j.READ_ACCESS) as session:
            result: Result = session.execute_read(work)
            return result

    @contextmanager
    def _session(self, access: str) -> Iterator[Any]:
        """Open a session; what was written in it is kept for the reads that follow."""
        import neo4j

        with self._driver.session(
            database=self._connection.database, default_access_mode=access, bookmark_manager=self._bookmarks
        ) as session:
            yield session
        if access == neo4j.WRITE_ACCESS:
            self._kept.keep(self._bookmarks.get_bookmarks())

    def read_untrusted(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float, limit: int
    ) -> Result:
        """Run a user's Cypher: the server must call it a read before it runs, and the session cannot write."""
        import neo4j

        refuse_unsafe(cypher)
        with self._explained(), self._session(neo4j.READ_ACCESS) as session:
            plan = session.run(f"EXPLAIN {cypher}", dict(parameters or {})).consume()
        if plan.query_type != "r":
            raise QueryError("refused: this query writes (queries here only read the graph)")
        try:
            result = self._read(cypher, parameters, timeout, limit)
        except QueryError as error:
            if "terminated" in str(error) or "timeout" in str(error).lower():
                raise QueryError(f"stopped after {timeout:g} s (narrow it, or raise --timeout)") from None
            raise
        return Result(result.columns, [as_json(row) for row in result.rows], result.cut)

    def prepare(self) -> None:
        """Put constraints and indexes in place."""
        import neo4j

        with self._explained(), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in schema_statements():
                session.run(statement).consume()

    def write(self, statements: Sequence[Statement]) -> None:
        """Run statements in one transaction, again where the server asks for it."""
        import neo4j

        def work(transaction: neo4j.ManagedTransaction) -> None:
            for cypher, parameters in statements:
                transaction.run(cypher, dict(parameters)).consume()

        with self._explained(), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(work)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
