"""JSON Schemas of article and vocabulary files, by which editors complete keys and show help.

They are generated: ``python -m communique.schemas.json_schema`` writes both files anew.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from pathlib import Path
from typing import Any

from communique.schemas.article_keys import DETAIL_KEYS, FACT_KEYS, LINKS, METADATA, ROLES
from communique.schemas.entries import FACTUALITIES, MARKS, SECTIONS, YAML_KEYS, Entry, Kind
from communique.schemas.entry_reader import CHOICES
from communique.schemas.vocabulary import Vocabulary, read_vocabulary

FOLDER = Path(__file__).parent
COMMAND = "python -m communique.schemas.json_schema"
Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# YAML 1.1 gives dates, numbers and booleans where the project reads texts: editors must let them pass.
_TEXT: Schema = {"$ref": "#/$defs/text"}
_DEFINED: Schema = {"text": {"type": ["string", "number", "boolean", "null"]}}
_REQUIRED = ("article", "headline", "publisher", "published")


def article_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of an article file: metadata, paragraphs P0, P1 ... with facts, kinds and details."""
    facts = _ref("facts")
    properties: Schema = {key: _text(help) for key, help in METADATA.items()}
    properties |= {key: _names(METADATA[key]) for key in ("dateline", "authors")}
    properties["excerpt"] = {"description": METADATA["excerpt"], "enum": [True, False]}
    properties["empty"] = {"type": "object", "description": METADATA["empty"], "additionalProperties": _TEXT}
    properties["vocabulary"] = {"$ref": "vocabulary.schema.json", "description": METADATA["vocabulary"]}
    properties |= {f"P{n}": {**facts, "description": f"The facts of paragraph {n}."} for n in range(10)}
    return {
        "$schema": _DRAFT,
        "title": "An annotated article",
        "type": "object",
        "required": list(_REQUIRED),
        "properties": properties,
        "patternProperties": {r"^P\d+$": facts},
        "additionalProperties": False,
        "$defs": {
            **_DEFINED,
            "facts": {"anyOf": [_ref("fact"), {"type": "array", "items": _ref("fact")}]},
            "fact": _fact(vocabulary),
            "detail": _detail(),
            "further-key": {"enum": [*FACT_KEYS, *sorted(vocabulary.attributes)]},
        },
    }


def _fact(vocabulary: Vocabulary) -> Schema:
    """A fact begins with a kind or `see`; JSON Schema can say that it has one, not that it comes first."""
    kinds = {kind.id: _text(_meaning(kind)) for kind in sorted(vocabulary.kinds.values(), key=lambda k: k.id)}
    details = {
        a.id: {"$ref": "#/$defs/detail", "description": f"{a.name}: {_WRITTEN[a.value]}"}
        for a in vocabulary.attributes.values()
    }
    return {
        "type": "object",
        "properties": {**kinds, **details, **_fact_keys(vocabulary)},
        "additionalProperties": False,
        "if": {"required": ["see"]},
        "then": {"propertyNames": _ref("further-key")},
        "else": {"not": {"propertyNames": _ref("further-key")}},
    }


_WRITTEN = {
    "count": "a figure with its unit, as 6 bombers",
    "duration": "a length of time, as more than 10 hours",
    "text": "as printed, or in a few words",
    "place": "a place's name or id",
    "office": "an office's name or id",
    "actor": "an actor's name or id",
    "date": "a date",
}


def _meaning(kind: Kind) -> str:
    what = "statement" if kind.statement else "event"
    words = ", ".join([*kind.verbs[:3], *kind.nouns[:2], *kind.phrases[:2]])
    more = f" Needs {', '.join(r for r, n in kind.roles.items() if n == 'required')}." if _needs(kind) else ""
    code = f" CAMEO {kind.cameo}." if kind.cameo else ""
    return f"{kind.name} ({what}){': ' + words if words else ''}.{more}{code}"


def _needs(kind: Kind) -> bool:
    return "required" in kind.roles.values()


def _fact_keys(vocabulary: Vocabulary) -> Schema:
    party = {"type": "object", "properties": {"office": _names("The office."), "for": _text("For whom.")}}
    parties = {"type": "object", "additionalProperties": {"anyOf": [_names(""), party]}}
    found: Schema = {key: _text(help) for key, help in FACT_KEYS.items()}
    for key, help in ROLES.items():
        item = {"anyOf": [_TEXT, parties]}
        found[key] = {"description": help, "anyOf": [_TEXT, parties, {"type": "array", "items": item}]}
    for key, help in LINKS.items():
        item = {"anyOf": [_TEXT, _ref("fact"), _marked()]}
        found[key] = {"description": help, "anyOf": [*item["anyOf"], {"type": "array", "items": item}]}
    found["claims"] = {**_ref("facts"), "description": FACT_KEYS["claims"]}
    found["series"] = {"type": "object", "description": FACT_KEYS["series"], "additionalProperties": _TEXT}
    found["also"] = _names(FACT_KEYS["also"], {"enum": sorted(vocabulary.kinds)})
    found["same"] = {"description": FACT_KEYS["same"], "enum": [True, False]}
    return found | _choices()


def _marked() -> Schema:
    """A link with a mark or hedge of its own: ``{some-act: {mark: inferred}}``."""
    options: Schema = {"mark": _choices()["mark"], "hedge": _text(FACT_KEYS["hedge"])}
    options = {"type": "object", "properties": options, "additionalProperties": False}
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": options}


def _detail() -> Schema:
    one = {
        "type": "object",
        "required": ["value"],
        "properties": {
            key: _names(help) if key in ("for", "toward", "than", "refers_to", "derived_from") else _text(help)
            for key, help in DETAIL_KEYS.items()
        }
        | _choices(),
        "additionalProperties": False,
    }
    return {"anyOf": [_TEXT, one, {"type": "array", "items": {"anyOf": [_TEXT, one]}}]}


def _choices() -> Schema:
    return {
        "is": {"description": FACT_KEYS["is"], "enum": list(FACTUALITIES)},
        "mark": {"description": FACT_KEYS["mark"], "enum": list(MARKS)},
    }


def vocabulary_schema() -> Schema:
    """Return the schema of a vocabulary file: each section maps ids to entries."""
    sections = {name: {"type": "object", "additionalProperties": _entry(name, cls)} for name, cls in SECTIONS.items()}
    return {
        "$schema": _DRAFT,
        "title": "A vocabulary",
        "type": "object",
        "$defs": _DEFINED,
        "properties": sections | {"irregular": {"type": "object", "additionalProperties": _names("")}},
        "additionalProperties": False,
    }


def _entry(section: str, cls: type[Entry]) -> Schema:
    hints = typing.get_type_hints(cls)
    properties: Schema = {}
    for field in (f.name for f in dataclasses.fields(cls) if f.name != "id"):
        key = YAML_KEYS.get(field, field)
        hint = str(hints[field])
        if choices := CHOICES.get((section, key)):
            properties[key] = {"enum": list(choices)}
        elif "dict" in hint:
            properties[key] = {"type": "object", "additionalProperties": _names("")}
        elif "bool" in hint:
            properties[key] = {"type": "boolean"}
        else:
            properties[key] = _names("") if "tuple" in hint else _TEXT
    table = {
        "type": "object",
        "description": (cls.__doc__ or "").split("\n\n")[0],
        "properties": properties,
        "additionalProperties": False,
    }
    return {"anyOf": [table, {"type": "array", "items": _TEXT}]} if section == "roles" else table


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _text(help: str) -> Schema:
    return {**_TEXT, "description": help}


def _names(help: str, item: Schema = _TEXT) -> Schema:
    return ({"description": help} if help else {}) | {"anyOf": [item, {"type": "array", "items": item}]}


def schema_texts() -> dict[str, str]:
    """Return the text of each schema file by its name, as the code and the shipped vocabulary give it."""
    schemas = {
        "article.schema.json": article_schema(read_vocabulary()),
        "vocabulary.schema.json": vocabulary_schema(),
    }
    return {name: json.dumps(schema, indent=1, ensure_ascii=False) + "\n" for name, schema in schemas.items()}


if __name__ == "__main__":
    for name, text in schema_texts().items():
        (FOLDER / name).write_text(text, "utf-8")
