"""Puts the subcommands together."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from communique.cli import (
    actors,
    analysis,
    articles,
    asking,
    browser,
    catalogue,
    conflicts,
    cypher,
    drafting,
    exporting,
    importing,
    linking,
    pages,
    server,
    store,
    timelines,
)
from communique.cli.selecting import with_selection

EPILOG = "Start with: kg init, kg load ., kg ask 'Who criticized whom?'"


def completing() -> bool:
    """Say whether a shell asks for completions."""
    return "_KG_COMPLETE" in os.environ


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"kg {version('communique')}")
        raise typer.Exit


def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options of `kg` itself."""


def build(arguments: list[str]) -> typer.Typer:
    """Return the command line; the catalogue's own commands are read only where they are asked for."""
    app = typer.Typer(
        epilog=EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(
        help="A knowledge graph of diplomatic relations: who said or did what to whom, when, according to whom."
    )(options)
    for module in (articles, drafting, store, asking, timelines, analysis, actors, conflicts, linking, cypher, browser):
        for command in module.COMMANDS:
            app.command(name=command.__name__.rstrip("_"))(command)
    app.command(name="page")(with_selection(pages.page))
    app.add_typer(catalogue.catalogue_app(fill="query" in arguments[:1] or completing()), name="query")
    app.add_typer(importing.app, name="import")
    app.add_typer(exporting.export_app(fill="export" in arguments[:1] or completing()), name="export")
    app.add_typer(server.app, name="server")
    return app
