"""Where the words of a verb begin and end, and who its subject is."""

from __future__ import annotations

from communique.loaders.drafting.clauses import Grammar, Trigger
from communique.loaders.drafting.facts import Fact
from communique.loaders.drafting.parties import Parties, Party


class Clauses:
    """One sentence's clauses; `acts` are the events that the article gave before, for nouns that refer back."""

    def __init__(self, grammar: Grammar, parties: Parties, acts: list[Fact]) -> None:
        self.grammar, self.parties, self.acts = grammar, parties, acts
        self.items, self.words = grammar.items, grammar.lexicon.words
        self.triggers = grammar.triggers()
        self.verbs = [t for t in self.triggers if not t.noun]
        self.subjects: dict[int, list[Party]] = {}

    def begin(self, trigger: Trigger) -> int:
        """Return where the clause of a verb begins: after the verb or the opening word before it."""
        last = max((v.at for v in self.verbs if v.at < trigger.at), default=-1)
        at = trigger.start - 1
        while (
            at > last and not self.grammar.is_(at, "openers") and self.grammar.word(at) not in (";", ":", '"', "(", ")")
        ):
            at -= 1
        return at + 1

    def reach(self, trigger: Trigger) -> int:
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

    def inverted(self, trigger: Trigger) -> int:
        """Return where a subject after its verb ends, as in ", says AP,"; 0 where there is none."""
        spoken = trigger.kind and self.parties.vocabulary.kinds[trigger.kind].statement
        if spoken and self.grammar.word(trigger.start - 1) in (",", '"') and trigger.at + 1 < len(self.items):
            if self.items[trigger.at + 1].type == "name" and self.grammar.word(trigger.at + 2) in (",", ".", ""):
                return trigger.at + 2
        return 0

    def _relative(self, trigger: Trigger) -> int:
        """Return where a relative clause between commas began that ends just before a verb; 0 where there is none."""
        if self.grammar.word(trigger.start - 1) != ",":
            return 0
        openers = [n for n in range(trigger.start) if self.grammar.is_(n, "relative")]
        return openers[-1] if openers else 0

    def subject(self, trigger: Trigger) -> list[Party]:
        begin = self.begin(trigger)
        if inverted := self.inverted(trigger):
            return self.parties.find(self.items[trigger.at + 1 : inverted])
        if opener := self._relative(trigger):
            return self.parties.find(self.items[:opener], subject=True)
        region = self.items[begin : trigger.start]
        last = max((v for v in self.verbs if v.at < trigger.at), key=lambda v: v.at, default=None)
        inherited = self.subjects.get(last.at, []) if last else []
        if self.grammar.is_(begin - 1, "relative") and begin == trigger.start:
            both = self.grammar.word(begin - 2) == "of"
            return self.parties.find(self.items[: begin - 1], subject=both)[0 if both else -1 :]
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
            if commas and self.grammar.is_(self.begin(last) - 1, "relative"):
                return self.parties.find(self.items[: self.begin(last) - 1], subject=True)
            if trigger.bare and not commas:
                return inherited
        if found := self.parties.find(region, subject=True):
            return found
        if inherited and last and begin == last.at + 1:
            return inherited
        return (
            self._acting(begin, trigger.start)
            or self.parties.find(region)[-1:]
            or (inherited or self.parties.memory.states if trigger.infinitive else [])
        )

    def _acting(self, start: int, stop: int) -> list[Party]:
        """Return who did the act that a noun refers back to, as in "the mission was meant to"."""
        for noun in (t for t in self.triggers if t.noun and start <= t.at < stop):
            if earlier := self.earlier(Fact(self.parties.vocabulary.kinds[noun.kind], noun.at)):
                return [Party(p.id) for p in earlier.parties.get("by", [])]
        return []

    def earlier(self, fact: Fact) -> Fact | None:
        """Return the first act of the article that a noun can refer back to."""
        ancestors = self.parties.vocabulary.ancestors
        for act in self.acts:
            if act.kind.id in ancestors(fact.kind.id) or fact.kind.id in ancestors(act.kind.id):
                return act
        return None

    def carried(self, trigger: Trigger, stop: int) -> Trigger | None:
        """Return the noun that a verb only carries: the first after it, before any preposition."""
        for noun in (t for t in self.triggers if t.noun and trigger.at < t.at < stop):
            between = range(trigger.at + 1, noun.at)
            if any(self.grammar.is_(n, "prepositions", "places", "sources") for n in between):
                return None
            if self.grammar.word(noun.at + 1) == "'s":
                return None
            if trigger.kind in self.words["change"]:
                return noun
            ancestors = self.parties.vocabulary.ancestors(noun.kind)
            return noun if trigger.light and (not trigger.kind or trigger.kind in ancestors) else None
        return None

    def leads(self, trigger: Trigger) -> bool:
        """Say whether a verb only tells how the next one is given ("aiming to") or pairs with it ("develop and")."""
        following = next((t for t in self.verbs if t.at > trigger.at), None)
        if following is None:
            return False
        change = trigger.kind in self.words["change"] and following.kind in self.words["change"]
        if change and following.at == trigger.at + 2 and self.grammar.word(trigger.at + 1) == "and":
            return True
        return trigger.kind == "intend" and following.infinitive and following.start <= trigger.at + 3
