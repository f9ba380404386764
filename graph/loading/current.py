"""Reads the part of a graph that a load may change, and compares it with what should be there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from communique.graph.rows import Change, Key, Node, Rows
from communique.graph.shape import LABELS, VOCABULARY, VOCABULARY_EDGES
from communique.graph.store import Store
from communique.graph.values import clean


def read_rows(store: Store, keys: Iterable[Key], acts: Iterable[str]) -> Rows:
    """Return the nodes with these keys and the edges that leave them; derived edges only those of `acts`."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, node_id in keys:
        by_label[label].append(node_id)
    rows, acts = Rows(), set(acts)
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
        derived = "" if label != "Actor" else "AND (type(r) IN $own OR r.act IN $acts) "
        found = store.read(
            f"MATCH (n:{label})-[r]->(m) WHERE n.id IN $ids {derived}RETURN n.id AS source, type(r) AS kind, "
            "labels(m) AS labels, m.id AS target, properties(r) AS properties",
            {"ids": ids} | ({"own": [*VOCABULARY_EDGES], "acts": sorted(acts)} if derived else {}),
        )
        for row in found.rows:
            properties = clean(row["properties"])
            target = next(s for s in LABELS if s in row["labels"])
            rows.edges.setdefault(((label, row["source"]), row["kind"], (target, row["target"])), []).append(properties)
    return rows


def compare(current: Rows, wanted: Rows, keep: Iterable[Key]) -> Change:
    """Return what makes the current part of the graph the wanted one; nodes in `keep` are not deleted."""
    change, kept = Change(), frozenset(keep)
    for key, node in wanted.nodes.items():
        known = current.nodes.get(key)
        if known is None:
            change.create.append(node)
        elif known.properties != node.properties or set(known.finer) != set(node.finer):
            gone = {name: None for name in known.properties if name not in node.properties}
            change.update.append(Node(node.label, node.id, {**gone, **node.properties}, node.finer))
    change.delete = [key for key in current.nodes if key not in wanted.nodes and key not in kept]
    deleted = frozenset(change.delete)
    for triple in {**current.edges, **wanted.edges}:
        new = wanted.edges.get(triple, [])
        vocabulary = triple[1] in VOCABULARY_EDGES
        if triple[0] in deleted and (vocabulary or triple[0][0] not in VOCABULARY):
            continue  # it goes with its node; where coded events keep the node, it stays
        if vocabulary and triple[0] in kept and not new:
            continue
        if not _same(old := current.edges.get(triple, []), new):
            change.edges[triple] = new
            if old:
                change.replaced.add(triple)
    return change


def _same(a: list[dict[str, object]], b: list[dict[str, object]]) -> bool:
    return len(a) == len(b) and all(x in b for x in a)
