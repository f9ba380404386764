"""Where facts come from: article, paragraph, mark and the chain of voices; or data set and row."""

from __future__ import annotations

from typing import Any

from communique.graph.store import Store
from communique.queries.ask.compile import evidence as reports

EVIDENCE = (
    "UNWIND $acts AS id MATCH (act:Act {id: id}) WHERE act.dataset IS NOT NULL "
    "RETURN act.id AS id, act.summary AS summary, act.date AS day, act.dataset AS dataset, act.row AS row ORDER BY id"
)


def reported(store: Store, facts: list[str]) -> list[dict[str, Any]]:
    """Return the reports of facts, as answers show them."""
    if not facts:
        return []
    cypher, parameters = reports(facts)
    return [
        {
            "fact": row["id"],
            "text": row["text"],
            **({"date": row["date"]} if row["date"] else {}),
            "article": row["article"],
            "paragraph": row["paragraph"],
            "mark": row["mark"],
            "factuality": row["factuality"],
            "chain": row["chain"] or [],
            **({"hedge": row["hedge"]} if row["hedge"] else {}),
        }
        for row in store.read(cypher, parameters).rows
    ]


def evidence(store: Store, acts: list[str]) -> list[dict[str, Any]]:
    """Return where acts come from: the data set and the row, or the article."""
    coded = [
        {
            "fact": row["id"],
            "text": row["summary"],
            "date": row["day"],
            "article": row["dataset"],
            "paragraph": f"row {row['row']}",
            "mark": "coded",
            "factuality": "asserted",
            "chain": [],
        }
        for row in store.read(EVIDENCE, {"acts": acts}).rows
    ]
    there = {row["fact"] for row in coded}
    return coded + reported(store, [act for act in acts if act not in there])
