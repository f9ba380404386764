"""The Neo4j store: the official driver, managed transactions with retries, reads routed to readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from communique.errors import QueryError, StoreError
from communique.graph.neo4j_reading import read_untrusted
from communique.graph.query_parameters import checked
from communique.graph.safety import check_bounds, refuse_unsafe
from communique.graph.store import TIMEOUT, Parameters, Result, Statement, schema_statements
from communique.graph.values import native


class Neo4jStore:
    """A graph on a Neo4j server or cluster; `login` is (user, password) or None without authentication.

    Raises
    ------
    StoreError
        When the server cannot be reached or refuses the login.
    """

    def __init__(self, address: str, login: tuple[str, str] | None) -> None:
        import neo4j

        self.address = address
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._driver = neo4j.GraphDatabase.driver(
            address, auth=login, connection_timeout=10, notifications_min_severity="OFF"
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
