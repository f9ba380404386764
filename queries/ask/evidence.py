"""Where facts of articles come from: article, paragraph, mark and the chain of voices."""

from __future__ import annotations

from typing import Any

from communique.graph.store import Store
from communique.queries.ask.compile import evidence


def reported(store: Store, facts: list[str]) -> list[dict[str, Any]]:
    """Return the reports of facts, as answers show them."""
    if not facts:
        return []
    cypher, parameters = evidence(facts)
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
