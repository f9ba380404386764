"""Who says so: the nearest voice behind a fact; what a statement claims; what was answered."""

from __future__ import annotations

from typing import Any

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.matching import Row
from communique.queries.ask.question import Mention, Question
from communique.queries.ask.roles import CALLING
from communique.schemas.stems import stem_words

# Verbs of saying that stand for any way of it.
_NEUTRAL = {"say", "report", "announce", "claim"}
_NAMES = ("kind:", "actor:", "place:", "topic:")


class Sources:
    """Reads chains of voices from one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def answer(self, question: Question, facts: list[str], found: Found) -> None:
        """Add the innermost speaker behind each fact; the publisher where the article itself says so."""
        kinds = set(question.roles)
        denying = bool(kinds) and kinds <= {"deny", "reject"}
        every = [c for c in self._claims(facts) if c["denied"] == denying]  # who denies it does not say it
        claims = [c for c in every if not kinds or kinds & set(c["kinds"]) or denying]
        if not kinds - _NEUTRAL:
            claims = claims or every
        if question.media:
            self._media(question, facts, claims, found)
            return
        own = _closest(claims, _plain(question))
        if question.labels and not any(set(question.labels) & set(c["labels"]) for c in own):
            own = self._outer({c["statement"] for c in claims}, question.labels)
        named = {i for p in (*question.acts.speakers, *question.acts.parties) for i in p.ids}
        named -= {c["id"] for c in own if not question.acts.speakers}
        # Who speaks in somebody's report is another one; a state may well speak of itself.
        near = {t.removeprefix("actor:") for m in question.acts.mentions for t in m.tokens}
        own = [c for c in own if c["id"] not in named and not ("Person" in c["labels"] and c["id"] in near)]
        states = {c["id"] for c in own}
        for claim in own:
            # What unnamed officials say is what their state says, where it says so itself.
            if claim.get("unnamed") and claim.get("state") in states:
                continue
            # What a state says is what its ministry says, where both are named.
            if "State" not in question.labels and any(
                c.get("state") == claim["id"] != c["id"] and not c.get("unnamed") for c in own
            ):
                continue
            if not question.labels or set(question.labels) & set(claim["labels"]):
                found.add(claim["name"], claim["id"], claim["fact"])
        if not claims and not question.labels and not kinds - _NEUTRAL:
            self._publishers(facts, found)

    def _claims(self, facts: list[str]) -> list[dict[str, Any]]:
        return self.store.read(
            "MATCH (s:Act)-[c:CLAIMS]->(f) WHERE f.id IN $ids AND c.factuality <> 'mentioned' "
            "MATCH (s)-[:BY]->(x:Actor) OPTIONAL MATCH (s)-[side:SIDE {role: 'by'}]->(state:Actor) "
            "WHERE side.party = x.id "
            "RETURN f.id AS fact, s.id AS statement, s.kinds AS kinds, s.words AS words, x.id AS id, x.name AS name, "
            "labels(x) AS labels, c.factuality = 'denied' AS denied, x.unnamed AS unnamed, state.id AS state "
            "ORDER BY fact, statement, name, id",
            {"ids": facts},
        ).rows

    def _media(self, question: Question, facts: list[str], claims: list[dict[str, Any]], found: Found) -> None:
        """Add the media among the voices behind facts; else those whose articles give the facts."""
        statements = sorted({c["statement"] for c in claims})
        voices = self.store.read(
            "MATCH (o:Act)-[:CLAIMS*0..5]->(s:Act) WHERE s.id IN $ids MATCH (o)-[:BY]->(x:Organization) "
            "WHERE NOT EXISTS { MATCH (x)-[:PART_OF]->(:State) } "
            "RETURN DISTINCT x.id AS id, x.name AS name, o.id AS statement, o.words AS words ORDER BY name, statement",
            {"ids": statements},
        ).rows
        for row in _closest(voices, _plain(question)):
            found.add(row["name"], row["id"], *facts)
        if not found.values and (not question.acts.ids or question.entities):
            self._publishers(facts, found, question.media, question.entities)

    def _outer(self, statements: set[str], labels: tuple[str, ...]) -> list[dict[str, Any]]:
        found = self.store.read(
            "MATCH (o:Act)-[:CLAIMS*1..5]->(s:Act) WHERE s.id IN $ids MATCH (o)-[:BY]->(x:Actor) "
            "RETURN s.id AS fact, o.id AS statement, x.id AS id, x.name AS name, labels(x) AS labels "
            "ORDER BY fact, name, id",
            {"ids": sorted(statements)},
        )
        return [r for r in found.rows if set(labels) & set(r["labels"])]

    def _publishers(
        self, facts: list[str], found: Found, edge: str = "PUBLISHED_BY", articles: tuple[str, ...] = ()
    ) -> None:
        """Add the publishers (or the agencies) of the articles that give facts, those that say so themselves first; of
        these articles only, where some are given."""
        those = "AND a.id IN $articles " if articles else ""
        for own in ("AND r.via IS NULL ", "" if edge == "AGENCY" else "AND false "):
            for row in self.store.read(
                f"MATCH (a:Article)-[r:REPORTS]->(f) WHERE f.id IN $ids {own}{those}MATCH (a)-[:{edge}]->(x:Actor) "
                "RETURN DISTINCT f.id AS fact, x.id AS id, x.name AS name ORDER BY fact, name",
                {"ids": facts, "articles": list(articles)},
            ).rows:
                found.add(row["name"], row["id"], row["fact"])
            if found.values:
                return

    def independent(self, facts: list[str], *, denying: bool) -> tuple[int, list[str]]:
        """Return how many independent sources say, or deny, that one of these is so, and of which ones they do.

        A joint statement is none beside a source that is a part of it.
        """
        rows = self.store.read(
            "MATCH (:Article)-[r:REPORTS]->(f:Act) WHERE f.id IN $ids AND ((r.holds AND NOT $denying) OR "
            "($denying AND r.factuality = 'denied' AND (r.via IS NULL OR EXISTS { "
            "MATCH (:Article)-[said:REPORTS]->(s:Act)-[:CLAIMS]->(f) WHERE s.id = r.via AND said.holds }))) "
            "RETURN DISTINCT f.id AS id, r.sides AS sides ORDER BY id",
            {"ids": facts, "denying": denying},
        ).rows
        sides = {frozenset(row["sides"] or ()) for row in rows} - {frozenset()}
        told = list(dict.fromkeys(row["id"] for row in rows if row["sides"]))
        return sum(not any(part < side for part in sides) for side in sides), told

    def content(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add what the statements claim; where the question names a subject, only the claims near it."""
        claims = self.store.read(
            "MATCH (s:Act)-[c:CLAIMS]->(f) WHERE s.id IN $ids AND c.factuality <> 'mentioned' "
            # Others may tell it otherwise: it is said in the words in which it is claimed.
            "OPTIONAL MATCH (:Article)-[r:REPORTS]->(f) WHERE r.via = s.id "
            "WITH s, c, f, min(r.summary) AS own OPTIONAL MATCH (f)-[:OF]->(thing) WHERE NOT thing:Act "
            "RETURN s.id AS statement, f.id AS id, coalesce(own, CASE WHEN $said AND c.factuality = 'denied' "
            "AND 'deny' IN s.kinds THEN s.summary END, f.summary, f.name) AS text, f.near AS near, thing.id AS thing, "
            "labels(f) AS labels, "
            "EXISTS { MATCH (f)-[:OF]->(:Act)<-[:CLAIMS]-(s) } AS inside, f.attribute AS attribute, "
            "c.factuality = 'asserted' AS told, c.factuality = 'denied' AS denied, "
            "f.number AS number, "
            "c.paragraph AS paragraph ORDER BY statement, paragraph, id",
            {"ids": [r["id"] for r in rows], "said": "deny" not in question.acts.kinds},
        ).rows
        wanted = [*question.acts.mentions]
        conditions = self._conditions([c["id"] for c in claims])
        if "deny" in question.roles:
            claims = [c for c in claims if c["denied"]]
        own = {r["id"]: [c for c in claims if c["statement"] == r["id"] and c["id"] not in conditions] for r in rows}
        for row in rows:
            asked = question.acts.kinds or row["kinds"]
            if CALLING & set(row["kinds"]) and CALLING & set(asked):  # what is so already is not called for
                own[row["id"]] = [c for c in own[row["id"]] if not c["told"]] or own[row["id"]]
        there = [c for said in own.values() for c in said]
        near = [c for c in there if wanted and all(_is_near(m, c["near"]) for m in wanted)]
        about = [c for c in there if wanted and all(_says(m, c) for m in wanted)]
        told = {c["statement"] for c in about}  # what else a statement tells of things belongs to it
        about = [c for c in there if c in about or (c["thing"] and c["statement"] in told)] or near
        if there and wanted and not about:  # what only stands near a statement is not what it is about
            named = [m for m in wanted if not any(":" in t for t in m.tokens)]
            rows = [r for r in rows if all(_is_near(m, r["words"]) for m in named)]
        for row in rows:
            said = own[row["id"]]
            for claim in [c for c in said if c in about] if about else said:
                if not ((claim["inside"] and claim["number"] is None) or claim["attribute"] in ("office", "known_as")):
                    found.add(claim["text"], claim["id"], claim["id"])
            if not said and "deny" not in question.roles:
                found.add(row["summary"], row["id"], row["id"])

    def _conditions(self, ids: list[str]) -> set[str]:
        """Return the claims that are only what another of them depends on."""
        found = self.store.read(
            "MATCH (a:Act)-[:CONDITIONAL_ON]->(b:Act) WHERE a.id IN $ids AND b.id IN $ids "
            "RETURN DISTINCT b.id AS id ORDER BY id",
            {"ids": ids},
        )
        return {r["id"] for r in found.rows}

    def replied_to(self, rows: list[Row], found: Found, *, by: bool) -> None:
        """Add what the acts answered (its claims, if it is a statement), or whom."""
        answered = self.store.read(
            "MATCH (a:Act)-[:RESPONDS_TO]->(b:Act) WHERE a.id IN $ids "
            "OPTIONAL MATCH (b)-[:CLAIMS]->(c:Act) OPTIONAL MATCH (b)-[:BY]->(x:Actor) "
            "RETURN DISTINCT b.id AS id, b.summary AS summary, c.id AS claim, c.summary AS text, x.id AS actor, "
            "x.name AS name "
            "ORDER BY id, claim, name",
            {"ids": [r["id"] for r in rows]},
        ).rows
        for row in answered:
            if by:
                found.add(row["name"], row["actor"], row["id"])
            else:
                found.add(row["text"] or row["summary"], row["claim"] or row["id"], row["id"])
        if rows and not answered:
            found.why = "it is not recorded as an answer to anything"


def _says(mention: Mention, claim: dict[str, Any]) -> bool:
    """Say whether a claim has something in its own words, or is of that thing; what has many names may stand near."""
    if mention.tokens and all(t.startswith(("actor:", "place:", "kind:")) for t in mention.tokens):
        return _is_near(mention, claim["near"])
    own = set(mention.stems or stem_words(mention.words)) <= set(stem_words(claim["text"] or ""))
    return own or bool(claim["thing"] and any(t.partition(":")[2] == claim["thing"] for t in mention.tokens))


def _is_near(mention: Mention, near: list[str] | None) -> bool:
    """Say whether something stands near a claim."""
    words = set(near or ())
    return bool(words & set(mention.tokens)) or bool(mention.stems and words.issuperset(mention.stems))


def _plain(question: Question) -> list[str]:
    """Return the stems of a question that are no name and no kind."""
    plain = [m for m in question.acts.mentions if not any(t.startswith(_NAMES) for t in m.tokens)]
    return [s for m in plain for s in m.stems]


def _closest(claims: list[dict[str, Any]], stems: list[str]) -> list[dict[str, Any]]:
    """Return the claims whose statements have most of the question's words in their own; all where none has any."""
    fit = {c["statement"]: len(set(stems) & set(c["words"] or [])) for c in claims}
    return [c for c in claims if fit[c["statement"]] == max(fit.values())] if stems else claims
