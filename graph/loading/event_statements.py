"""The Cypher that writes coded events: what is there already is asked first, so that everything is simply created."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from communique.graph.loading.statements import created, joined
from communique.graph.mapping.events import CodedMapper
from communique.graph.rows import Key, Rows
from communique.graph.shape import ROLE_EDGES
from communique.graph.store import Statement, Store
from communique.schemas.coded_events import CodedEvent

_PARTY = "MATCH (actor_{role}:Actor {{id: row.{role}}}) "  # `by` alone is a reserved word of the embedded engine
_ACTS = (
    "UNWIND $rows AS row {parties}CREATE (act:Act:{label} {{id: row.id, name: row.own.name}}) "
    "SET act += $kinds[row.kind] SET act += row.own {edges}"
    "WITH act, row UNWIND row.sides AS side MATCH (state:Actor {{id: side.state}}) "
    "CREATE (act)-[edge:SIDE]->(state) SET edge += side.own"
)
_FURTHER = (
    "UNWIND $rows AS row MATCH (act:Act {{id: row.act}}) MATCH (actor:Actor {{id: row.actor}}) "
    "CREATE (act)-[:{edge}]->(actor)"
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
    acts: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    further: dict[str, list[dict[str, str]]] = defaultdict(list)
    kinds: dict[str, dict[str, Any]] = {}
    for event in events:
        kind = mapper.kind(event)
        kinds[kind.name] = kind.properties
        first: dict[str, str] = {}
        for role, actor in event.parties:
            if first.setdefault(role, actor.id) != actor.id:
                further[ROLE_EDGES[role]].append({"act": event.id, "actor": actor.id})
        acts[kind.label, tuple(first)].append(
            {
                "id": event.id,
                **first,
                "kind": kind.name,
                "own": mapper.own(event),
                "sides": [{"state": state, "own": own} for state, own in mapper.sides(event)],
            }
        )
    found = [*created(actors.nodes.values()), *joined(actors.all_edges())]
    found += [(_cypher(*shape), {"rows": rows, "kinds": kinds}) for shape, rows in sorted(acts.items())]
    return found + [(_FURTHER.format(edge=edge), {"rows": rows}) for edge, rows in sorted(further.items())]


def _cypher(label: str, roles: Iterable[str]) -> str:
    parties = "".join(_PARTY.format(role=role) for role in roles)
    edges = "".join(f"CREATE (act)-[:{ROLE_EDGES[role]}]->(actor_{role}) " for role in roles)
    return _ACTS.format(label=label, parties=parties, edges=edges)
