"""Starting: everything checked first, then the process, then the wait until Bolt answers."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

from communique.errors import ServerError
from communique.graph.server.answer import await_answer, listens
from communique.graph.server.home import (
    HOST,
    Server,
    choose_password,
    configure,
    is_fresh,
    make_home,
    stored_password,
)
from communique.graph.server.jars import ensure_jars
from communique.graph.server.java import OPTIONS, admin, find_java
from communique.graph.server.locks import Progress, held, silent
from communique.graph.server.process import Record, Running, read_record, spawn, stop

MAIN = "org.neo4j.server.CommunityEntryPoint"


def start(
    server: Server,
    password: str | None = None,
    wait: float = 120.0,
    progress: Progress = silent,
    cache: Path | None = None,
) -> Running:
    """Start the server and return it once Bolt answers ``RETURN 1``; if it runs already, return that one.

    `password` is for the user ``neo4j``; without one the home's own is used, which the first start makes and
    keeps in ``home/password``. `wait` is in seconds, counted from the moment the process begins: fetching the
    jars does not count. A server that runs already keeps its ports and memory, whatever `server` says. The
    process outlives this one; if the start fails or is interrupted, it is ended. Starts of one home at the
    same time wait for each other.

    Raises
    ------
    ServerError
        Java or Maven missing, a port in use, the wrong password, a server that ends or does not answer.
    """
    home = make_home(server.home)
    with held(home / "start.lock", "waiting for another start of this server", progress):
        record = read_record(home)
        if record and record.alive():
            progress(f"the server runs already (process {record.pid})")
            await_answer(home, record, password or stored_password(home), wait)
            return replace(record.running(), already=True)
        record, secret = _begin(server, password, progress, cache)
        try:
            progress("waiting until it answers")
            await_answer(home, record, secret, wait)
        except BaseException:  # Ctrl-C too: nothing half started is left behind
            stop(home)
            raise
        return record.running()


def _begin(server: Server, password: str | None, progress: Progress, cache: Path | None) -> tuple[Record, str]:
    """Check what a start needs, set the first password, start the process; return it and the password."""
    java = find_java()
    _refuse_busy_ports(server)
    lib = ensure_jars(progress, cache)
    home = configure(server)
    secret = set_password(server, password, progress, cache)
    progress("starting Neo4j")
    # The heap in neo4j.conf is for neo4j-admin's launcher, which is not in between here.
    memory = [f"-Xms{server.heap}", f"-Xmx{server.heap}"]
    folders = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    command = [java, *memory, *OPTIONS, "-cp", f"{lib}/*", MAIN, *folders]
    return spawn(server, home, command), secret


def set_password(server: Server, password: str | None, progress: Progress, cache: Path | None) -> str:
    """Return the password of the server's home, which is set where it is a new one."""
    home = configure(server)
    secret = choose_password(home, password)
    if is_fresh(home):
        progress("setting the first password")
        # neo4j-admin takes it as an argument only. It goes through an argument file of Java (see `admin`), so
        # that no list of processes shows it. A leading @ would name a file to neo4j-admin: @@ stands for one.
        escaped = f"@{secret}" if secret.startswith("@") else secret
        admin(server, "dbms", "set-initial-password", "--", escaped, cache=cache)
    return secret


def _refuse_busy_ports(server: Server) -> None:
    for name, port in {"bolt_port": server.bolt_port, "http_port": server.http_port}.items():
        try:
            if listens(port):  # bind alone misses a listener on all addresses, on some systems
                raise ServerError(f"port {port} ({name}) is in use (stop who uses it, or choose another port)")
            socket.create_server((HOST, port)).close()
        except OSError as error:
            raise ServerError(f"port {port} ({name}): {error.strerror} (choose another port)") from error
