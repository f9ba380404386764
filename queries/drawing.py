"""The queries as pictures: each has a second form in ``queries/drawn/`` that Neo4j Browser draws."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from communique.errors import InputError, Problem
from communique.queries.catalogue import catalogue, filled
from communique.queries.drawn_file import Drawn, Value, read_drawn
from communique.queries.query_file import Query
from communique.queries.query_text import with_variables

DRAWN = Path(__file__).parent / "drawn"
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@cache
def drawings() -> dict[str, Drawn]:
    """Return the drawn form of every query by its name; read once."""
    return read_drawings(DRAWN, catalogue())


def drawn(name: str) -> Drawn:
    """Return the drawn form of a query.

    Examples
    --------
    >>> drawn("office-holders").examples
    {'office': 'fm-china'}
    """
    return drawings()[name]


def read_drawings(folder: Path, queries: Mapping[str, Query]) -> dict[str, Drawn]:
    """Return the drawn forms in the ``.cypher`` files of a folder, each named as its query.

    Raises
    ------
    InputError
        With every fault of every file: another title, a parameter that the query does not have, a required one
        without an example, a variable named as a parameter; a file without a query, a query without a file.
    """
    forms: dict[str, Drawn] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.cypher")):
        if path.stem not in queries:
            problems.append(Problem(str(path), 1, 1, f"no query is called {path.stem!r}", "name it as its query"))
            continue
        forms[path.stem], faults = read_drawn(path, queries[path.stem])
        problems += faults
    for query in queries.values():
        if query.name not in forms:
            right = f"{folder / query.name}.cypher"
            problems.append(Problem(str(query.path), 1, 1, f"{query.name} has no drawn form", right))
    if problems:
        raise InputError(problems)
    return forms


def favourite(query: Query, values: Mapping[str, Value]) -> str:
    """Return the drawn form with values filled in, as text to paste into Neo4j Browser or to keep there.

    A preamble binds each parameter to a literal. Required parameters that are left out have their examples, and
    where no value is given at all, so have the others. Values are those of `catalogue.filled`.

    Raises
    ------
    UsageError
        For a parameter that the query does not have, or a value of another type.
    """
    form = drawn(query.name)
    given = {name: value for name, value in values.items() if value is not None}
    optional = {p.name for p in query.parameters if not p.required and given}
    examples = {name: value for name, value in form.examples.items() if name not in optional}
    chosen = filled(query, {**examples, **given})
    bound = [f"{literal(chosen[p.name])} AS {p.name}" for p in form.parameters]
    width = max(map(len, bound), default=0)
    preamble = [
        f"{'   , ' if number else 'WITH '}{line.ljust(width)}  // {parameter.about}"
        for number, (line, parameter) in enumerate(zip(bound, form.parameters, strict=True))
    ]
    return "\n".join([f"// {form.title}", *preamble, with_variables(form.cypher)])


def literal(value: Value) -> str:
    r"""Return a value as Cypher writes it.

    >>> print(literal("Xi's"), literal(date(2020, 12, 22)), literal(7), literal(None))
    'Xi\'s' date('2020-12-22') 7 null
    """
    if value is None:
        return "null"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    return str(value) if isinstance(value, int) else f"'{value.translate(_ESCAPES)}'"
