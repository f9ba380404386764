"""Who is meant by the names and pronouns in a part of a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.loaders.drafting.items import Item
from communique.loaders.drafting.lexicon import Lexicon
from communique.schemas.date_words import DateWords
from communique.schemas.dates import Edtf
from communique.schemas.vocabulary import Vocabulary

# A word before a name that says that it is not the subject: "over", "with", "against".
_WITHIN = ("of", "from", "between", "by")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, with the offices in which it acts."""

    id: str
    offices: tuple[str, ...] = ()


@dataclass
class Memory:
    """Whom pronouns mean: the last person, the last body or state, the last two or more that acted together.

    `states` are those for which the last two or more acted; `surnames` and `bodies` are what one word stands for.
    """

    he: list[Party] = field(default_factory=list)
    it: list[Party] = field(default_factory=list)
    they: list[Party] = field(default_factory=list)
    states: list[Party] = field(default_factory=list)
    surnames: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    day: DateWords | None = None


class Parties:
    """Finds parties in one article; remembers for pronouns."""

    def __init__(self, lexicon: Lexicon, published: Edtf, own_voices: tuple[str, ...] = ()) -> None:
        self.lexicon, self.published, self.own_voices = lexicon, published, own_voices
        self.memory = Memory()

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary in force."""
        return self.lexicon.vocabulary

    def find(self, items: list[Item], *, subject: bool = False) -> list[Party]:
        """Return the parties that items name, each once; as a `subject`, not those after a preposition."""
        found: list[Party] = []
        outside = False
        for at, item in enumerate(items):
            if item.type == "word" and self._leads_out(item.words):
                outside = subject
            elif item.type in ("punctuation", "act") or item.words in _WITHIN:
                outside = False
            elif item.type == "word" and item.capital and item.words in self.memory.surnames and not outside:
                found.append(Party(self.memory.surnames[item.words]))
            elif item.type == "name" and item.ids("role"):
                found.extend(p for p in self._body(item, items, at) if not outside)
            elif item.type == "name" and not outside:
                following = items[at + 1] if at + 1 < len(items) else None
                if item.ids("pronoun") and following and following.words == "of":
                    continue
                found.extend(p for p in self._party(item, following) if p.id not in [f.id for f in found])
        found = self._without_owners(found)
        states = [Party(p.id) for p in found if self._is(p, "State")]
        if len(states) > 1:
            self.memory.states = states
        return found

    def _body(self, item: Item, items: list[Item], at: int) -> list[Party]:
        """Return the body or officer that a role means: of the state that stands near, else the one named before."""
        near = [a for i in (*items[:at], *items[at + 1 : at + 4]) for a in i.ids("actor", "demonym")]
        for role in item.ids("role"):
            for actor in self.vocabulary.actors.values():
                if actor.role == role and actor.part_of in near:
                    self.memory.bodies[role] = actor.id
            if role in self.memory.bodies:
                return [Party(self.memory.bodies[role])]
        return []

    def _leads_out(self, word: str) -> bool:
        groups = ("prepositions", "places")
        return word not in _WITHIN and any(self.lexicon.is_(group, word) for group in groups)

    def _party(self, item: Item, following: Item | None) -> list[Party]:
        if item.words in self.memory.bodies:
            return [Party(self.memory.bodies[item.words])]
        if pronoun := item.ids("pronoun"):
            return list(getattr(self.memory, pronoun[0]))
        if actors := item.ids("actor", "demonym"):
            self._name(actors[0], item)
            return [Party(self._government(actors[0]))]
        for office in item.ids("office"):
            holders = self.vocabulary.holders(self.vocabulary.offices[office], self.published)
            if following and (named := [p for p in following.ids("actor") if p in holders]):
                return [Party(named[0], (office,))]
            if following and following.ids("actor") and len(holders) != 1:
                return []
            if len(holders) == 1:
                return [Party(holders[0], (office,))]
        return []

    def _name(self, actor: str, item: Item) -> None:
        """Remember by what one word a person may be called again, and of which sort a body is."""
        entry = self.vocabulary.actors[actor]
        if entry.is_ == "Person" and len(words := item.words.split()) > 1:
            self.memory.surnames.update({words[0]: actor, words[-1]: actor})
        if entry.role:
            self.memory.bodies.update({entry.role: actor, entry.role.split()[-1]: actor})

    def _government(self, actor: str) -> str:
        state = self.vocabulary.state_of(actor)
        return state.id if state and self.vocabulary.actors[actor].role == "government" else actor

    def _without_owners(self, found: list[Party]) -> list[Party]:
        """Drop the states and bodies for which another party acts: "President Putin of Russia", "spokesman Zhao"."""
        owners: set[str] = set()
        served: set[str] = set()
        for party in found:
            if self.vocabulary.actors[party.id].is_ == "Person":
                served.update(self._states(party))
            elif (state := self.vocabulary.state_of(party.id)) and state.id != party.id:
                owners.add(state.id)
        kept = [p for p in found if p.id not in owners | served]
        return [p for p in kept if not (self._is(p, "Organization") and served & set(self._states(p)))]

    def _is(self, party: Party, label: str) -> bool:
        return self.vocabulary.actors[party.id].is_ == label

    def _states(self, party: Party) -> list[str]:
        """Return the states for which a party acts: the first of its offices', or its own."""
        if self._is(party, "Person"):
            held = self.vocabulary.offices_held(party.id, None)
            return [office.of for office, _ in held if office.of in self.vocabulary.actors][:1]
        state = self.vocabulary.state_of(party.id)
        return [state.id] if state else []

    def remember(self, parties: Iterable[Party]) -> None:
        """Note who acted, for the pronouns that follow."""
        parties = [Party(p.id) for p in parties]
        if len(parties) > 1:
            self.memory.they = parties
            states = list(dict.fromkeys(s for p in parties for s in self._states(p)))
            if len(states) > 1:
                self.memory.states = [Party(s) for s in states]
        for party in reversed(parties):
            setattr(self.memory, "he" if self._is(party, "Person") else "it", [party])
