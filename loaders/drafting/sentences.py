"""Reads a sentence into proposed facts: each verb or noun with its subject and roles, reported speech as claims."""

from __future__ import annotations

from collections.abc import Iterator

from communique.loaders.drafting.clauses import Grammar, Trigger
from communique.loaders.drafting.facts import Fact, Roles
from communique.loaders.drafting.items import read_items
from communique.loaders.drafting.lexicon import Lexicon
from communique.loaders.drafting.parties import Parties, Party
from communique.loaders.drafting.speech import nest

SNIPPET = 8


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
        self.triggers = self.grammar.triggers()
        self.verbs = [t for t in self.triggers if not t.noun]
        self.roles = Roles(self.grammar, parties)
        self.subjects: dict[int, list[Party]] = {}

    def facts(self) -> Iterator[Fact]:
        """Yield the facts from left to right."""
        taken: set[int] = set()
        for trigger in self.triggers:
            if trigger.noun:
                if trigger.at not in taken and (fact := self._noun(trigger)):
                    yield fact
                continue
            subject = self.subjects[trigger.at] = self._subject(trigger)
            stop = self._reach(trigger)
            kind = trigger.kind
            if trigger.light and (noun := self._carried(trigger, stop)):
                kind = noun.kind
                taken.add(noun.at)
                trigger.factuality = trigger.factuality or noun.factuality
            if kind:
                yield self._verb(trigger, kind, subject, stop)
            self.parties.remember(subject)

    def _verb(self, trigger: Trigger, kind: str, subject: list[Party], stop: int) -> Fact:
        fact = self._fact(trigger, kind)
        if self.items[trigger.at].type == "according":
            stop = next((n for n in range(trigger.at, stop) if self.grammar.word(n) == ","), stop)
            fact.add("by", self.parties.find(self.items[trigger.at : stop]))
            return fact
        role = fact.kind.object if trigger.passive and not fact.kind.symmetric else "by"
        if role in ("by", "to", "toward", "affects"):
            fact.add(role, subject)
        elif role == "about":
            fact.refer([p.id for p in subject])
        if trigger.passive:
            self.roles.fill(fact, trigger, trigger.at + 1, stop)
        else:
            self.roles.fill(fact, trigger, trigger.at + 1, stop)
        self._dates(fact, self._begin(trigger), stop)
        for item in self.items[self._begin(trigger) : trigger.start]:
            if item.figure:
                self.roles.detail(fact, item)
        return fact

    def _noun(self, trigger: Trigger) -> Fact | None:
        fact = self._fact(trigger, trigger.kind)
        if fact.kind.statement and not trigger.factuality:
            return None
        left = trigger.at
        while left and self.items[left - 1].type in ("word", "name", "date", "figure") and not self._ends(left - 1):
            left -= 1
        fact.add("by", self.parties.find(self.items[left : trigger.at]))
        stop = self._reach(trigger)
        self.roles.fill(fact, trigger, trigger.at + 1, stop)
        self._dates(fact, left, stop)
        governor = max((v for v in self.verbs if v.at < trigger.at), key=lambda v: v.at, default=None)
        if "by" not in fact.parties and (earlier := self._earlier(fact)):
            fact.see = earlier
            return fact
        if governor and governor.kind == "" and governor.at in self.subjects and self._reach(governor) > trigger.at:
            fact.add("by", self.subjects[governor.at])
        return fact if fact.parties or fact.date or fact.factuality else None

    def _fact(self, trigger: Trigger, kind: str) -> Fact:
        first = max(0, trigger.start - 2)
        text = self.sentence[self.items[first].start : self.items[min(len(self.items), trigger.at + 5) - 1].stop]
        fact = Fact(self.parties.vocabulary.kinds[kind], trigger.at, factuality=trigger.factuality)
        fact.words = " ".join(text.split()[:SNIPPET])
        return fact

    def _earlier(self, fact: Fact) -> Fact | None:
        """Return the last act of the article that a noun can refer back to."""
        ancestors = self.parties.vocabulary.ancestors
        for act in reversed(self.acts):
            if act.kind.id in ancestors(fact.kind.id) or fact.kind.id in ancestors(act.kind.id):
                return act
        return None

    def _ends(self, at: int) -> bool:
        groups = ("openers", "prepositions", "places", "sources", "between", "auxiliaries")
        return self.grammar.is_(at, *groups) or self.grammar.word(at) in ("and", "or", "but")

    def _carried(self, trigger: Trigger, stop: int) -> Trigger | None:
        """Return the noun that a verb only carries: the first after it, before any preposition."""
        for noun in (t for t in self.triggers if t.noun and trigger.at < t.at < stop):
            between = range(trigger.at + 1, noun.at)
            if any(self.grammar.is_(n, "prepositions", "places", "sources") for n in between):
                return None
            ancestors = self.parties.vocabulary.ancestors(noun.kind)
            return noun if not trigger.kind or trigger.kind in ancestors else None
        return None

    def _begin(self, trigger: Trigger) -> int:
        """Return where the clause of a verb begins: after the verb or the opening word before it."""
        last = max((v.at for v in self.verbs if v.at < trigger.at), default=-1)
        at = trigger.start - 1
        while at > last and not self.grammar.is_(at, "openers") and self.grammar.word(at) not in (";", ":", '"', "(", ")"):
            at -= 1
        return at + 1

    def _reach(self, trigger: Trigger) -> int:
        """Return where the words that belong to a verb or noun end."""
        starts = [v.start for v in self.verbs if v.at > trigger.at]
        stop = min(starts, default=len(self.items))
        for at in range(trigger.at + 1, stop):
            word = self.grammar.word(at)
            if self.grammar.is_(at, "openers") or word in (";", ":", '"', "(", ")") or (trigger.noun and word == ","):
                return at
            if word == "," and self.grammar.word(at + 1) in ("and", "but") and starts:
                return at
        return stop

    def _subject(self, trigger: Trigger) -> list[Party]:
        begin = self._begin(trigger)
        region = self.items[begin : trigger.start]
        last = max((v for v in self.verbs if v.at < trigger.at), key=lambda v: v.at, default=None)
        inherited = self.subjects.get(last.at, []) if last else []
        if self.grammar.is_(begin - 1, "relative") and begin == trigger.start:
            return self.parties.find(self.items[: begin - 1])[-1:]
        if trigger.infinitive and last and begin == last.at + 1:
            told = self.parties.vocabulary.kinds[last.kind].claims == "called_for" if last.kind else False
            return (self.parties.find(region) if told else []) or inherited
        commas = [n for n in range(begin, trigger.start) if self.grammar.word(n) == ","]
        after = self.grammar.word(trigger.at + 1)
        if commas and after in ("", ".", ",") and (named := self.parties.find(self.items[commas[-1] : trigger.start])):
            return named
        if last and begin == last.at + 1:
            joints = [n for n in range(begin, trigger.start) if self.grammar.word(n) in ("and", "but")]
            if joints:
                return self.parties.find(self.items[joints[-1] : trigger.start], subject=True) or inherited
            if commas and self.grammar.is_(self._begin(last) - 1, "relative"):
                return self.parties.find(self.items[: self._begin(last) - 1], subject=True)
            if trigger.bare and not commas:
                return inherited
        return self.parties.find(region, subject=True) or (inherited if last and begin == last.at + 1 else [])

    def _dates(self, fact: Fact, start: int, stop: int) -> None:
        fact.date = next((i.date for i in self.items[start:stop] if i.date), None)
