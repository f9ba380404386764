"""Reads a noun phrase: the actors, places and topics it names, the kinds of act, dates, figures and other words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.queries.ask.chunks import Phrase
from communique.queries.ask.items import Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Mention, Party
from communique.schemas.date_words import DateWords
from communique.schemas.quantities import show_number
from communique.schemas.stems import stem_words

# Units that name a class of things where they are not counted: "which day", "two countries".
_CLASSES = {
    **dict.fromkeys(("day", "month", "year"), "times"),
    **dict.fromkeys(("person", "member"), "persons"),
    "state": "states",
}


@dataclass(slots=True)
class Named:
    """One named thing: ids by sort, offices (whoever held them), and its words; `owner` before 's or a noun."""

    words: str
    ids: tuple[str, ...]
    offices: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    owner: bool = False
    modifier: bool = False
    either: bool = False
    places: tuple[str, ...] = ()


@dataclass(slots=True)
class Read:
    """What a noun phrase says."""

    phrase: Phrase
    named: list[Named] = field(default_factory=list)
    kinds: list[Item] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    dates: list[DateWords] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    number: float | None = None
    comparator: str = ""
    order: str | int | None = None
    classes: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    ratio: float | None = None
    reason: bool = False
    thing: bool = False

    @property
    def kind_ids(self) -> tuple[str, ...]:
        """The kinds that its last kind noun can mean."""
        return tuple(self.kinds[-1].ids("kind")) if self.kinds else ()


class Reader:
    """Reads phrases with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(self, phrase: Phrase) -> Read:
        """Return what a phrase says."""
        read = Read(phrase)
        items = phrase.items
        for at, item in enumerate(items):
            following = next((i for i in items[at + 1 :] if i.type not in ("filler", "and", "both")), None)
            self._item(read, item, items[at + 1] if at + 1 < len(items) else None, following, items)
        return read

    def _item(self, read: Read, item: Item, then: Item | None, following: Item | None, items: list[Item]) -> None:
        match item.type:
            case "entity":
                self._entity(read, item, then, following, items)
            case "kind":
                read.kinds.append(item)
            case "topic":
                read.named.append(self.named(item))
            case "role":
                if following and following.has("actor") and any(self.is_person(i) for i in following.ids("actor")):
                    return  # a title before a name
                if not self._roles_of(read, item):
                    read.roles.extend(item.ids("role"))
            case "unit" | "attribute":
                read.units.extend(item.ids("unit"))
                read.attributes.extend(item.ids("attribute"))
                counted = _CLASSES if read.number is None else {k: v for k, v in _CLASSES.items() if v != "times"}
                if classes := [counted[u] for u in item.ids("unit") if u in counted]:
                    read.units = [u for u in read.units if u not in counted]
                    read.classes.append(classes[0])
            case "class":
                read.classes.append(str(item.value))
            case "number":
                read.number, read.comparator = item.number, item.comparator
            case "ratio":
                read.ratio = item.number
                read.mentions.append(Mention(item.words, stems=tuple(stem_words(item.words))))
            case "order":
                read.order = item.value
            case "date":
                if item.date:
                    read.dates.append(item.date)
            case "reason":
                read.reason = True
            case "thing":
                read.thing = True
            case "no":
                read.mentions.append(Mention("no", stems=("no",)))
            case "word":
                if stems := tuple(stem_words(item.words)):
                    read.mentions.append(Mention(item.words, self.lexicon.alike(item.words), stems))

    def _entity(self, read: Read, item: Item, then: Item | None, following: Item | None, items: list[Item]) -> None:
        named = self.named(item)
        named.owner = bool(then and then.type in ("possessive", "kind", "attribute", "unit", "word", "role", "class"))
        named.modifier = bool(then and then.type == "word")
        before = items[items.index(item) - 1] if items.index(item) else None
        named.either = bool(before and before.type == "or") or bool(then and then.type == "or")
        read.named.append(named)

    def is_person(self, actor: str) -> bool:
        """Return whether the actor ever held an office."""
        return any(actor == person for held in self.lexicon.persons.values() for person, _ in held)

    def _roles_of(self, read: Read, item: Item) -> bool:
        """Turn "Chinese and Russian" before "defense ministries" into the ministries of both."""
        made = []
        for owner in [n for n in read.named if n.owner or n is read.named[-1]]:
            for role in item.ids("role"):
                found = [
                    s
                    for form in (f"{owner.words} {role}", f"{role} of {owner.words}")
                    for s in self.lexicon.lookup(form)
                ]
                if found:
                    made.append((owner, Item("entity", f"{owner.words} {role}", found)))
                    break
        for owner, joined in made:
            read.named[read.named.index(owner)] = self.named(joined)
        return bool(made)

    def named(self, item: Item) -> Named:
        """Return the thing that an item names, with every sense of the best sort."""
        actors = item.ids("actor", "demonym")
        actors = list(dict.fromkeys(self._government(a) for a in actors))
        offices = item.ids("office")
        places, topics = item.ids("place"), item.ids("topic")
        tokens = [f"actor:{i}" for i in actors] + [f"place:{i}" for i in places] + [f"topic:{i}" for i in topics]
        tokens += [f"actor:{person}" for o in offices for person, _ in self.lexicon.persons.get(o, [])]
        words = item.words.removesuffix("'s")
        ids = tuple([*actors, *places, *topics])
        return Named(words, ids, tuple(offices), tuple(dict.fromkeys(tokens)), places=tuple(places))

    def _government(self, actor: str) -> str:
        return self.lexicon.states.get(actor, actor) if actor in self.lexicon.roles.get("government", ()) else actor

    def mention(self, named: Named) -> Mention:
        """Return a named thing as words that must stand near; a topic may also be there in its own words."""
        stems = tuple(stem_words(named.words)) if any(t.startswith("topic:") for t in named.tokens) else ()
        organs = tuple(f"actor:{o}" for i in named.ids for o in self.lexicon.organs.get(i, ()))
        return Mention(named.words, (*named.tokens, *organs), stems)

    def kind_mention(self, item: Item) -> Mention:
        """Return a kind noun as words that must stand near."""
        return Mention(
            item.words,
            tuple(f"kind:{k}" for k in item.ids("kind")) + tuple(f"topic:{t}" for t in item.ids("topic")),
            tuple(stem_words(item.words)),
        )

    def other_mentions(self, read: Read, *, units: bool = True) -> list[Mention]:
        """Return a phrase's words that name neither a party nor a kind: units, attributes, figures, roles."""
        mentions = list(read.mentions)
        if units and (read.units or read.attributes):
            tokens = [f"unit:{u}" for u in read.units] + [f"attribute:{a}" for a in read.attributes]
            tokens += [s for u in read.units for s in self.lexicon.unit_stems.get(u, ())]
            words = " ".join(i.words for i in read.phrase.of("unit", "attribute"))
            mentions.append(Mention(words, tuple(tokens), tuple(stem_words(words))))
        if read.number is not None and units and not read.classes and not read.roles and not read.named:
            mentions.append(Mention(show_number(read.number), stems=(show_number(read.number),)))
        for role in read.roles:
            tokens = [f"actor:{a}" for a in self.role_holders(role)]
            mentions.append(Mention(role, tuple(tokens), tuple(stem_words(role))))
        return mentions

    def role_holders(self, role: str) -> Iterable[str]:
        """Return the bodies and persons that a role can mean."""
        return self.lexicon.roles.get(role, [])

    def party(self, named: Named, roles: tuple[str, ...]) -> Party:
        """Return a named thing as a party in one of the roles; the organs of a body act for it."""
        states = [i for i in named.ids if self.lexicon.states.get(i) == i]
        names = tuple(self.lexicon.names[s] for s in states) if "about" in roles else ()
        ids = tuple(dict.fromkeys([*named.ids, *(o for i in named.ids for o in self.lexicon.organs.get(i, ()))]))
        return Party(roles, ids, named.offices, named.words, tokens=named.tokens, names=names)
