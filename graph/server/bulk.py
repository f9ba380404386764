"""Takes what `kg export neo4j-admin` wrote into the home of a server that does not run."""

from __future__ import annotations

from pathlib import Path

from communique.errors import ServerError
from communique.graph.server.home import Server
from communique.graph.server.java import admin
from communique.graph.server.locks import Progress, silent
from communique.graph.server.process import status
from communique.graph.server.startup import set_password

ARGUMENTS = "import.args"


def import_folder(
    server: Server,
    folder: Path,
    password: str | None = None,
    progress: Progress = silent,
    cache: Path | None = None,
) -> None:
    """Replace the server's graph by the files of a folder, with ``neo4j-admin database import full``.

    Constraints are not among them: `Store.prepare` brings them once the server runs.

    Raises
    ------
    ServerError
        The folder is no export, the server runs, or what `neo4j-admin` says.
    """
    if not (folder / ARGUMENTS).is_file():
        raise ServerError(f"{folder} is no export (kg export neo4j-admin {folder} makes one)")
    if status(server.home):
        raise ServerError("the server runs (kg server stop, then import)")
    set_password(server, password, progress, cache)
    progress("importing")
    options = (folder / ARGUMENTS).read_text("utf-8").splitlines()
    admin(server, "database", "import", "full", "neo4j", *options, cache=cache, folder=folder)
