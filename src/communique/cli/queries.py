"""Commands that run Cypher: cypher (anybody's own, read-only) and query NAME (the catalogue)."""

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
    """Run any Cypher that only reads the graph, with a time-out and a row limit.

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
        note(f"cut after {limit} rows (raise --limit, or narrow the query)")


def catalogue_app(*, fill: bool) -> typer.Typer:
    """Return the group `query`, with the catalogue's queries as commands where `fill` is set."""
    app = typer.Typer(
        help="Run a query of the catalogue by name; `kg query` lists them.",
        invoke_without_command=True,
        rich_markup_mode=None,
        no_args_is_help=False,
    )
    return app


COMMANDS = (cypher,)
