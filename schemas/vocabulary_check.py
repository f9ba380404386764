"""What only the whole vocabulary can get wrong: references that lead nowhere, cycles, names that mean two things."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter

from communique.errors import Problem
from communique.schemas.article_keys import FACT_KEYS
from communique.schemas.entries import FACTUALITIES, ROLES, YAML_KEYS, Entry
from communique.schemas.fault_places import Fault, place_faults
from communique.schemas.marked_yaml import MANY, Table
from communique.schemas.names import normalize, suggestion
from communique.schemas.tenures_check import tenure_faults
from communique.schemas.vocabulary import NAMED, SHIPPED, Vocabulary

# Field, and the sections in which what it names must stand. A mapping's keys are the references.
_REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "kinds": {"parents": ("kinds",), "mirror": ("kinds",), "cameo": ("cameo",), "plover": ("plover",)},
    "actors": {"part_of": ("actors",)},
    "offices": {"of": ("actors",), "held": ("actors",)},
    "places": {"in_": ("places", "actors"), "names_by": ("actors",)},
    "topics": {"of": ("actors",)},
    "units": {"parents": ("units",)},
    "cameo": {"kind": ("kinds",), "plover": ("plover",)},
    "plover": {"kind": ("kinds",)},
}
_UPWARD = {"kinds": "parents", "actors": "part_of", "places": "in_", "units": "parents"}
MAX_DEPTH = 50
_NEEDS = ("required", "optional", "none")
# Relationship types between vocabulary nodes: what is derived from acts must not be taken for one of them.
RESERVED_EDGES = ("PART_OF", "HELD", "OFFICE_OF", "LOCATED_IN", "NAMED_BY", "OWNED_BY")
_EDGE = re.compile(r"[A-Z][A-Z_]*")
_SCORES = {"cameo": ("goldstein", "quad"), "plover": ("score", "quad")}


def check_vocabulary(vocabulary: Vocabulary, extra: Iterable[tuple[str, Table]] = ()) -> list[Problem]:
    """Return what is wrong with a vocabulary as a whole, each at the key of the last file that gives it.

    `extra` are the vocabularies written inside articles, as `read_vocabulary` took them.
    """
    faults = [fault for check in _CHECKS for fault in check(vocabulary)]
    return place_faults(faults, [*sorted(SHIPPED.glob("*.yaml")), *vocabulary.files], extra) if faults else []


def _values(entry: Entry, field: str) -> tuple[str, ...]:
    found = getattr(entry, field)
    return (found,) * bool(found) if isinstance(found, str) else tuple(found)


def _references(vocabulary: Vocabulary) -> Iterator[Fault]:
    missing = 0
    for section, fields in _REFERENCES.items():
        for entry in vocabulary.entries[section].values():
            for field, targets in fields.items():
                for value in _values(entry, field):
                    if not any(value in vocabulary.entries[t] for t in targets):
                        missing += 1
                        known = [i for t in targets for i in vocabulary.entries[t]] if missing < MANY else []
                        what = f"{YAML_KEYS.get(field, field)}: {value!r} is not in {' or '.join(targets)}"
                        yield section, entry.id, field, value, what, suggestion(value, known)
    for office in vocabulary.offices.values():
        for holder in office.held:
            if holder in vocabulary.actors and vocabulary.actors[holder].is_ != "Person":
                yield "offices", office.id, "held", holder, f"held: {holder!r} is no Person", "name who held it"


def _kinds(vocabulary: Vocabulary) -> Iterator[Fault]:
    for kind in vocabulary.kinds.values():
        if kind.object and kind.object not in ROLES:
            yield "kinds", kind.id, "object", kind.object, f"object: {kind.object!r}", "one of " + ", ".join(ROLES)
        for name in kind.roles:
            if name not in ROLES:
                yield "kinds", kind.id, "roles", name, f"unknown role {name!r}", "one of " + ", ".join(ROLES)
        for name, value in kind.roles.items():
            if value not in _NEEDS:
                yield "kinds", kind.id, "roles", name, f"{name}: {value!r}", "one of " + ", ".join(_NEEDS)
        for name, value in kind.prepositions.items():
            if value not in ROLES:
                yield "kinds", kind.id, "prepositions", name, f"{name}: {value!r}", "one of " + ", ".join(ROLES)
        if kind.claims not in FACTUALITIES:
            right = "one of " + ", ".join(FACTUALITIES)
            yield "kinds", kind.id, "claims", kind.claims, f"claims: {kind.claims!r}", right
        if kind.edge and (not _EDGE.fullmatch(kind.edge) or kind.edge in RESERVED_EDGES):
            right = "capitals and underscores, as CRITICIZED, and none of " + ", ".join(RESERVED_EDGES)
            yield "kinds", kind.id, "edge", kind.edge, f"edge: {kind.edge!r}", right


def _cycles(vocabulary: Vocabulary) -> Iterator[Fault]:
    for section, field in _UPWARD.items():
        entries = vocabulary.entries[section]
        outer = {entry.id: _values(entry, field) for entry in entries.values()}
        try:
            depth: dict[str, int] = {}
            for entry_id in TopologicalSorter(outer).static_order():
                depth[entry_id] = 1 + max((depth[o] for o in outer.get(entry_id, ())), default=0)
                if depth[entry_id] == MAX_DEPTH + 1:
                    what = f"{YAML_KEYS.get(field, field)}: leads more than {MAX_DEPTH} steps up"
                    yield section, entry_id, field, outer[entry_id][0], what, "leave steps out"
        except CycleError as error:
            trail = error.args[1]
            start, up = min(zip(trail[1:], trail, strict=False), key=lambda edge: list(entries).index(edge[0]))
            what = f"{YAML_KEYS.get(field, field)}: leads back to {start!r} itself"
            yield section, start, field, up, what, "cut it"


def _names(vocabulary: Vocabulary) -> Iterator[Fault]:
    sections: dict[str, str] = {}
    for section, entry_id in ((s, i) for s in NAMED for i in vocabulary.entries[s]):
        if (other := sections.setdefault(entry_id, section)) != section:
            yield section, entry_id, "", "", f"this id is in {other} too", "ids are unique: choose another"
    for form, keys in vocabulary.by_name.items():
        for section in NAMED if len(keys) > 1 else ():
            entries = [vocabulary.entries[section][i] for s, i in keys if s == section]
            for first, entry in ((entries[0], other) for other in entries[1:]):
                if not _same_role(first, entry):
                    name = next((n for n in vocabulary.all_names(entry) if normalize(n) == form), entry.id)
                    yield section, entry.id, "aliases", name, f"{name!r} means {first.id!r} too", "drop it in one"


def _same_role(one: Entry, other: Entry) -> bool:
    """Say whether two entries have one role of one actor, whose names they share: "Chinese ambassador"."""
    role, owner = getattr(one, "role", ""), getattr(one, "of", "") or getattr(one, "part_of", "")
    return bool(role and owner) and (role, owner) == (
        getattr(other, "role", ""),
        getattr(other, "of", "") or getattr(other, "part_of", ""),
    )


def _units(vocabulary: Vocabulary) -> Iterator[Fault]:
    units: dict[str, str] = {}
    for unit in vocabulary.units.values():
        for name in (unit.id, *unit.names()):
            if (owner := units.setdefault(name.lower(), unit.id)) != unit.id:
                yield "units", unit.id, "aliases", name, f"{name!r} means {owner!r} too", "drop it in one"


def _attributes(vocabulary: Vocabulary) -> Iterator[Fault]:
    for attribute in vocabulary.attributes:
        if attribute in FACT_KEYS or attribute in vocabulary.kinds:
            what = "is a key of every fact" if attribute in FACT_KEYS else "is an act kind too"
            yield "attributes", attribute, "", "", what, "choose another id"


def _scores(vocabulary: Vocabulary) -> Iterator[Fault]:
    for section, fields in _SCORES.items():
        for entry, field in itertools.product(vocabulary.entries[section].values(), fields):
            value = str(getattr(entry, field))
            if value and not re.fullmatch(r"[1-4]" if field == "quad" else r"-?\d+(\.\d+)?", value):
                right = "1 to 4" if field == "quad" else "a number"
                yield section, entry.id, field, value, f"{field}: {value!r}", right


def _sentences(vocabulary: Vocabulary) -> Iterator[Fault]:
    right = "write _ once, where the target's name stands"
    for section, field in (("cameo", "sentence"), ("plover", "sentence"), ("plover", "sentences")):
        for entry in vocabulary.entries[section].values():
            given = getattr(entry, field)
            for sentence in given.values() if isinstance(given, dict) else [given]:
                if sentence.count("_") != 1:
                    yield section, entry.id, field, sentence, f"{field}: {sentence!r}", right


_CHECKS = (_references, _kinds, _cycles, _names, _units, tenure_faults, _attributes, _scores, _sentences)
