"""The one place that reads the environment and knows the folders; it puts together how a graph is reached."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from communique.connection import Connection, Given, read_address
from communique.settings_file import read_settings

STORE_FOLDER = ".kg"
STORE_FILE = "graph.kgl"
SETTINGS_FILE = "kg.toml"


def find_upwards(name: str, start: Path | None = None) -> Path | None:
    """Return the nearest `name` in the start folder or a folder above it, as git finds its own."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / name).exists():
            return folder / name
    return None


def connection(option: str | None = None) -> Connection:
    """Return how the graph is reached: options, then the environment, the nearest ``kg.toml``, the user's, defaults.

    Each setting comes from the first place that has it. What an address or a file says of user, database, certificate
    and password goes with its store: it is left aside where another server is chosen.

    Raises
    ------
    UsageError, InputError
        For an address, a file or a password file that is not right.
    """
    from communique.passwords import find_password

    places = list(_places(option))
    store = next((given.store for given in places if given.store), None)
    address = store or str(find_upwards(STORE_FOLDER) or Path.cwd() / STORE_FOLDER)
    bare = Connection(address)
    if bare.embedded:
        return bare
    fitting = [given for given in places if given.store is None or _same_server(Connection(given.store), bare)]
    user, database, certificate = (_first(fitting, key) for key in ("user", "database", "certificate"))
    return find_password(
        Connection(address, user or bare.user, None, database, Path(certificate).expanduser() if certificate else None),
        os.environ.get("NEO4J_PASSWORD"),
        fitting,
        cache_folder() / "server",
    )


def _places(option: str | None) -> Iterator[Given]:
    """Yield what each place says of the connection, the first to be heard first."""
    if option:
        yield read_address(option, "--store")
    for name in ("KG_STORE", "NEO4J_URI"):
        if address := os.environ.get(name):
            yield read_address(address, name)
            break
    yield Given(
        "the environment",
        None,
        os.environ.get("NEO4J_USERNAME") or None,
        os.environ.get("NEO4J_DATABASE") or None,
        os.environ.get("KG_CERTIFICATE") or None,
        os.environ.get("NEO4J_PASSWORD_FILE") or None,
    )
    for file in (find_upwards(SETTINGS_FILE), config_folder() / SETTINGS_FILE):
        if file and file.is_file():
            yield read_settings(file)


def _same_server(one: Connection, other: Connection) -> bool:
    return not one.embedded and (one.host, one.port) == (other.host, other.port)


def _first(places: list[Given], key: str) -> str | None:
    return next((value for given in places if (value := getattr(given, key))), None)


def server_password() -> str | None:
    """Return the password that the environment gives for a local server, if any."""
    from communique.passwords import read_password

    if given := os.environ.get("NEO4J_PASSWORD"):
        return given
    file = os.environ.get("NEO4J_PASSWORD_FILE")
    return read_password(Path(file), "the environment") if file else None


def cache_folder() -> Path:
    """Return the folder for what can be made again: KG_CACHE, else the user's cache folder."""
    if given := os.environ.get("KG_CACHE"):
        return Path(given)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "communique"


def history_file() -> Path:
    """Return the file of the questions asked at the prompt (it need not exist)."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "communique" / "asked"


def config_folder() -> Path:
    """Return the folder of the user's own settings and vocabulary (it need not exist)."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "communique"


def user_vocabulary() -> Path:
    """Return the user's own vocabulary file, read after the shipped one (it need not exist)."""
    return config_folder() / "vocabulary.yaml"


def shared_folder() -> Path:
    """Return the folder of benchmark data and articles, which the project reads and never copies."""
    return Path(os.environ.get("KG_SHARED", "../shared"))
