"""Actors of event data sets: those that the vocabulary knows are the same, the others get an id from their name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path

from communique.schemas.coded_events import CodedActor
from communique.schemas.marked_yaml import load_plain
from communique.schemas.vocabulary import Vocabulary

_ROLE = re.compile(r"(?P<role>.*\S)\s*\((?P<owner>(?:[^()]|\([^()]*\))+)\)")
_KEPT = 1 << 16  # so many combinations of fields are remembered: a long file does not fill the memory
Actors = tuple[CodedActor, ...]


class CodedActors:
    """Finds the actors that the fields of a row mean, by the way in which a data set codes them.

    Examples
    --------
    >>> from communique.schemas.vocabulary import read_vocabulary
    >>> actors = CodedActors(read_vocabulary())
    >>> [actors.name(name)[0].id for name in ("South Korea", "Foreign Affairs (South Korea)", "Evo Morales")]
    ['south-korea', 'foreign-affairs@south-korea', 'evo-morales']
    >>> [actors.code(*row)[0].id for row in (("CHN", "BEIJING", "CHN", ""), ("CHNGOV", "CHINA", "CHN", "", "GOV"))]
    ['china', 'government@china']
    >>> [actor.name for actor in actors.sector("Wang Yi; None", "CHN; USA", "GOV; MIL", "minister; troops")]
    ['Wang Yi', 'Military (United States)']
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        codes = load_plain(Path(__file__).with_name("actor_codes.yaml"))
        self._countries: dict[str, str] = codes["countries"]
        self._groups: dict[str, str] = codes["groups"]
        self._roles: dict[str, str] = codes["roles"]
        self._by_iso = {actor.iso: actor.id for actor in vocabulary.actors.values() if actor.iso}
        self.name: Callable[..., Actors] = lru_cache(_KEPT)(self._name)
        self.code: Callable[..., Actors] = lru_cache(_KEPT)(self._code)
        self.sector: Callable[..., Actors] = lru_cache(_KEPT)(self._sector)

    def _name(self, name: str, country: str = "") -> Actors:
        """Return the actor of a name, as ICEWS has it; `country` is that of its column, in words."""
        name = unquoted(name)
        if not name:
            return ()
        return (self._named(name, self._named(country) if country else None),)

    def _code(self, code: str, name: str, country: str, group: str, *types: str) -> Actors:
        """Return the actor of CAMEO's codes: one known by name, a known group, a country or a part of it."""
        if not (code or name):
            return ()
        owner = self._country(country)
        known = self._known(name, owner)
        if known and self.vocabulary.actors[known.id].is_ != "State":
            return (known,)
        if group:
            return (self._named(self._groups.get(group, name.title() or group)),)
        roles = [self._roles.get(role, role) for role in types if role]
        if owner and code in ("", country):
            return (owner,)
        if owner and roles:
            return (self._body(", ".join(roles), owner),)
        own = name.title() or ", ".join(roles) or code
        return (self._body(own, owner) if owner else self._named(own),)

    def _sector(self, names: str, countries: str, sectors: str, raw: str) -> Actors:
        """Return the actors of POLECAT's lists: names from Wikipedia, countries, primary sectors, words of the text."""
        lists = [_listed(value) for value in (names, countries, sectors, raw)]
        longest = max(len(lists[0]), 1 if any(lists[0]) else len(lists[3]), 1)
        columns = [items * longest if len(items) == 1 and n in (1, 2) else items for n, items in enumerate(lists)]
        rows = list(zip_longest(*columns, fillvalue=""))[:longest]
        return tuple({actor.id: actor for row in rows for actor in self._sorted(*row)}.values())

    def _sorted(self, name: str, country: str, sector: str, raw: str) -> Actors:
        owner = self._country(country)
        if name:
            return (self._named(name, owner),)
        if owner and sector:
            return (self._body(self._roles.get(sector, sector), owner),)
        if raw:
            return (self._known(raw, owner) or (self._body(raw, owner) if owner else self._named(raw)),)
        return (owner,) if owner else ()

    def _named(self, name: str, owner: CodedActor | None = None) -> CodedActor:
        """Return the known actor of a name, the body that it names, or an actor of its own that belongs to `owner`."""
        if known := self._known(name):
            return known
        if parts := _ROLE.fullmatch(name):
            return self._body(parts["role"], self._named(parts["owner"]))
        return CodedActor(slug(name), name, part_of=owner if owner and owner.id != slug(name) else None)

    def _known(self, name: str, owner: CodedActor | None = None) -> CodedActor | None:
        """Return the actor of the vocabulary that a name means, unless it belongs to another state than `owner`."""
        entries = self.vocabulary.find(name, ("actors",)) if name else []
        if len(entries) != 1:
            return None
        state = self.vocabulary.state_of(entries[0].id)
        if owner and state and state.id != owner.id:
            return None
        return CodedActor(entries[0].id, entries[0].name, known=True)

    def _country(self, code: str) -> CodedActor | None:
        found = self._by_iso.get(code) or self._countries.get(code)
        return self._named(found) if found else CodedActor(slug(code), code) if code else None

    def _body(self, role: str, owner: CodedActor) -> CodedActor:
        return CodedActor(f"{slug(role)}@{owner.id}", f"{role} ({owner.name})", part_of=owner, role=role)


def unquoted(name: str) -> str:
    """Return a name without the quotation marks in which CSV may have put it, and with single spaces."""
    name = " ".join(name.split())
    return name[1:-1].replace('""', '"') if len(name) > 2 and name[0] == name[-1] == '"' else name


def slug(name: str) -> str:
    """Return an id made from a name.

    >>> slug("Évo  Morales!")
    'evo-morales'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "unnamed"


def _listed(value: str) -> list[str]:
    """Return the values of a list that semicolons set apart; "None" is an empty one."""
    return ["" if item.strip() == "None" else item.strip() for item in value.split(";")]
