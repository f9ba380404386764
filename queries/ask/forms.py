"""Answers each form of question from the acts that matched: a party, a date, a figure, a source ..."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from communique.graph.shape import AHEAD
from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.anything import Anything
from communique.queries.ask.articles import Articles
from communique.queries.ask.catalogued import add_rows
from communique.queries.ask.dates import Dates, in_unit
from communique.queries.ask.details import Details
from communique.queries.ask.disputes import add_conflicts
from communique.queries.ask.fitting import Fitting
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.matching import Matcher
from communique.queries.ask.names import Names
from communique.queries.ask.parties import Parties
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.reasons import Reasons
from communique.queries.ask.roles import CALLING
from communique.queries.ask.sources import Sources
from communique.queries.ask.tenures import Tenures
from communique.queries.ask.things import Things
from communique.queries.ask.truth import Truth


class Forms:
    """Runs typed questions on one store; acts of `mutual` kinds have everybody do the same."""

    def __init__(self, store: Store, lexicon: Lexicon, mutual: Iterable[str] = ()) -> None:
        self.store, self.tenures = store, Tenures(lexicon)
        self.matcher = Matcher(store)
        self.parties, self.details = Parties(store, mutual), Details(store)
        self.sources, self.things, self.names = Sources(store), Things(store, self.tenures), Names(store)
        self.articles, self.anything = Articles(store), Anything(store)
        self.fitting, self.reasons, self.dates = Fitting(store, lexicon.thesaurus), Reasons(store), Dates(store)

    def run(self, question: Question) -> Found:
        """Return what a question finds."""
        self.matcher = Matcher(self.store)
        found = Found()
        if question.form in ("office", "offices", "attribute", "inside", "having", "within", "holds", "described"):
            self.things.answer(question, found)
            return found
        if question.form == "catalogue":
            add_rows(self.store, question, found)
            return found
        if question.form == "tenure":
            self.tenures.answer(question, found)
            return found
        if question.form in ("names", "users"):
            self.names.answer(question, found)
            return found
        if question.form == "articles" and question.entities:
            self.articles.publishers(question.entities, found)
            found.facts = list(question.acts.ids)
            return found
        answer: Callable[[Question, Found], None] = getattr(self, f"_{question.form}")
        answer(question, found)
        if question.form in ("party", "place", "source", "topic", "thing"):
            self.fitting.keep(question, found)
        found.cypher, found.params = self.matcher.cypher, self.matcher.params
        found.why = found.why or self.matcher.why
        return found

    def _party(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        if "by" in question.roles:
            rows = self.matcher.innermost(rows)
        if question.roles == ("by",) and not question.acts.modal:
            # Who will say something is not who says it.
            rows = [r for r in rows if r["status"] not in AHEAD or "say" not in r["kinds"]]
        self.parties.answer(question, rows, found)
        if question.roles == ("by",) and len(found.values) > 1 and (owners := self.details.told_of(question, rows)):
            found.values = [v for v in found.values if v.id in owners]
        if question.number is not None and len(found.values) != question.number:
            found.values, found.why = [], f"there are {len(found.values)}: {', '.join(v.value for v in found.values)}"

    def _thing(self, question: Question, found: Found) -> None:
        self.anything.answer(question, found)

    def _parties(self, question: Question, found: Found) -> None:
        named = Found()
        self._party(question, named)
        groups = self.store.read(
            "MATCH (x:Group) WHERE x.id IN $ids RETURN x.id AS id LIMIT 1", {"ids": [v.id for v in named.values]}
        ).rows
        if groups:
            found.why = "how many they are is not recorded"
        elif named.values:
            found.add(str(len(named.values)), "", *named.facts)

    def _date(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        self.dates.answer(question, rows, found, self.details)
        if question.units:
            told = Found(why=found.why)
            for value in found.values:
                told.add(in_unit(value.value, question.units[0]), "", *value.facts)
            found.values = told.values

    def _place(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        whole = self.matcher.whole(rows)
        if len(whole) < len(rows) and not question.attributes:
            self.parties.places(question, whole, found)
        if not found.values:
            self.parties.places(question, rows, found)
        if question.number is not None and len(found.values) != question.number:
            found.values, found.why = [], f"there are {len(found.values)}"

    def _topic(self, question: Question, found: Found) -> None:
        self.parties.topics(question, self.matcher.matched(question.acts), found)

    def _detail(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        self.details.answer(question, self.matcher.closest(rows, question.acts), found)
        if not found.values:
            self.details.answer(question, rows, found)

    def _what(self, question: Question, found: Found) -> None:
        acts = question.acts
        plain = not (acts.kinds or acts.before or acts.after)
        rows = self.matcher.matched(acts, keep=plain)
        if plain:  # no deed is named: what itself says it comes before what stands near it
            rows = self.matcher.counting(self.matcher.closest(rows, acts), acts)
        rows = self.matcher.innermost(rows)
        for row in rows if acts.kinds else self.matcher.whole(rows):
            found.add(row["summary"], row["id"], row["id"])

    def _content(self, question: Question, found: Found) -> None:
        rows = self.matcher.innermost(self.matcher.matched(question.acts))
        found.acts = [r["id"] for r in rows]
        self.sources.content(question, rows, found)

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
            if not set(question.roles) & CALLING:  # what is called for is not so yet
                rows = self.matcher.counting(rows, question.acts) or rows
        found.acts = [r["id"] for r in rows]
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
        count, told = self.sources.independent(ids, denying=denying)
        if count:
            found.add(str(count), "", *told)
        elif ids:
            found.why = "nobody denies it" if denying else "nobody says that it is so"

    _denying = _sources

    def _articles(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts, keep=True)
        self.articles.telling(question, [r["id"] for r in rows], found)

    def _conflicts(self, question: Question, found: Found) -> None:
        named = question.acts != Acts()
        rows = self.matcher.matched(question.acts, keep=True) if named else []
        add_conflicts(self.store, question, rows, found)

    def _count(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(replace(question.acts, soft=()), keep=True)
        denied = self.matcher.denied_by(rows, question.acts)
        counting = self.matcher.counting([r for r in rows if r["id"] not in denied], question.acts)
        counting = self.matcher.whole(counting) if counting else counting  # a part of it is no second one
        if counting and (len(counting) > 1 or question.attributes != ("times",)):  # told once is not done once
            found.add(str(len(counting)), "", *(r["id"] for r in counting))
        elif rows and all(r["status"] == "denied" or r["id"] in denied for r in rows):
            found.add("0", "", *(r["id"] for r in rows))

    def _truth(self, question: Question, found: Found) -> None:
        Truth(self.store, self.matcher, self.details).answer(question, found)

    def _order(self, question: Question, found: Found) -> None:
        ones = self.matcher.matched(question.acts)
        others = Matcher(self.store).matched(question.other) if question.other else []
        sides = {s for a in ones for b in others if (s := self.matcher.compare(a, b))}
        if len(sides) == 1:
            found.add(sides.pop(), "", *(r["id"] for r in [*ones, *others]))
        elif ones and others:
            found.why = "which came first is not recorded"

    def _interval(self, question: Question, found: Found) -> None:
        rows = self.matcher.matched(question.acts)
        others = Matcher(self.store).matched(question.other) if question.other else None
        self.dates.interval(question, rows, others, found)

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
        found.acts = [r["id"] for r in rows]
        self.reasons.answer(question, rows, found)
