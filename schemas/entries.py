"""What a vocabulary entry is: act kinds, actors, offices, places, topics, attributes, units, roles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from communique.schemas import article_keys

Words = tuple[str, ...]
ACTOR_LABELS = ("State", "Person", "Organization", "Group")
ROLES = tuple(article_keys.ROLES)
STANCES = ("support", "criticize", "oppose", "threaten", "abstain")
MARKS = ("reported", "attributed", "inferred", "derived")
FACTUALITIES = (
    "asserted",
    "denied",
    "planned",
    "predicted",
    "called_for",
    "called_against",
    "possible",
    "habitual",
    "mentioned",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A named thing of the vocabulary; `source` says which file gave it."""

    section: ClassVar[str] = ""
    id: str
    name: str = ""
    aliases: Words = ()
    note: str = ""

    def names(self) -> Words:
        """Return the name and the aliases, the name first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Entry):
    """An act kind: the words that name it, its roles, its codes in CAMEO and PLOVER, and the stance it takes.

    `mirror` is the kind that the same act is from the other side: who hosts is visited.
    """

    section = "kinds"
    is_: str = "event"
    past: str = ""
    verbs: Words = ()
    nouns: Words = ()
    phrases: Words = ()
    object: str = "toward"
    prepositions: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    parents: Words = ()
    symmetric: bool = False
    mirror: str = ""
    claims: str = "asserted"
    stance: str = ""
    edge: str = ""
    cameo: str = ""
    plover: str = ""
    mode: str = ""

    @property
    def statement(self) -> bool:
        """Say whether acts of this kind are statements, which can have claims."""
        return self.is_ == "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Entry):
    """A state, person, organization or group; `part_of` leads up to the state it acts for.

    `media` says that it passes on the words of others to the public, as newspapers and agencies do.
    """

    section = "actors"
    is_: str = "Group"
    demonyms: Words = ()
    part_of: str = ""
    role: str = ""
    iso: str = ""
    unnamed: bool = False
    media: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Entry):
    """An office of an actor; `held` maps each holder to EDTF intervals, whose last day is not the holder's
    where it is the successor's first. `shared` where several hold it at once, `vacant` when nobody does."""

    section = "offices"
    role: str = ""
    of: str = ""
    held: dict[str, Words] = field(default_factory=dict)
    shared: bool = False
    vacant: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A place; `in_` names places or states it lies in, `names` which actor calls it what."""

    section = "places"
    in_: Words = ()
    names_by: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Entry):
    """What statements are about: an issue, a policy (`of` whom), a series of acts."""

    section = "topics"
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Entry):
    """A detail that acts and things can have: a figure, a duration, an office, a text.

    `value` is count, duration, text, place, office, actor or date; `ask` the words that ask for it.
    """

    section = "attributes"
    value: str = "text"
    nouns: Words = ()
    verbs: Words = ()
    phrases: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Entry):
    """A unit of figures; a unit may be one of a wider kind (a bomber is an aircraft)."""

    section = "units"
    parents: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cameo(Entry):
    """A CAMEO code with its scores (Goldstein as ICEWS has it, quad class by root) and PLOVER coding.

    `sentence` is what an event of the code is told with, after who acts; `_` is whom it is aimed at.
    """

    section = "cameo"
    kind: str = ""
    sentence: str = ""
    goldstein: str = ""
    quad: str = ""
    plover: str = ""
    mode: str = ""
    context: Words = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover(Entry):
    """A PLOVER event type with its quad class, score, kind of act and sentence, and those of its modes."""

    section = "plover"
    kind: str = ""
    kinds: dict[str, str] = field(default_factory=dict)
    sentence: str = ""
    sentences: dict[str, str] = field(default_factory=dict)
    quad: str = ""
    score: str = ""
    recipient: str = ""
    modes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleName(Entry):
    """A generic office or body ("foreign minister") and the words that also mean it."""

    section = "roles"


SECTIONS: dict[str, type[Entry]] = {
    cls.section: cls for cls in (Kind, Actor, Office, Place, Topic, Attribute, Unit, Cameo, Plover, RoleName)
}
# YAML keys that are Python words or stand for something a method already names.
YAML_KEYS = {"is_": "is", "in_": "in", "names_by": "names"}
