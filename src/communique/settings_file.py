"""The settings file ``kg.toml``: read and checked, every fault with its line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from communique.connection import Given, read_address
from communique.errors import InputError, Problem, UsageError

KEYS = ("store", "user", "database", "certificate", "password_file")


def read_settings(path: Path) -> Given:
    """Return what a settings file says; its relative paths start from its folder.

    Raises
    ------
    InputError
        For a file that is no TOML, keys that nobody knows, values that are no text, and passwords.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"{path}: cannot be read ({reason})") from None
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (text.count("\n") + 1, 1)
        what = str(error)[: place.start()] if place else str(error)
        right = 'a line reads: store = "bolt://localhost:7687"'
        raise InputError([Problem(str(path), line, column, what, right)]) from None
    problems = [
        Problem(str(path), _line(text, key), 1, *fault) for key, value in found.items() if (fault := _fault(key, value))
    ]
    if problems:
        raise InputError(problems)
    return _from_folder(Given(str(path), **found), path.parent)


def _fault(key: str, value: object) -> tuple[str, str] | None:
    from communique.schemas.names import suggestion

    if key == "password":
        return (
            "a password does not belong in this file",
            "password_file names a file that holds it, or NEO4J_PASSWORD",
        )
    if key not in KEYS:
        return f"unknown key {key!r}", suggestion(key, KEYS) or f"known: {', '.join(KEYS)}"
    if not isinstance(value, str) or not value:
        return f"{key} wants a text in quotes", f'{key} = "..."'
    return None


def _line(text: str, key: str) -> int:
    """Return the line where a key stands, 0 where it is written in an unusual way."""
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text[: found.start()].count("\n") + 1 if found else 0


def _from_folder(given: Given, folder: Path) -> Given:
    """Take the address apart, and make paths absolute; what the address says goes before the keys."""
    of_address = read_address(given.store, given.place) if given.store else Given(given.place)
    store, certificate = of_address.store, of_address.certificate or given.certificate
    return Given(
        given.place,
        store if store is None or "://" in store else _path(store, folder),
        of_address.user or given.user,
        of_address.database or given.database,
        _path(certificate, folder) if certificate else None,
        _path(given.password_file, folder) if given.password_file else None,
    )


def _path(text: str, folder: Path) -> str:
    return str(folder / Path(text).expanduser())
