"""Makes a clause what an act is compared with: the same act by somebody else, or an act of its own."""

from __future__ import annotations

from communique.queries.ask.events.clauses import Clause
from communique.queries.ask.events.elements import Unread
from communique.queries.ask.events.question import OPPOSITE, TOGETHER, EventQuestion, Pivot


def pivot_of(main: Clause, relation: str, clause: Clause, asked: str) -> Pivot:
    """Return what the act is compared with."""
    if asked == "who" and main.asked == "by" and clause.pron.get("by") and clause.toward and main.code in TOGETHER:
        if clause.code == main.code and main.toward and not main.by:  # "who met China after it met Iraq"
            main.by, main.toward, main.asked = main.toward, None, "toward"
    if relation == "excluded":
        if asked != "who" or clause.code:
            raise Unread(f"who is left out with {clause.mentions[0].words!r} is not clear")
        return Pivot(relation, clause.mentions[0])
    if asked != "who":
        return _dated(main, relation, clause)
    role = OPPOSITE[main.asked]
    anchor = main.party(role)
    fresh = [m for m in clause.mentions if not (anchor and m.ids == anchor.ids)]
    same = not clause.code or clause.code == main.code
    if same and len(fresh) <= 1:
        if not clause.mentions:
            raise Unread(f"{relation} whom is not clear")
        if not fresh:  # somebody toward himself: "before Thailand", of acts by Thailand
            return Pivot(relation, clause.mentions[0])
        other = clause.party(role) is fresh[0] and anchor is not None and not clause.names
        if clause.code and other and main.code not in TOGETHER:
            raise Unread(f"whose act toward or by {fresh[0].words!r} is meant is not clear")
        return Pivot(relation, fresh[0])
    return _own(main, relation, clause)


def _own(main: Clause, relation: str, clause: Clause) -> Pivot:
    """Return another act to compare with; "it" in it is who the question names."""
    for role in ("by", "toward"):
        if clause.party(role) is None:
            if clause.names:
                clause.give(role, clause.names.pop(0))
            elif (other := main.party(role)) is not None:
                clause.give(role, other)
    if clause.by is None or clause.toward is None or clause.names:
        named = clause.mentions[0].words if clause.mentions else "it"
        raise Unread(f"what {named!r} has to do with it is not clear")
    return Pivot(relation, act=EventQuestion("acts", clause.code or main.code, clause.by, clause.toward))


def _dated(main: Clause, relation: str, clause: Clause) -> Pivot:
    same = not clause.code or clause.code == main.code
    if same and len(clause.mentions) == 1:
        return Pivot(relation, clause.mentions[0])
    return _own(main, relation, clause)
