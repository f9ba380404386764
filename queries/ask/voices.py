"""Which details somebody says, quotes, or prints."""

from __future__ import annotations

from typing import Any

from communique.graph.store import Store
from communique.queries.ask.question import Question


class Voices:
    """Reads from one store whose words details are."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def said_by(self, question: Question, details: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the details that those say whom a question names, in their own words first; all where nobody is."""
        if not question.acts.speakers:
            return details
        ids = [i for p in question.acts.speakers for i in p.ids]
        offices = [o for p in question.acts.speakers for o in p.offices]
        # Whom somebody quotes is another voice: one's own words come first.
        for far in ("", "*2..5"):
            if said := self._said(details, ids, offices, far):
                return said
        return self._printed(details, ids)

    def _said(
        self, details: list[dict[str, Any]], ids: list[str], offices: list[str], far: str
    ) -> list[dict[str, Any]]:
        found = self.store.read(
            f"MATCH (v:Act)-[:CLAIMS{far}]->(d:Detail) WHERE d.id IN $details MATCH (v)-[:BY|SIDE]->(x:Actor) "
            "OPTIONAL MATCH (x)-[:HELD]->(o:Office) WHERE o.id IN $offices "
            "WITH d, x, o WHERE x.id IN $ids OR o IS NOT NULL RETURN DISTINCT d.id AS id ORDER BY id",
            {"details": [d["id"] for d in details], "ids": ids, "offices": offices},
        )
        spoken = {r["id"] for r in found.rows}
        return [d for d in details if d["id"] in spoken]

    def _printed(self, details: list[dict[str, Any]], papers: list[str]) -> list[dict[str, Any]]:
        """Return the details that articles of newspapers or agencies give."""
        found = self.store.read(
            "MATCH (p:Article)-[:REPORTS]->(d:Detail) WHERE d.id IN $details "
            "AND EXISTS { MATCH (p)-[:PUBLISHED_BY|AGENCY]->(x) WHERE x.id IN $papers } "
            "RETURN DISTINCT d.id AS id ORDER BY id",
            {"details": [d["id"] for d in details], "papers": papers},
        )
        printed = {r["id"] for r in found.rows}
        return [d for d in details if d["id"] in printed]
