"""In how many acts somebody has a role: where a search for acts begins with the fewest."""

from __future__ import annotations

from communique.graph.store import Store
from communique.queries.algebra.act_cypher import LABELS, WAYS


class Sized:
    """Counts, each once, in how many acts of a store actors have a role."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._known: dict[tuple[str, tuple[str, ...]], int] = {}

    def __call__(self, role: str, ids: tuple[str, ...]) -> int:
        """Return the number; 0 for what is not counted: places, topics, voices behind other voices."""
        if LABELS[role] != ("Actor",) or len(WAYS[role]) > 1:
            return 0
        if (role, ids) not in self._known:
            # Relationships of which the other end is not looked at are counted without being walked.
            back = WAYS[role][0][1]
            found = self.store.read(
                f"UNWIND $ids AS id MATCH (x:Actor {{id: id}}) RETURN sum(COUNT {{ (x){back}() }}) AS acts",
                {"ids": list(ids)},
            )
            self._known[role, ids] = found.rows[0]["acts"]
        return self._known[role, ids]
