"""Values for the favourites to begin with: the shipped examples where the graph has them, else what it has most of."""

from __future__ import annotations

from typing import Any

from communique.graph.shape import LABELS
from communique.graph.store import Store
from communique.queries.catalogue import catalogue
from communique.queries.drawing import drawn

_FIRST = "RETURN node.id AS id, count(*) AS size ORDER BY size DESC, id LIMIT 1"
_PAIR = (
    "MATCH (a:State)-[edge]->(b:State) WHERE edge.act IS NOT NULL WITH a.id AS one, b.id AS other, count(*) AS size "
    "RETURN {} AS id, one, other, size ORDER BY size DESC, one, other LIMIT 1"
)
# By the name of a parameter, by query where the acts must have what it is about, or by the parameter's type.
_MOST = {
    "one": _PAIR.format("one"),
    "other": _PAIR.format("other"),
    "person": f"MATCH (node:Person)-[:HELD]->(:Office) {_FIRST}",
    "source": f"MATCH (node:Actor)<-[:BY]-(:Statement)-[:CLAIMS]->(:Act) {_FIRST}",
    "target": f"MATCH (node:State)<-[:TOWARD]-(:Act) {_FIRST}",
    "before-and-after-an-act": f"MATCH (node:Act)-[:FOLLOWS]->(:Act) WHERE node.earliest IS NOT NULL {_FIRST}",
    "figures-of-an-event": f"MATCH (node:Act)<-[:OF]-(:Detail) {_FIRST}",
    "parts-of-an-event": f"MATCH (node:Act)<-[:PART_OF]-(:Act) {_FIRST}",
    "statements-within": f"MATCH (node:Statement)-[:CLAIMS]->(:Act) {_FIRST}",
    "actor": f"MATCH (node:State)<-[:BY]-(:Act) {_FIRST}",
    "act": f"MATCH (node:Act)<-[:REPORTS]-(:Article) {_FIRST}",
    "article": "MATCH (node:Article) RETURN node.id AS id, node.latest AS day ORDER BY day DESC, id LIMIT 1",
    "date": "MATCH (node:Article) WHERE node.earliest IS NOT NULL RETURN node.earliest AS id ORDER BY id DESC LIMIT 1",
    "kind": "MATCH (act:Act) WHERE act.earliest IS NOT NULL AND act.latest IS NOT NULL "
    "RETURN act.kind AS id, count(*) AS size ORDER BY size DESC, id LIMIT 1",
    "office": f"MATCH (node:Office)<-[:HELD]-(:Person) {_FIRST}",
    "place": f"MATCH (node:Place)<-[:AT]-(:Act) {_FIRST}",
    "topic": f"MATCH (node:Topic)<-[:ABOUT]-(:Act) {_FIRST}",
}


def example_values(store: Store) -> dict[str, dict[str, Any]]:
    """Return values of parameters by the query's name, for those whose shipped examples the graph does not have.

    Only ids are looked for, and the day by which something was known; periods stay as they are shipped.
    """
    examples = {
        name: {key: value for key, value in drawn(name).examples.items() if isinstance(value, str)}
        for name in catalogue()
    }
    known = _known(store, {value for given in examples.values() for value in given.values()})
    found: dict[str, Any] = {}

    def most(cypher: str) -> Any:
        if cypher not in found:
            found[cypher] = next((row["id"] for row in store.read(cypher).rows), None)
        return found[cypher]

    return {
        name: {**drawn(name).examples}
        | {
            p.name: most(_cypher(name, p.name, p.type))
            for p in query.parameters
            if p.name in examples[name] or (p.name == "date" and p.name in drawn(name).examples)
        }
        for name, query in catalogue().items()
        if not known.issuperset(examples[name].values())
    }


def _cypher(query: str, parameter: str, sort: str) -> str:
    return next(_MOST[key] for key in (parameter, query, sort) if key in _MOST)


def _known(store: Store, ids: set[Any]) -> set[Any]:
    """Return those of the ids that are in the graph: as a node's, or as a kind of act."""
    texts = [f"MATCH (node:{label}) WHERE node.id IN $ids RETURN node.id AS id" for label in LABELS]
    texts.append("MATCH (act:Act) WHERE act.kind IN $ids RETURN DISTINCT act.kind AS id")
    return {row["id"] for text in texts for row in store.read(text, {"ids": sorted(ids)}).rows}
