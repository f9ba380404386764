"""Reads dated acts from a store: those with one CAMEO code that an actor did, or that were aimed at one.

Coded events are all of that sort; of annotated acts those that hold and have a day.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, NamedTuple

from communique.graph.store import Store
from communique.queries.ask.evidence import evidence

_KEPT = 200_000  # facts held for questions to come


class Fact(NamedTuple):
    """One event; names break ties of a day, as they sort."""

    day: str
    by_name: str
    toward_name: str
    by: str
    toward: str
    id: str


_ROWS = (
    "MATCH (known:Actor {{id: $known}})<-[:{mine}]-(act:Act) "
    "WHERE act.cameo = $code AND act.status = 'asserted' AND act.precision = 'day' "
    "MATCH (act)-[:{other}]->(actor:Actor) RETURN act.date AS day, actor.id AS other, actor.name AS name, act.id AS id"
)
ROWS = {"by": _ROWS.format(mine="BY", other="TOWARD"), "toward": _ROWS.format(mine="TOWARD", other="BY")}


class Facts:
    """The events of one store; what was read is kept for further questions, as long as the store is open."""

    def __init__(self, store: Store, name: Callable[[str], str]) -> None:
        self.store, self.name = store, name
        self._kept: OrderedDict[tuple[str, str, str], list[Fact]] = OrderedDict()
        self._number = 0

    def of(self, role: str, actor: str, code: str) -> list[Fact]:
        """Return the events with this code in which an actor has a role (by or toward), in order of day and names."""
        key = role, actor, code
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return found
        rows = self.store.read(ROWS[role], {"known": actor, "code": code}).rows
        own = self.name(actor)
        found = sorted(
            Fact(r["day"], own, r["name"], actor, r["other"], r["id"])
            if role == "by"
            else Fact(r["day"], r["name"], own, r["other"], actor, r["id"])
            for r in rows
        )
        self._kept[key] = found
        self._number += len(found)
        while self._number > _KEPT and len(self._kept) > 1:
            self._number -= len(self._kept.popitem(last=False)[1])
        return found

    def evidence(self, acts: list[str]) -> list[dict[str, Any]]:
        """Return where acts come from: the data set and the row, or the article."""
        return evidence(self.store, acts)
