"""Dialects: how far the reading of a question may go, from dialects.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from communique.errors import UsageError
from communique.schemas.names import suggestion

STRICT = "strict"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What readings are allowed; dialects.yaml explains each key."""

    name: str = STRICT
    similar: bool = False
    reverse: bool = False
    stray_pivot: bool = False
    unknown: int = 0
    several_pivots: str = ""
    no_pivot: bool = False
    one_of_a_tie: bool = False
    from_asked: str = ""
    short_dates: bool = False
    ignored: tuple[str, ...] = ()
    acts: dict[str, str] = field(default_factory=dict)

    def read_as(self, code: str) -> str:
        """Return the code that another is read as: the longest beginning that is listed counts."""
        listed = (code[:length] for length in range(len(code), 1, -1))
        return next((self.acts[begun] for begun in listed if begun in self.acts), code)


@cache
def read_dialect(name: str = STRICT) -> Dialect:
    """Return a dialect by its name.

    Raises
    ------
    UsageError
        When there is none of that name.
    """
    if name == STRICT:
        return Dialect()
    from communique.schemas.marked_yaml import load_plain

    listed = load_plain(Path(__file__).with_name("dialects.yaml"))
    if name not in listed:
        raise UsageError(f"unknown dialect {name!r} ({suggestion(name, listed) or 'there are: ' + ', '.join(listed)})")
    about = {k: _plain(v) for k, v in listed[name].items()}
    return Dialect(name, **about)


def _plain(value: Any) -> Any:
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdigit() else value
