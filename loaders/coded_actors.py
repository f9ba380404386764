"""Actors of event data sets: those that the vocabulary knows by name are the same, the others get an id from theirs."""

from __future__ import annotations

import re
import unicodedata

from communique.schemas.coded_events import CodedActor
from communique.schemas.vocabulary import Vocabulary

_ROLE = re.compile(r"(?P<role>.*\S)\s*\((?P<owner>(?:[^()]|\([^()]*\))+)\)")


class ActorNames:
    """Finds the actor that a name means; each name is looked up once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._found: dict[str, CodedActor] = {}

    def actor(self, name: str) -> CodedActor:
        """Return the actor of a name.

        >>> from communique.schemas.vocabulary import read_vocabulary
        >>> names = ActorNames(read_vocabulary())
        >>> [names.actor(name).id for name in ("South Korea", "Foreign Affairs (South Korea)", "Evo Morales")]
        ['south-korea', 'foreign-affairs@south-korea', 'evo-morales']
        """
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._look_up(name)
        return found

    def _look_up(self, name: str) -> CodedActor:
        entries = self.vocabulary.find(name, ("actors",))
        if len(entries) == 1:
            return CodedActor(entries[0].id, entries[0].name, known=True)
        parts = _ROLE.fullmatch(name)
        if not parts:
            return CodedActor(_slug(name), name)
        owner = self.actor(parts["owner"])
        return CodedActor(f"{_slug(parts['role'])}@{owner.id}", name, part_of=owner)


def _slug(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", "-", plain).strip("-") or "unnamed"
