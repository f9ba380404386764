"""Whoever and whatever has a part in acts, or in what they claim or are about, but for what a question names."""

from __future__ import annotations

from communique.graph.shape import ROLE_EDGES
from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.question import Question

_PARTS = (
    f"MATCH (a)-[r:{'|'.join([*ROLE_EDGES.values(), 'SIDE'])}]->(x) WHERE NOT x:Act "
    "RETURN DISTINCT a.id AS act, x.id AS id, x.name AS name, labels(x) AS labels, type(r) AS type, r.role AS role "
    "ORDER BY act, name, id, type"
)
_OWN = f"UNWIND $ids AS one MATCH (a:Act {{id: one}}) {_PARTS}"
_BEYOND = f"UNWIND $ids AS one MATCH (:Act {{id: one}})-[:CLAIMS|ABOUT]->(a:Act) {_PARTS}"


class Anything:
    """Reads the parts of acts in one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def answer(self, question: Question, found: Found) -> None:
        """Add what has a part in the acts, else in what they claim or are about."""
        for query in (_OWN, _BEYOND):
            rows = self.store.read(query, {"ids": list(question.acts.ids)}).rows
            by = {(r["act"], r["id"]) for r in rows if r["type"] == "BY" or r["role"] == "by"}
            known = set(question.entities)
            for row in rows:
                acting = (row["act"], row["id"]) in by
                across = any(
                    r["act"] == row["act"] and r["id"] in known and ((r["act"], r["id"]) in by) != acting for r in rows
                )
                # Whoever is asked for does not stand where the sentence puts somebody else.
                turned = across and bool(question.roles) and acting != ("by" in question.roles)
                # Whoever acts by himself is nobody to whom or against whom it is done.
                beside = any((r["act"], r["id"]) in by and r["id"] in known for r in rows if r["act"] == row["act"])
                turned |= question.roles == ("to",) and question.labels == ("Person",) and acting and not beside
                side = row["type"] == "SIDE" and question.labels != ("State",)
                if row["id"] in known or turned or side or not _is_of(row["labels"], question.labels):
                    continue
                found.add(row["name"], row["id"], row["act"])
            if found.values:
                return


def _is_of(labels: list[str], wanted: tuple[str, ...]) -> bool:
    return not wanted or not set(labels).isdisjoint(wanted)
