"""The command cypher: anybody's own Cypher, read-only, bounded in time and rows."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import note, print_json, print_table
from communique.errors import UsageError
from communique.graph.store import ROW_LIMIT, TIMEOUT


def cypher(
    query: Annotated[str, typer.Argument(metavar="CYPHER", help="A query that only reads.")],
    store: StoreOption = None,
    json: JsonOption = False,
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter; repeatable.")
    ] = None,
    timeout: Annotated[float, typer.Option(help="Seconds until it is stopped.")] = TIMEOUT,
    limit: Annotated[int, typer.Option(help="Rows at most.")] = ROW_LIMIT,
) -> None:
    """Run any Cypher that only reads the graph.

    It is stopped at the time-out, and cut at the row limit; what would write is refused.

    Example: kg cypher "MATCH (a:Actor)-[r:CRITICIZED]->(b) RETURN a.name AS who, b.name AS whom"
    """
    parameters = {}
    for pair in param or []:
        name, separator, value = pair.partition("=")
        if not separator:
            raise UsageError(f"--param {pair}: write --param name=value")
        parameters[name] = int(value) if value.lstrip("-").isdigit() else value
    with reading_store(store) as graph:
        found = graph.read_untrusted(query, parameters, timeout=timeout, limit=limit)
    if json:
        for row in found.rows:
            print_json(row)
    else:
        print_table(found.columns, found.rows)
    if found.cut:
        note(f"cut after {limit} row{'s' if limit != 1 else ''} (raise --limit, or narrow the query)")


COMMANDS = (cypher,)
