"""The JSON Schema of questions as data, for programs and editors.

It is generated: ``python -m communique.queries.algebra.json_schema`` writes the file anew.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any

from communique.queries.algebra.json_form import LISTED, OPERATORS, takes_object
from communique.queries.algebra.sets import Set, Sort, Term

FILE = Path(__file__).parent / "question.schema.json"
COMMAND = "python -m communique.queries.algebra.json_schema"
Schema = dict[str, Any]


def question_schema() -> Schema:
    """Return the schema of a question: a set, or what is asked of one."""
    asked = [operator for operator in OPERATORS.values() if not issubclass(operator, Set)]
    refs = [{"$ref": f"#/$defs/{sort}"} for sort in Sort]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A question as data",
        "anyOf": [*refs, _one_of({operator.word(): _taken(operator, None) for operator in asked})],
        "$defs": {str(sort): _sets(sort) for sort in Sort},
    }


def _sets(sort: Sort) -> Schema:
    """Return the schema of the sets of one sort."""
    return _one_of({word: _taken(operator, sort) for word, operator in OPERATORS.items() if sort in made(operator)})


def made(operator: type[Term]) -> tuple[Sort, ...]:
    """Return the sorts of sets that an operator makes; one that joins sets makes what it joins."""
    if not issubclass(operator, Set):
        return ()
    return (operator.makes,) if operator.makes else tuple(operator.parts()[0].metadata["sorts"])


def _one_of(properties: Schema) -> Schema:
    bounds = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False}
    return {**bounds, "properties": properties}


def _taken(operator: type[Term], sort: Sort | None) -> Schema:
    """Return the schema of what stands below the name of an operator that makes a set of a sort."""
    joining = sort if issubclass(operator, Set) and not operator.makes else None
    parts = operator.parts()
    help = (operator.__doc__ or "").split("\n\n")[0]
    if issubclass(operator, LISTED):
        return {"description": help, "type": "array", "minItems": 1, "items": _value(parts[0], joining, one=True)}
    if not takes_object(operator):
        return {"description": help, **_value(parts[0], joining)}
    return {
        "description": help,
        "type": "object",
        "properties": {part.name: _value(part, joining) for part in parts},
        "required": [part.name for part in parts if part.default is MISSING],
        "additionalProperties": False,
    }


def _value(part: Field[Any], joining: Sort | None, *, one: bool = False) -> Schema:
    if sorts := part.metadata.get("sorts"):
        refs = [{"$ref": f"#/$defs/{sort}"} for sort in ([joining] if joining else sorts)]
        return refs[0] if len(refs) == 1 else {"anyOf": refs}
    word: Schema = {"enum": list(part.metadata["words"])} if "words" in part.metadata else {"type": "string"}
    return word if one or part.type != "Words" else {"type": "array", "items": word}


def schema_text() -> str:
    """Return the text of the file."""
    return json.dumps(question_schema(), indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(schema_text(), "utf-8")
