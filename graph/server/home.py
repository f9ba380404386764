"""The server's home: its folder, its configuration, its password."""

from __future__ import annotations

import os
import re
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from communique.errors import ServerError

HEADER = "# Written by kg at each start of the server: what you change here is lost."
HOST = "127.0.0.1"
SHORTEST_PASSWORD = 8  # Neo4j's own limit


@dataclass(frozen=True, slots=True)
class Server:
    """A server to be: where it lives, where it listens (always on 127.0.0.1), what memory it takes.

    `home` is made at the first start. `heap` and `pagecache` are sizes as Java writes them: ``512m``, ``1g``.
    Whole graphs of articles fit the defaults; a million coded events want about ``heap="2g",
    pagecache="1g"``. `settings` are further lines of ``neo4j.conf``, such as those for TLS.

    Raises
    ------
    ServerError
        A size or a port that is none, or one port for both.
    """

    home: Path
    bolt_port: int = 7687
    http_port: int = 7474
    heap: str = "1g"
    pagecache: str = "512m"
    settings: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, size in {"heap": self.heap, "pagecache": self.pagecache}.items():
            if not re.fullmatch(r"[1-9][0-9]*[kmgKMG]", size):
                raise ServerError(f"{name} {size!r} is not a size (write 512m or 2g)")
        for name, port in {"bolt_port": self.bolt_port, "http_port": self.http_port}.items():
            if not 0 < port < 65536:
                raise ServerError(f"{name} {port} is not a port (1 to 65535)")
        if self.bolt_port == self.http_port:
            raise ServerError(f"bolt_port and http_port are both {self.bolt_port} (choose two)")

    @property
    def scheme(self) -> str:
        """Return the scheme by which it is reached from this machine."""
        return "bolt+ssc" if self.settings.get("server.bolt.tls_level") == "REQUIRED" else "bolt"

    @classmethod
    def on_free_ports(cls, home: Path, heap: str = "1g", pagecache: str = "512m") -> Self:
        """Return a server on two ports that nobody listens on now, such as a test wants."""
        with socket.create_server((HOST, 0)) as bolt, socket.create_server((HOST, 0)) as http:
            return cls(home, bolt.getsockname()[1], http.getsockname()[1], heap, pagecache)


def make_home(home: Path) -> Path:
    """Make the home's folders, where they are missing, and return the home as an absolute path.

    Raises
    ------
    ServerError
        The folders cannot be made, or hold a configuration that is somebody else's.
    """
    home = home.expanduser().resolve()
    file = home / "conf" / "neo4j.conf"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("conf", "data", "logs"):
            (home / name).mkdir(exist_ok=True)
        ours = not file.exists() or file.read_text(encoding="utf-8").startswith(HEADER)
    except OSError as error:
        raise ServerError(f"cannot write {error.filename or home}: {error.strerror}") from error
    if not ours:
        raise ServerError(f"{file} was not written by kg (choose another folder for the server's home)")
    return home


def configure(server: Server) -> Path:
    """Make the home, write its ``conf/neo4j.conf``, and return the home as an absolute path."""
    home = make_home(server.home)
    (home / "conf" / "neo4j.conf").write_text(configuration(server), encoding="utf-8")
    return home


def configuration(server: Server) -> str:
    """Return the text of neo4j.conf for a server."""
    further = "".join(f"{name}={value}\n" for name, value in server.settings.items())
    return f"""{HEADER}
server.default_listen_address={HOST}
server.bolt.listen_address={HOST}:{server.bolt_port}
server.bolt.advertised_address={HOST}:{server.bolt_port}
server.http.listen_address={HOST}:{server.http_port}
server.http.advertised_address={HOST}:{server.http_port}
server.https.enabled=false
server.config.strict_validation.enabled=true
server.memory.heap.initial_size={server.heap}
server.memory.heap.max_size={server.heap}
server.memory.pagecache.size={server.pagecache}
# A fresh log of 256 MB for each database, most of it never written.
db.tx_log.preallocate=false
# The server reports nothing about its use, and the Browser page is told to report nothing.
dbms.usage_report.enabled=false
client.allow_telemetry=false
# The databases are closed before this wait begins; with it a stop takes 12 s, without it 2 s.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
{further}"""


def is_fresh(home: Path) -> bool:
    """Say whether the server never ran here, so that its first password can still be set."""
    return not (home / "data" / "databases" / "system").exists()


def stored_password(home: Path) -> str | None:
    """Return the password that kg made for this home, or None: it was started with one of its owner's."""
    try:
        return (home.expanduser() / "password").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def choose_password(home: Path, given: str | None) -> str:
    """Return the password to start with: the given one, else the stored one, else for a fresh home a new one.

    A new one goes into ``home/password``, which only its owner can read. A given one is never written.

    Raises
    ------
    ServerError
        A given password that is too short for Neo4j; none given where one is needed.
    """
    if given is not None and len(given) < SHORTEST_PASSWORD:
        raise ServerError(f"the password is too short (Neo4j wants {SHORTEST_PASSWORD} characters or more)")
    if given is not None:
        if is_fresh(home):  # left by a start that failed
            (home / "password").unlink(missing_ok=True)
        return given
    if stored := stored_password(home):
        return stored
    if not is_fresh(home):
        raise ServerError(f"{home} was made with a password of your own (give it again)")
    made = secrets.token_urlsafe(18)
    with open(os.open(home / "password", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(made + "\n")
    return made
