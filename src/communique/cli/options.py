"""Options and arguments that several commands share, and the way to the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.output import note
from communique.graph.store import Store, open_store
from communique.settings import store_address

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="WHERE",
        help="The graph: a folder, or a bolt:// or neo4j:// address. Else KG_STORE, else the nearest .kg.",
        show_default=False,
    ),
]
PathsArgument = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles, or folders of them.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def reading_store(option: str | None) -> Store:
    """Open the store that an option, KG_STORE or the folder names, to read."""
    from communique.graph.loaded import list_imports

    store = open_store(store_address(option))
    for record in list_imports(store):
        if not record.complete:
            note(f"{record.id} is not complete: {record.rows:,} rows of it are in (run its kg import again)")
    return store


def writing_store(option: str | None) -> Store:
    """Open the store to write, making it where it is not there yet."""
    store = open_store(store_address(option), create=True)
    store.prepare()
    return store
