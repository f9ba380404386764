"""The command cypher: anybody's own Cypher, read-only, bounded in time and rows."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import note, print_json, print_table
from communique.errors import UsageError
from communique.graph.store import ROW_LIMIT, TIMEOUT


def cypher(
    query: Annotated[str, typer.Argument(metavar="CYPHER", help="A query that only reads.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="NAME=VALUE", help="A parameter: JSON, else text; repeatable."),
    ] = None,
    timeout: Annotated[float, typer.Option(help="Seconds until it is stopped.")] = TIMEOUT,
    limit: Annotated[int, typer.Option(help="Rows at most.")] = ROW_LIMIT,
) -> None:
    """Run any Cypher that only reads the graph.

    It is stopped at the time-out, and cut at the row limit; what would write is refused.

    Example: kg cypher "MATCH (a:Actor)-[r:CRITICIZED]->(b) RETURN a.name AS who, b.name AS whom"
    """
    parameters = dict(_parameter(pair) for pair in param or [])
    with reading_store(store) as graph:
        found = graph.read_untrusted(query, parameters, timeout=timeout, limit=limit)
    if as_json:
        for row in found.rows:
            print_json(row)
    else:
        print_table(found.columns, found.rows)
    if found.cut:
        note(f"cut after {limit} row{'s' if limit != 1 else ''} (raise --limit, or narrow the query)")


def _parameter(pair: str) -> tuple[str, Any]:
    """Return the name and value of ``name=value``: JSON where the value is JSON, else text.

    >>> [_parameter(pair)[1] for pair in ("n=2", "n=true", "n=null", 'n=["a", 1.5]', 'n="2"', "n=2020-12-22", "n=a=b")]
    [2, True, None, ['a', 1.5], '2', '2020-12-22', 'a=b']
    """
    name, separator, value = pair.partition("=")
    if not separator or not name.isidentifier():
        raise UsageError(f"--param {pair}: write --param name=value")
    try:
        return name, json.loads(value, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return name, value


def _no_number(constant: str) -> float:
    raise ValueError(constant)


COMMANDS = (cypher,)
