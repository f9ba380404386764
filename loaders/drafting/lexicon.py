"""The words that a draft recognizes: names, kinds of act in all their forms, units, and words of grammar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from communique.schemas.inflection import noun_forms, verb_forms
from communique.schemas.marked_yaml import load_plain
from communique.schemas.names import normalize
from communique.schemas.vocabulary import NAMED, SHIPPED, Vocabulary

WORDS = Path(__file__).parent / "words.yaml"


class Sense(NamedTuple):
    """What words can mean: `sort` is actor, office, place, topic, demonym, role, kind, unit, light, plain, pronoun or
    according.

    `form` is noun or a verb's form for kinds; for names, "capital" where they are written with one.
    """

    sort: str
    id: str
    form: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Senses by normalized words; `longest` is the most words of an entry; `words` are those of words.yaml."""

    vocabulary: Vocabulary
    senses: dict[str, list[Sense]]
    longest: int
    words: dict[str, Any]

    def is_(self, group: str, word: str) -> bool:
        """Say whether a word belongs to a group of grammar words."""
        return word in self.words[group]

    def attribute_of(self, unit: str) -> str:
        """Return the attribute under which figures of a unit stand, or nothing."""
        family = self.vocabulary.unit_family(unit)
        known = (self.words["unit_attributes"].get(u, "") for u in family)
        return next((a for a in known if a in self.vocabulary.attributes), "")


def build_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Return the lexicon of a vocabulary."""
    words = load_plain(WORDS)
    senses: dict[str, list[Sense]] = defaultdict(list)
    for spelling, sense in (*_names(vocabulary), *_kinds(vocabulary, words)):
        form = normalize(spelling)
        if form and sense not in senses[form]:
            senses[form].append(sense)
    return Lexicon(vocabulary, dict(senses), max(form.count(" ") + 1 for form in senses), words)


def _names(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    for section in NAMED:
        for entry in vocabulary.entries[section].values():
            for name in vocabulary.all_names(entry):
                yield name, Sense(section[:-1], entry.id, "capital" if name[:1].isupper() else "")
            for demonym in getattr(entry, "demonyms", ()):
                yield demonym, Sense("demonym", entry.id, "capital")
                yield demonym + "s", Sense("demonym", entry.id, "capital")
    for role in vocabulary.entries["roles"].values():
        for name in role.names():
            yield name, Sense("role", role.id)
    for unit in vocabulary.units.values():
        for name in (unit.id, *unit.names()):
            yield name, Sense("unit", unit.id)


def _kinds(vocabulary: Vocabulary, words: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    irregular = {k: (v[0], v[1]) for k, v in load_plain(SHIPPED / "english.yaml")["irregular"].items()}
    for kind in vocabulary.kinds.values():
        if kind.id in words["quiet_kinds"]:
            continue
        for verb in (*kind.verbs, *kind.phrases):
            if verb not in words["quiet"]:
                for form, spelling in verb_forms(verb, irregular):
                    yield spelling, Sense("kind", kind.id, form)
        for noun in kind.nouns:
            if noun not in words["quiet"]:
                for spelling in noun_forms(noun):
                    yield spelling, Sense("kind", kind.id, "noun")
    for group in ("he", "it", "they", "states"):
        for spelling in words[group]:
            yield spelling, Sense("pronoun", group)
    for spelling in words["according"]:
        yield spelling, Sense("according", "say")
    for group in ("light", "plain"):
        for verb in words[group]:
            for form, spelling in verb_forms(verb, irregular):
                yield spelling, Sense(group, verb, form)
