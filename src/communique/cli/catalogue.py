"""The group `query`: each query of the catalogue is a command, its parameters are ordinary options."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import note, print_json, print_table, strong

if TYPE_CHECKING:
    from communique.queries.catalogue import Parameter, Query

_NAMED = ("actor", "office", "place", "topic", "kind")


def catalogue_app(*, fill: bool) -> typer.Typer:
    """Return the group; its commands are made from the catalogue where `fill` is set."""
    app = typer.Typer(
        help="Run a query of the catalogue, or list them.",
        invoke_without_command=True,
        rich_markup_mode=None,
    )

    @app.callback()
    def listed(context: typer.Context) -> None:
        """Run a query of the catalogue, or list them.

        Example: kg query who-criticized-whom --actor China
        """
        if context.invoked_subcommand is None:
            _list()

    if fill:
        from communique.queries.catalogue import catalogue

        for query in catalogue().values():
            app.command(name=query.name, help=_help(query), short_help=query.title)(_command(query))
    return app


def _list() -> None:
    from communique.queries.catalogue import catalogue

    width = max(map(len, catalogue()))
    for query in catalogue().values():
        print(f"{strong(query.name.ljust(width))}  {query.title}")
    print("\nkg query NAME --help shows its parameters.")


def _help(query: Query) -> str:
    columns = "\n".join(f"  {c.name}: {c.about}" for c in query.columns)
    return f"{query.title}.\n\n{query.answers}\n\n\b\nColumns:\n{columns}"


def _command(query: Query) -> Callable[..., None]:
    """Return a function whose signature is the query's parameters, for typer to make options of."""

    def command(**given: Any) -> None:
        _run(query, given)

    options = [
        inspect.Parameter(
            p.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if p.required else p.default,
            annotation=Annotated[
                _python(p), typer.Option(f"--{p.name.replace('_', '-')}", metavar=p.type.upper(), help=_about(p))
            ],
        )
        for p in query.parameters
    ]
    shared = [
        inspect.Parameter("store", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=StoreOption),
        inspect.Parameter("json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=JsonOption),
        _flag("cypher", "Print the Cypher, and do not run it."),
        _flag("draw", "Print Cypher that draws, values filled in, to paste into Neo4j Browser."),
    ]
    command.__signature__ = inspect.Signature([*options, *shared])  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in [*options, *shared]}
    return command


def _flag(name: str, about: str) -> inspect.Parameter:
    annotation = Annotated[bool, typer.Option(f"--{name}", help=about)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=annotation)


def _python(parameter: Parameter) -> Any:
    base: Any = int if parameter.type == "integer" else str
    return base if parameter.required else base | None


def _about(parameter: Parameter) -> str:
    forms = {"date": " (2020-12-22, 2020-12 or 2020)", **dict.fromkeys(_NAMED, " (any name)")}
    return parameter.about + forms.get(parameter.type, "")


def _run(query: Query, given: dict[str, Any]) -> None:
    from communique.queries.catalogue import filled, run
    from communique.queries.values import read_values

    store, json, cypher, draw = (given.pop(name) for name in ("store", "json", "cypher", "draw"))
    wanted = {name: value for name, value in given.items() if value is not None}
    if cypher:
        print(query.cypher)
        return
    if draw:
        _draw(query, wanted, store)
        return
    with reading_store(store) as graph:
        values = read_values(graph, query, wanted)
        found = run(graph, query, values)
    limit = filled(query, values).get("limit")
    if limit is not None and len(found.rows) >= limit:
        note(f"cut at {limit} rows: there may be more (narrow it down, or give a higher --limit)")
    if json:
        for row in found.rows:
            print_json(row)
        return
    print_table(found.columns, found.rows)
    if not found.rows and values:
        note("nothing fits: leave a parameter out, or see `kg status` for what is loaded")


def _draw(query: Query, given: dict[str, Any], store: str | None) -> None:
    """Print the text for Neo4j Browser; the graph is only needed to look names up."""
    from communique.queries.drawing import favourite
    from communique.queries.values import read_values

    if not given:
        print(favourite(query, {}))
        return
    with reading_store(store) as graph:
        print(favourite(query, read_values(graph, query, given)))
