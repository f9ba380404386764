"""Questions about things and not acts: offices and who held them, where places lie, what somebody is known as."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.question import Question
from communique.queries.ask.tenures import Tenures
from communique.schemas.dates import parse_edtf
from communique.schemas.stems import stem_words

# So many holders of an office are named where somebody is none of them.
_FEW = 5


class Things:
    """Reads things from one store."""

    def __init__(self, store: Store, tenures: Tenures) -> None:
        self.store, self.tenures = store, tenures

    def answer(self, question: Question, found: Found) -> None:
        """Answer by the question's form."""
        {
            "office": self._holder,
            "offices": self._offices,
            "attribute": self._attribute,
            "inside": self._inside,
            "having": self._having,
            "holds": self._holds,
            "within": self._within,
            "described": self._described,
        }[question.form](question, found)

    def _run(self, found: Found, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
        found.cypher, found.params = cypher, parameters
        return self.store.read(cypher, parameters).rows

    def _days(self, question: Question) -> tuple[Any, Any]:
        """The days asked about: those named, else the last day of which the graph has an article."""
        for window in question.acts.windows:
            return window.since or window.until, window.until or window.since
        rows = self.store.read("MATCH (a:Article) RETURN max(a.latest) AS day").rows
        day = rows[0]["day"] if rows else None
        return day, day

    def _holder(self, question: Question, found: Found) -> None:
        self._held(question, found, given="o", wanted="p")

    def _offices(self, question: Question, found: Found) -> None:
        self._held(question, found, given="p", wanted="o")

    def _held(self, question: Question, found: Found, *, given: str, wanted: str) -> None:
        """Add persons (p) or offices (o) by the other: as articles report them, else by the tenures on a day."""
        entities = list(question.entities)
        shown = f"{wanted}.id AS id, {wanted}.name AS name"
        if not question.acts.windows:
            for row in self._run(
                found,
                "MATCH (d:Detail {attribute: 'office'})-[:REFERS_TO]->(o:Office) MATCH (d)-[:OF]->(p:Actor) "
                f"WHERE {given}.id IN $entities RETURN DISTINCT {shown}, d.id AS fact ORDER BY name, fact",
                entities=entities,
            ):
                found.add(row["name"], row["id"], row["fact"])
            if found.values:
                return
        since, until = self._days(question)
        if since is None:
            return
        persons, offices = (entities, []) if given == "p" else ([], entities)
        tenures = self.tenures.on(self.tenures.of(persons, offices), since, until)
        there = self._run(
            found,
            "MATCH (p:Person) WHERE p.id IN $persons RETURN p.id AS id ORDER BY id",
            persons=sorted({t.person for t in tenures}),
        )
        if there:  # somebody who is spoken of; then all who held it in these days
            for tenure in tenures:
                one = tenure.person if wanted == "p" else tenure.office
                found.add(self.tenures.name(one), one)
            return
        when = next((w.words for w in question.acts.windows), f"on {since}")
        found.why = f"{'who held it' if wanted == 'p' else 'an office'} {when} is not known"
        if tenures:
            known = "; ".join(map(self.tenures.told, tenures))
            found.why = f"no article names who held it {when}; the vocabulary has {known}"
        elif wanted == "p":
            self._vacant(entities, since, until, found)

    def _vacant(self, offices: list[str], since: date, until: date, found: Found) -> None:
        """Say so where an office is recorded as vacant in these days."""
        asked = parse_edtf(f"{since}/{until}")
        for row in self.store.read(
            "MATCH (o:Office) WHERE o.id IN $offices RETURN o.vacant AS vacant ORDER BY vacant", {"offices": offices}
        ).rows:
            for span in map(parse_edtf, row["vacant"] or []):
                if not span.contradicts(asked):
                    found.why = f"the office was vacant: {span}"

    def _described(self, question: Question, found: Found) -> None:
        """Add yes or no by what is told of a thing: "not binding" says no; yes only where nothing else is named."""
        for row in self._run(
            found,
            "MATCH (d:Detail)-[:OF]->(x) WHERE x.id IN $entities AND d.attribute IN ['described_as', 'known_as'] "
            "MATCH (:Article)-[r:REPORTS]->(d) WHERE r.holds "
            "RETURN DISTINCT d.id AS id, d.value AS value ORDER BY id",
            entities=list(question.entities),
        ):
            told = set(stem_words(row["value"]))
            denies = row["value"].startswith("not ")
            fitting = [bool(set(m.tokens) & told) for m in question.acts.mentions]
            if denies and any(fitting) and (all(fitting) or question.number):
                found.add("no", "", row["id"])
            elif not denies and all(fitting) and not question.number:
                found.add("yes", "", row["id"])
        if len(found.values) > 1:
            found.values, found.why = [], "the sources differ"

    def _within(self, question: Question, found: Found) -> None:
        outer = [i for p in question.acts.parties for i in p.ids]
        for row in self._run(
            found,
            "MATCH (d:Detail {attribute: 'located_in'})-[:OF]->(x:Place) WHERE x.id IN $entities "
            "MATCH (d)-[:REFERS_TO]->(y) WHERE y.id IN $outer RETURN d.id AS id ORDER BY id",
            entities=list(question.entities),
            outer=outer,
        ):
            found.add("yes", "", row["id"])
        if not found.values and self._run(
            found,
            "MATCH (x:Place)-[:LOCATED_IN*1..5]->(y) WHERE x.id IN $entities AND y.id IN $outer "
            "RETURN DISTINCT y.id AS id ORDER BY id",
            entities=list(question.entities),
            outer=outer,
        ):
            found.add("yes")

    def _holds(self, question: Question, found: Found) -> None:
        offices = [o for p in question.acts.parties for o in p.offices]
        holders = Found()
        self._holder(Question("office", entities=tuple(offices), acts=question.acts), holders)
        found.cypher, found.params = holders.cypher, holders.params
        if any(v.id in question.entities for v in holders.values):
            found.add("yes", "", *holders.facts)
        elif self.tenures.on(self.tenures.of(question.entities, offices), *self._days(question)):
            found.add("yes")
        elif not holders.values:
            found.why = holders.why or "who held it then is not known"
        else:
            names = [v.value for v in holders.values]
            rest = f" and {len(names) - _FEW} others" if len(names) > _FEW else ""
            found.why = f"recorded in that office: {', '.join(names[:_FEW])}{rest}"

    def _having(self, question: Question, found: Found) -> None:
        for row in self._run(
            found,
            "MATCH (d:Detail)-[:OF]->(x:Actor) WHERE d.attribute IN $attributes "
            "RETURN DISTINCT x.id AS id, x.name AS name, labels(x) AS labels, d.id AS fact ORDER BY name, fact",
            attributes=list(question.attributes),
        ):
            if not question.labels or set(question.labels) & set(row["labels"]):
                found.add(row["name"], row["id"], row["fact"])

    def _attribute(self, question: Question, found: Found) -> None:
        entities = list(question.entities)
        if question.attributes == ("nationality",):
            for row in self._run(
                found,
                "MATCH (x:Actor)-[:PART_OF*1..6]->(s:State) WHERE x.id IN $entities "
                "RETURN DISTINCT s.id AS id, s.name AS name ORDER BY name",
                entities=entities,
            ):
                found.add(row["name"], row["id"])
            return
        for row in self._run(
            found,
            "MATCH (d:Detail)-[:OF]->(x) WHERE (size($entities) = 0 OR x.id IN $entities) "
            "AND d.attribute IN $attributes "
            "AND (size($of) = 0 OR EXISTS { MATCH (d)-[:FOR]->(p) WHERE p.id IN $of }) "
            "RETURN d.id AS id, d.value AS value ORDER BY id",
            entities=entities,
            attributes=list(question.attributes),
            of=list(question.of),
        ):
            found.add(row["value"], "", row["id"])
        if not found.values and "located_in" in question.attributes:
            for row in self._run(
                found,
                "MATCH (x:Place)-[:LOCATED_IN]->(y) WHERE x.id IN $entities RETURN y.id AS id, y.name AS name "
                "ORDER BY name",
                entities=entities,
            ):
                found.add(row["name"], row["id"])

    def _inside(self, question: Question, found: Found) -> None:
        for row in self._run(
            found,
            "MATCH (d:Detail {attribute: 'located_in'})-[:REFERS_TO]->(y) WHERE y.id IN $entities "
            "MATCH (d)-[:OF]->(x:Place) "
            "RETURN DISTINCT x.id AS id, x.name AS name, d.id AS fact ORDER BY name, fact",
            entities=list(question.entities),
        ):
            found.add(row["name"], row["id"], row["fact"])
