"""Who is meant by the names and pronouns in a part of a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.loaders.drafting.items import Item
from communique.loaders.drafting.lexicon import Lexicon
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
    """Whom pronouns mean: the last person, the last body or state, the last two or more that acted together."""

    he: list[Party] = field(default_factory=list)
    it: list[Party] = field(default_factory=list)
    they: list[Party] = field(default_factory=list)


class Parties:
    """Finds parties in one article; remembers for pronouns."""

    def __init__(self, lexicon: Lexicon, published: Edtf) -> None:
        self.lexicon, self.published = lexicon, published
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
            elif item.type == "name" and not outside:
                following = items[at + 1] if at + 1 < len(items) else None
                found.extend(p for p in self._party(item, following) if p.id not in [f.id for f in found])
        return self._without_owners(found)

    def _leads_out(self, word: str) -> bool:
        groups = ("prepositions", "places")
        return word not in _WITHIN and any(self.lexicon.is_(group, word) for group in groups)

    def _party(self, item: Item, following: Item | None) -> list[Party]:
        if pronoun := item.ids("pronoun"):
            return list(getattr(self.memory, pronoun[0]))
        if actors := item.ids("actor", "demonym"):
            return [Party(self._government(actors[0]))]
        for office in item.ids("office"):
            holders = self._holders(office)
            if following and (named := [p for p in following.ids("actor") if p in holders]):
                return [Party(named[0], (office,))]
            if following and following.ids("actor") and len(holders) != 1:
                return []
            if len(holders) == 1:
                return [Party(holders[0], (office,))]
        return []

    def _government(self, actor: str) -> str:
        state = self.vocabulary.state_of(actor)
        return state.id if state and self.vocabulary.actors[actor].role == "government" else actor

    def _holders(self, office: str) -> list[str]:
        return [
            person
            for person in self.vocabulary.offices[office].held
            if any(o.id == office for o, _ in self.vocabulary.offices_held(person, self.published))
        ]

    def _without_owners(self, found: list[Party]) -> list[Party]:
        """Drop the states of which another party is a part or an officer: "President Putin of Russia"."""
        owners: set[str] = set()
        for party in found:
            state = self.vocabulary.state_of(party.id)
            if state and state.id != party.id:
                owners.add(state.id)
            if self.vocabulary.actors[party.id].is_ == "Person":
                owners.update(office.of for office, _ in self.vocabulary.offices_held(party.id, None))
        return [p for p in found if p.id not in owners]

    def remember(self, parties: Iterable[Party]) -> None:
        """Note who acted, for the pronouns that follow."""
        parties = [Party(p.id) for p in parties]
        if len(parties) > 1:
            self.memory.they = parties
        for party in parties:
            person = self.vocabulary.actors[party.id].is_ == "Person"
            setattr(self.memory, "he" if person else "it", [party])
