"""A graph that is open: the catalogue as methods, questions, Cypher, and networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from communique.closing import Closing
from communique.graph.store import Result, Store, open_store
from communique.queries.methods import Catalogue
from communique.queries.selection import Asked

if TYPE_CHECKING:
    import networkx

    from communique.connection import Connection
    from communique.queries.algebra import Question
    from communique.queries.ask.answer import Answer
    from communique.queries.asking import Asking


def open_graph(address: str | Connection | None = None) -> Graph:
    """Open a graph to read.

    Parameters
    ----------
    address
        A folder or ``.kgl`` file, ``bolt://`` or ``neo4j://``; left out, what KG_STORE, ``kg.toml`` or the nearest
        ``.kg`` says. A `Connection` has its login with it.

    Returns
    -------
    Graph
        To be used in a ``with`` block, or closed.

    Raises
    ------
    UsageError
        For an address that names no graph.
    StoreError
        When the graph cannot be reached or read.

    Examples
    --------
    >>> import communique as kg
    >>> with kg.open_graph(".kg") as graph:
    ...     rows = graph.office_holders("Russian foreign minister", date="2020-12-22").rows
    >>> [row["holder"] for row in rows]
    ['Sergei Lavrov']
    """
    from communique.settings import connection

    return Graph(open_store(connection() if address is None else address))


class Graph(Catalogue, Closing):
    """A graph that is open to read; each query of the catalogue is a method.

    Parameters
    ----------
    store
        The store that holds it.

    Examples
    --------
    >>> import communique as kg
    >>> with kg.open_graph(".kg") as graph:
    ...     found = graph.who_criticized_whom(actor="China", since="2020-12")
    >>> found.rows[0]["who"], found.rows[0]["whom"], found.rows[0]["earliest"]
    (['Wang Yi'], ['United States'], datetime.date(2020, 12, 22))
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._engines: dict[str, Asking] = {}

    def _engine(self, dialect: str) -> Asking:
        if dialect not in self._engines:
            from communique.queries.asking import open_engine

            self._engines[dialect] = open_engine(self.store, dialect)
        return self._engines[dialect]

    def run(self, query: str, /, **values: Any) -> Result:
        """Run a query of the catalogue by its name.

        Parameters
        ----------
        query
            Its name, as `kg query` lists it.
        **values
            Its parameters: names of any form, dates as `datetime.date` or text; None is as good as left out.

        Returns
        -------
        Result
            Its rows.

        Raises
        ------
        UsageError
            For a query, parameter, name or date that is not right.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     graph.run("denials").rows[0]["act"]
        'no-airspace-violation'
        """
        from communique.queries.catalogue import named_query, run
        from communique.queries.values import read_values

        found = named_query(query)
        return run(self.store, found, read_values(self.store, found, values))

    def ask(self, question: str | Question, *, dialect: str = "strict") -> Answer:
        """Answer a question in plain English, or one that was built of `communique.queries.algebra`.

        Parameters
        ----------
        question
            In English (docs/asking.md shows what can be asked), or as data (docs/questions-as-data.md).
        dialect
            How far readings of English over coded events may go: ``strict``, ``lenient``, ``multitq``.

        Returns
        -------
        Answer
            With `status`, `answers`, `reading`, `evidence`, `why`.

        Raises
        ------
        UsageError
            For an unknown dialect.

        Examples
        --------
        >>> import communique as kg
        >>> from communique.queries.algebra import Acts, Count, Named
        >>> with kg.open_graph(".kg") as graph:
        ...     answer = graph.ask("Whom did Wang Yi criticize?")
        ...     number = graph.ask(Count(Acts(kinds=("criticize",), by=Named("wang-yi"))))
        >>> [found.value for found in answer.answers], answer.evidence[0]["paragraph"], number.answers[0].value
        (['United States'], 'P8', '1')
        """
        if isinstance(question, str):
            return self._engine(dialect).ask(question)
        from communique.queries.algebra import answer

        return answer(self.store, question)

    def read(self, cypher: str, /, **parameters: Any) -> Result:
        """Run your own Cypher, read-only.

        Parameters
        ----------
        cypher
            One query; name every column with AS.
        **parameters
            Values for its parameters.

        Returns
        -------
        Result
            Its rows; days are `datetime.date`.

        Raises
        ------
        QueryError
            When it is no Cypher, or takes too long.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     graph.read("MATCH (a:Act) WHERE a.kind = $kind RETURN count(a) AS n", kind="joint-flight").rows
        [{'n': 2}]
        """
        return self.store.read(cypher, parameters)

    def to_networkx(self, view: str = "acts", **asked: Unpack[Asked]) -> networkx.MultiDiGraph[str]:
        """Return selected acts as a networkx graph.

        Parameters
        ----------
        view
            ``acts``, ``actors`` or ``sides``.
        **asked
            Which acts: the conditions of `communique.to_networkx`, which says more.

        Returns
        -------
        networkx.MultiDiGraph
            Nodes and edges in a stable order, attributes with one type each.

        Examples
        --------
        >>> import communique as kg
        >>> with kg.open_graph(".kg") as graph:
        ...     network = graph.to_networkx("sides", question="Who criticized the United States?")
        >>> sorted(network.edges(keys=True))
        [('china', 'usa', 'wang-criticizes-us'), ('russia', 'usa', 'lavrov-answers-wang')]
        """
        from communique.queries.networks import to_networkx

        return to_networkx(self, view, **asked)

    def close(self) -> None:
        """Let go of the graph; a ``with`` block does it.

        Examples
        --------
        >>> import communique as kg
        >>> graph = kg.open_graph(".kg")
        >>> graph.close()
        """
        self.store.close()
