"""Where the password for a server is found: the environment, a file, the local server's folder; never an option."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from communique.connection import Connection, Given
from communique.errors import UsageError


def find_password(connection: Connection, given: str | None, places: Sequence[Given], home: Path) -> Connection:
    """Return the connection with its password, where one is found.

    In this order: NEO4J_PASSWORD (`given`), the first password file that a place names, and for a server that
    ``kg server start`` runs from `home`, the one that it made.
    """
    if given:
        return replace(connection, password=given, password_from="NEO4J_PASSWORD")
    for place in places:
        if place.password_file:
            file = Path(place.password_file).expanduser()
            return replace(
                connection,
                password=read_password(file, place.place),
                password_from=str(file),
                remarks=_remarks(file),
            )
    if own := _own_server(connection, home):
        return replace(connection, password=own, password_from=str(home / "password"))
    return connection


def read_password(file: Path, place: str) -> str:
    """Return the password in a file, without the end of its line; `place` says who names the file."""
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"{file}: the password cannot be read: {error.strerror} (named by {place})") from None
    except UnicodeDecodeError:
        raise UsageError(f"{file}: the password is not UTF-8 (named by {place})") from None
    lines = text.splitlines() or [""]
    if len(lines) > 1 or not lines[0]:
        what = "holds more than one line" if len(lines) > 1 else "is empty"
        raise UsageError(f"{file} {what} (a password file holds the password and nothing else; named by {place})")
    return lines[0]


def _remarks(file: Path) -> tuple[str, ...]:
    if os.name == "nt" or not file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        return ()
    return (f"warning: others can read the password in {file} (chmod 600 {file})",)


def _own_server(connection: Connection, home: Path) -> str | None:
    """Return the password that kg made for the server that it runs at this very address."""
    if connection.user != "neo4j" or connection.host not in ("localhost", "127.0.0.1"):
        return None
    from communique.graph.server.home import stored_password
    from communique.graph.server.process import read_record

    record = read_record(home)
    if record is None or record.bolt_port != connection.port or not record.alive():
        return None
    return stored_password(home)
