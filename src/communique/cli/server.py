"""Commands on a local Neo4j server without Docker: server start, stop, status."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.output import note
from communique.settings import cache_folder, server_password

app = typer.Typer(
    help="A Neo4j server on this machine, without Docker.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
HomeOption = Annotated[
    Path | None, typer.Option("--home", help="The server's folder (default: in the user's cache folder).")
]


def _home(home: Path | None) -> Path:
    return home or cache_folder() / "server"


@app.command()
def start(
    home: HomeOption = None,
    bolt_port: Annotated[int, typer.Option(help="The port for Bolt.")] = 7687,
    http_port: Annotated[int, typer.Option(help="The port for Neo4j Browser.")] = 7474,
) -> None:
    """Start a server and print its addresses.

    Its jars are put together from Maven Central the first time; Java 17 and Maven are needed.

    The password is NEO4J_PASSWORD, else one is made and kept in the server's folder.

    Example: kg server start
    """
    from communique.graph.server import Server, stored_password
    from communique.graph.server import start as start_server

    folder = _home(home)
    running = start_server(Server(folder, bolt_port, http_port), server_password(), progress=note)
    print(f"{'runs already' if running.already else 'runs'}: {running.bolt}, Neo4j Browser at {running.http}")
    if stored_password(folder):
        print(f"user neo4j, password in {folder / 'password'}{'' if home else ', where kg finds it by itself'}")
        if home:
            print(f"  export NEO4J_PASSWORD_FILE={(folder / 'password').resolve()}")
    print(f"  kg load corpus/ --store {running.bolt}")


@app.command()
def stop(home: HomeOption = None) -> None:
    """Stop the server that `kg server start` started, and no other.

    Example: kg server stop
    """
    from communique.graph.server import stop as stop_server

    print("stopped" if stop_server(_home(home)) else "no server of kg runs")


@app.command()
def status(home: HomeOption = None) -> None:
    """Tell whether the server runs, and where.

    Example: kg server status
    """
    from communique.graph.server import status as server_status

    running = server_status(_home(home))
    print(
        f"runs: {running.bolt}, Neo4j Browser at {running.http}, process {running.pid}" if running else "does not run"
    )


@app.command(name="import")
def import_(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="What `kg export neo4j-admin` wrote.")],
    home: HomeOption = None,
    bolt_port: Annotated[int, typer.Option(help="The port for Bolt.")] = 7687,
    http_port: Annotated[int, typer.Option(help="The port for Neo4j Browser.")] = 7474,
) -> None:
    """Replace the server's graph by an export, in bulk, and start it.

    The server must be stopped. Everything it held is gone; it holds what the export holds, with its constraints.

    Example: kg export neo4j-admin bulk/ && kg server stop && kg server import bulk/
    """
    from communique.connection import Connection
    from communique.graph.server import Server, import_folder, stored_password
    from communique.graph.store import open_store

    server = Server(_home(home), bolt_port, http_port)
    import_folder(server, folder, server_password(), progress=note)
    start(home, bolt_port, http_port)
    note("making constraints and indexes")
    password = server_password() or stored_password(server.home)
    with open_store(Connection(f"bolt://127.0.0.1:{bolt_port}", password=password), create=True) as graph:
        graph.prepare()
