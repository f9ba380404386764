"""The Cypher that writes coded events: what is there already is asked first, so that everything is simply created."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from communique.graph.loading.statements import created, joined
from communique.graph.mapping.events import CodedMapper
from communique.graph.rows import Key, Rows
from communique.graph.store import Statement, Store
from communique.schemas.coded_events import CodedEvent

_ACTS = (
    "UNWIND $rows AS row MATCH (source:Actor {{id: row.by}}) MATCH (target:Actor {{id: row.toward}}) "
    "CREATE (act:Act:{label} {{id: row.id, name: row.own.name}}) SET act += $kinds[row.kind] SET act += row.own "
    "CREATE (act)-[:BY]->(source) CREATE (act)-[:TOWARD]->(target) "
    "WITH act, row UNWIND row.sides AS side MATCH (state:Actor {{id: side.state}}) "
    "CREATE (act)-[edge:SIDE]->(state) SET edge += side.own"
)


def new_ids(store: Store, events: Mapping[str, CodedEvent]) -> list[str]:
    """Return the ids of those events that the graph does not have."""
    found = store.read("MATCH (a:Act) WHERE a.id IN $ids RETURN a.id AS id", {"ids": list(events)}).rows
    there = {row["id"] for row in found}
    return [event_id for event_id in events if event_id not in there]


def missing_rows(store: Store, rows: Rows) -> Rows:
    """Return those nodes that the graph does not have, with the edges that leave them."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, node_id in rows.nodes:
        by_label[label].append(node_id)
    there: set[Key] = set()
    for label, ids in by_label.items():
        found = store.read(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n.id AS id", {"ids": ids}).rows
        there |= {(label, row["id"]) for row in found}
    nodes = {key: node for key, node in sorted(rows.nodes.items()) if key not in there}
    return Rows(nodes, {triple: group for triple, group in rows.edges.items() if triple[0] in nodes})


def statements(events: Iterable[CodedEvent], actors: Rows, mapper: CodedMapper) -> list[Statement]:
    """Return the Cypher that creates these nodes with their edges, then the events."""
    acts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    kinds: dict[str, dict[str, Any]] = {}
    for event in events:
        kind, name = mapper.kind(event), f"{event.kind}/{event.code}"
        kinds[name] = kind.properties
        acts[kind.label].append(
            {
                "id": event.id,
                "by": event.by.id,
                "toward": event.toward.id,
                "kind": name,
                "own": mapper.own(event),
                "sides": [{"state": state, "own": own} for state, own in mapper.sides(event)],
            }
        )
    found = [*created(actors.nodes.values()), *joined(actors.all_edges())]
    return found + [(_ACTS.format(label=label), {"rows": rows, "kinds": kinds}) for label, rows in sorted(acts.items())]
