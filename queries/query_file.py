"""Reads one query file: a header of ``//`` comments that says what is asked, then the Cypher that answers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from communique.errors import Problem, UsageError
from communique.queries.query_text import parameters_used, returned_columns

TYPES = ("actor", "office", "place", "topic", "kind", "act", "article", "date", "text", "integer")
_LINE = re.compile(r"//\s*(?P<key>\w+):\s*(?P<rest>.*\S)\s*")
_PARAMETER = re.compile(r"(?P<name>\w+) \((?P<type>\w+)(, default: (?P<default>[^)]+))?\): (?P<about>.+)")
_COLUMN = re.compile(r"(?P<name>\w+): (?P<about>.+)")
_RIGHT = {
    "title": "one `// title: ...` at the top",
    "answers": "`// answers: ...`, one or two sentences",
    "param": "write `// param: actor (actor, default: none): who criticizes`",
    "column": "write `// column: who: name of the critic`",
}
Fault = tuple[int, str, str]
Named = TypeVar("Named", "Parameter", "Column")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a person gives; without a default it must be given (`required`). None is a default too."""

    name: str
    type: str
    about: str
    required: bool
    default: str | int | None
    line: int


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the rows that come back."""

    name: str
    about: str
    line: int


@dataclass(frozen=True, slots=True)
class Query:
    """A question with its Cypher, which runs unchanged on every store; `path` is the file it stands in."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    path: Path

    def check_names(self, given: Iterable[str]) -> None:
        """Raise a `UsageError` for names of parameters that the query does not have."""
        known = [p.name for p in self.parameters]
        if unknown := sorted(set(given) - set(known)):
            raise UsageError(f"{self.name}: no parameter {', '.join(unknown)} (it has {', '.join(known) or 'none'})")


def read_query(path: Path) -> tuple[Query, list[Problem]]:
    """Return the query of a file with every fault found in it."""
    lines = path.read_text("utf-8").splitlines()
    size = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    cypher = "\n".join(lines[size:]).strip()
    faults: list[Fault] = []
    header = _header(lines[:size], faults)
    parameters = _read_all(header["param"], "param", _parameter, faults)
    columns = _read_all(header["column"], "column", _column, faults)
    faults += [*_parameter_faults(cypher, size, parameters), *_column_faults(cypher, size, columns)]
    title = header["title"][0][1] if header["title"] else ""
    answers = " ".join(text for _, text in header["answers"])
    query = Query(path.stem, title, answers, tuple(parameters), tuple(columns), cypher, path)
    return query, [Problem(str(path), line, 1, what, right) for line, what, right in faults]


def _header(lines: list[str], faults: list[Fault]) -> dict[str, list[tuple[int, str]]]:
    fields: dict[str, list[tuple[int, str]]] = {key: [] for key in _RIGHT}
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        if found and found["key"] in fields:
            fields[found["key"]].append((number, found["rest"]))
        else:
            faults.append((number, f"no header line: {line!r}", "one of " + ", ".join(_RIGHT)))
    faults += [
        (1, f"no `{key}` in the header", right) for key, right in _RIGHT.items() if not fields[key] and key != "param"
    ]
    faults += [(number, "a second title", _RIGHT["title"]) for number, _ in fields["title"][1:]]
    return fields


def _read_all(
    lines: list[tuple[int, str]], key: str, read: Callable[[int, str], Named | str], faults: list[Fault]
) -> list[Named]:
    found: dict[str, Named] = {}
    for number, text in lines:
        entry = read(number, text)
        if isinstance(entry, str):
            faults.append((number, entry, _RIGHT[key]))
        elif entry.name in found:
            faults.append((number, f"{key} {entry.name} is declared twice", f"line {found[entry.name].line} has it"))
        else:
            found[entry.name] = entry
    return list(found.values())


def _parameter(line: int, text: str) -> Parameter | str:
    found = _PARAMETER.fullmatch(text)
    if not found:
        return f"no parameter: {text!r}"
    kind, default = found["type"], found["default"]
    if kind not in TYPES:
        return f"unknown type {kind!r} (one of {', '.join(TYPES)})"
    value: str | int | None = None if default in (None, "none") else default
    if kind == "integer" and isinstance(value, str):
        if not value.lstrip("-").isdigit():
            return f"{value!r} is no integer"
        value = int(value)
    elif kind == "date" and value is not None:
        return f"a date has no other default than none, not {value!r}"
    return Parameter(found["name"], kind, found["about"], default is None, value, line)


def _column(line: int, text: str) -> Column | str:
    found = _COLUMN.fullmatch(text)
    return Column(found["name"], found["about"], line) if found else f"no column: {text!r}"


def _parameter_faults(cypher: str, size: int, parameters: list[Parameter]) -> Iterator[Fault]:
    used, declared = parameters_used(cypher), {p.name for p in parameters}
    for name in sorted(used - declared):
        at = next(i for i, line in enumerate(cypher.splitlines(), size + 1) if f"${name}" in line)
        yield at, f"${name} is not declared", _RIGHT["param"]
    for parameter in parameters:
        if parameter.name not in used:
            yield parameter.line, f"${parameter.name} is not used", "take the line out, or use it"


def _column_faults(cypher: str, size: int, columns: list[Column]) -> Iterator[Fault]:
    returned, declared = returned_columns(cypher), {c.name for c in columns}
    if not returned:
        yield size + 1, "the Cypher returns nothing", "end it with RETURN ... AS ... ORDER BY ..."
    for column in columns:
        if returned and column.name not in returned:
            yield column.line, f"column {column.name} is not returned", f"returned are {', '.join(returned)}"
    for name in (n for n in returned if n not in declared):
        yield size + 1, f"column {name} is returned and not declared", _RIGHT["column"]
