"""Answers each form of question from the acts that matched: a party, a date, a figure, a source ..."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.dates import best_dates
from communique.queries.ask.details import Details
from communique.queries.ask.fitting import Fitting
from communique.queries.ask.matching import AHEAD, DAYS, HOLDING, Matcher, Row
from communique.queries.ask.names import Names
from communique.queries.ask.parties import Parties
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.reasons import Reasons
from communique.queries.ask.sources import Sources
from communique.queries.ask.things import Things
from communique.schemas.dates import parse_edtf
from communique.schemas.stems import stem_words


class Forms:
    """Runs typed questions on one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.matcher = Matcher(store)
        self.parties, self.details = Parties(store), Details(store)
        self.sources, self.things, self.names = Sources(store), Things(store), Names(store)
        self.fitting, self.reasons = Fitting(store), Reasons(store)

    def run(self, question: Question) -> Found:
        """Return what a question finds."""
        self.matcher = Matcher(self.store)
        found = Found()
        if question.form in ("office", "offices", "attribute", "inside", "having", "within", "holds", "described"):
            self.things.answer(question, found)
            return found
        if question.form in ("names", "users"):
            self.names.answer(question, found)
            return found
        answer: Callable[[Question, Found], None] = getattr(self, f"_{question.form}")
        answer(question, found)
        if question.form in ("party", "place", "source", "topic"):
            self.fitting.keep(question, found)
        found.cypher, found.params = self.matcher.cypher, self.matcher.params
        found.why = found.why or self.matcher.why
        return found

    def _party(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        if "by" in question.roles:
            rows = self.matcher.innermost(rows)
        self.parties.answer(question, rows, found)
        if question.number is not None and len(found.values) != question.number:
            found.values, found.why = [], f"there are {len(found.values)}: {', '.join(v.value for v in found.values)}"

    def _parties(self, question: Question, found: Found) -> None:
        named = Found()
        self._party(question, named)
        if named.values:
            found.add(str(len(named.values)), "", *named.facts)

    def _date(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        days = {w.token.removeprefix("d:") for w in question.acts.windows if w.since == w.until}
        if days:
            # The day is known to who asks: the time of day is wanted.
            self.details.answer(replace(question, attributes=("time_of_day",)), rows, found)
            rows = [r for r in rows if r["date"] not in days] if not found.values else []
        told = best_dates(self.store, [r["id"] for r in rows])
        for row in rows:
            day = row["earliest"] if row["earliest"] and row["earliest"] == row["latest"] else None
            date, others = told.get(row["id"], ("", []))
            found.add(date or row["date"] or (day.isoformat() if day else ""), "", row["id"])
            if others:
                found.why = f"another source says {', '.join(others)}"
        if not found.values and found.facts:
            found.why = "no date is given for it"

    def _place(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        whole = self.matcher.whole(rows)
        if len(whole) < len(rows) and not question.attributes:
            self.parties.places(question, whole, found)
        if not found.values:
            self.parties.places(question, rows, found)

    def _topic(self, question: Question, found: Found) -> None:
        self.parties.topics(self.matcher.matched(question.acts), found)

    def _detail(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        self.details.answer(question, self.matcher.closest(rows, question.acts), found)
        if not found.values:
            self.details.answer(question, rows, found)

    def _what(self, question: Question, found: Found) -> None:
        rows = self.matcher.innermost(self.matcher.matched(question.acts))
        for row in rows if question.acts.kinds else self.matcher.whole(rows):
            found.add(row["summary"], row["id"], row["id"])

    def _content(self, question: Question, found: Found) -> None:
        self.sources.content(question, self.matcher.innermost(self.matcher.matched(question.acts)), found)

    def _reply(self, question: Question, found: Found) -> None:
        self.sources.replied_to(self.matcher.matched(question.acts), found, by=False)

    def _replied(self, question: Question, found: Found) -> None:
        self.sources.replied_to(self.matcher.matched(question.acts), found, by=True)

    def _source(self, question: Question, found: Found) -> None:
        # What is denied is no fact, but who denies it is.
        denying = question.roles == ("deny",)
        rows = self.matcher.closest(self.matcher.matched(question.acts, keep=True), question.acts)
        if not denying:
            rows = [r for r in rows if r["status"] != "denied"] or rows
            rows = self.matcher.counting(rows, question.acts) or rows
        if question.number is not None or question.attributes:
            facts = self.details.matching(question, rows)
            self.sources.answer(question, [d["id"] for d in facts], found)
        else:
            ids = [r["id"] for r in rows]
            plain = [m for m in question.acts.mentions if not any(":" in t for t in m.tokens)]
            words = [{*m.stems, *m.tokens} for m in plain]
            self.sources.answer(question, self.details.saying(words, ids) or ids, found)

    def _sources(self, question: Question, found: Found) -> None:
        ids = [r["id"] for r in self.matcher.matched(question.acts, keep=True)]
        denying = question.form == "denying"
        if count := self.sources.independent(ids, denying=denying):
            found.add(str(count), "", *ids)
        elif ids:
            found.why = "nobody denies it" if denying else "nobody says that it is so"

    _denying = _sources

    def _count(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(replace(question.acts, soft=()), keep=True)
        counting = self.matcher.counting(rows, question.acts)
        if counting:
            found.add(str(len(counting)), "", *(r["id"] for r in counting))
        elif rows and all(r["status"] == "denied" for r in rows):
            found.add("0", "", *(r["id"] for r in rows))

    def _truth(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts, keep=True)
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
        # Whether somebody says that it should be is another question than whether it will.
        ahead = AHEAD if question.acts.speakers else ("planned", "predicted")
        if holds := [
            r for r in rows if r["status"] in (*HOLDING, "inferred") or (question.acts.modal and r["status"] in ahead)
        ]:
            said = self._holding([r["id"] for r in holds if r["status"] in HOLDING])
            for row in holds:
                if row["status"] not in HOLDING or row["id"] in said:
                    found.add("yes", "", row["id"])
            for row in rows:
                if row["status"] == "contested":
                    found.why = "contested: another source denies it"
        elif denied := [r for r in rows if r["status"] == "denied" and _denies(r, question.acts)]:
            for row in denied:
                found.add("no", "", row["id"])
        elif not rows and (denied := self._denied_for_all(question.acts) or self._opposite(question.acts)):
            for row in denied:
                found.add("no", "", row["id"])
        elif rows:
            standing = sorted({str(r["status"]).replace("_", " ") for r in rows})
            found.why = f"there is such an act, but it is only {' or '.join(standing)}"

    def _holding(self, ids: list[str]) -> set[str]:
        """Return the acts that some report gives as so, with all the voices around it."""
        found = self.store.read(
            "MATCH (:Article)-[r:REPORTS]->(a:Act) WHERE a.id IN $ids AND r.holds "
            "RETURN DISTINCT a.id AS id ORDER BY id",
            {"ids": ids},
        )
        return {r["id"] for r in found.rows}

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

    def _order(self, question: Question, found: Found) -> None:
        ones = self.matcher.matched(question.acts)
        others = Matcher(self.store).matched(question.other) if question.other else []
        sides = {s for a in ones for b in others if (s := self.matcher.compare(a, b))}
        if len(sides) == 1:
            found.add(sides.pop(), "", *(r["id"] for r in [*ones, *others]))
        elif ones and others:
            found.why = "which came first is not recorded"

    def _interval(self, question: Question, found: Found) -> None:
        """Add how long lies between acts, from the end of the earlier one to the later one."""
        rows = self.matcher.matched(question.acts)
        others = Matcher(self.store).matched(question.other) if question.other else rows
        spans = sorted(self._spans([*rows, *others]))
        one, other = (self._spans(rows), self._spans(others)) if question.other else (spans[:1], spans[1:2])
        if len(one) == len(other) == 1:
            (_, until), (start, _) = sorted([*one, *other])
            days = (start - until).days
            unit = question.units[0] or ("day" if days < 60 else "month" if days < 1000 else "year")
            number = round(days / DAYS[unit])
            found.add(f"{number} {unit}{'' if number == 1 else 's'}", "", *(r["id"] for r in [*rows, *others]))
        elif rows and others:
            found.why = "its days are not certain"

    def _spans(self, rows: list[Row]) -> list[tuple[date, date]]:
        """Return the distinct days of acts, of those that are certain; a whole month is no day."""
        told = best_dates(self.store, [r["id"] for r in rows])
        spans = set()
        for row in rows:
            if row["id"] in told:
                best = parse_edtf(told[row["id"]][0])
                earliest, latest = best.earliest, best.latest
            else:
                earliest, latest = row["earliest"], row["latest"]
            if earliest and latest and (latest - earliest).days < 7:
                spans.add((earliest, latest))
        return sorted(spans)

    def _figure(self, question: Question, found: Found) -> None:
        self.details.owners(question, self.matcher.matched(question.acts), found)

    def _during(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        for row in self.store.read(
            "MATCH (a:Act)-[:DURING|PART_OF]->(b:Act) WHERE a.id IN $ids RETURN DISTINCT b.id AS id, "
            "b.summary AS summary ORDER BY id",
            {"ids": [r["id"] for r in rows]},
        ).rows:
            found.add(row["summary"], row["id"], row["id"])

    def _suggests(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        for row in self.store.read(
            "MATCH (a:Act)-[:DERIVED_FROM]->(b:Act) WHERE b.id IN $ids "
            "RETURN DISTINCT a.id AS id, a.summary AS summary "
            "ORDER BY id",
            {"ids": [r["id"] for r in rows]},
        ).rows:
            found.add(row["summary"], row["id"], row["id"])

    def _came_first(self, question: Question, found: Found) -> None:
        ones = self.matcher.matched(question.acts)
        others = Matcher(self.store).matched(question.other) if question.other else []
        sides = {s for a in ones for b in others if (s := self.matcher.compare(a, b))}
        if len(sides) == 1:
            found.add(question.words[0 if sides == {"before"} else 1], "", *(r["id"] for r in [*ones, *others]))
        elif ones and others:
            found.why = "which came first is not recorded"

    def _reason(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        self.reasons.answer(question, rows, found)


def _denies(row: Row, acts: Acts) -> bool:
    """Say whether a denied act is what is asked, and not only one sort of it: a word of its kind is asked for."""
    asked = (
        {s for m in acts.mentions for s in m.stems}
        | {s for p in acts.parties for s in stem_words(p.words)}
        | {s for k in acts.kinds for s in stem_words(k.replace("-", " "))}
    )
    return not acts.kinds or row["kind"] in acts.kinds or bool(set(stem_words(row["kind"].replace("-", " "))) & asked)
