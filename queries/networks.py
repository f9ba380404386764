"""A selection of acts as rows, and as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from communique.graph.network import network_of
from communique.graph.part import read_part
from communique.graph.rows import Rows
from communique.graph.store import Store
from communique.queries.selection import Selection, read_selection, select_acts

if TYPE_CHECKING:
    import networkx

    from communique.queries.opened import Graph


def selected(store: Store, selection: Selection, *, words: bool = False) -> Rows:
    """Return the selected acts, in order of time, with all that belongs to them; see `read_part`."""
    return read_part(store, select_acts(store, selection), words=words)


def to_networkx(
    graph: Graph,
    view: str = "acts",
    *,
    actors: Iterable[str] = (),
    between: bool = False,
    kinds: Iterable[str] = (),
    since: date | str | None = None,
    until: date | str | None = None,
    status: str = "",
    query: str = "",
    parameters: Mapping[str, Any] | None = None,
    question: str = "",
) -> networkx.MultiDiGraph[str]:
    """Return selected acts as a networkx graph, ready for its algorithms; the same acts always give the same order.

    Parameters
    ----------
    graph
        An open graph.
    view
        ``acts``: a node an act, joined to its parties, places, topics and details. ``actors``: a node an actor, an edge
        an act. ``sides``: the same, with the states for which parties act in their place.
    actors
        Only acts in which one of these takes part, by any name; a state also where somebody acts for it.
    between
        Only acts that join two of the actors.
    kinds
        Only acts of these kinds, or of finer ones.
    since, until
        Only acts that certainly or possibly lie in this period: days, months or years, themselves included.
    status
        ``denied``, ``planned`` and the like, or ``all``; else what holds or, with a query or question, all of it.
    query, parameters
        Only acts in the rows of this query of the catalogue, with its parameters.
    question
        Only acts on which the answer to this question rests.

    Returns
    -------
    networkx.MultiDiGraph
        Dates are `datetime.date` (`earliest`, `latest`; `date` is the text as written), lists are lists, and what is
        not known is absent.

    Raises
    ------
    UsageError
        For a name, date, query or view that is not right, and for a question without an answer.

    Examples
    --------
    >>> import communique as kg
    >>> with kg.open_graph(".kg") as graph:
    ...     network = kg.to_networkx(graph, "actors", actors=["Russia"], kinds=["criticize"])
    >>> sorted(network.edges(keys=True))
    [('lavrov', 'usa', 'lavrov-answers-wang'), ('wang-yi', 'usa', 'wang-criticizes-us')]
    """
    selection = read_selection(
        graph.store,
        actors=actors,
        between=between,
        kinds=kinds,
        since=since,
        until=until,
        status=status,
        query=query,
        parameters=parameters,
        question=question,
    )
    return network_of(selected(graph.store, selection), view)
