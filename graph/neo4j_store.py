"""The Neo4j store: the official driver, managed transactions with retries, reads routed to readers."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from communique.errors import ConflictError, QueryError, StoreError
from communique.graph.migrations import migrate
from communique.graph.safety import refuse_unsafe
from communique.graph.store import LOCK, RENEW, REVISION, TIMEOUT, Parameters, Result, Statement
from communique.graph.values import as_json, native


class Neo4jStore:
    """A graph on a Neo4j server or cluster; `login` is (user, password) or None without authentication.

    Raises
    ------
    StoreError
        When the server cannot be reached or refuses the login.
    """

    def __init__(self, address: str, login: tuple[str, str] | None) -> None:
        import neo4j

        logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it retries is no news to a person
        self.address = address
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._driver = neo4j.GraphDatabase.driver(
            address,
            auth=login,
            connection_timeout=10,
            max_transaction_retry_time=60,  # a server that is started again is waited for
            notifications_min_severity="OFF",
        )
        with self._explained():
            self._driver.verify_connectivity()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        from neo4j import exceptions

        try:
            yield
        except exceptions.AuthError:
            self._driver.close()
            raise StoreError(f"{self.address} refuses the login (set NEO4J_USERNAME and NEO4J_PASSWORD)") from None
        except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
            self._driver.close()
            reason = str(error).splitlines()[0]
            raise StoreError(f"{self.address} does not answer: {reason} (kg server start, or check it)") from None
        except exceptions.ConfigurationError as error:
            raise StoreError(f"{self.address}: {error}") from None
        except exceptions.ConstraintError as error:
            raise ConflictError(error.message or str(error)) from None
        except exceptions.ClientError as error:
            raise QueryError(error.message or str(error)) from None
        except exceptions.Neo4jError as error:
            raise StoreError(error.message or str(error)) from None

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

    def _session(self, access: str) -> Any:
        return self._driver.session(default_access_mode=access, bookmark_manager=self._bookmarks)

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
        """Bring constraints and indexes up to date."""
        migrate(self)

    def define(self, statements: Sequence[str]) -> None:
        """Run statements that make constraints and indexes, each by itself."""
        import neo4j

        with self._explained(), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in statements:
                session.run(statement).consume()

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
            created: int = session.execute_write(work)
            return created

    def flush(self) -> None:
        """Do nothing: what is committed is seen."""

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
