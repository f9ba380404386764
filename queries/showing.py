"""Everything about one node: its properties, participants, details, who reports it, and what it is linked to."""

from __future__ import annotations

from typing import Any

from communique.errors import UsageError
from communique.graph.shape import LABELS, LINK_EDGES, RECORDS, ROLE_EDGES
from communique.graph.store import Store
from communique.graph.values import as_json, clean
from communique.schemas.names import close_names

_HIDDEN = ("near", "words", "facts", "acts", "uses", "name")
_ORDER = (*ROLE_EDGES.values(), "SIDE", *LINK_EDGES)


def describe_node(store: Store, node_id: str) -> dict[str, Any] | None:
    """Return what the graph holds about an id: `name`, `labels`, `properties`, and lines by section; or None."""
    label, row = _node(store, node_id)
    if row is None:
        return None
    properties = clean(row["properties"])
    sections: dict[str, list[str]] = {}
    for edge in _edges(store, label, node_id, out=True):
        if edge["kind"] in ("REPORTS",):
            continue
        sections.setdefault(edge["kind"].replace("_", " ").lower(), []).append(_line(edge))
    reports = store.read(
        f"MATCH (a:Article)-[r:REPORTS]->(n:{label} {{id: $id}}) RETURN a.id AS article, r.paragraph AS paragraph, "
        "r.mark AS mark, r.factuality AS factuality, r.speakers AS chain, r.phrase AS phrase, r.hedge AS hedge, "
        "r.said_date AS said ORDER BY article, paragraph, mark",
        {"id": node_id},
    ).rows
    if reports:
        sections["reported by"] = [_report(r) for r in reports]
    details = store.read(
        f"MATCH (d:Detail)-[:OF]->(n:{label} {{id: $id}}) OPTIONAL MATCH (d)-[:FOR]->(p:Actor) "
        "OPTIONAL MATCH (a:Article)-[r:REPORTS]->(d) RETURN d.name AS name, p.name AS party, a.id AS article, "
        "r.paragraph AS paragraph, r.mark AS mark, r.speakers AS chain ORDER BY name, party, article",
        {"id": node_id},
    ).rows
    if details:
        sections["details"] = [
            f"{d['name']}{' (' + d['party'] + ')' if d['party'] else ''}  [{_report(d)}]" for d in details
        ]
    for edge in _edges(store, label, node_id, out=False):
        if edge["kind"] not in ("REPORTS", "OF"):
            sections.setdefault(f"{edge['kind'].replace('_', ' ').lower()} (from)", []).append(_line(edge))
    shown = {k: as_json(v) for k, v in properties.items() if k not in _HIDDEN and v not in (None, [])}
    return {
        "name": properties.get("summary") or properties.get("name", node_id),
        "labels": row["labels"],
        "properties": shown,
        "sections": sections,
    }


def _node(store: Store, node_id: str) -> tuple[str, dict[str, Any] | None]:
    for label in LABELS:
        found = store.read(
            f"MATCH (n:{label} {{id: $id}}) RETURN labels(n) AS labels, properties(n) AS properties", {"id": node_id}
        ).rows
        if found and label not in RECORDS:
            return label, found[0]
    return "", None


def _edges(store: Store, label: str, node_id: str, *, out: bool) -> list[dict[str, Any]]:
    arrow = "-[r]->" if out else "<-[r]-"
    rows = store.read(
        f"MATCH (n:{label} {{id: $id}}){arrow}(m) RETURN type(r) AS kind, m.id AS id, "
        "coalesce(m.summary, m.name) AS name, properties(r) AS properties ORDER BY kind, name, id",
        {"id": node_id},
    ).rows
    return sorted(rows, key=lambda r: _ORDER.index(r["kind"]) if r["kind"] in _ORDER else len(_ORDER))


def _line(edge: dict[str, Any]) -> str:
    properties = clean(edge["properties"])
    extras = [
        str(properties[k])
        for k in ("preposition", "office", "role", "via", "number", "mark", "date")
        if properties.get(k)
    ]
    return f"{edge['name']} ({edge['id']})" + (f"  [{', '.join(extras)}]" if extras else "")


def _report(report: dict[str, Any]) -> str:
    chain = " > ".join(report.get("chain") or [])
    parts = [f"{report['article']} {report['paragraph']}", report["mark"] or ""]
    if report.get("factuality") and report["factuality"] != "asserted":
        parts.append(report["factuality"])
    if chain:
        parts.append(chain)
    for key in ("hedge", "phrase", "said"):
        if report.get(key):
            parts.append(f"“{report[key]}”")
    return ", ".join(p for p in parts if p)


def require_id(store: Store, node_id: str) -> None:
    """See that the graph has something with this id.

    Raises
    ------
    UsageError
        Where it has none; with ids that are near.
    """
    if not store.read("MATCH (n) WHERE n.id = $id RETURN count(n) AS n", {"id": node_id}).rows[0]["n"]:
        near = near_ids(store, node_id)
        raise UsageError(f"nothing has the id {node_id!r}" + (f" (did you mean {' or '.join(near)}?)" if near else ""))


def near_ids(store: Store, node_id: str) -> list[str]:
    """Return ids in the graph that are near to one that is not there."""
    rows = store.read(
        "MATCH (n) WHERE n:Act OR n:Actor OR n:Place OR n:Topic OR n:Article RETURN n.id AS id ORDER BY id"
    ).rows
    return close_names(node_id, [r["id"] for r in rows], most=3)
