"""The part of a graph that some acts make: they, their details, what these hang on, and who reports them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from communique.graph.rows import Key, Node, Rows
from communique.graph.shape import LABELS, PROPERTIES, RECORDS
from communique.graph.store import Store
from communique.graph.values import clean

FACTS = ("Act", "Detail")
# Words for finding, not for people.
HIDDEN = ("words", "near")
# Over what facts lead to, these vocabulary edges are added where both ends are there.
_VOCABULARY = "PART_OF|LOCATED_IN|OWNED_BY|OFFICE_OF|NAMED_BY"
Found = tuple[Key, str, Key, dict[str, Any]]


def read_part(store: Store, acts: Sequence[str], *, words: bool = False) -> Rows:
    """Return acts with all that belongs to them, in the order in which their ids are given.

    That is the details that lead to them; the actors, places, topics and offices that these facts lead to, with the
    states for which parties act; the articles that report them, with their publishers; and the edges between all of
    these. Edges to other acts are left out, and so are the words by which `kg ask` finds facts, unless asked for.
    """
    rows = Rows()
    _add_nodes(store, rows, "Act", acts, words)
    _add_nodes(store, rows, "Detail", _details(store, acts), words)
    facts = {label: [key[1] for key in rows.nodes if key[0] == label] for label in FACTS}
    found = [edge for label in FACTS for edge in _edges(store, label, facts[label], "-[r]->")]
    found += [edge for label in FACTS for edge in _edges(store, label, facts[label], "<-[r:REPORTS]-")]
    for label, ids in _others(found, rows.nodes).items():
        _add_nodes(store, rows, label, ids)
    articles = [key[1] for key in rows.nodes if key[0] == "Article"]
    published = _edges(store, "Article", articles, "-[r:PUBLISHED_BY|AGENCY|DATELINED]->")
    for label, ids in _others(published, rows.nodes).items():
        _add_nodes(store, rows, label, ids)
    found += published
    for label in ("Actor", "Place", "Topic", "Office"):
        found += _edges(store, label, [key[1] for key in rows.nodes if key[0] == label], f"-[r:{_VOCABULARY}]->")
    for source, kind, target, properties in found:
        if source in rows.nodes and target in rows.nodes:
            rows.edges.setdefault((source, kind, target), []).append(properties)
    for group in rows.edges.values():
        if len(group) > 1:
            group.sort(key=repr)
    return rows


def _add_nodes(store: Store, rows: Rows, label: str, ids: Sequence[str], words: bool = False) -> None:
    keys = ("name", *(key for key in PROPERTIES[label] if words or key not in HIDDEN))
    columns = ", ".join(f"n.{key} AS {key}" for key in keys)
    cypher = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, labels(n) AS labels, {columns}"
    place = {node_id: number for number, node_id in enumerate(ids)}
    for row in sorted(store.read(cypher, {"ids": list(ids)}).rows, key=lambda row: place[row["id"]]):
        node_id, labels = row.pop("id"), row.pop("labels")
        known = {key: value for key, value in row.items() if value is not None}
        rows.node(Node(label, node_id, known, tuple(sorted(x for x in labels if x != label))))


def _details(store: Store, acts: Sequence[str]) -> list[str]:
    cypher = "UNWIND $ids AS id MATCH (d:Detail)-->(:Act {id: id}) RETURN DISTINCT d.id AS detail ORDER BY detail"
    return [row["detail"] for row in store.read(cypher, {"ids": list(acts)}).rows]


def _edges(store: Store, label: str, ids: Sequence[str], arrow: str) -> list[Found]:
    """Return the edges of nodes in the order of these, then by type and what is at the other end."""
    cypher = (
        f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}){arrow}(m) RETURN id, type(r) AS type, labels(m) AS labels, "
        "m.id AS other, properties(r) AS properties"
    )
    place = {node_id: number for number, node_id in enumerate(ids)}
    rows = store.read(cypher, {"ids": list(ids)}).rows
    rows.sort(key=lambda row: (place[row["id"]], row["type"], row["other"]))
    edges: list[Found] = []
    for row in rows:
        known = next((x for x in row["labels"] if x in LABELS and x not in RECORDS), None)
        if known:
            here, other = (label, row["id"]), (known, row["other"])
            ends = (here, other) if arrow.endswith(">") else (other, here)
            edges.append((ends[0], row["type"], ends[1], dict(sorted(clean(row["properties"]).items()))))
    return edges


def _others(edges: Iterable[Found], known: Iterable[Key]) -> dict[str, list[str]]:
    """Return the ids at the ends of edges that are no facts and not there yet, by label, each once."""
    there, found = set(known), dict[str, list[str]]()
    for source, _, target, _ in edges:
        for label, node_id in (source, target):
            if label not in FACTS and (label, node_id) not in there:
                there.add((label, node_id))
                found.setdefault(label, []).append(node_id)
    return {label: sorted(ids) for label, ids in sorted(found.items())}
