"""Figures and other details of the acts that matched: which of them a question means."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.figures import OF_THE_WHOLE, VOTES, agrees, one_figure_each
from communique.queries.ask.matching import Row
from communique.queries.ask.question import Mention, Party, Question
from communique.queries.ask.voices import Voices

_QUERY = (
    "MATCH (d:Detail)-[:OF]->(a:Act) WHERE a.id IN $ids "
    "OPTIONAL MATCH (d)-[:FOR]->(p:Actor) "
    "OPTIONAL MATCH (:Article)-[r:REPORTS]->(d) "
    "WITH d, a, p, r ORDER BY p.id, r.mark, r.via "
    "RETURN d.id AS id, a.id AS act, d.attribute AS attribute, d.value AS value, d.number AS number, "
    "d.words AS words, d.units AS units, d.comparator AS comparator, d.ratio AS ratio, "
    "collect(DISTINCT p.id) AS parties, "
    "collect(DISTINCT r.mark) AS marks, collect(DISTINCT r.via) AS via, count(DISTINCT r) AS reports ORDER BY act, id"
)


FIGURE = re.compile(r"\d")
Side = tuple[str, tuple[str, ...]]  # an act, and the parties of it that a detail is of


class Details:
    """Reads details from one store."""

    def __init__(self, store: Store) -> None:
        self.store, self.voices = store, Voices(store)

    def answer(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add the values of the details that a question means."""
        chosen, others = one_figure_each(self.matching(question, rows))
        for detail in chosen:
            found.add(detail["value"], "", detail["id"])
        if others:
            found.why = f"also given as {', '.join(others)}"
        if rows and not found.values:
            found.why = "no such detail is given for it"

    def matching(self, question: Question, rows: list[Row]) -> list[dict[str, Any]]:
        """Return the details that fit; of a part, where only there all that is counted is told: jets, not bombers."""
        found = self._matching(question, rows)
        narrower = [d for d in found if d["units"] and d["units"][0] not in question.units and d["number"] is not None]
        named = self._with_states({i for p in _by(question) for i in p.ids})
        if not (question.units and narrower and narrower == found and named):
            return found
        parts = sorted(self._sole(self._parts([r["id"] for r in rows]), named))
        wider = [d for d in self._fitting(question, parts) if (d["units"] or [""])[0] in question.units]
        return wider or found

    def _matching(self, question: Question, rows: list[Row]) -> list[dict[str, Any]]:
        """Return the details of the acts, else of what they are part of, that fit unit, attribute, "
        "figure and party."""
        ids = [r["id"] for r in rows]
        parts = self._parts(ids) if "model" in question.attributes or _accompanied(question) else []
        acting = _acting(question) if _accompanied(question) else _by(question)
        if parts and (named := self._with_states({i for p in acting for i in p.ids})):
            parts = sorted(self._sole(parts, named))
        # How long a part took is not how long the whole did.
        wholes = [] if question.attributes == ("duration",) and not question.units else self._wholes(ids)
        for where in ([*ids, *parts], wholes):
            fitting = self._fitting(question, where)
            if ids and where[: len(ids)] != ids:
                fitting = self._shared(fitting, ids)
            numbers = [d for d in fitting if d["number"] is not None]
            figures = numbers or [d for d in fitting if d["ratio"] is not None]  # "double" only where no number is
            if question.of and (figures or fitting):
                return figures or fitting
            details = self._for_party(question, figures) if figures else self._not_others(question, fitting)
            plain = [d for d in details if d["marks"] != ["derived"]]
            if plain or details:
                return plain or details
        return []

    def _fitting(self, question: Question, ids: list[str]) -> list[dict[str, Any]]:
        details = self.store.read(_QUERY, {"ids": ids}).rows if ids else []
        attributes = set(question.attributes) - set(question.units)
        beside = _beside(details)
        owned = self._owned(question, details)
        fitting = []
        for detail in details:
            by_unit = bool(set(question.units) & set(detail["units"] or []))
            by_attribute = detail["attribute"] in question.attributes
            if question.number is None and question.attributes and question.units and attributes:
                good = by_attribute
            else:
                good = by_unit or by_attribute
            if not question.units and not question.attributes:
                good = question.number is not None
            if question.number is not None:
                good = good and agrees(detail, question.number, question.comparator)
            elif question.units or question.attributes in (("duration",),):
                good = good and (detail["number"] is not None or "model" in question.attributes)
            told = question.attributes == ("described_as",)
            near = [detail] if told else beside[_side(detail)]
            words = {w for d in near for w in d["words"] or []}
            if question.of and detail["id"] not in owned:
                continue
            if good and set(question.words) <= words and _of_that_sort(detail, beside[_side(detail)], question):
                fitting.append(detail)
        return self.voices.said_by(question, fitting)

    def _with_states(self, ids: set[str]) -> set[str]:
        """Return bodies with the states that they are of: what is told of Japan's craft is told of its air force's."""
        found = self.store.read(
            "MATCH (x:Organization)-[:PART_OF*1..6]->(s:State) WHERE x.id IN $ids "
            "RETURN DISTINCT s.id AS id ORDER BY id",
            {"ids": sorted(ids)},
        )
        return ids | {r["id"] for r in found.rows}

    def _for_party(self, question: Question, details: list[dict[str, Any]]) -> list[dict[str, Any]]:
        by = _by(question)
        if _accompanied(question) and not any(d["attribute"] in OF_THE_WHOLE for d in details):
            by = _acting(question)
        named = self._with_states({i for p in by for i in p.ids})
        mine = [d for d in details if d["parties"] and named >= set(d["parties"])]
        if mine and len(by) == 1:
            return mine
        together = [d for d in details if len(by) > 1 and all(set(p.ids) & set(d["parties"]) for p in by)]
        general = [d for d in details if not d["parties"]] + together
        if len(by) == 1 and general:
            sole = self._sole([d["act"] for d in general], named)
            return [d for d in general if d["act"] in sole]
        # As many on each side are not as many in all.
        each = len(details) > 1 and len({d["number"] for d in details}) == 1
        return general or ([] if len(by) == 1 or (by and each) else details)

    def _owned(self, question: Question, details: list[dict[str, Any]]) -> set[str]:
        """Return the details of those whose thing is asked for, or of acts that nobody else does."""
        if not question.of:
            return set()
        sole = self._sole([d["act"] for d in details if not d["parties"]], self._with_states(set(question.of)))
        every = question.units and question.attributes != ("model",)  # a figure of one side is not that of two
        fits = set(question.of).issubset if every else set(question.of).intersection
        return {d["id"] for d in details if fits(d["parties"]) or (d["act"] in sole and not d["parties"])}

    def _sole(self, acts: list[str], named: set[str]) -> set[str]:
        """Return the acts that these do and nobody else: what is said of the act is said of them."""
        found = self.store.read(
            "MATCH (a:Act)-[:BY]->(x:Actor) WHERE a.id IN $ids "
            "RETURN DISTINCT a.id AS id, x.id IN $named "
            "OR EXISTS { MATCH (a)-[s:SIDE]->(y:Actor) WHERE s.party = x.id AND y.id IN $named } AS theirs ORDER BY id",
            {"ids": acts, "named": sorted(named)},
        ).rows
        return {r["id"] for r in found} - {r["id"] for r in found if not r["theirs"]}

    def _not_others(self, question: Question, details: list[dict[str, Any]]) -> list[dict[str, Any]]:
        named = self._with_states({i for p in _by(question) for i in p.ids})
        return [d for d in details if not (named and d["parties"]) or named & set(d["parties"])]

    def owners(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add the parties for which a ratio is given: who doubled it."""
        for row in self.store.read(
            "MATCH (d:Detail)-[:OF]->(a:Act) WHERE a.id IN $ids AND d.ratio = $ratio MATCH (d)-[:FOR]->(p:Actor) "
            "RETURN d.id AS id, p.id AS party, p.name AS name ORDER BY id, name",
            {"ids": [r["id"] for r in rows], "ratio": question.number},
        ).rows:
            found.add(row["name"], row["party"], row["id"])

    def told_of(self, question: Question, rows: list[Row]) -> set[str]:
        """Return the parties for which alone the figures, models and units are given that a question says of acts."""
        told = [m for m in question.acts.mentions if any(t.startswith("unit:") for t in m.tokens) or _is_figure(m)]
        details = self.store.read(_QUERY, {"ids": [r["id"] for r in rows]}).rows if told else []
        beside = _beside(details)
        owners: set[str] = set()
        for detail in details:
            there = {
                w
                for d in beside[_side(detail)]
                for w in (*(d["words"] or []), *(f"unit:{u}" for u in d["units"] or []))
            }
            if all(set(m.tokens) & there or (m.stems and set(m.stems) <= there) for m in told):
                if not detail["parties"]:
                    return set()
                owners |= set(detail["parties"])
        return owners

    def saying(self, words: list[set[str]], acts: list[str]) -> list[str]:
        """Return the details of acts in whose own words one of each set of stems stands."""
        details = self.store.read(_QUERY, {"ids": acts}).rows if words else []
        return [d["id"] for d in details if all(group & set(d["words"] or []) for group in words)]

    def _shared(self, details: list[dict[str, Any]], parts: list[str]) -> list[dict[str, Any]]:
        """Return the details of wholes that also hold for their parts: those of the same parties, or of nobody else."""
        found = self.store.read(
            "MATCH (a:Act)-[:BY]->(x:Actor) WHERE a.id IN $ids RETURN a.id AS act, x.id AS party ORDER BY act, party",
            {"ids": sorted({*parts, *(d["act"] for d in details)})},
        ).rows
        by = {r["act"]: {x["party"] for x in found if x["act"] == r["act"]} for r in found}
        acting = [by.get(p, set()) for p in parts]
        return [
            d
            for d in details
            if d["attribute"] in VOTES
            or any(
                (set(d["parties"]) <= one) if d["parties"] else (not one or by.get(d["act"], set()) <= one)
                for one in acting
            )
        ]

    def _parts(self, ids: list[str]) -> list[str]:
        found = self.store.read(
            "MATCH (a:Act)-[:PART_OF]->(b:Act) WHERE b.id IN $ids RETURN DISTINCT a.id AS id ORDER BY id", {"ids": ids}
        )
        return [r["id"] for r in found.rows if r["id"] not in ids]

    def _wholes(self, ids: list[str]) -> list[str]:
        found = self.store.read(
            "MATCH (a:Act)-[:PART_OF|DURING]->(b:Act) WHERE a.id IN $ids RETURN DISTINCT b.id AS id ORDER BY id",
            {"ids": ids},
        )
        return [r["id"] for r in found.rows]

    def listed(self, question: Question, rows: list[Row]) -> str:
        """Return the figures that are recorded instead."""
        from dataclasses import replace

        others = self._fitting(replace(question, number=None), [r["id"] for r in rows])
        return ", ".join(sorted({d["value"] for d in others})) or "none"


def _by(question: Question) -> list[Party]:
    """Return who does what a question is about, and with whom."""
    return [p for p in question.acts.parties if "by" in p.roles]


def _acting(question: Question) -> list[Party]:
    """Return who does it, without those beside whom it is done."""
    return [p for p in question.acts.parties if p.roles == ("by",)]


def _accompanied(question: Question) -> bool:
    """Say whether a figure of one is asked for who does something with others: what both sent is not what one did."""
    return len(_acting(question)) == 1 < len(_by(question))


def _beside(details: list[dict[str, Any]]) -> dict[Side, list[dict[str, Any]]]:
    """Return the details of each party of each act (the model of aircraft stands beside their number)."""
    beside: dict[Side, list[dict[str, Any]]] = defaultdict(list)
    for detail in details:
        beside[_side(detail)].append(detail)
    return beside


def _side(detail: dict[str, Any]) -> Side:
    return detail["act"], tuple(detail["parties"])


def _of_that_sort(detail: dict[str, Any], beside: list[dict[str, Any]], question: Question) -> bool:
    """Say whether a model can be one of the units asked for: not where the act's own figure is of other units."""
    if not question.units or detail["attribute"] != "model":
        return True
    same = [d for d in beside if d["units"]]
    return not same or any(set(question.units) & set(d["units"]) for d in same)


def _is_figure(mention: Mention) -> bool:
    """Say whether a mention is a figure or a model."""
    return not mention.tokens and bool(FIGURE.search(mention.words))
