"""Every word that a question may use, ready to be looked up: built once from the vocabulary, kept in a cache."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.kept import kept
from communique.schemas.names import normalize
from communique.schemas.stems import stem, stem_words

# What a run of words can mean: (what, id, form). `what` is kind, actor, office, place, topic, attribute, unit,
# role, demonym, or a class of grammar words (light, raising, polite, modal).
_LONG_ENOUGH = 4
Sense = tuple[str, str, str]


@dataclass(slots=True)
class Lexicon:
    """Senses by normalized words, names and kinds' grammar by id, and lists of grammar words."""

    senses: dict[str, list[Sense]]
    names: dict[str, str]
    kinds: dict[str, dict[str, Any]]
    grammar: dict[str, frozenset[str]]
    units: dict[str, list[str]]
    unit_stems: dict[str, list[str]]
    persons: dict[str, list[list[str]]]
    posts: dict[str, list[list[str]]]
    states: dict[str, str]
    roles: dict[str, list[str]]
    organs: dict[str, list[str]]
    sorts: dict[str, list[str]]
    media: frozenset[str]
    synonyms: dict[str, tuple[str, ...]]
    thesaurus: dict[str, tuple[str, ...]]
    kin: dict[str, tuple[str, ...]]
    families: dict[str, tuple[str, ...]]
    deeds: dict[str, str]
    ranks: dict[str, str]
    rewritings: list[list[str]]
    disputes: list[list[str]]
    catalogued: list[list[str]]
    opposites: dict[str, tuple[str, ...]]
    office_stems: dict[str, list[str]]
    longest: int

    def lookup(self, words: str) -> list[Sense]:
        """Return what normalized words mean, or nothing."""
        return self.senses.get(words, [])

    def alike(self, words: str, *, loosely: bool = False) -> tuple[str, ...]:
        """Return the stems of the words that mean the same as one word, or loosely the same."""
        own = stem_words(words)
        return (self.thesaurus if loosely else self.synonyms).get(own[0], ()) if len(own) == 1 else ()

    def is_(self, group: str, word: str) -> bool:
        """Say whether a word belongs to a group of grammar words."""
        return word in self.grammar[group]


def lexicon_for(added: Iterable[dict[str, Any]] = ()) -> Lexicon:
    """Return the lexicon of the shipped vocabulary and what articles added to it, from the cache if it is there."""
    return _read(json.dumps(list(added), sort_keys=True))


@lru_cache(maxsize=4)
def _read(text: str) -> Lexicon:
    folder, added = Path(__file__).parent, json.loads(text)
    shipped = folder.parents[1] / "schemas" / "vocabulary"
    sources = [*sorted(shipped.glob("*.yaml")), shipped.parent / "stems.py", *sorted(folder.glob("*.*"))]
    return _lexicon(kept("lexicon", sources, added, lambda: _build(added)))


def _lexicon(data: dict[str, Any]) -> Lexicon:
    data["grammar"] = {name: frozenset(words) for name, words in data["grammar"].items()}
    return Lexicon(**data)


def _build(added: list[dict[str, Any]]) -> dict[str, Any]:
    from communique.schemas.marked_yaml import load_plain
    from communique.schemas.vocabulary import SHIPPED, read_vocabulary

    vocabulary = read_vocabulary(added=added)
    irregular = {k: (v[0], v[1]) for k, v in load_plain(SHIPPED / "english.yaml")["irregular"].items()}
    grammar = load_plain(Path(__file__).parent / "grammar.yaml")
    senses: dict[str, list[Sense]] = defaultdict(list)
    for words, sense in _all_senses(vocabulary, grammar, irregular):
        form = normalize(words)
        if form and sense not in senses[form]:
            senses[form].append(sense)
    words = load_plain(Path(__file__).parent / "synonyms.yaml")
    kin, opposites = grammar.pop("kin"), grammar.pop("opposites")
    return {
        "senses": dict(senses),
        "synonyms": _synonyms(words["synonyms"], {}),
        "thesaurus": _synonyms([*words["synonyms"], *words["thesaurus"]], irregular),
        "kin": {kind: tuple(group) for group in kin for kind in group},
        "families": _families(grammar.pop("families")),
        "deeds": grammar.pop("deeds"),
        "ranks": grammar.pop("ranks"),
        **_rewritings(load_plain(Path(__file__).parent / "rewritings.yaml")),
        "catalogued": _catalogued(load_plain(Path(__file__).parent / "catalogued.yaml")),
        "opposites": _opposites(opposites),
        "names": {
            e.id: e.name
            for s in ("kinds", "attributes", "units", "topics", "places", "offices", "actors")
            for e in vocabulary.entries[s].values()
        },
        "kinds": {
            k.id: {
                "statement": k.statement,
                "stance": k.stance,
                "object": k.object,
                "prepositions": k.prepositions,
                "symmetric": k.symmetric,
                "ancestors": vocabulary.ancestors(k.id),
            }
            for k in vocabulary.kinds.values()
        },
        "grammar": {name: list(map(str, words)) for name, words in grammar.items()}
        | {
            group: sorted({stem(f) for w in map(str, grammar[group]) for f in _forms(w, irregular)})
            for group in ("telling", "voicing", "saying", "handing", "leading")
        }
        | _plain(grammar, irregular),
        "units": {u: vocabulary.unit_family(u) for u in vocabulary.units},
        "unit_stems": {
            u.id: sorted({stem(n) for n in u.names() if len(n) > 2 and " " not in n}) for u in vocabulary.units.values()
        },
        "persons": {
            office.id: [[person, span] for person, spans in office.held.items() for span in spans]
            for office in vocabulary.offices.values()
        },
        "posts": _posts(vocabulary),
        "states": {
            a.id: state.id for a in vocabulary.actors.values() if (state := vocabulary.state_of(a.id)) is not None
        },
        "roles": _role_holders(vocabulary),
        "organs": _organs(vocabulary),
        "sorts": {s[:-1]: list(vocabulary.entries[s]) for s in ("actors", "offices", "places", "topics", "kinds")},
        "media": frozenset(a.id for a in vocabulary.actors.values() if getattr(a, "media", False)),
        "office_stems": _office_stems(vocabulary, senses),
        "longest": max(form.count(" ") + 1 for form in senses),
    }


def _synonyms(groups: list[list[str]], irregular: dict[str, tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return for each stem the stems of its group; irregular forms of verbs mean the same as their base."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    forms = [[base, *past.split("/"), *participle.split("/")] for base, (past, participle) in irregular.items()]
    for group in groups:
        more = [f for word in group if word in irregular for form in irregular[word] for f in form.split("/")]
        more += [word[:-1] + "ied" for word in group if word.endswith("y")]
        stems = list(dict.fromkeys(stem(word) for word in (*group, *more) if " " not in word))
        for one in stems:
            found[one].update(dict.fromkeys(stems))
    for group in forms:
        for one in map(stem, group):
            found[one].update(dict.fromkeys(map(stem, group)))
    return {one: tuple(s for s in others if s != one) for one, others in found.items() if len(others) > 1}


def _office_stems(vocabulary: Any, senses: dict[str, list[Sense]]) -> dict[str, list[str]]:
    """Return the stems of all names of each office, of the body that it is in, and of the state of that."""
    found: dict[str, set[str]] = defaultdict(set)
    for form, meanings in senses.items():
        for what, office, _ in meanings:
            if what == "office":
                found[office].update(stem_words(form))
    for office in vocabulary.offices.values():
        state = vocabulary.state_of(office.of)
        for body in filter(None, (vocabulary.actors.get(office.of), state)):
            names = [*vocabulary.all_names(body), *getattr(body, "demonyms", ())]
            found[office.id].update(s for name in names for s in stem_words(name))
    return {office: sorted(stems) for office, stems in found.items()}


def _adjectives(name: str) -> tuple[str, ...]:
    """Return the adjectives that a place name of one word can have: "Okinawan", "Crimean"."""
    if " " in name or not name[:1].isupper() or len(name) < _LONG_ENOUGH:
        return ()
    return (name + "n",) if name.endswith("a") else (name + "ese", name + "ian")


def _forms(word: str, irregular: dict[str, tuple[str, str]]) -> list[str]:
    return [word, *(form for forms in irregular.get(word, ()) for form in forms.split("/"))]


def _plain(grammar: dict[str, Any], irregular: dict[str, tuple[str, str]]) -> dict[str, list[str]]:
    """Return all forms of the words that add nothing, of these the verbs and nouns, and the stems of all."""
    from communique.schemas.inflection import noun_forms, verb_forms

    verbs = {spelling for verb in grammar["plain_verbs"] for _, spelling in verb_forms(verb, irregular)}
    nouns = {spelling for noun in grammar["plain_nouns"] for spelling in noun_forms(noun)}
    every = {*map(normalize, map(str, grammar["plain"])), *verbs, *nouns}
    stems = {s for word in every for s in stem_words(word)}
    return {"plain": sorted(every), "plain_deeds": sorted(verbs | nouns), "plain_stems": sorted(stems)}


def _rewritings(data: dict[str, Any]) -> dict[str, list[list[str]]]:
    """Return patterns with what they stand for."""
    return {
        "rewritings": [[_whole(pattern, data["parts"]), plainly] for pattern, plainly in data["rewritings"]],
        "disputes": [[asks, _whole(pattern, data["parts"])] for asks, pattern in data["disputes"]],
    }


def _catalogued(data: dict[str, Any]) -> list[list[str]]:
    """Return patterns of questions with the query of the catalogue, what is said of its rows, and where facts are."""
    return [
        [_whole(pattern, data["parts"]), entry["query"], entry["says"], entry["facts"], entry.get("without", "")]
        for entry in data["questions"]
        for pattern in entry["ask"]
    ]


def _whole(pattern: str, parts: dict[str, str]) -> str:
    """Return a pattern with the parts put in that it shares with others."""
    return re.sub(r"\{([A-Z]+)\}", lambda m: parts[m[1]], pattern)


def _families(groups: list[list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        for kind in group:
            found[kind].update(dict.fromkeys(group))
    return {kind: tuple(others) for kind, others in found.items()}


def _opposites(groups: list[list[list[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for sides in groups:
        for side in sides:
            for kind in side:
                found[kind] += [k for other in sides if other is not side for k in other]
    return {kind: tuple(others) for kind, others in found.items()}


def _organs(vocabulary: Any) -> dict[str, list[str]]:
    """Return the bodies that bear the name of what they are part of, and so act for it: of the UN its assembly."""
    organs: dict[str, list[str]] = defaultdict(list)
    for actor in vocabulary.actors.values():
        whole = vocabulary.actors.get(actor.part_of)
        if whole is None or whole.is_ == "State":
            continue
        if any(f" {normalize(n)} " in f" {normalize(actor.name)} " for n in whole.names()):
            organs[whole.id].append(actor.id)
    return dict(organs)


def _role_holders(vocabulary: Any) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for actor in vocabulary.actors.values():
        if actor.role:
            holders[actor.role].append(actor.id)
    for office in vocabulary.offices.values():
        if office.role:
            holders[office.role].extend(p for p in office.held if p not in holders[office.role])
    return dict(holders)


def _posts(vocabulary: Any) -> dict[str, list[list[str]]]:
    """Return the offices of each role, each with the body and the state that it is of."""
    posts: dict[str, list[list[str]]] = defaultdict(list)
    for office in vocabulary.offices.values():
        if office.role:
            state = vocabulary.state_of(office.of)
            posts[office.role].append([office.id, office.of, state.id if state else ""])
    return dict(posts)


def _all_senses(vocabulary: Any, grammar: dict[str, Any], irregular: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    from communique.schemas.inflection import noun_forms, verb_forms

    for section in ("actors", "offices", "places", "topics"):
        for entry in vocabulary.entries[section].values():
            for name in vocabulary.all_names(entry):
                yield name, (section[:-1], entry.id, "")
                if name.islower() and " " in name:  # what is named by plain nouns has a plural
                    yield list(noun_forms(name))[-1], (section[:-1], entry.id, "plural")
            if section == "places":
                yield from ((form, ("place", entry.id, "")) for name in entry.names() for form in _adjectives(name))
            for demonym in getattr(entry, "demonyms", ()):
                yield demonym, ("demonym", entry.id, "")
                yield demonym + "s", ("demonym", entry.id, "plural")
    for role in vocabulary.entries["roles"].values():
        for name in role.names():
            for form in noun_forms(name):
                yield form, ("role", role.id, "")
    for section in ("kinds", "attributes"):
        what = section[:-1]
        for entry in vocabulary.entries[section].values():
            for verb in entry.verbs:
                for form, spelling in verb_forms(verb, irregular):
                    yield spelling, (what, entry.id, form)
            for phrase in entry.phrases:
                for form, spelling in verb_forms(phrase, irregular):
                    yield spelling, (what, entry.id, form)
            for noun in entry.nouns:
                for spelling in noun_forms(noun):
                    yield spelling, (what, entry.id, "noun")
            if not entry.verbs and not entry.nouns and not entry.phrases and section == "kinds":
                for form, spelling in verb_forms(entry.name, irregular):
                    yield spelling, (what, entry.id, form)
    for unit in vocabulary.units.values():
        for name in unit.names():
            yield name, ("unit", unit.id, "")
    for group in ("light", "raising"):
        for verb in grammar[group]:
            for form, spelling in verb_forms(verb, irregular):
                yield spelling, (group, verb, form)
    for words in grammar["polite"]:
        yield words, ("polite", words, "")
