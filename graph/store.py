"""What a store is: read, run a user's Cypher safely, write in one transaction; and how an address opens one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from communique.connection import Connection
from communique.errors import NoGraph, StoreError
from communique.graph.migrations import pending
from communique.settings import STORE_FILE, connection

if TYPE_CHECKING:
    import pandas

Parameters = Mapping[str, Any]
Statement = tuple[str, Parameters]
TIMEOUT = 30.0
ROW_LIMIT = 10_000
# One node tells how often the graph was changed by loads; who writes takes its lock first.
LOCK = "MERGE (g:Graph {id: 'graph'}) SET g.name = 'graph'"
REVISION = "MATCH (g:Graph {id: 'graph'}) RETURN g.revision AS revision"
RENEW = "MATCH (g:Graph {id: 'graph'}) SET g.revision = $revision"


@dataclass(slots=True)
class Result:
    """Rows by column name, in the order of `columns`; `cut` where the row limit left some out.

    Values are None, bool, int, float, str, datetime.date, lists and dicts of these; nodes and relationships
    come as dicts with `labels` or `type`, and `properties`.

    Examples
    --------
    >>> import communique as kg
    >>> with kg.open_graph(".kg") as graph:
    ...     found = graph.series()
    >>> [(row["number"], row["earliest"]) for row in found.rows]
    [(1, datetime.date(2019, 7, 1)), (2, datetime.date(2020, 12, 22))]
    """

    columns: list[str]
    rows: list[dict[str, Any]] = field(default_factory=list)
    cut: bool = False

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a DataFrame.

        Returns
        -------
        pandas.DataFrame
            Days are ``datetime64[s]``, lists lists, and what is missing is missing.

        Raises
        ------
        UsageError
            Where pandas is not installed.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     flights = graph.series().to_pandas()
        >>> [f"{day:%B %Y}" for day in flights["earliest"]]
        ['July 2019', 'December 2020']
        """
        from communique.graph.frames import frame_of

        return frame_of(self.columns, self.rows)


class Store(Protocol):
    """A graph that can be read and written; the same Cypher gives equal rows on every store."""

    address: str

    def read(self, cypher: str, parameters: Parameters | None = None) -> Result:
        """Run the project's own Cypher read-only and return its rows."""

    def stream(self, cypher: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of the project's own Cypher as they come, however many they are."""

    def read_untrusted(
        self, cypher: str, parameters: Parameters | None = None, *, timeout: float, limit: int
    ) -> Result:
        """Run a user's Cypher: refuse every write and every way out, stop at `timeout` seconds and `limit` rows.

        Values come as JSON has them (dates as text).
        """

    def prepare(self) -> None:
        """Bring constraints and indexes up to date; doing it again changes nothing."""

    def define(self, statements: Sequence[str]) -> None:
        """Run statements that make constraints and indexes, each by itself."""

    def write(self, statements: Sequence[Statement], *, since: str | None = None) -> int:
        """Run statements in one transaction: all of them take effect, or none. Return how many nodes they made.

        With `since`, the `read_revision` that they were worked out from, the graph must still be as it was then;
        it gets a new revision.

        Raises
        ------
        ConflictError
            When another process was quicker: read again, work out again, write again.
        """

    def flush(self) -> None:
        """Show other processes what was written."""

    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_store(address: str | Connection, *, create: bool = False) -> Store:
    """Open the store at an address: a folder or ``.kgl`` file, or ``bolt://``, ``neo4j://`` and their TLS forms.

    Parameters
    ----------
    address
        Where the graph is: a text, to which the environment and ``kg.toml`` give the login, or a `Connection` with all
        that is needed.
    create
        Make an embedded store that is not there yet.

    Raises
    ------
    UsageError
        For an address that names no store.
    StoreError
        When the store cannot be reached or read, or a newer version made it.
    """
    store = _opened(address, create)
    if not create:
        try:
            pending(store)
        except StoreError:
            store.close()
            raise
    return store


def _opened(address: str | Connection, create: bool) -> Store:
    wanted = connection(address) if isinstance(address, str) else address
    if not wanted.embedded:
        from communique.graph.neo4j.store import Neo4jStore

        return Neo4jStore(wanted)
    from communique.graph.embedded.store import EmbeddedStore

    path = store_file(wanted.address)
    if not create and not EmbeddedStore.exists(path):
        raise NoGraph(f"no graph at {path.parent} yet (kg load PATH... makes one; kg init a first article)")
    return EmbeddedStore(path, writable=create)


def read_revision(store: Store) -> str:
    """Return what stands for the state of the graph: it is another one after each load."""
    rows = store.read(REVISION).rows
    return str(rows[0]["revision"] or "") if rows else ""


def store_file(address: str) -> Path:
    """Return the file of an embedded store that a path names."""
    path = Path(address).expanduser()
    return path if path.suffix == ".kgl" else path / STORE_FILE
