"""Why acts were done, and what for: their aims and motives, else what is said to have caused them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from communique.graph.shape import HOLDING
from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.compile import find_acts
from communique.queries.ask.matching import Row
from communique.queries.ask.question import Acts, Question
from communique.schemas.stems import stem_words

_CAUSES = (
    "MATCH (c:Act {kind: 'contribute'})-[:ABOUT]->(x) WHERE x.id IN $ids "
    "RETURN DISTINCT c.id AS id, c.summary AS summary, c.status AS status, coalesce(x.summary, x.name) AS asked "
    "ORDER BY id, asked"
)
# Between cause and effect; those of the second group stand after the effect.
_CAUSE_FIRST = ("reason why", "reasons why", "cause of", "contributed to", "have helped", "are a help in", "makes")
_EFFECT_FIRST = ("came from", "on account of", "because of", "due to")

# Of what others had done before, and of what objections are about where nothing else is said to have led to them.
_OF_OTHERS = "NOT EXISTS { MATCH (a)-[:BY]->(x)<-[:BY]-(b) }"
_OBJECTED_TO = "'disapprove' IN a.kinds AND NOT EXISTS { MATCH (a)-[:AIMS_AT|MOTIVATED_BY|RESPONDS_TO]->(:Act) }"


class Reasons:
    """Reads aims, motives and causes from one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def answer(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add the aims and motives of acts, else the causes that are claimed of them or of the topic that is named."""
        ids = [r["id"] for r in rows]
        if not question.acts.speakers:
            for row in self._linked(ids):
                found.add(row["summary"], row["id"], row["id"])
        if not found.values:
            topics = [t.partition(":")[2] for m in question.acts.mentions for t in m.tokens if t.startswith("topic:")]
            asked = " ".join(s for m in question.acts.mentions for s in (m.words,))
            own = [r for r in rows if r["kind"] == "contribute" and _is_effect(asked, r["summary"])]
            for row in [*own, *self._said(self._causes([*ids, *topics]), question.acts)]:
                found.add(row["summary"], row["id"], row["id"])
        if not found.values and question.acts.speakers:
            for row in self._said(self._linked(ids), question.acts):
                found.add(row["summary"], row["id"], row["id"])
        if not question.acts.speakers:
            told = self._linked(ids, "RESPONDS_TO") if not found.values else []
            if found.values and not self._linked(ids, "MOTIVATED_BY"):
                told = self._linked(ids, "RESPONDS_TO|FOLLOWS", _OF_OTHERS)  # an aim alone is half of why
            elif not found.values:
                told += self._linked(ids, "ABOUT", _OBJECTED_TO)
            for row in told:
                found.add(row["summary"], row["id"], row["id"])
        if rows and not found.values:
            found.why = "no reason or aim is recorded"

    def _linked(self, ids: list[str], links: str = "AIMS_AT|MOTIVATED_BY", where: str = "true") -> list[dict[str, Any]]:
        """Return the acts to which links lead: `a` has them, `b` is one."""
        return self.store.read(
            f"MATCH (a:Act)-[:{links}]->(b:Act) WHERE a.id IN $ids AND {where} "
            "RETURN DISTINCT b.id AS id, b.summary AS summary ORDER BY id",
            {"ids": ids},
        ).rows

    def _causes(self, ids: list[str]) -> list[dict[str, Any]]:
        causes = self.store.read(_CAUSES, {"ids": ids}).rows
        said = [c for c in causes if c["status"] in (*HOLDING, "possible", "inferred")]
        return [c for c in said if _is_effect(c["asked"], c["summary"])]

    def _said(self, facts: list[dict[str, Any]], acts: Acts) -> list[dict[str, Any]]:
        """Return the facts that the speakers say, where the question names some."""
        if not acts.speakers or not facts:
            return facts
        cypher, parameters = find_acts(replace(Acts(), speakers=acts.speakers, kinds=()))
        said = {r["id"] for r in self.store.read(cypher, parameters).rows}
        return [f for f in facts if f["id"] in said]


def _is_effect(asked: str, summary: str) -> bool:
    """Say whether a sentence of cause and effect names what is asked about as the effect.

    >>> _is_effect("Russia's relations with the West", "The annexation is one reason why Russia's relations are bad")
    True
    """
    words = set(stem_words(asked))
    for between in (*_CAUSE_FIRST, *_EFFECT_FIRST):
        one, found, other = summary.partition(f" {between} ")
        if found:
            effect, cause = (one, other) if between in _EFFECT_FIRST else (other, one)
            shared = len(words & set(stem_words(effect)))
            return shared > 0 and shared >= len(words & set(stem_words(cause)))
    return False
