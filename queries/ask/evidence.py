"""Where facts come from: article, paragraph, mark and the chain of voices; or data set and row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.compile import evidence as reports

# Which reports are counted by a question of that form.
_COUNTED: dict[str, Callable[[dict[str, Any]], bool]] = {
    "sources": lambda row: bool(row["holds"]),
    "denying": lambda row: row["factuality"] == "denied",
}
EVIDENCE = (
    "UNWIND $acts AS id MATCH (act:Act {id: id}) WHERE act.dataset IS NOT NULL "
    "RETURN act.id AS id, act.summary AS summary, act.date AS day, act.dataset AS dataset, act.row AS row "
    "ORDER BY day, id"
)


def reported(store: Store, facts: list[str], form: str = "") -> list[dict[str, Any]]:
    """Return the reports of facts, as answers show them; of a question for how many say or deny it, those counted."""
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
        if form not in _COUNTED or _COUNTED[form](row)
    ]


def evidence(store: Store, facts: list[str], form: str = "") -> list[dict[str, Any]]:
    """Return where facts come from: coded events by their day with data set and row, then what articles report."""
    if not facts:
        return []
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
        for row in store.read(EVIDENCE, {"acts": facts}).rows
    ]
    there = {row["fact"] for row in coded}
    return coded + reported(store, [fact for fact in facts if fact not in there], form)
