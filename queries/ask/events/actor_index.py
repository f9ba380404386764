"""Makes the index that names of actors are looked up by: by name, alias, demonym, and role with its country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from communique.queries.ask.events.tokens import bag, cut, phrase, root

_ROLE = re.compile(r"(?P<role>.*\S)\s*\((?P<owner>(?:[^()]|\([^()]*\))+)\)")
Index = dict[str, Any]


def build_index(
    actors: Iterable[tuple[str, str, Iterable[str]]],
    other_names: Mapping[str, Iterable[str]],
    roles: Mapping[str, Iterable[str]],
    loose: Mapping[str, Iterable[str]],
    known_parts: Iterable[tuple[str, str, str]] = (),
    titles: Iterable[str] = (),
    countries: Iterable[str] = (),
) -> Index:
    """Return what mentions are looked up by, as plain data.

    Parameters
    ----------
    actors
        Id, name and aliases of each actor of the store.
    other_names
        Further names by id: those of the vocabulary, and demonyms.
    roles
        Other words for roles, by role as the data set writes it.
    loose
        The same, for lenient readings.
    known_parts
        Id, role and owner of actors whose name does not say so.
    titles
        What stands before the name of a person.
    countries
        What countries are called, in the store or not.
    """
    exact: dict[str, list[str]] = defaultdict(list)
    bags: dict[str, list[str]] = defaultdict(list)
    owners: dict[str, list[str]] = defaultdict(list)
    role_bags: dict[str, list[str]] = defaultdict(list)
    loose_bags: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[str]] = defaultdict(list)
    said: dict[str, list[str]] = defaultdict(list)
    names: dict[str, list[str]] = {}
    by_name: dict[str, str] = {}
    parts: list[tuple[str, str, str]] = list(known_parts)
    for id_, name, aliases in actors:
        names[id_] = [name]
        by_name[phrase(name)] = id_
        every = [name, *aliases, *other_names.get(id_, ())]
        for known in dict.fromkeys(every):
            _add(exact, phrase(known), id_)
            _add(bags, bag(cut(known)), id_)
        if found := _ROLE.fullmatch(name):
            parts.append((id_, found["role"], found["owner"]))
    for id_, role, owner in parts:
        owner_id = id_.partition("@")[2] or by_name.get(phrase(owner), owner)
        for known in (owner, *names.get(owner_id, ()), *other_names.get(owner_id, ())):
            _add(owners, phrase(known), owner_id)
        for word in (role, *_alternatives(role), *roles.get(role, ())):
            _add(role_bags, bag(cut(word)), role)
            _add(said, phrase(word), role)
        for word in loose.get(role, ()):
            _add(loose_bags, bag(cut(word)), role)
        _add(held, f"{role}\t{owner_id}", id_)
    return {
        "exact": {known: sorted(ids, key=lambda i: "@" in i) for known, ids in exact.items()},
        "bags": dict(bags),
        "owners": dict(owners),
        "roles": dict(role_bags),
        "loose": dict(loose_bags),
        "held": dict(held),
        "said": dict(said),
        "names": names,
        "titles": [phrase(title) for title in titles],
        "countries": list(countries),
        "roots": frozenset(
            {part for key in (*bags, *role_bags) for part in key.split()}
            | {root(part) for key in owners for part in key.split() if part.isalnum()}
        ),
    }


def owner_of(name: str) -> str:
    """Return the owner in a name such as "Police (Thailand)", or nothing."""
    found = _ROLE.fullmatch(name)
    return found["owner"] if found else ""


def _add(index: dict[str, list[str]], key: str, value: str) -> None:
    if key and value not in index[key]:
        index[key].append(value)


def _alternatives(role: str) -> Iterator[str]:
    """Yield the parts of "Defense / Security Ministry": with each of the words that a stroke parts."""
    if "/" not in role:
        return
    words = role.replace("/", " / ").split()
    tail = words[-1] if len(words) > 1 and words[-2] != "/" else ""
    for part in " ".join(words).split(" / "):
        yield part
        if tail and not part.endswith(tail):
            yield f"{part} {tail}"
