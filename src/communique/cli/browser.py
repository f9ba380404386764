"""The command browser: what Neo4j Browser imports, and where it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer

from communique.cli.options import StoreOption, reading_store
from communique.errors import KgError, UsageError
from communique.graph.store import Store
from communique.settings import cache_folder, connection

FAVOURITES, STYLE = "favourites.zip", "style.grass"
_HTTP = "SHOW SETTINGS YIELD name, value WHERE name = 'server.http.advertised_address' RETURN value AS address"


def browser(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where the two files go.")] = Path(
        "neo4j-browser"
    ),
    store: StoreOption = None,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open Neo4j Browser (on a terminal).")] = False,
) -> None:
    """Write favourites and a style sheet for Neo4j Browser.

    The favourites are the queries of the catalogue in the form that draws, with examples from your graph.

    Example: kg browser --store bolt://localhost:7687
    """
    from communique.loaders.articles import vocabulary_files
    from communique.queries.browser.favourites import FOLDER, favourites, packed
    from communique.queries.browser.style import style_sheet
    from communique.schemas.vocabulary import read_vocabulary

    values, page = _look(store)
    texts = favourites(values)
    _write(out / FAVOURITES, packed(texts))
    _write(out / STYLE, style_sheet(read_vocabulary(vocabulary_files(Path.cwd()))).encode())
    print(f"{out / FAVOURITES}: {len(texts)} favourites. Drop it on the page: folder {FOLDER!r} under the star")
    print(f"{out / STYLE}: colours and names. Drop it on the page by itself, after the other")
    print(f"Neo4j Browser: {page or 'no server runs (kg server start, then kg load PATH... --store bolt://...)'}")
    if page and open_ and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(page)


def _look(option: str | None) -> tuple[dict[str, dict[str, Any]], str]:
    """Return examples from the graph, none where there is no graph yet, and the address of Browser or ""."""
    from communique.graph.embedded.store import EmbeddedStore
    from communique.graph.server import status
    from communique.graph.store import store_file
    from communique.queries.browser.examples import example_values

    wanted = connection(option)
    if wanted.embedded:
        running = status(cache_folder() / "server")
        page = f"{running.http}/browser/" if running else ""
        if not EmbeddedStore.exists(store_file(wanted.address)):
            return {}, page
        with reading_store(option) as graph:
            return example_values(graph), page
    with reading_store(option) as graph:
        return example_values(graph), f"http://{wanted.host}:{_http_port(graph)}/browser/"


def _http_port(graph: Store) -> int:
    """Return the port that the server names for HTTP, else the usual one: not everybody may see its settings."""
    try:
        rows = graph.read(_HTTP).rows
    except KgError:
        return 7474
    return (urlsplit(f"//{rows[0]['address']}").port if rows else None) or 7474


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror} (--out names another folder)") from None


COMMANDS = (browser,)
