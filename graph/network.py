"""A graph for notebooks: the store as a networkx MultiDiGraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.graph.shape import LABELS, RECORDS
from communique.graph.store import Store
from communique.graph.values import clean

if TYPE_CHECKING:
    import networkx

_HIDDEN = ("near", "words", "facts", "uses", "acts")


def to_networkx(store: Store, *, labels: tuple[str, ...] = ()) -> networkx.MultiDiGraph[str]:
    """Return the graph of a store: nodes by ``Label:id``, each edge with its `type` as key and attribute.

    Parameters
    ----------
    store
        An open store.
    labels
        Only nodes with these superlabels and the edges between them; none given: all but the graph's own records.

    Returns
    -------
    networkx.MultiDiGraph
        Node attributes are `labels`, `id`, `name` and the node's other properties; edges have `type` and theirs.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    wanted = labels or tuple(label for label in LABELS if label not in RECORDS)
    for label in wanted:
        for row in store.read(
            f"MATCH (n:{label}) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id"
        ).rows:
            network.add_node(f"{label}:{row['id']}", labels=row["labels"], **_shown(row["properties"]))
    for source in wanted:
        for target in wanted:
            for row in store.read(
                f"MATCH (a:{source})-[r]->(b:{target}) "
                "RETURN a.id AS source, b.id AS target, type(r) AS kind, properties(r) AS properties "
                "ORDER BY source, kind, target"
            ).rows:
                network.add_edge(
                    f"{source}:{row['source']}",
                    f"{target}:{row['target']}",
                    type=row["kind"],
                    **_shown(row["properties"]),
                )
    return network


def _shown(properties: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in clean(properties).items() if k not in _HIDDEN and k not in ("labels", "type")}
