"""The vocabulary in force: shipped files, then the user's, then those beside the articles; later ones win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

from communique.errors import InputError, Problem
from communique.kept import kept
from communique.schemas.dates import Edtf, parse_edtf
from communique.schemas.entries import (
    SECTIONS,
    Actor,
    Attribute,
    Cameo,
    Entry,
    Kind,
    Office,
    Place,
    Plover,
    Topic,
    Unit,
    Words,
)
from communique.schemas.entry_reader import build, read_entries
from communique.schemas.marked_yaml import Problems, Table, read_yaml
from communique.schemas.names import normalize, role_names

SHIPPED = Path(__file__).parent / "vocabulary"
LOCAL = "vocabulary.yaml"
_WORDS = ("aliases", "demonyms", "verbs", "nouns", "phrases")
# What a bare name can stand for; ids are unique over these sections.
NAMED = ("actors", "offices", "places", "topics")
Raw = dict[str, dict[str, dict[str, Any]]]


@dataclass(eq=False)
class Vocabulary:
    """Entries by section and id.

    `overrides` tells what later files changed of earlier ones, `added` holds all that is not shipped, as JSON
    values, for `read_vocabulary` to lay over again. `base` is one that this one only adds to, if there is such.
    """

    entries: dict[str, dict[str, Entry]]
    overrides: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    added: Raw = field(default_factory=dict)
    base: Vocabulary | None = None

    @property
    def kinds(self) -> dict[str, Kind]:
        """Act kinds by id."""
        return cast(dict[str, Kind], self.entries["kinds"])

    @property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return cast(dict[str, Actor], self.entries["actors"])

    @property
    def offices(self) -> dict[str, Office]:
        """Offices by id."""
        return cast(dict[str, Office], self.entries["offices"])

    @property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return cast(dict[str, Place], self.entries["places"])

    @property
    def topics(self) -> dict[str, Topic]:
        """Topics by id."""
        return cast(dict[str, Topic], self.entries["topics"])

    @property
    def attributes(self) -> dict[str, Attribute]:
        """Attributes of details by id."""
        return cast(dict[str, Attribute], self.entries["attributes"])

    @property
    def units(self) -> dict[str, Unit]:
        """Units of figures by id."""
        return cast(dict[str, Unit], self.entries["units"])

    @property
    def cameo(self) -> dict[str, Cameo]:
        """CAMEO codes."""
        return cast(dict[str, Cameo], self.entries["cameo"])

    @property
    def plover(self) -> dict[str, Plover]:
        """PLOVER event types."""
        return cast(dict[str, Plover], self.entries["plover"])

    def with_missing(self, added: Iterable[Raw]) -> Vocabulary:
        """Return this vocabulary with those entries that it has not, of what other vocabularies had added."""
        entries = {section: dict(by_id) for section, by_id in self.entries.items()}
        for raw in added:
            for section, by_id in raw.items():
                for entry_id, fields in by_id.items():
                    if entry_id not in entries[section]:
                        kept = {k: _tupled(v) for k, v in fields.items()}
                        entries[section][entry_id] = build(section, entry_id, kept)
        return Vocabulary(entries, self.overrides, self.files, self.added, self)

    def section_of(self, entry_id: str) -> str | None:
        """Return which of actors, offices, places and topics has this id, or None."""
        return next((s for s in NAMED if entry_id in self.entries[s]), None)

    def find(self, name: str, sections: Iterable[str] = NAMED) -> list[Entry]:
        """Return the entries that an id, name or alias means, an exact id alone if there is one."""
        for section in sections:
            if name in self.entries[section]:
                return [self.entries[section][name]]
        keys = self.by_name.get(normalize(name), [])
        return [self.entries[s][i] for s, i in keys if s in tuple(sections)]

    @cached_property
    def by_name(self) -> dict[str, list[tuple[str, str]]]:
        """Every normalized name with the (section, id) pairs that it means."""
        new = self._beyond_base()
        index = dict(self.base.by_name) if self.base and new is not None else {}
        for section, entry in new if new is not None else self._named():
            key = (section, entry.id)
            for form in map(normalize, (entry.id, *self.all_names(entry))):
                known = index.get(form, [])
                if key not in known:
                    index[form] = [*known, key]
        return index

    def _named(self) -> Iterator[tuple[str, Entry]]:
        return ((section, entry) for section in NAMED for entry in self.entries[section].values())

    def _beyond_base(self) -> list[tuple[str, Entry]] | None:
        """Return the entries that the base has not; None where it has one of them in another form."""
        if self.base is None:
            return None
        new = [(s, e) for s, e in self._named() if self.base.entries[s].get(e.id) != e]
        return None if any(e.id in self.base.entries[s] for s, e in new) else new

    @cached_property
    def name_of(self) -> dict[str, str]:
        """The name of each actor, place and topic by id."""
        return {i: e.name for section in ("actors", "places", "topics") for i, e in self.entries[section].items()}

    @cached_property
    def units_by_name(self) -> dict[str, str]:
        """The unit of each name and alias, in lower case."""
        return {n.lower(): u.id for u in self.units.values() for n in (u.id, *u.names())}

    def all_names(self, entry: Entry) -> Iterator[str]:
        """Yield name, aliases, names by user, and the names made from role and state."""
        yield from entry.names()
        if isinstance(entry, Place):
            yield from entry.names_by.values()
        role = getattr(entry, "role", "")
        owner = self.actors.get(getattr(entry, "of", "") or getattr(entry, "part_of", ""))
        if role and owner:
            roles = self.entries["roles"].get(role)
            yield from role_names(roles.names() if roles else [role], owner.names(), owner.demonyms)

    def ancestors(self, kind: str) -> list[str]:
        """Return a kind and its ancestors, nearest first, each once."""
        order, queue = [], [kind]
        while queue:
            current = queue.pop(0)
            if current not in order and current in self.kinds:
                order.append(current)
                queue.extend(self.kinds[current].parents)
        return order

    def unit_family(self, unit: str) -> list[str]:
        """Return a unit and the wider units it is one of."""
        order, queue = [], [unit]
        while queue:
            current = queue.pop(0)
            if current in self.units and current not in order:
                order.append(current)
                queue.extend(self.units[current].parents)
        return order

    def offices_held(self, person: str, on: Edtf | None) -> list[tuple[Office, Edtf]]:
        """Return the offices that a person may have held on a date (None: at any time)."""
        return [(office, span) for office, span in self._held.get(person, ()) if on is None or not span.contradicts(on)]

    def holders(self, office: Office, on: Edtf | None) -> list[str]:
        """Return who may have held an office on a date (None: at any time)."""
        return [p for p in office.held if any(held.id == office.id for held, _ in self.offices_held(p, on))]

    @cached_property
    def _held(self) -> dict[str, list[tuple[Office, Edtf]]]:
        found: dict[str, list[tuple[Office, Edtf]]] = {}
        for office in self.offices.values():
            for person, spans in office.held.items():
                found.setdefault(person, []).extend((office, parse_edtf(span)) for span in spans)
        return found

    def state_of(self, actor: str) -> Actor | None:
        """Return the state that an organization or group belongs to, itself for a state, None for others."""
        seen: set[str] = set()
        while actor and actor not in seen and actor in self.actors:
            seen.add(actor)
            if self.actors[actor].is_ == "State":
                return self.actors[actor]
            actor = self.actors[actor].part_of
        return None


def read_vocabulary(
    files: Iterable[Path] = (),
    extra: Iterable[tuple[str, Table]] = (),
    added: Iterable[Raw] = (),
    faults: list[Problem] | None = None,
    base: Vocabulary | None = None,
) -> Vocabulary:
    """Return the shipped vocabulary with the given files laid over it, in their order.

    An entry with a known id changes the keys it names and keeps the others, and adds to lists of words; `extra` are
    vocabularies written inside articles, as (file name, table), `added` what other vocabularies had added; `base`
    is the vocabulary of the same files alone, if it is at hand (its index of names is used again).
    Faults are raised, or gathered in the list `faults` where one is given, without the values that are wrong.

    Raises
    ------
    InputError
        With every fault of every file; those of the whole only where files or `extra` are laid over it (a test
        checks the shipped files).
    """
    extra, added, overrides = list(extra), list(added), list[str]()
    given = [path for path in files if path.exists()]
    shipped, faults_shipped = _shipped()
    found: list[Problems] = []
    raw: Raw = {section: dict(by_id) for section, by_id in shipped.items()}
    more: Raw = {}
    for path in given:
        problems = Problems(str(path))
        document = read_yaml(path, problems)
        if isinstance(document, Table):
            _lay_over(raw, document, problems, overrides, more)
        found.append(problems)
    for name, table in extra:
        problems = Problems(name)
        _lay_over(raw, table, problems, overrides, more)
        found.append(problems)
    for entries_added in added:
        for section, by_id in entries_added.items():
            for entry_id, fields in by_id.items():
                kept = {k: _tupled(v) for k, v in fields.items()}
                known = raw[section].get(entry_id, {})
                raw[section][entry_id] = {**known, **_joined(known, kept)}
    vocabulary = (
        Vocabulary(_built(raw), overrides, given, more, base or _plain()) if given or extra or added else _plain()
    )
    wrong = [*faults_shipped, *(fault for problems in found for fault in problems.found)]
    if given or extra:
        from communique.schemas.vocabulary_check import check_vocabulary

        wrong.extend(check_vocabulary(vocabulary, extra))
    if faults is not None:
        faults.extend(wrong)
    elif wrong:
        raise InputError(wrong)
    return vocabulary


@cache
def _plain() -> Vocabulary:
    """Return the shipped vocabulary alone, made once: many are laid over it."""
    return Vocabulary(_built({section: dict(by_id) for section, by_id in _shipped()[0].items()}))


def _built(raw: Raw) -> dict[str, dict[str, Entry]]:
    _add_coded_kinds(raw)
    return {s: {i: build(s, i, f) for i, f in by_id.items()} for s, by_id in raw.items()}


@cache
def _shipped() -> tuple[Raw, list[Problem]]:
    """Return the entries of the shipped files and what is wrong in them, kept: parsing takes half a second."""
    sources = [*sorted(SHIPPED.glob("*.yaml")), *sorted(Path(__file__).parent.glob("*.py"))]
    known = kept("vocabulary", sources, "", _parsed)
    return known["entries"], [Problem(*fault) for fault in known["faults"]]


def _parsed() -> dict[str, Any]:
    raw: Raw = {section: {} for section in SECTIONS}
    found = [Problems(str(path)) for path in sorted(SHIPPED.glob("*.yaml"))]
    for problems in found:
        document = read_yaml(Path(problems.file), problems)
        if isinstance(document, Table):
            _lay_over(raw, document, problems, None, None)
    return {"entries": raw, "faults": [astuple(fault) for problems in found for fault in problems.found]}


def local_files(folder: Path, top: Path | None = None) -> list[Path]:
    """Return the vocabulary files that count for a folder, from the top folder down to it."""
    folder = folder.resolve()
    chain = [folder, *folder.parents]
    if top and top.resolve() in chain:
        chain = chain[: chain.index(top.resolve()) + 1]
    else:
        chain = chain[:1]
    return [f / LOCAL for f in reversed(chain) if (f / LOCAL).is_file()]


def _joined(known: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """Return fields with lists of words added to those that are known: an alias more does not cost the others."""
    more = {k: tuple(dict.fromkeys([*known[k], *v])) for k, v in fields.items() if k in _WORDS and k in known}
    return {**fields, **more}


def _tupled(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _tupled(v) for k, v in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _lay_over(
    raw: Raw, document: Table, problems: Problems, overrides: list[str] | None, added: Raw | None = None
) -> None:
    for section, by_id in read_entries(document, problems).items():
        for entry_id, fields in by_id.items():
            known = raw[section].get(entry_id)
            if known and overrides is not None:
                overrides.append(f"{problems.file}: {section}/{entry_id}: {', '.join(sorted(fields))}")
            raw[section][entry_id] = {**(known or {}), **_joined(known or {}, fields)}
            if added is not None:
                mine = added.setdefault(section, {})
                mine[entry_id] = {**mine.get(entry_id, {}), **fields}


def _add_coded_kinds(raw: Raw) -> None:
    """Give every CAMEO code a kind: codes that no kind of the project's own claims get one of their name."""
    for code, fields in raw["cameo"].items():
        kind = fields.get("kind", "")
        if kind and kind not in raw["kinds"]:
            root = raw["cameo"].get(code[:-1], {}).get("kind", "") if len(code) > 2 else ""
            spoken = code[:2] in ("01", "02", "03", "10", "11", "12", "13")
            raw["kinds"][kind] = {
                "is_": "statement" if spoken else "event",
                "name": str(fields.get("name", kind)).lower(),
                "cameo": code,
                "parents": (root,) if root and root != kind else (),
                "plover": fields.get("plover", ""),
                "mode": fields.get("mode", ""),
            }


def holds_on(span: Edtf, day: date) -> bool:
    """Say whether a tenure covers a day."""
    return (span.earliest or date.min) <= day <= (span.latest or date.max)


__all__ = ["LOCAL", "NAMED", "SHIPPED", "Vocabulary", "Words", "holds_on", "local_files", "read_vocabulary"]
