"""Reads the sections of a vocabulary file into entries, and says of each fault where it stands."""

from __future__ import annotations

import dataclasses
import typing
from functools import cache
from typing import Any

from communique.schemas.dates import parse_edtf
from communique.schemas.entries import ACTOR_LABELS, SECTIONS, STANCES, YAML_KEYS, Entry
from communique.schemas.marked_yaml import Items, Problems, Table, Text, Value

_FIELDS = {y: p for p, y in YAML_KEYS.items()}
CHOICES = {
    ("actors", "is"): ACTOR_LABELS,
    ("kinds", "is"): ("statement", "event"),
    ("kinds", "stance"): STANCES,
    ("attributes", "value"): ("count", "duration", "text", "place", "office", "actor", "date"),
}


def read_entries(document: Table, problems: Problems) -> dict[str, dict[str, dict[str, Any]]]:
    """Return ``{section: {id: fields}}`` with only the fields that are written, as entries take them."""
    read: dict[str, dict[str, dict[str, Any]]] = {}
    for key, value in document:
        if key.value == "irregular":
            continue
        if key.value not in SECTIONS:
            problems.add(key, f"unknown section {key.value!r}", _sections(key.value, problems))
        elif not isinstance(value, Table):
            problems.add(value, f"{key.value} must map ids to entries", "write `id: {name: ...}`")
        else:
            read[key.value] = {
                entry_id.value: _fields(key.value, entry_id, entry, problems) for entry_id, entry in value
            }
    return read


def _sections(key: str, problems: Problems) -> str:
    return problems.near(key, SECTIONS) or "one of " + ", ".join(sorted(SECTIONS))


def _fields(section: str, entry_id: Text, entry: Value, problems: Problems) -> dict[str, Any]:
    if isinstance(entry, Items) and section == "roles":
        return {"name": entry_id.value, "aliases": tuple(_words(entry, problems))}
    if not isinstance(entry, Table):
        problems.add(entry, f"{entry_id.value!r} must be a mapping", "write `{name: ...}`")
        return {}
    known, hints = _shape(section)
    fields: dict[str, Any] = {}
    for key, value in entry:
        field = known.get(key.value)
        if field is None or field == "id":
            problems.add(key, f"unknown key {key.value!r} in {section}", problems.near(key.value, known))
            continue
        fields[field] = _typed(hints[field], value, key, problems)
        choices = CHOICES.get((section, key.value))
        if choices and fields[field] not in choices:
            problems.add(value, f"{key.value}: {fields[field]!r}", "one of " + ", ".join(choices))
    held = entry.get("held")
    places = {key.value: key for key, _ in held} if isinstance(held, Table) else {}
    for holder, spans in fields.get("held", {}).items():
        fields["held"][holder] = _sound_spans(spans, f"tenure of {holder}", places.get(holder, held), problems)
    if "vacant" in fields:
        fields["vacant"] = _sound_spans(fields["vacant"], "vacant", entry.get("vacant"), problems)
    return fields


@cache
def _shape(section: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields of a section's entries by the keys that YAML has for them, and the type of each field."""
    entry = SECTIONS[section]
    known = {YAML_KEYS.get(f.name, f.name): f.name for f in dataclasses.fields(entry)}
    if section == "places":
        known.pop("is", None)
    return known, {field: str(hint) for field, hint in typing.get_type_hints(entry).items()}


def _typed(hint: str, value: Value, key: Text, problems: Problems) -> Any:
    if "dict" in hint:
        if not isinstance(value, Table):
            problems.add(value, f"{key.value} must be a mapping")
            return {}
        many = "tuple" in hint
        return {k.value: tuple(_words(v, problems)) if many else " ".join(_words(v, problems)) for k, v in value}
    if "tuple" in hint:
        return tuple(_words(value, problems))
    if not isinstance(value, Text):
        problems.add(value, f"{key.value} must be one text")
        return ""
    if "bool" in hint:
        if value.value not in ("true", "false"):
            problems.add(value, f"{key.value}: {value.value!r}", "true or false")
        return value.value == "true"
    return value.value


def _words(value: Value, problems: Problems) -> list[str]:
    if isinstance(value, Text):
        return [value.value]
    words = []
    for item in value if isinstance(value, Items) else []:
        if isinstance(item, Text):
            words.append(item.value)
        else:
            problems.add(item, "a list of texts is expected here")
    if isinstance(value, Table):
        problems.add(value, "a text or a list of texts is expected here")
    return words


def _sound_spans(spans: tuple[str, ...], what: str, at: Value | None, problems: Problems) -> tuple[str, ...]:
    """Return the spans that are dates; note the others at their place."""
    sound = []
    for span in spans:
        try:
            parse_edtf(span)
            sound.append(span)
        except ValueError as error:
            problems.add(at, f"{what}: {error}")
    return tuple(sound)


def build(section: str, entry_id: str, fields: dict[str, Any]) -> Entry:
    """Return the entry of a section from its fields; a name that is not given is made from the id."""
    fields = dict(fields)
    fields.setdefault("name", entry_id.replace("-", " "))
    return SECTIONS[section](id=entry_id, **fields)
