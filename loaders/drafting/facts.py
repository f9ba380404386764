"""A proposed fact, and the roles that the words around its verb or noun fill."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.loaders.drafting.clauses import Grammar, Trigger
from communique.loaders.drafting.items import Item
from communique.loaders.drafting.parties import Parties, Party
from communique.schemas.date_words import DateWords
from communique.schemas.entries import Kind

_ACTORS = ("by", "to", "toward", "affects")
_PLACED = ("in", "over", "above", "at", "near", "into", "across", "around", "within", "off", "through")


@dataclass(slots=True)
class Fact:
    """A proposed fact: its kind, the parties by role, topics it is `about`, places by preposition, figures.

    `see` is the fact of this article that it refers back to; `words` the words of the text it was read from.
    """

    kind: Kind
    at: int
    parties: dict[str, list[Party]] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    places: dict[str, list[str]] = field(default_factory=dict)
    details: list[tuple[str, str]] = field(default_factory=list)
    date: DateWords | None = None
    factuality: str = ""
    words: str = ""
    id: str = ""
    see: Fact | None = None
    claims: list[Fact] = field(default_factory=list)

    def add(self, role: str, parties: list[Party]) -> None:
        """Add parties in a role, each once, and not those that are there in another."""
        if self.kind.roles.get(role) == "none":
            return
        known = [p.id for group in self.parties.values() for p in group]
        fresh = [p for p in parties if p.id not in known]
        if fresh:
            self.parties.setdefault(role, []).extend(fresh)

    def refer(self, topics: list[str]) -> None:
        """Add what it is about."""
        if self.kind.roles.get("about") != "none":
            self.about.extend(t for t in topics if t not in self.about)


class Roles:
    """Fills the roles of a sentence's facts."""

    def __init__(self, grammar: Grammar, parties: Parties) -> None:
        self.grammar, self.parties = grammar, parties
        self.words = grammar.lexicon.words

    def fill(self, fact: Fact, trigger: Trigger, start: int, stop: int) -> None:
        """Give a fact the parties, topics and places that stand between two places after its word."""
        preposition, run = "", list[Item]()
        for at in range(start, stop):
            item = self.grammar.items[at]
            word = item.words
            if word == "of" and preposition in ("by", "from", "between", "with") and not run:
                continue
            if item.type == "word" and self._is_preposition(word):
                self._assign(fact, trigger, preposition, run)
                preposition, run = word, []
            elif item.type == "name" or (preposition and item.ids("topic")):
                run.append(item)
            elif item.type == "figure" and item.figure and item.figure[1]:
                self.detail(fact, item)
        self._assign(fact, trigger, preposition, run)

    def detail(self, fact: Fact, item: Item) -> None:
        """Add a figure under the attribute that its unit stands for."""
        assert item.figure is not None
        said, unit = item.figure
        attribute = self.grammar.lexicon.attribute_of(unit)
        if attribute and (attribute, said) not in fact.details:
            fact.details.append((attribute, said))

    def _placing(self, preposition: str) -> bool:
        return any(preposition in self.words[group] for group in ("places", "between")) or preposition == "from"

    def _is_preposition(self, word: str) -> bool:
        groups = ("places", "sources", "between")
        return word in self.words["prepositions"] or any(word in self.words[group] for group in groups)

    def _assign(self, fact: Fact, trigger: Trigger, preposition: str, run: list[Item]) -> None:
        if not run:
            return
        role = self._role(fact.kind, trigger, preposition)
        for item in run:
            fact.refer(item.ids("topic"))
            places = item.ids("place")
            if places and (not item.ids("actor", "demonym") or preposition in _PLACED):
                if preposition and not self._placing(preposition):
                    fact.refer(places[:1])
                elif fact.kind.roles.get("at") != "none":
                    fact.places.setdefault(preposition or "in", []).extend(places[:1])
        named = [i for i in run if not i.ids("place") or (i.ids("actor", "demonym") and preposition not in _PLACED)]
        found = self.parties.find(named)
        if role in _ACTORS:
            fact.add(role, found)
        elif role == "about":
            fact.refer([p.id for p in self.parties.find([i for i in named if not i.ids("pronoun")])])

    def _role(self, kind: Kind, trigger: Trigger, preposition: str) -> str:
        mutual = "by" if kind.symmetric or kind.id in self.words["of_several"] else ""
        if not preposition and not kind.symmetric:
            mutual = ""
        if not preposition:
            return mutual or (kind.object if not trigger.noun else "")
        if preposition == "by":
            return "by" if trigger.passive or trigger.noun else ""
        if preposition in ("with", "between"):
            return mutual or kind.prepositions.get(preposition, "to" if preposition == "with" else "")
        if trigger.noun and preposition in ("of", "from"):
            return "by"
        return kind.prepositions.get(preposition) or self.words["prepositions"].get(preposition, "")
