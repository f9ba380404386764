"""Where facts come from: the reports of articles, through whom, or the row of a data set."""

from __future__ import annotations

from typing import Any

from communique.graph.store import Store

_REPORTS = (
    "MATCH (a:Article)-[r:REPORTS]->(f) WHERE f.id IN $ids "
    "RETURN f.id AS id, coalesce(r.summary, f.summary, f.name) AS text, r.date AS date, a.id AS article, "
    "r.paragraph AS paragraph, r.mark AS mark, r.factuality AS factuality, "
    "r.hedge AS hedge, r.via AS via, r.speakers AS chain "
    "ORDER BY id, article, paragraph, via"
)
_ROWS = (
    "MATCH (f:Act) WHERE f.id IN $ids AND f.dataset IS NOT NULL "
    "RETURN f.id AS id, f.summary AS text, f.date AS date, f.dataset AS article, f.row AS row, 'coded' AS mark, "
    "f.status AS factuality ORDER BY id"
)


def evidence(store: Store, facts: list[str]) -> list[dict[str, Any]]:
    """Return who reports these acts and details: article and paragraph, or data set and row; none for no facts."""
    if not facts:
        return []
    reports = store.read(_REPORTS, {"ids": facts}).rows
    rows = store.read(_ROWS, {"ids": facts}).rows
    return [_line(row) for row in [*reports, *({**row, "paragraph": f"row {row['row']}"} for row in rows)]]


def _line(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "fact": row["id"],
        "text": row["text"],
        **({"date": row["date"]} if row["date"] else {}),
        "article": row["article"],
        "paragraph": row["paragraph"],
        "mark": row["mark"],
        "factuality": row["factuality"],
        "chain": row.get("chain") or [],
        **({"hedge": row["hedge"]} if row.get("hedge") else {}),
    }
