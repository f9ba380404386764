"""The network of a period: parties joined by the pairs of `most-active-pairs`, for tables, GraphML and pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

_MEASURES = ("acts", "one_to_other", "other_to_one", "joint", "goldstein", "hostile")


def period_network(rows: Sequence[Mapping[str, Any]]) -> networkx.Graph[str]:
    """Return a networkx graph: nodes by id with `name`, an edge for each pair with its numbers.

    `one_to_other` of an edge counts from its `one` to its `other`, which are ids too.
    """
    import networkx

    network: networkx.Graph[str] = networkx.Graph()
    for row in rows:
        for end in ("one", "other"):
            network.add_node(row[f"{end}_id"], name=row[end])
        numbers = {name: row[name] for name in _MEASURES if row[name] is not None}
        network.add_edge(row["one_id"], row["other_id"], one=row["one_id"], other=row["other_id"], **numbers)
    return network


def graphml_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return the network as a GraphML file, which Gephi, yEd and networkx read."""
    import networkx

    sink = BytesIO()
    networkx.write_graphml_xml(period_network(rows), sink)
    return sink.getvalue().decode("utf-8")


def parties_of(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return each party with its acts, number of partners, and with whom it has most; the most active first."""
    names: dict[str, str] = {}
    ties: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        for end, far in (("one_id", "other_id"), ("other_id", "one_id")):
            names[row[end]] = row[end.removesuffix("_id")]
            ties.setdefault(row[end], []).append((-row["acts"], row[far]))
    found = [
        {
            "actor": names[party],
            "acts": -sum(acts for acts, _ in own),
            "partners": len(own),
            "most_with": names[min(own)[1]],
            "actor_id": party,
        }
        for party, own in ties.items()
    ]
    return sorted(found, key=lambda party: (-party["acts"], party["actor_id"]))
