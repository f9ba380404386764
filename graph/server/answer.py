"""Waiting until a server answers, and what to say when it does not."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from communique.errors import ServerError
from communique.graph.server.home import HOST, stored_password
from communique.graph.server.process import Record


def listens(port: int) -> bool:
    """Say whether anybody takes connections on this port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def await_answer(home: Path, record: Record, password: str | None, wait: float) -> None:
    """Return when Bolt answers and HTTP listens; without a known password, when both listen.

    Raises
    ------
    ServerError
        It ended, it refuses the password, or the time ran out.
    """
    end = time.monotonic() + wait
    while not (_answers(home, record, password) and listens(record.http_port)):
        if not record.alive():
            raise ServerError(f"Neo4j ended while it started. The end of its log:\n{last_lines(home)}")
        if time.monotonic() > end:
            raise ServerError(
                f"Neo4j did not answer within {wait:g} s (give it longer, or see {home / 'logs'}). "
                f"The end of its log:\n{last_lines(home)}"
            )
        time.sleep(0.1)


def _answers(home: Path, record: Record, password: str | None) -> bool:
    """Say whether ``RETURN 1`` is answered; errors other than a refused sign-in mean "not yet"."""
    if not listens(record.bolt_port):
        return False
    if password is None:
        return True
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    address = record.running().bolt
    try:
        with (
            GraphDatabase.driver(address, auth=("neo4j", password), connection_timeout=5) as driver,
            driver.session() as session,
        ):
            return bool(session.run("RETURN 1 AS one").single(strict=True)["one"] == 1)
    except Neo4jError as error:
        if (error.code or "").startswith("Neo.ClientError.Security."):
            raise ServerError(_refusal(home, password)) from None
        return False
    except DriverError:
        return False


def _refusal(home: Path, password: str) -> str:
    if password == stored_password(home):
        return f"the password in {home / 'password'} is no longer right: it was changed (give the new one)"
    return f"wrong password for {home} (give the one of its first start, or the one set since)"


def last_lines(home: Path, count: int = 12) -> str:
    """Return the end of what the server said of itself, without the frames of Java's stack traces."""
    for name in ("console.log", "neo4j.log"):
        file = home / "logs" / name
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []
        if said := [line for line in lines if line.strip() and not line.startswith(("\tat ", "\t... "))]:
            return "\n".join(said[-count:])
    return "(it is empty)"
