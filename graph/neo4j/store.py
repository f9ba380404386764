"""The Neo4j store: the official driver, managed transactions with retries, reads routed to readers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any
from uuid import uuid4

from communique.closing import Closing
from communique.connection import Connection
from communique.errors import ConflictError
from communique.graph.cypher.parameters import checked
from communique.graph.cypher.safety import check_bounds, refuse_unsafe
from communique.graph.migrations import migrate
from communique.graph.neo4j.bookmarks import KeptBookmarks
from communique.graph.neo4j.driver import open_driver
from communique.graph.neo4j.errors import explain, hung_up
from communique.graph.neo4j.reading import read_untrusted
from communique.graph.store import LOCK, RENEW, REVISION, TIMEOUT, Parameters, Result, Statement
from communique.graph.values import native

_BROKEN_COMMITS = 3
# Seconds to wait before a server that hung up is called again.
_AGAIN = (0.2, 0.5)


class Neo4jStore(Closing):
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
            self._persist(self._await_earlier_writes if earlier else self._driver.verify_connectivity)

    def _persist(self, work: Callable[[], Any]) -> None:
        """Do what can be done twice; do it again where the server hangs up, as one that starts does."""
        for pause in (*_AGAIN, None):
            try:
                work()
                return
            except Exception as error:
                if pause is None or not hung_up(error):
                    raise
                time.sleep(pause)

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
        import neo4j

        @neo4j.unit_of_work(timeout=TIMEOUT)
        def work(transaction: neo4j.ManagedTransaction) -> Result:
            found = transaction.run(cypher, dict(parameters or {}))
            columns = list(found.keys())
            return Result(columns, [dict(zip(columns, map(native, record.values()), strict=True)) for record in found])

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

    def stream(self, cypher: str) -> Iterator[dict[str, Any]]:
        """Yield rows in one read transaction; the server sends more as they are taken."""
        import neo4j

        with (
            self._explained(),
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            for record in transaction.run(cypher):
                yield {key: native(value) for key, value in record.items()}

    def read_untrusted(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float, limit: int
    ) -> Result:
        """Run a user's Cypher: the server must plan it as a read before it runs, and the session cannot write."""
        import neo4j

        check_bounds(timeout, limit)
        text, values = refuse_unsafe(cypher), checked(parameters)
        with self._explained():
            return read_untrusted(lambda: self._session(neo4j.READ_ACCESS), text, values, timeout, limit)

    def prepare(self) -> None:
        """Bring constraints and indexes up to date."""
        migrate(self)

    def define(self, statements: Sequence[str]) -> None:
        """Run statements that make constraints and indexes where there are none yet, each by itself."""
        import neo4j

        def run(statement: str) -> None:
            with self._session(neo4j.WRITE_ACCESS) as session:
                session.run(statement).consume()

        with self._explained():
            for statement in statements:
                self._persist(partial(run, statement))

    def write(self, statements: Sequence[Statement], *, since: str | None = None) -> int:
        """Run statements in one transaction, again where the server asks for it or the connection was lost."""
        import neo4j

        revision = uuid4().hex

        def work(transaction: neo4j.ManagedTransaction) -> int:
            if since is not None:
                transaction.run(LOCK).consume()
                found = transaction.run(REVISION).single(strict=True)["revision"] or ""
                if found == revision:
                    return 0  # an earlier attempt was committed, and the connection lost before it said so
                if found != since:
                    raise ConflictError(f"{self.address}: another load changed the graph meanwhile (load again)")
                transaction.run(RENEW, {"revision": revision}).consume()
            results = [transaction.run(cypher, dict(parameters)).consume() for cypher, parameters in statements]
            return sum(result.counters.nodes_created for result in results)

        with self._explained(), self._session(neo4j.WRITE_ACCESS) as session:
            created: int
            for _ in range(_BROKEN_COMMITS):
                # Where the connection broke during the commit nobody knows whether it was done: running again is safe,
                # since the revision tells it, and what is made twice breaks a constraint.
                with suppress(neo4j.exceptions.IncompleteCommit):
                    created = session.execute_write(work)
                    return created
            created = session.execute_write(work)
            return created

    def flush(self) -> None:
        """Do nothing: what is committed is seen."""

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()
