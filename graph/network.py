"""Facts as networkx graphs: acts with what they hang on, or actors joined by acts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from communique.errors import UsageError
from communique.graph.evidence import evidence_of, parties_of
from communique.graph.part import FACTS
from communique.graph.rows import Key, Properties, Rows

if TYPE_CHECKING:
    import networkx

    Network: TypeAlias = networkx.MultiDiGraph[str]

VIEWS = ("acts", "actors", "sides")
_PUBLISHED = ("REPORTS", "PUBLISHED_BY", "AGENCY", "DATELINED")


def network_of(rows: Rows, view: str = "acts") -> Network:
    """Return facts as a graph; nodes and edges stand in the order of the rows, attributes have one type each.

    In the view ``acts`` every act is a node ``Act:id``, and so is what it hangs on (``Actor:id``, ``Topic:id`` ...); an
    edge has its type as `relation`. In ``actors`` every actor is a node by its id, and an act is an edge, with the
    act's id as its key, from each who acts to each at whom it is aimed or, where nobody is named so, to whom it is
    addressed; where nobody is on the other side, between those who act together. In ``sides`` the states for which
    parties act stand in their place. Acts and details tell their `articles`, `marks` and `voices`, and whether it
    `holds`. What is not known is absent.

    Raises
    ------
    UsageError
        For another view.
    """
    import networkx

    if view not in VIEWS:
        raise UsageError(f"unknown view {view!r} (one of {', '.join(VIEWS)})")
    network: Network = networkx.MultiDiGraph()
    if view == "acts":
        _add_acts(network, rows)
    else:
        _add_actors(network, rows, sides=view == "sides")
    return network


def _add_acts(network: Network, rows: Rows) -> None:
    evidence = evidence_of(rows)
    edges = [edge for edge in rows.edges if edge[1] not in _PUBLISHED]
    ends = {key for source, _, target in edges for key in (source, target)}
    names = {key: ":".join(key) for key in rows.nodes if key in ends or key[0] in FACTS}
    network.add_nodes_from((names[key], _node(rows, key) | evidence.get(key, {})) for key in names)
    network.add_edges_from(
        (names[source], names[target], kind if number == 1 else f"{kind} {number}", {**properties, "relation": kind})
        for source, kind, target in edges
        for number, properties in enumerate(rows.edges[source, kind, target], 1)
    )


def _add_actors(network: Network, rows: Rows, *, sides: bool) -> None:
    evidence = evidence_of(rows)
    parties = parties_of(rows, sides=sides)
    pairs = {act: list(_pairs(roles)) for act, roles in parties.items()}
    there = {key for roles in parties.values() for group in roles.values() for key in group}
    network.add_nodes_from((key[1], _node(rows, key)) for key in rows.nodes if key in there)
    for act, joined in pairs.items():
        about = {"act": act[1], **_node(rows, act), **evidence.get(act, {})}
        del about["name"]
        network.add_edges_from((one[1], other[1], act[1], {**about, "role": role}) for one, other, role in joined)


def _node(rows: Rows, key: Key) -> Properties:
    node = rows.nodes[key]
    return {"labels": [node.label, *node.finer], **node.properties}


def _pairs(roles: dict[str, list[Key]]) -> Iterator[tuple[Key, Key, str]]:
    role = next((role for role in ("toward", "to") if roles[role]), "")
    if role:
        yield from ((by, other, role) for by in roles["by"] for other in roles[role] if by != other)
    else:
        yield from ((one, other, "with") for one, other in combinations(sorted(roles["by"]), 2))


__all__ = ["VIEWS", "network_of"]
