"""Turns the names in an article into ids of the vocabulary, or says which name was not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from communique.schemas.dates import Edtf
from communique.schemas.entries import Entry, Office
from communique.schemas.marked_yaml import Items, Problems, Table, Text, Value
from communique.schemas.records import Role
from communique.schemas.vocabulary import Vocabulary

# What the target of a role can be, in the order in which a name is tried.
TARGETS = {
    "by": ("actors", "offices"),
    "to": ("actors", "offices"),
    "toward": ("actors", "offices", "topics"),
    "affects": ("actors", "offices"),
    "about": ("topics", "actors", "places", "offices"),
    "at": ("places", "actors"),
}
_WHAT = {"actors": "actor", "offices": "office", "places": "place", "topics": "topic"}


@dataclass
class References:
    """Resolves names for one article; `used` gathers the ids that it mentions."""

    vocabulary: Vocabulary
    problems: Problems
    used: set[str] = field(default_factory=set)

    def one(self, at: Text, sections: Iterable[str], acts: Iterable[str] = ()) -> Entry | None:
        """Return the entry that a text names, or None with a problem noted; `acts` are what else it may name."""
        sections = tuple(sections)
        found = self.vocabulary.find(at.value, sections)
        if len(found) > 1:
            by_rank = [e for s in sections for e in found if e.section == s]
            found = [e for e in by_rank if e.section == by_rank[0].section]
        if len(found) == 1:
            self.used.add(found[0].id)
            return found[0]
        what = " or ".join(_WHAT[s] for s in sections if s != "offices" or len(sections) == 1)
        if found:
            ids = ", ".join(sorted(e.id for e in found))
            self.problems.add(at, f"{at.value!r} names more than one {what}", f"write one of {ids}")
        else:
            near = self.problems.near(at.value, [*acts, *self._known(sections)])
            self.problems.add(at, f"unknown {what} {at.value!r}", near or "add it to vocabulary.yaml")
        return None

    def texts(self, value: Value | None, key: str) -> Iterator[Text]:
        """Yield the texts of a key that takes one or a list of them; note what is none."""
        for item in value if isinstance(value, Items) else [value] if value else []:
            if isinstance(item, Text):
                yield item
            else:
                self.problems.add(item, f"{key} must be a text or a list of texts")

    def _known(self, sections: Iterable[str]) -> Iterator[str]:
        for section in sections:
            for entry in self.vocabulary.entries[section].values():
                yield entry.id
                yield from entry.names()

    def roles(self, role: str, value: Value, acts: Iterable[str], on: Edtf | None) -> Iterator[Role]:
        """Yield the participants that the value of a role key names.

        Accepted: a name, a list, a map from a party to its offices (or to ``{office:, for:}``); for `at`, a
        map from a preposition to places; for `about`, also ids of acts.
        """
        if isinstance(value, Items):
            for item in value:
                yield from self.roles(role, item, acts, on)
        elif isinstance(value, Table):
            for key, inner in value:
                yield from self._mapped(role, key, inner, on)
        elif role == "about" and value.value in acts:
            yield Role(role, value.value, "acts")
        elif entry := self.one(value, TARGETS[role], acts if role == "about" else ()):
            yield from self._party(role, entry, value, on)

    def _party(self, role: str, entry: Entry, at: Text, on: Edtf | None) -> Iterator[Role]:
        if not isinstance(entry, Office) or role == "about":
            yield Role(role, entry.id, entry.section)
            return
        holders = sorted(self.vocabulary.holders(entry, on))
        if len(holders) == 1:
            self.used.update(holders)
            yield Role(role, holders[0], "actors", offices=(entry.id,))
        else:
            right = "name the person: " + (", ".join(holders) or "nobody is recorded for that date")
            self.problems.add(at, f"{entry.name} is an office with {len(holders)} holders then", right)

    def _mapped(self, role: str, key: Text, inner: Value, on: Edtf | None) -> Iterator[Role]:
        if role == "at":
            for place in self.texts(inner, key.value):
                if entry := self.one(place, TARGETS["at"]):
                    yield Role(role, entry.id, entry.section, preposition=key.value)
            return
        entry = self.one(key, TARGETS[role][:1])
        offices: Value = inner
        acting_for: Value = Items([], 0, 0)
        if isinstance(inner, Table):
            for unknown in (k for k, _ in inner if k.value not in ("office", "for")):
                self.problems.add(unknown, f"unknown key {unknown.value!r} for a party", "office or for")
            offices, acting_for = (inner.get(k) or Items([], 0, 0) for k in ("office", "for"))
        ids = tuple(self._office(office, entry, on) for office in self.texts(offices, "office"))
        whom = next((self.one(actor, ("actors",)) for actor in self.texts(acting_for, "for")), None)
        if entry:
            yield Role(role, entry.id, entry.section, "", tuple(filter(None, ids)), whom.id if whom else "")

    def _office(self, at: Text, holder: Entry | None, on: Edtf | None) -> str:
        office = self.one(at, ("offices",))
        if not isinstance(office, Office) or holder is None:
            return ""
        if holder.id not in office.held:
            self.problems.add(at, f"{holder.name} is not recorded as {office.name}", "add the tenure")
        elif on and all(o.id != office.id for o, _ in self.vocabulary.offices_held(holder.id, on)):
            spans = ", ".join(office.held[holder.id])
            self.problems.add(at, f"{holder.name} was not {office.name} on {on}", f"held {spans}")
        return office.id
