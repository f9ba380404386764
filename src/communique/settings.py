"""The one place that reads the environment and knows the folders."""

from __future__ import annotations

import os
from pathlib import Path

STORE_FOLDER = ".kg"
STORE_FILE = "graph.kgl"


def find_upwards(name: str, start: Path | None = None) -> Path | None:
    """Return the nearest `name` in the start folder or a folder above it, as git finds its own."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / name).exists():
            return folder / name
    return None


def store_address(option: str | None = None) -> str:
    """Return where the graph is: the option, else KG_STORE, else the nearest ``.kg``, else ``./.kg``."""
    if given := option or os.environ.get("KG_STORE"):
        return given
    return str(find_upwards(STORE_FOLDER) or Path.cwd() / STORE_FOLDER)


def cache_folder() -> Path:
    """Return the folder for what can be made again: KG_CACHE, else the user's cache folder."""
    if given := os.environ.get("KG_CACHE"):
        return Path(given)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "communique"


def user_vocabulary() -> Path:
    """Return the user's own vocabulary file, read after the shipped one (it need not exist)."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "communique" / "vocabulary.yaml"


def shared_folder() -> Path:
    """Return the folder of benchmark data and articles, which the project reads and never copies."""
    return Path(os.environ.get("KG_SHARED", "../shared"))


def neo4j_login() -> tuple[str, str] | None:
    """Return user and password from NEO4J_USERNAME and NEO4J_PASSWORD, or None without a password."""
    password = os.environ.get("NEO4J_PASSWORD")
    return (os.environ.get("NEO4J_USERNAME", "neo4j"), password) if password else None
