"""The names of a store's actors and the words of events, ready to be looked up: made once, kept in a cache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from communique.graph.loaded import list_imports
from communique.graph.store import Store, read_revision
from communique.kept import kept
from communique.queries.ask.events.actor_index import build_index, owner_of
from communique.queries.ask.events.actors import Actors
from communique.queries.ask.events.lexicon import FOLDER, EventWords
from communique.queries.ask.events.lexicon_index import build_words
from communique.queries.ask.events.tokens import LINKS, cut, phrase

if TYPE_CHECKING:
    from communique.schemas.vocabulary import Vocabulary

_VOCABULARY = FOLDER.parents[2] / "schemas" / "vocabulary"
_COUNT = "MATCH (a:Actor) RETURN count(a) AS actors"
_ACTORS = "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.aliases AS aliases ORDER BY id"


def open_names(store: Store) -> tuple[Actors, EventWords]:
    """Return the actors of a store and the words of events, from the cache where nothing was loaded since."""
    loaded = [(record.id, record.rows) for record in list_imports(store)]
    state = read_revision(store), loaded, store.read(_COUNT).rows[0]["actors"]
    sources = [*sorted(FOLDER.glob("*.*")), *sorted(_VOCABULARY.glob("*.yaml"))]
    data = kept("events", sources, state, lambda: _build(store))
    return Actors(data["index"]), EventWords(**data["words"])


def _build(store: Store) -> dict[str, Any]:
    from communique.loaders.events.actors import CodedActors
    from communique.schemas.marked_yaml import load_plain
    from communique.schemas.vocabulary import read_vocabulary

    rows = [(r["id"], r["name"], r["aliases"] or []) for r in store.read(_ACTORS).rows]
    vocabulary = read_vocabulary()
    data = load_plain(FOLDER / "roles.yaml")
    names: dict[str, list[str]] = defaultdict(list)
    there = {id_ for id_, _, _ in rows}
    known = CodedActors(vocabulary)
    for name, others in (*data["names"].items(), *data["capitals"].items()):
        names[known.name(name)[0].id] += others
    for id_, _, _ in rows:
        entry = vocabulary.actors.get(id_)
        if entry:
            names[id_] += [*vocabulary.all_names(entry), *entry.demonyms]
            people = [f"{d}s" for d in entry.demonyms if d.endswith(("n", "i"))]
            names[id_] += people  # "the Thais" are Thailand, or its citizens
            if f"citizen@{id_}" in there:
                names[f"citizen@{id_}"] = people
    countries = {
        phrase(said): [entry.name, *entry.demonyms]
        for entry in vocabulary.actors.values()
        for said in (entry.name, *entry.demonyms)
        if entry.demonyms
    }
    for entry in vocabulary.actors.values():  # "UN special rapporteurs": those of the United Nations
        if not entry.demonyms and (short := [a for a in entry.aliases if a.isupper() and a.isalpha()]):
            countries |= {phrase(said): [entry.name, *short] for said in (entry.name, *short)}
    for id_, name, _ in rows:
        if not owner_of(name):
            names[id_] += _by_country(cut(name), countries)
    called = {phrase(n) for id_, name, aliases in rows for n in (name, *aliases, *names[id_])}
    for id_, name, _ in rows:
        names[id_] += [short for short in _initials(name, data["bodies"]) if phrase(short) not in called]
    parts = _known_parts(vocabulary, [id_ for id_, _, _ in rows], [*data["roles"], *_roles_of(rows)])
    index = build_index(rows, names, data["roles"], data["loose"], parts, data["titles"], countries)
    return {"index": index, "words": build_words(vocabulary)}


def _initials(name: str, bodies: list[str]) -> list[str]:
    """Return what a body is called for short: the first letters of its name.

    >>> _initials("Moro Islamic Liberation Front", ["front"]), _initials("Bank of Uganda", ["bank"])
    (['MILF'], [])
    """
    words = [w for w in cut(name) if w.isalnum()]
    if owner_of(name) or not set(words) & set(bodies):
        return []
    short = "".join(w[0] for w in words if w not in LINKS).upper()
    return [short] if 2 < len(short) < 8 else []


def _by_country(words: list[str], countries: Mapping[str, list[str]]) -> list[str]:
    """Return a name with the other words for its country: "South Africa National Defence Force"."""
    for start in range(len(words)):
        for stop in range(start + 1, min(start + 3, len(words)) + 1):
            if stop - start < len(words) and (others := countries.get(" ".join(words[start:stop]))):
                return [" ".join([*words[:start], other, *words[stop:]]) for other in others]
    return []


def _roles_of(rows: list[tuple[str, str, list[str]]]) -> list[str]:
    return list(dict.fromkeys(name[: -len(end) - 3] for _, name, _ in rows if (end := owner_of(name))))


def _known_parts(vocabulary: Vocabulary, ids: list[str], roles: list[str]) -> list[tuple[str, str, str]]:
    """Return role and owner of actors that the vocabulary knows by another name than the data set's."""
    found = []
    for owner in dict.fromkeys(e.part_of for i in ids if (e := vocabulary.actors.get(i)) and e.part_of):
        name = vocabulary.actors[owner].name
        for role in dict.fromkeys(roles):
            entries = vocabulary.find(f"{role} ({name})", ("actors",))
            found += [(e.id, role, owner) for e in entries if len(entries) == 1]
    return found
