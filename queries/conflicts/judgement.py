"""Who is for and who against the same."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Told

_CAMPS = {"support": "for", "criticize": "against", "oppose": "against"}


def judgement_conflicts(record: Record) -> Iterator[Conflict]:
    """Yield a conflict for each act or topic that some are for, or call for support of it, and others against.

    So it is within a month.
    """
    judged: dict[str, dict[str, list[Told]]] = {}
    names: dict[str, str] = {}
    for told in record.acts:
        camp = _CAMPS.get(told.act["stance"]) or _called_for(told, record)
        camp = "against" if "doubt" in told.act["kinds"] else camp
        on_whom = told.sides("TOWARD") and camp == "against"  # who praises somebody for a plan is for the plan
        if camp and told.asserted and not on_whom:
            for row in (r for r in told.roles if r["role"] == "ABOUT" and "Actor" not in r["labels"]):
                judged.setdefault(row["id"], {}).setdefault(camp, []).append(told)
                names[row["id"]] = row["name"]
    for thing, camps in judged.items():
        pairs = [(a, b) for a in camps.get("for", []) for b in camps.get("against", []) if _within_a_month(a, b)]
        ours, theirs = ({told.id: told for told in camp} for camp in zip(*pairs, strict=True)) if pairs else ({}, {})
        if pairs and not any(a.sides("BY") & b.sides("BY") for a in ours.values() for b in theirs.values()):
            said = [t.saying(f"for: {t.value}") for told in ours.values() for t in told.asserted]
            for told in theirs.values():
                word = "in doubt" if "doubt" in told.act["kinds"] else "against"
                said += [t.saying(f"{word}: {t.value}") for t in told.asserted]
            yield Conflict("contradiction", "judgement", thing, names[thing], tuple(said))


def _called_for(told: Told, record: Record) -> str | None:
    """Return the camp into which somebody calls others, about what he himself speaks of."""
    about = {r["id"] for r in told.roles if r["role"] == "ABOUT"}
    claims = [act for act, t in record.claims.get(told.id, []) if t.factuality == "called_for"]
    camps = {
        _CAMPS.get(act.act["stance"]) for act in claims if about & {r["id"] for r in act.roles if r["role"] == "ABOUT"}
    }
    return camps.pop() if len(camps) == 1 else None


def _within_a_month(one: Told, other: Told) -> bool:
    first, second = (told.act["latest"] or next((t.published for t in told.asserted), None) for told in (one, other))
    return bool(first and second and abs((first - second).days) <= MONTH)
