"""The dates that reports give an act, where they do not agree."""

from __future__ import annotations

from collections import Counter
from typing import Any

from communique.graph.store import Store
from communique.schemas.dates import parse_edtf


def best_dates(store: Store, ids: list[str]) -> dict[str, tuple[str, list[str]]]:
    """Return, for acts whose reports contradict each other, the date that most reports bear out, and the others.

    A report bears out a date that lies within its own: that of a month, any day of it.
    """
    found = store.read(
        "MATCH (:Article)-[r:REPORTS]->(a:Act) WHERE a.id IN $ids AND r.date IS NOT NULL "
        "RETURN a.id AS id, r.date AS date ORDER BY id, date",
        {"ids": ids},
    )
    given: dict[str, Counter[str]] = {}
    for row in found.rows:
        given.setdefault(row["id"], Counter())[row["date"]] += 1
    return {act: _best(dates) for act, dates in given.items() if _contradict(dates)}


def _span(text: str) -> tuple[Any, Any]:
    date = parse_edtf(text)
    return date.earliest, date.latest


def _within(text: str, other: str) -> bool:
    (since, until), (earliest, latest) = _span(text), _span(other)
    return (earliest is None or (since is not None and since >= earliest)) and (
        latest is None or (until is not None and until <= latest)
    )


def _contradict(dates: Counter[str]) -> bool:
    return any(not _within(a, b) and not _within(b, a) for a in dates for b in dates)


def _best(dates: Counter[str]) -> tuple[str, list[str]]:
    votes = {text: sum(n for other, n in dates.items() if _within(text, other)) for text in dates}
    best = max(votes, key=lambda text: (votes[text], len(text), text))
    return best, sorted(text for text in dates if not _within(best, text) and not _within(text, best))
