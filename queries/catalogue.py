"""The catalogue: one question a file in ``queries/library/``, checked when it is read, and how to run one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from communique.errors import InputError, Problem, UsageError
from communique.graph.store import Result, Store
from communique.queries.query_file import Column, Parameter, Query, read_query
from communique.schemas.names import close_names

LIBRARY = Path(__file__).parent / "library"
_PYTHON: dict[str, type] = {"date": date, "integer": int}


@cache
def catalogue() -> dict[str, Query]:
    """Return the shipped queries by name, in the order of the alphabet; read once.

    Examples
    --------
    >>> [p.name for p in catalogue()["office-holders"].parameters]
    ['office', 'date']
    """
    return read_library(LIBRARY)


def named_query(name: str) -> Query:
    """Return the query of a name.

    Raises
    ------
    UsageError
        Where there is none.
    """
    if name not in catalogue():
        near = close_names(name, catalogue(), most=1)
        hint = f"did you mean {near[0]!r}?" if near else "kg query lists them"
        raise UsageError(f"unknown query {name!r} ({hint})")
    return catalogue()[name]


def read_library(folder: Path) -> dict[str, Query]:
    """Return the queries in the ``.cypher`` files of a folder, also below it, by file name.

    Raises
    ------
    InputError
        With every fault of every file: no header, an unknown type, a `$parameter` undeclared or unused,
        declared columns that are not those returned, two files of one name or two queries of one title.
    """
    queries: dict[str, Query] = {}
    titles: dict[str, Path] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.cypher"), key=lambda p: (p.stem, p)):
        query, faults = read_query(path)
        problems += faults
        first = queries.setdefault(query.name, query).path
        if first != path:
            problems.append(Problem(str(path), 1, 1, f"a second query {query.name!r}", f"the first is {first}"))
        if (other := titles.setdefault(query.title, path)) != path:
            problems.append(Problem(str(path), 1, 1, f"the title is that of {other}", "give it one of its own"))
    if problems:
        raise InputError(problems)
    return queries


def run(store: Store, query: Query, values: Mapping[str, Any]) -> Result:
    """Run a query and return its rows; for the values see `filled`."""
    return store.read(query.cypher, filled(query, values))


def filled(query: Query, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for each parameter of a query: those that are left out, or None, have their defaults.

    Actors, offices, places, topics, kinds, acts and articles are given by id, dates as `datetime.date`.

    Raises
    ------
    UsageError
        For a parameter that the query does not have, one that is missing, or a value of another type.
    """
    query.check_names(values)
    return {p.name: _value(query, p, values.get(p.name)) for p in query.parameters}


def _value(query: Query, parameter: Parameter, value: Any) -> Any:
    if value is None and parameter.required:
        raise UsageError(f"{query.name}: {parameter.name} is missing ({parameter.about})")
    wanted = _PYTHON.get(parameter.type, str)
    if value is not None and type(value) is not wanted:
        raise UsageError(f"{query.name}: {parameter.name} is {value!r} (it must be a {wanted.__name__})")
    if isinstance(value, int) and value < 0:
        raise UsageError(f"{query.name}: {parameter.name} is {value} (it must be 0 or more)")
    return parameter.default if value is None else value


__all__ = ["Column", "Parameter", "Query", "catalogue", "filled", "named_query", "read_library", "run"]
