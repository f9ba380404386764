"""Reads a sentence into proposed facts: each verb or noun with its subject and roles, reported speech as claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.loaders.drafting.clauses import Grammar, Trigger
from communique.loaders.drafting.dates import place_date
from communique.loaders.drafting.facts import Fact, Roles
from communique.loaders.drafting.items import read_items
from communique.loaders.drafting.lexicon import Lexicon
from communique.loaders.drafting.parties import Parties, Party
from communique.loaders.drafting.speech import nest
from communique.loaders.drafting.subjects import Clauses

SNIPPET = 8
# Of writing without blanks, a line.
SNIPPET_LENGTH = 80


class Sentences:
    """Reads the sentences of one article, in their order."""

    def __init__(self, lexicon: Lexicon, parties: Parties) -> None:
        self.lexicon, self.parties = lexicon, parties
        self.acts: list[Fact] = []

    def read(self, sentence: str) -> list[Fact]:
        """Return the facts of a sentence, claims inside the statements that make them."""
        reading = _Reading(sentence, self.lexicon, self.parties, self.acts)
        facts = list(reading.facts())
        self.acts.extend(f for f in facts if not f.see and not f.kind.statement)
        return nest(facts, reading.grammar)


class _Reading:
    def __init__(self, sentence: str, lexicon: Lexicon, parties: Parties, acts: list[Fact]) -> None:
        self.sentence, self.lexicon, self.parties, self.acts = sentence, lexicon, parties, acts
        self.items = read_items(sentence, lexicon)
        self.grammar = Grammar(self.items, lexicon)
        self.clauses = Clauses(self.grammar, parties, acts)
        self.roles = Roles(self.grammar, parties)
        self.words = lexicon.words

    def facts(self) -> Iterator[Fact]:
        """Yield the facts from left to right."""
        taken: set[int] = set()
        for trigger in self.clauses.triggers:
            if trigger.noun:
                if trigger.at not in taken and (fact := self._noun(trigger)):
                    yield fact
                continue
            subject = self.clauses.subjects[trigger.at] = self.clauses.subject(trigger)
            stop = self.clauses.reach(trigger)
            kind = trigger.kind
            if noun := self.clauses.carried(trigger, stop):
                kind = kind if kind in self.words["change"] else noun.kind
                taken.add(noun.at)
                trigger.factuality = trigger.factuality or noun.factuality
            if kind and not self.clauses.leads(trigger):
                fact = self._verb(trigger, kind, subject, stop)
                if not self._own_voice(fact):
                    yield fact
                    self.parties.remember(fact.parties.get("by", []))

    def _own_voice(self, fact: Fact) -> bool:
        """Say whether it is the article itself that speaks: its publisher or its agency."""
        speakers = [p.id for p in fact.parties.get("by", [])]
        return fact.kind.statement and bool(speakers) and all(s in self.parties.own_voices for s in speakers)

    def _refined(self, kind: str, start: int, stop: int) -> str:
        """Return the kind that the words in its reach make of it."""
        for _ in range(2):
            for word, other in self.words["refine"].get(kind, {}).items():
                text = " ".join(self.grammar.word(n) for n in range(start, stop))
                if f" {word} " in f" {text} " and other in self.parties.vocabulary.kinds:
                    kind = other
                    break
        return kind

    def _settled(self, fact: Fact) -> Fact:
        """Return a fact whose kind is that of an act of several states, where it has more than one."""
        other = self.words["of_several"].get(fact.kind.id, "")
        states = [p for p in fact.parties.get("by", []) if self.parties.vocabulary.actors[p.id].is_ == "State"]
        if len(states) > 1 and other in self.parties.vocabulary.kinds:
            fact.kind = self.parties.vocabulary.kinds[other]
        return fact

    def _verb(self, trigger: Trigger, kind: str, subject: list[Party], stop: int) -> Fact:
        begin = self.clauses.begin(trigger) if trigger.passive else max(self.clauses.begin(trigger), trigger.start - 2)
        fact = self._fact(trigger, self._refined(kind, begin, stop))
        if self.items[trigger.at].type == "according":
            stop = next((n for n in range(trigger.at, stop) if self.grammar.word(n) == ","), stop)
            fact.add("by", self.parties.find(self.items[trigger.at : stop]))
            return fact
        role = fact.kind.object if trigger.passive and not fact.kind.symmetric else "by"
        if role in ("by", "to", "toward", "affects"):
            fact.add(role, subject)
        elif role == "about":
            fact.refer([p.id for p in subject])
        inverted = self.clauses.inverted(trigger)
        self.roles.fill(fact, trigger, inverted or trigger.at + 1, stop)
        self._dates(fact, self.clauses.begin(trigger), stop)
        for item in self.items[self.clauses.begin(trigger) : trigger.start]:
            if item.figure:
                self.roles.detail(fact, item)
        return self._settled(fact)

    def _noun(self, trigger: Trigger) -> Fact | None:
        fact = self._fact(trigger, trigger.kind)
        if fact.kind.statement and trigger.kind not in self.words["statement_nouns"]:
            return None
        left = trigger.at
        while left and self.items[left - 1].type in ("word", "name", "date", "figure") and not self._ends(left - 1):
            left -= 1
        fact.add("by", self.parties.find(self.items[left : trigger.at]))
        stop = self.clauses.reach(trigger)
        fact.kind = self.parties.vocabulary.kinds[self._refined(trigger.kind, left, trigger.at)]
        self.roles.fill(fact, trigger, trigger.at + 1, stop)
        self._dates(fact, left, stop)
        if fact.kind.statement:
            return fact if "by" in fact.parties else None
        governor = max((v for v in self.clauses.verbs if v.at < trigger.at), key=lambda v: v.at, default=None)
        self._lasting(fact, stop)
        self._settled(fact)
        if "by" not in fact.parties and (earlier := self.clauses.earlier(fact)):
            fact.see = earlier
            return fact
        if (
            governor
            and governor.kind == ""
            and governor.at in self.clauses.subjects
            and self.clauses.reach(governor) > trigger.at
        ):
            fact.add("by", self.clauses.subjects[governor.at])
        return fact if fact.parties or fact.date or fact.factuality else None

    def _lasting(self, fact: Fact, stop: int) -> None:
        """Add the figures after a verb that is no act: "the flight lasted more than 10 hours"."""
        verb = next((v for v in self.clauses.verbs if v.start == stop and not v.kind), None)
        for item in self.items[stop : self.clauses.reach(verb)] if verb else ():
            if item.figure:
                self.roles.detail(fact, item)

    def _fact(self, trigger: Trigger, kind: str) -> Fact:
        first = max(0, trigger.start - 2)
        text = self.sentence[self.items[first].start : self.items[min(len(self.items), trigger.at + 5) - 1].stop]
        fact = Fact(self.parties.vocabulary.kinds[kind], trigger.at, factuality=trigger.factuality)
        fact.words = " ".join(text.removeprefix("'s").lstrip(" ,.;:-)(\"'").split()[:SNIPPET])[:SNIPPET_LENGTH]
        return fact

    def _ends(self, at: int) -> bool:
        groups = ("openers", "prepositions", "places", "sources", "between", "auxiliaries")
        return self.grammar.is_(at, *groups) or self.grammar.word(at) in ("and", "or", "but")

    def _dates(self, fact: Fact, start: int, stop: int) -> None:
        """Give a fact the date that stands in its clause, or the one before that "the same day" means."""
        memory = self.parties.memory
        fact.date = next((i.date for i in self.items[start:stop] if i.date), None)
        if fact.date:
            placed = place_date(fact.date, self.parties.published, fact.factuality)
            memory.day = replace(fact.date, date=placed.date) if placed else None
        elif memory.day and any(
            self.grammar.word(n) == "same" and self.grammar.word(n + 1) == "day" for n in range(start, stop)
        ):
            fact.date = replace(memory.day, words="the same day")
