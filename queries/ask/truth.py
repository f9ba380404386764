"""Yes or no: a yes needs an act that holds, a no a denial or an act that excludes it."""

from __future__ import annotations

from dataclasses import replace

from communique.graph.shape import AHEAD, HOLDING
from communique.graph.store import Store
from communique.queries.ask.answer import THERE, Found
from communique.queries.ask.details import Details
from communique.queries.ask.matching import Matcher, Row
from communique.queries.ask.question import Acts, Question
from communique.queries.given_dates import contradicted_dates
from communique.schemas.stems import stem_words


class Truth:
    """Says whether acts hold, in one store."""

    def __init__(self, store: Store, matcher: Matcher, details: Details) -> None:
        self.store, self.matcher, self.details = store, matcher, details

    def answer(self, question: Question, found: Found) -> None:
        """Add yes for acts that hold, no for what is denied or excluded, or say why neither."""
        rows = self._asked(question.acts)
        if question.comparator == "ratio":
            owners, by = Found(), {i for p in question.acts.parties if "by" in p.roles for i in p.ids}
            self.details.owners(question, rows, owners)
            if not by or any(v.id in by for v in owners.values):
                for fact in owners.facts:
                    found.add("yes", "", fact)
            return
        if not question.acts.kinds:
            # That somebody speaks of it does not make it so.
            rows = [r for r in rows if "say" not in r["kinds"]]
        if question.number is not None or question.attributes:
            facts = self.details.matching(question, rows)
            for detail in facts:
                found.add("yes", "", detail["id"])
            if rows and not facts:
                found.why = "no such figure is recorded: " + self.details.listed(question, rows)
            return
        denied_by = self.matcher.denied_by(rows, question.acts)
        if "deny" in question.roles:
            for row in [r for r in rows if r["id"] in denied_by] or rows:
                found.add("yes" if denied_by else "no", "", row["id"])
            return
        if denied_by and all(r["id"] in denied_by for r in rows):
            for row in rows:
                found.add("no", "", row["id"])
            return
        rows = [r for r in rows if r["id"] not in denied_by]
        # Whether somebody says that it should be is another question than whether it will.
        ahead = AHEAD if question.acts.speakers else ("planned", "predicted")
        if holds := [
            r for r in rows if r["status"] in (*HOLDING, "inferred") or (question.acts.modal and r["status"] in ahead)
        ]:
            said = self._holding([r["id"] for r in holds if r["status"] in HOLDING])
            told = [r for r in holds if r["status"] not in HOLDING or r["id"] in said]
            disputed = not question.acts.speakers and all(r["status"] == "contested" for r in told)
            for row in told:
                found.add("disputed" if disputed else "yes", "", row["id"])
            if not found.values:
                found.why = f"{THERE}, but it is only claimed, by whom is not said"
            elif any(r["status"] == "contested" for r in told):
                found.why = "contested: another source denies it"
        elif denied := [r for r in rows if r["status"] == "denied" and _denies(r, question.acts)]:
            for row in denied:
                found.add("no", "", row["id"])
        elif not rows and (denied := self._denied_for_all(question.acts) or self._opposite(question.acts)):
            for row in denied:
                found.add("no", "", row["id"])
        elif not rows and (other := self._turned(question.acts)):
            for row in other:
                found.add("no", "", row["id"])
            found.why = self.matcher.why
        elif rows:
            standing = sorted({str(r["status"]).replace("_", " ") for r in rows})
            found.why = f"{THERE}, but it is only {' or '.join(standing)}"

    def _asked(self, acts: Acts) -> list[Row]:
        """Return the acts in question; the first is the first of all, and not of those on one side of another."""
        if acts.order and acts.windows and not (acts.before or acts.after):
            # "Was the flight of 2020 the first?": the first of all, if it is one of then.
            then = {r["id"] for r in self.matcher.matched(replace(acts, order="", definite=False), keep=True)}
            first = self.matcher.matched(replace(acts, windows=(), definite=False), keep=True)
            return [r for r in first if r["id"] in then]
        if not acts.order or not (acts.before or acts.after):
            return self.matcher.matched(acts, keep=True)
        ordered = self.matcher.matched(replace(acts, before=None, after=None), keep=True)
        return self.matcher.pivoted(ordered, acts)

    def _holding(self, ids: list[str]) -> set[str]:
        """Return the acts that some report gives as so, with all the voices around it, one of them named."""
        found = self.store.read(
            "MATCH (:Article)-[r:REPORTS]->(a:Act) WHERE a.id IN $ids AND r.holds "
            "AND (r.via IS NULL OR any(s IN r.speakers WHERE s <> 'somebody')) "
            "RETURN DISTINCT a.id AS id ORDER BY id",
            {"ids": ids},
        )
        return {r["id"] for r in found.rows}

    def _turned(self, acts: Acts) -> list[Row]:
        """Return acts that lie on the other side of the one to compare with, all of them, with a remark on the days."""
        for other, pivot in (("after", acts.before), ("before", acts.after)):
            if pivot is None:
                continue
            rows = self.matcher.matched(replace(acts, before=None, after=None, gap=None))
            pivots = Matcher(self.store).matched(pivot)
            if rows and pivots and {self.matcher.compare(r, p) for r in rows for p in pivots} == {other}:
                self.matcher.why = f"it came {other}: {self._days(rows)}; the other: {self._days(pivots)}"
                return rows
        return []

    def _days(self, rows: list[Row]) -> str:
        given = contradicted_dates(self.store, [r["id"] for r in rows])
        days = {given[r["id"]].best if r["id"] in given else str(r["date"] or r["earliest"] or "no date") for r in rows}
        return ", ".join(sorted(days))

    def _opposite(self, acts: Acts) -> list[Row]:
        """Return acts of the same parties that exclude what is asked: who rejected a thing did not welcome it."""
        if not acts.opposites or not any("by" in p.roles for p in acts.parties):
            return []
        rows = self.matcher.matched(replace(acts, kinds=acts.opposites))
        return [r for r in rows if r["status"] in HOLDING]

    def _denied_for_all(self, acts: Acts) -> list[Row]:
        """Return denials that name no target or place, and so hold for the one that is asked about."""
        wide = replace(
            acts,
            parties=tuple(p for p in acts.parties if "by" in p.roles),
            mentions=tuple(m for m in acts.mentions if not any(t.startswith(("actor:", "place:")) for t in m.tokens)),
        )
        if not acts.kinds or wide == acts or len(acts.parties) - len(wide.parties) > 1:
            return []
        before = (self.matcher.cypher, self.matcher.params)
        rows = [r for r in self.matcher.matched(wide, keep=True) if r["status"] == "denied" and _denies(r, acts)]
        targeted = self.store.read(
            "MATCH (a:Act)-[:TOWARD|AFFECTS|TO|AT]->(x) WHERE a.id IN $ids RETURN DISTINCT a.id AS id ORDER BY id",
            {"ids": [r["id"] for r in rows]},
        )
        found = [r for r in rows if r["id"] not in {t["id"] for t in targeted.rows}]
        if not found:
            self.matcher.cypher, self.matcher.params = before
        return found


def _denies(row: Row, acts: Acts) -> bool:
    """Say whether a denied act is what is asked, and not only one sort of it: a word of its kind is asked for."""
    asked = (
        {s for m in acts.mentions for s in m.stems}
        | {s for p in acts.parties for s in stem_words(p.words)}
        | {s for k in acts.kinds for s in stem_words(k.replace("-", " "))}
    )
    return not acts.kinds or row["kind"] in acts.kinds or bool(set(stem_words(row["kind"].replace("-", " "))) & asked)
