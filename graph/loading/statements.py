"""The Cypher that carries a change out; labels and types come from the vocabulary, everything else is a parameter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from communique.graph.rows import Change, Edge, Node, Triple
from communique.graph.shape import LABELS, VOCABULARY, VOCABULARY_EDGES
from communique.graph.store import Statement

# Vocabulary nodes that coded events lead to, at once or by way of others, stay though no article names them any more.
_UNUSED = (
    f"WHERE NOT EXISTS {{ MATCH (n)<-[:{'|'.join(VOCABULARY_EDGES)}*0..6]-(used)<--(act:Act) "
    "WHERE act.dataset IS NOT NULL }"
)


def statements(change: Change, acts: Iterable[str]) -> list[Statement]:
    """Return the Cypher that carries a change out: nodes, then old edges out, new edges in, nodes deleted."""
    found = [*created(change.create), *_updated(change.update)]
    by_type: dict[tuple[str, str, str], list[Triple]] = defaultdict(list)
    for triple in change.edges:
        by_type[triple[0][0], triple[1], triple[2][0]].append(triple)
    for (source, kind, target), triples in by_type.items():
        ends = [{"source": t[0][1], "target": t[2][1]} for t in triples if t in change.replaced]
        match = f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}})"
        derived = source == "Actor" and kind not in VOCABULARY_EDGES
        where = " WHERE r.act IN $acts" if derived else ""
        parameters: dict[str, object] = {"rows": ends} | ({"acts": sorted(acts)} if derived else {})
        if ends:
            found.append((f"{match}-[r:{kind}]->(b:{target} {{id: row.target}}){where} DELETE r", parameters))
    found += joined(Edge(*triple, properties) for triple, group in change.edges.items() for properties in group)
    deleted: Mapping[str, list[str]] = defaultdict(list)
    for label, node_id in change.delete:
        deleted[label].append(node_id)
    for label, ids in sorted(deleted.items()):
        unused = _UNUSED if label in VOCABULARY else ""
        found.append((f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) {unused} DETACH DELETE n", {"ids": ids}))
    return found


def created(nodes: Iterable[Node]) -> Iterable[Statement]:
    """Yield the Cypher that makes nodes; a node that somebody else made meanwhile is a conflict."""
    for (label, finer), group in _by_shape(nodes).items():
        more = "".join(f" SET n:{x}" for x in finer)
        rows = [{"id": n.id, "name": n.properties.get("name", n.id), "properties": n.properties} for n in group]
        create = f"UNWIND $rows AS row CREATE (n:{label} {{id: row.id, name: row.name}}) SET n += row.properties{more}"
        yield create, {"rows": rows}


def _updated(nodes: Iterable[Node]) -> Iterable[Statement]:
    for (label, finer), group in _by_shape(nodes).items():
        labels = "".join(f" REMOVE n:{x}" for x in LABELS[label] if x not in finer)
        labels += "".join(f" SET n:{x}" for x in finer)
        rows = [{"id": n.id, "properties": n.properties} for n in group]
        yield f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n += row.properties{labels}", {"rows": rows}


def _by_shape(nodes: Iterable[Node]) -> Mapping[tuple[str, tuple[str, ...]], list[Node]]:
    shapes: dict[tuple[str, tuple[str, ...]], list[Node]] = defaultdict(list)
    for node in nodes:
        shapes[node.label, node.finer].append(node)
    return shapes


def joined(edges: Iterable[Edge]) -> Iterable[Statement]:
    """Yield the Cypher that makes edges between nodes that are there."""
    shapes: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        shapes[edge.source[0], edge.type, edge.target[0]].append(edge)
    for (source, kind, target), group in shapes.items():
        rows = [{"source": e.source[1], "target": e.target[1], "properties": e.properties} for e in group]
        ends = f"MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}})"
        yield f"UNWIND $rows AS row {ends} CREATE (a)-[r:{kind}]->(b) SET r += row.properties", {"rows": rows}
