"""Reads the part of a graph that a load may change, and compares it with what should be there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from communique.graph.rows import Change, Key, Node, Rows, Triple
from communique.graph.shape import LABELS, VOCABULARY_EDGES
from communique.graph.store import Statement, Store
from communique.graph.values import clean
from communique.graph.vocabulary_rows import LABELS as VOCABULARY_SECTIONS

VOCABULARY = frozenset(VOCABULARY_SECTIONS.values())


def read_rows(store: Store, keys: Iterable[Key], acts: Iterable[str]) -> Rows:
    """Return the nodes with these keys and the edges that leave them; derived edges only those of `acts`."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, node_id in keys:
        by_label[label].append(node_id)
    rows, acts = Rows(), frozenset(acts)
    for label, ids in by_label.items():
        found = store.read(
            f"MATCH (n:{label}) WHERE n.id IN $ids RETURN labels(n) AS labels, properties(n) AS properties",
            {"ids": ids},
        )
        for row in found.rows:
            properties = clean(row["properties"])
            node_id = properties.pop("id")
            finer = tuple(sorted(x for x in row["labels"] if x != label))
            rows.node(Node(label, node_id, properties, finer))
        found = store.read(
            f"MATCH (n:{label})-[r]->(m) WHERE n.id IN $ids RETURN n.id AS source, type(r) AS kind, "
            "labels(m) AS labels, m.id AS target, properties(r) AS properties",
            {"ids": ids},
        )
        for row in found.rows:
            properties = clean(row["properties"])
            if label == "Actor" and row["kind"] not in VOCABULARY_EDGES and properties.get("act") not in acts:
                continue
            target = next(s for s in LABELS if s in row["labels"])
            rows.edges.setdefault(((label, row["source"]), row["kind"], (target, row["target"])), []).append(properties)
    return rows


def compare(current: Rows, wanted: Rows, keep: Iterable[Key]) -> Change:
    """Return what makes the current part of the graph the wanted one; nodes in `keep` are not deleted."""
    change, kept = Change(), frozenset(keep)
    for key, node in wanted.nodes.items():
        known = current.nodes.get(key)
        if known is None:
            change.write.append(node)
            change.added += 1
        elif known.properties != node.properties or set(known.finer) != set(node.finer):
            gone = {name: None for name in known.properties if name not in node.properties}
            change.write.append(Node(node.label, node.id, {**gone, **node.properties}, node.finer))
            change.changed += 1
    change.delete = [key for key in current.nodes if key not in wanted.nodes and key not in kept]
    deleted = frozenset(change.delete)
    for triple in {**current.edges, **wanted.edges}:
        new = wanted.edges.get(triple, [])
        own = triple[1] in VOCABULARY_EDGES and triple[0] in kept
        if triple[0] in deleted or (own and not new):
            continue
        if not _same(old := current.edges.get(triple, []), new):
            change.edges[triple] = new
            if old:
                change.replaced.add(triple)
    return change


def _same(a: list[dict[str, object]], b: list[dict[str, object]]) -> bool:
    return len(a) == len(b) and all(x in b for x in a)


def statements(change: Change, acts: Iterable[str]) -> list[Statement]:
    """Return the Cypher that carries a change out: nodes, then old edges out, new edges in, nodes deleted."""
    found: list[Statement] = []
    by_shape: dict[tuple[str, tuple[str, ...]], list[Node]] = defaultdict(list)
    for node in change.write:
        by_shape[node.label, node.finer].append(node)
    for (label, finer), nodes in by_shape.items():
        rows = [{"id": n.id, "properties": n.properties} for n in nodes]
        other = "".join(f" REMOVE n:{x}" for x in _other_labels(label, finer))
        more = other + "".join(f" SET n:{x}" for x in finer)
        found.append(
            (
                f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.properties{more}",
                {"rows": rows},
            )
        )
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
        new = [
            {"source": a[1], "target": b[1], "properties": properties}
            for a, k, b in triples
            for properties in change.edges[a, k, b]
        ]
        if new:
            create = f"{match} MATCH (b:{target} {{id: row.target}}) CREATE (a)-[r:{kind}]->(b) SET r += row.properties"
            found.append((create, {"rows": new}))
    deleted: Mapping[str, list[str]] = defaultdict(list)
    for label, node_id in change.delete:
        deleted[label].append(node_id)
    for label, ids in sorted(deleted.items()):
        # What coded events hang on stays, though no article names it any more.
        unused = (
            "" if label not in VOCABULARY else " WHERE NOT EXISTS { MATCH (n)<--(a:Act) WHERE a.dataset IS NOT NULL }"
        )
        found.append((f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}){unused} DETACH DELETE n", {"ids": ids}))
    return found


def _other_labels(label: str, finer: tuple[str, ...]) -> list[str]:
    return [x for x in LABELS[label] if x not in finer]
