"""What is needed to reach a graph, and what an address says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from communique.errors import UsageError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
DEFAULT_PORT = 7687
PASSWORD_WAYS = "set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it, or password_file in kg.toml"


@dataclass(frozen=True, slots=True)
class Connection:
    """A graph, and how to get into it.

    `address` is a folder, a ``.kgl`` file, or ``scheme://host:port``; the rest is for servers only. `certificate` is a
    file or folder of certificates to trust. `password_from` says where the password was found, for messages, and
    `remarks` what a person should know of it.

    >>> "secret" in repr(Connection("bolt://localhost", password="secret"))
    False
    """

    address: str
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    certificate: Path | None = None
    password_from: str = "the password that was given"
    remarks: tuple[str, ...] = ()

    @property
    def embedded(self) -> bool:
        """Say whether it is a file and not a server."""
        return "://" not in self.address

    @property
    def name(self) -> str:
        """Return how to call it: the address, with the database where one is given."""
        if self.embedded:
            return self.address
        return self.address.partition("?")[0] + (f"/{self.database}" if self.database else "")

    @property
    def host(self) -> str:
        """Return the server's name or number."""
        return urlsplit(self.address).hostname or ""

    @property
    def port(self) -> int:
        """Return the server's port."""
        return urlsplit(self.address).port or DEFAULT_PORT


@dataclass(frozen=True, slots=True)
class Given:
    """What one place (an option, the environment, a file) says of a connection; `place` names it in messages."""

    place: str
    store: str | None = None
    user: str | None = None
    database: str | None = None
    certificate: str | None = None
    password_file: str | None = None


def read_address(text: str, place: str) -> Given:
    """Take an address apart: ``scheme://user@host:port/database?certificate=file``, all but scheme and host optional.

    Further ``?key=value`` stay with the address: they are the routing context of a cluster.

    >>> read_address("neo4j+s://alice@example.org/people", "--store").user
    'alice'

    Raises
    ------
    UsageError
        For what is no address, and for a password within one; the message does not repeat it.
    """
    if "://" not in text:
        if re.fullmatch(r"[\w.-]*\w:\d+", text):
            raise UsageError(f"{text}: a folder, or the address of a server? (bolt://{text}, or ./{text})")
        return Given(place, text)
    scheme, _, rest = text.partition("://")
    shown = without_login(text)
    if ":" in rest.rpartition("@")[0]:
        raise UsageError(f"{shown}: a password does not belong in an address ({place}; {PASSWORD_WAYS})")
    if scheme in ("http", "https"):
        raise UsageError(f"{shown}: this is the web address of a server (bolt://{_host(shown)}:{DEFAULT_PORT} is kg's)")
    if scheme not in SCHEMES:
        raise UsageError(f"{shown}: unknown kind of store (a folder, or {', '.join(SCHEMES)}://host:port)")
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise UsageError(f"{shown}: no address ({scheme}://host:port, the port from 1 to 65535)") from None
    options = dict(parse_qsl(parts.query))
    certificate = options.pop("certificate", None)
    if "password" in options:
        raise UsageError(f"{_host(shown)}: a password does not belong in an address ({place}; {PASSWORD_WAYS})")
    if options and scheme.startswith("bolt"):
        raise UsageError(
            f"{shown.partition('?')[0]}: ?{next(iter(options))}= means nothing here (only ?certificate=FILE)"
        )
    database = unquote(parts.path.strip("/"))
    if not parts.hostname or "/" in database or parts.fragment:
        raise UsageError(f"{shown}: no address ({scheme}://user@host:port/database)")
    address = f"{scheme}://{parts.netloc.rpartition('@')[2]}" + (f"?{urlencode(options)}" if options else "")
    user = unquote(parts.netloc.rpartition("@")[0])
    return Given(place, address, user or None, database or None, certificate)


def without_login(text: str) -> str:
    """Return an address without what stands before its last @.

    >>> without_login("bolt://me:se/cr@et@host:1")
    'bolt://host:1'
    """
    return re.sub(r"://.*@", "://", text, flags=re.DOTALL)


def _host(shown: str) -> str:
    try:
        return urlsplit(shown).hostname or "localhost"
    except ValueError:
        return "localhost"
