"""The catalogue: one question a file in ``queries/library/``, read from its header and its Cypher, checked, run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from communique.errors import InputError, Problem, UsageError
from communique.graph.store import Result, Store
from communique.queries.cypher_text import parameters_used, returned_columns

LIBRARY = Path(__file__).parent / "library"
TYPES = ("actor", "office", "place", "topic", "kind", "act", "article", "date", "text", "integer")
_ENTRY = re.compile(r"//\s*(?P<key>[a-z]+):\s*(?P<rest>.*\S)\s*")
_PARAMETER = re.compile(r"(?P<name>\w+) \((?P<type>\w+)(?P<optional>, default: (?P<default>[^)]+))?\): (?P<about>.+)")
_COLUMN = re.compile(r"(?P<name>\w+): (?P<about>.+)")
_RIGHT = {
    "title": "one `// title: ...` at the top",
    "answers": "`// answers: ...`, one or two sentences",
    "param": "write `// param: actor (actor, default: none): who criticizes`",
    "column": "write `// column: who: name of the critic`",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a person gives; without a default (`required`) it must be given."""

    name: str
    type: str
    about: str
    required: bool = True
    default: str | int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the rows that come back."""

    name: str
    about: str


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


@cache
def catalogue() -> dict[str, Query]:
    """Return the shipped queries by name, in the order of the alphabet; read once.

    Examples
    --------
    >>> [p.name for p in catalogue()["office-holders"].parameters]
    ['office', 'date']
    """
    return read_library(LIBRARY)


def read_library(folder: Path) -> dict[str, Query]:
    """Return the queries in the ``.cypher`` files of a folder, also below it, by file name.

    Raises
    ------
    InputError
        With every fault of every file: no header, an unknown type, a `$parameter` undeclared or unused,
        declared columns that are not those returned, two files of one name or two queries of one title.
    """
    problems: list[Problem] = []
    queries: dict[str, Query] = {}
    titles: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.cypher"), key=lambda p: (p.stem, p)):
        query, faults = _read(path)
        problems += faults
        if other := queries.get(query.name):
            problems.append(Problem(str(path), 1, 1, f"{query.name} is {other.path} too", "give it another name"))
        if (first := titles.setdefault(query.title, path)) != path and query.title:
            problems.append(Problem(str(path), 1, 1, f"the title is that of {first} too", "give it another title"))
        queries.setdefault(query.name, query)
    if problems:
        raise InputError(problems)
    return queries


def run(store: Store, query: Query, values: Mapping[str, Any]) -> Result:
    """Run a query and return its rows; parameters that are left out have their defaults.

    Actors, offices, places, topics, kinds, acts and articles are given by id, dates as `datetime.date`.

    Raises
    ------
    UsageError
        For a parameter that the query has not, one that is missing, or a value of another type.
    """
    known = {p.name: p for p in query.parameters}
    if unknown := sorted(set(values) - set(known)):
        raise UsageError(f"{query.name} has no {', '.join(unknown)} (it takes {', '.join(known) or 'nothing'})")
    given = {name: p.default if values.get(name) is None else values[name] for name, p in known.items()}
    for name, parameter in known.items():
        if given[name] is None and parameter.required:
            raise UsageError(f"{query.name} needs {name}: {parameter.about}")
        wanted = {"date": date, "integer": int}.get(parameter.type, str)
        if given[name] is not None and type(given[name]) is not wanted:
            raise UsageError(f"{query.name}: {name} must be {wanted.__name__}, not {given[name]!r}")
    return store.read(query.cypher, given)


def _read(path: Path) -> tuple[Query, list[Problem]]:
    lines = path.read_text("utf-8").splitlines()
    size = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    cypher = "\n".join(lines[size:]).strip()
    fields: dict[str, list[tuple[int, str]]] = {key: [] for key in _RIGHT}
    faults: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines[:size], 1):
        entry = _ENTRY.fullmatch(line)
        if entry and entry["key"] in fields:
            fields[entry["key"]].append((number, entry["rest"]))
        else:
            faults.append((number, f"no header line: {line!r}", "title, answers, param or column"))
    for key in ("title", "answers", "column"):
        if not fields[key] or (key == "title" and len(fields[key]) > 1):
            faults.append((1, f"{len(fields[key])} header lines `{key}`", _RIGHT[key]))
    parameters = {n: p for n, p in _parsed(fields["param"], _parameter, "param", faults)}
    columns = {n: c for n, c in _parsed(fields["column"], _column, "column", faults)}
    faults += _differences(cypher, size, parameters, columns)
    query = Query(
        path.stem,
        fields["title"][0][1] if fields["title"] else "",
        " ".join(text for _, text in fields["answers"]),
        tuple(p for p, _ in parameters.values()),
        tuple(c for c, _ in columns.values()),
        cypher,
        path,
    )
    return query, [Problem(str(path), line, 1, what, right) for line, what, right in faults]
