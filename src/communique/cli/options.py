"""Options and arguments that several commands share, and the way to the store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.output import note
from communique.connection import PASSWORD_WAYS, Connection
from communique.errors import PasswordNeeded
from communique.graph.store import Store, open_store, store_file
from communique.settings import connection

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="WHERE",
        help="The graph: a folder, or a bolt:// or neo4j:// address (else KG_STORE, kg.toml, the nearest .kg).",
        show_default=False,
    ),
]
PathsArgument = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Articles, or folders of them.")]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="Up to its end.")]
KindOption = Annotated[str | None, typer.Option(help="Only acts of this kind.")]
SvgOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Write a picture there besides.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def reading_store(option: str | None) -> Store:
    """Open the store that an option, the environment, a settings file or the folder names, to read."""
    from communique.graph.loaded import list_imports

    store = _opened(option, create=False)
    for record in list_imports(store):
        if not record.complete:
            note(f"{record.id} is not complete: {record.rows:,} rows of it are in (run its kg import again)")
    return store


def is_there(option: str | None) -> bool:
    """Say whether there is a store to ask for what is loaded: a server, or the file of an embedded one."""
    from communique.graph.embedded.store import EmbeddedStore

    wanted = connection(option)
    return not wanted.embedded or EmbeddedStore.exists(store_file(wanted.address))


def writing_store(option: str | None) -> Store:
    """Open the store to write, making it where it is not there yet."""
    store = _opened(option, create=True)
    store.prepare()
    return store


def _opened(option: str | None, *, create: bool) -> Store:
    """Open the store; a password that is wanted and was found nowhere is asked for, where somebody can answer."""
    wanted = connection(option)
    for remark in wanted.remarks:
        note(remark)
    with _without_tables():
        try:
            return open_store(wanted, create=create)
        except PasswordNeeded:
            if not sys.stdin.isatty():
                raise
            return open_store(replace(wanted, password=_ask(wanted)), create=create)


@contextmanager
def _without_tables() -> Iterator[None]:
    """Let the driver of Neo4j be imported without what it would bring of pandas: most of a command's start."""
    hidden = {"numpy", "pandas", "pyarrow"} - set(sys.modules)
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _ask(wanted: Connection) -> str:
    """Ask for a password on the terminal, unseen."""
    from getpass import getpass

    try:
        given = getpass(f"password of {wanted.user} at {wanted.name}: ")
    except EOFError:
        given = ""
    if not given:
        raise PasswordNeeded(f"{wanted.name}: no password given ({PASSWORD_WAYS})")
    return given
