"""Reads one drawn form of a query: its title, examples for its parameters, and Cypher that returns paths to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from communique.errors import Problem
from communique.queries.query_file import Fault, Parameter, Query
from communique.queries.query_text import parameters_used, returned_columns, variables

Value = str | int | date | None
_EXAMPLE = re.compile(r"//\s*example: (?P<name>\w+) = (?P<value>.*\S)\s*")
_RIGHT = "write `// example: actor = china`"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The form of a query that Neo4j Browser draws: it returns paths and nodes, and no table.

    `parameters` are those of the query that it takes; with `examples` it draws something.
    """

    title: str
    cypher: str
    parameters: tuple[Parameter, ...]
    examples: Mapping[str, Value]


def read_drawn(path: Path, query: Query) -> tuple[Drawn, list[Problem]]:
    """Return the drawn form of a query with every fault found in its file."""
    lines = path.read_text("utf-8").splitlines()
    size = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    cypher = "\n".join(lines[size:]).strip()
    faults: list[Fault] = []
    if not size or lines[0] != f"// {query.title}":
        faults.append((1, "the title is not that of the query", f"the first line is `// {query.title}`"))
    first = 1 if size and not _EXAMPLE.fullmatch(lines[0]) else 0
    examples = _examples(lines[first:size], first + 1, query, faults)
    faults += [*_faults(cypher, size + 1, query), *_missing(cypher, size + 1, query, examples)]
    parameters = tuple(p for p in query.parameters if p.name in parameters_used(cypher))
    problems = [Problem(str(path), line, 1, what, right) for line, what, right in faults]
    return Drawn(query.title, cypher, parameters, examples), problems


def _examples(lines: list[str], start: int, query: Query, faults: list[Fault]) -> dict[str, Value]:
    declared = {p.name: p for p in query.parameters}
    examples: dict[str, Value] = {}
    for number, line in enumerate(lines, start):
        found = _EXAMPLE.fullmatch(line)
        if not found:
            faults.append((number, f"no example: {line!r}", _RIGHT))
        elif found["name"] not in declared:
            faults.append((number, _unknown(found["name"], query), _takes(query)))
        elif found["name"] in examples:
            faults.append((number, f"a second example of {found['name']}", "one is enough"))
        else:
            try:
                examples[found["name"]] = _read(declared[found["name"]].type, found["value"])
            except ValueError:
                faults.append((number, f"{found['value']!r} is no {declared[found['name']].type}", _RIGHT))
    return examples


def _read(kind: str, text: str) -> Value:
    return date.fromisoformat(text) if kind == "date" else int(text) if kind == "integer" else text


def _faults(cypher: str, line: int, query: Query) -> Iterator[Fault]:
    declared = {p.name for p in query.parameters}
    for name in sorted(parameters_used(cypher) - declared):
        yield line, _unknown(name, query), _takes(query)
    for name in sorted(variables(cypher) & declared):
        yield line, f"variable {name} has the name of a parameter", "another name, or `$x AS x` to hand it on"
    if not returned_columns(cypher):
        yield line, "the Cypher returns nothing", "end it with RETURN path"


def _missing(cypher: str, line: int, query: Query, examples: Mapping[str, Value]) -> Iterator[Fault]:
    for parameter in query.parameters:
        if parameter.required and parameter.name not in parameters_used(cypher):
            yield line, f"${parameter.name} is not used", "the query requires it"
        if parameter.required and parameter.name not in examples:
            yield 1, f"no example of {parameter.name}", _RIGHT


def _unknown(name: str, query: Query) -> str:
    return f"{name} is no parameter of {query.name}"


def _takes(query: Query) -> str:
    return "it has " + (", ".join(p.name for p in query.parameters) or "none")
