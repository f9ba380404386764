"""Which answers fit the noun that asks for them: "which Chinese spokesman", "which presidents", "near which rock"."""

from __future__ import annotations

from communique.graph.store import Store
from communique.queries.ask.answer import Found, Value
from communique.queries.ask.question import Question
from communique.schemas.stems import stem_words

_MEMBERS = (
    "MATCH (x:Actor) WHERE x.id IN $ids AND (x.id IN $of "
    "OR EXISTS { MATCH (x)-[:PART_OF*1..6]->(s) WHERE s.id IN $of } "
    "OR EXISTS { MATCH (x)-[:HELD]->(:Office)-[:OFFICE_OF]->(s) WHERE s.id IN $of } "
    "OR EXISTS { MATCH (x)-[:HELD]->(:Office)-[:OFFICE_OF]->(:Actor)-[:PART_OF*1..6]->(s) WHERE s.id IN $of }) "
    "RETURN DISTINCT x.id AS id ORDER BY id"
)
_HOLDING = (
    "MATCH (a:Act)-[:BY|TO|TOWARD]->(x:Person)-[h:HELD]->(o:Office) "
    "WHERE x.id IN $ids AND o.id IN $offices AND a.id IN $facts "
    "AND (h.earliest IS NULL OR a.latest IS NULL OR h.earliest <= a.latest) "
    "AND (h.latest IS NULL OR a.earliest IS NULL OR h.latest >= a.earliest) RETURN DISTINCT x.id AS id ORDER BY id"
)
_STATE_BODIES = "MATCH (x:Actor)-[:PART_OF]->(:State) WHERE x.id IN $ids RETURN DISTINCT x.id AS id ORDER BY id"
_INSIDE = "MATCH (x)-[:LOCATED_IN*0..6]->(y) WHERE x.id IN $ids AND y.id IN $of RETURN DISTINCT x.id AS id ORDER BY id"
_LOCATED = "MATCH (x)-[:LOCATED_IN]->() WHERE x.id IN $ids RETURN DISTINCT x.id AS id ORDER BY id"
_OF_STATES = (
    "MATCH (x:Actor) WHERE x.id IN $ids AND (x:State OR x:Group OR EXISTS { MATCH (x)-[:PART_OF]->(:Actor) } "
    "OR EXISTS { MATCH (x)-[:HELD]->(:Office) }) RETURN x.id AS id ORDER BY id"
)
_SAID_OF = (
    "MATCH (x) WHERE x.id IN $ids "
    "OPTIONAL MATCH (d:Detail)-[:OF]->(x) WHERE d.attribute IN ['described_as', 'known_as'] "
    "OPTIONAL MATCH (x)-[:HELD]->(o:Office) "
    "WITH x, d, o ORDER BY d.id, o.id "
    "RETURN x.id AS id, x.name AS name, x.aliases AS aliases, "
    "collect(DISTINCT d.value) AS told, collect(DISTINCT o.name) AS offices ORDER BY id"
)


class Fitting:
    """Checks answers against the noun of a question in one store."""

    def __init__(self, store: Store, thesaurus: dict[str, tuple[str, ...]]) -> None:
        self.store, self.thesaurus = store, thesaurus

    def keep(self, question: Question, found: Found) -> None:
        """Leave only the answers that the noun can mean, where it says more than a label."""
        ids = [v.id for v in found.values if v.id]
        if not ids:
            return
        if question.holders and set(question.holders) & set(ids):
            found.values = [v for v in found.values if v.id in question.holders]
        elif question.holders and "Person" in question.labels:
            found.values = []
        if question.offices:
            facts = [f for v in found.values for f in v.facts]
            held = self.store.read(_HOLDING, {"ids": ids, "offices": list(question.offices), "facts": facts}).rows
            found.values = [v for v in found.values if v.id in {r["id"] for r in held}]
        if question.of:
            query = _INSIDE if question.form == "place" else _MEMBERS
            inside = {r["id"] for r in self.store.read(query, {"ids": ids, "of": list(question.of)}).rows}
            known = {"thing": _OF_STATES, "place": _LOCATED}.get(question.form)
            if known and "Group" not in question.labels:  # what is of no known state; officials are of one
                inside |= set(ids) - {r["id"] for r in self.store.read(known, {"ids": ids}).rows}
            found.values = [v for v in found.values if v.id in inside]
        if question.media:
            state = {r["id"] for r in self.store.read(_STATE_BODIES, {"ids": ids}).rows}
            found.values = [v for v in found.values if v.id not in state]
        if question.sort:
            found.values = self._of_sort(question.sort, found.values, offices="Person" in question.labels)

    def _of_sort(self, sort: tuple[str, ...], values: list[Value], *, offices: bool) -> list[Value]:
        ids = [v.id for v in values if v.id]
        told = {
            row["id"]: set(
                stem_words(
                    " ".join([row["name"], *(row["aliases"] or []), *row["told"], *(row["offices"] if offices else [])])
                )
            )
            for row in self.store.read(_SAID_OF, {"ids": ids}).rows
        }
        return [v for v in values if all(self._fits(s, told.get(v.id, set())) for s in sort)]

    def _fits(self, stem: str, told: set[str]) -> bool:
        return stem in told or not told.isdisjoint(self.thesaurus.get(stem, ()))
