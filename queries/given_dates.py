"""The dates that reports give of acts, where they do not agree: which of them most reports bear out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from communique.graph.store import Store
from communique.schemas.dates import parse_edtf


@dataclass(frozen=True, slots=True)
class Given:
    """The date that most reports bear out, those that contradict it, and whether it has more reports than they."""

    best: str
    others: tuple[str, ...]
    most: bool


def contradicted_dates(store: Store, ids: list[str], known_by: date | None = None) -> dict[str, Given]:
    """Return, for acts whose reports contradict each other, what they give, of articles that were out by a day.

    A report bears out a date that lies within its own: that of a month, any day of it.
    """
    found = store.read(
        "MATCH (p:Article)-[r:REPORTS]->(a:Act) WHERE a.id IN $ids AND r.date IS NOT NULL "
        "AND coalesce(p.earliest <= $by, true) RETURN a.id AS id, r.date AS date ORDER BY id, date",
        {"ids": ids, "by": known_by or date.max},
    )
    given: dict[str, Counter[str]] = {}
    for row in found.rows:
        given.setdefault(row["id"], Counter())[row["date"]] += 1
    return {act: _given(dates) for act, dates in given.items() if _contradict(dates)}


def within(text: str, other: str) -> bool:
    """Say whether one date lies within another."""
    one, outer = parse_edtf(text), parse_edtf(other)
    return (outer.earliest is None or (one.earliest is not None and one.earliest >= outer.earliest)) and (
        outer.latest is None or (one.latest is not None and one.latest <= outer.latest)
    )


def _contradict(dates: Counter[str]) -> bool:
    return any(not within(a, b) and not within(b, a) for a in dates for b in dates)


def _given(dates: Counter[str]) -> Given:
    votes = {text: sum(n for other, n in dates.items() if within(text, other)) for text in dates}
    best = max(votes, key=lambda text: (votes[text], len(text), text))
    others = tuple(sorted(text for text in dates if not within(best, text) and not within(text, best)))
    return Given(best, others, votes[best] > sum(dates[text] for text in others))
