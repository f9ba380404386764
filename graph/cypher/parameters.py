"""What may be given as a parameter of a user's query: what both engines take, and never a piece of Cypher."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from communique.errors import QueryError

DEEPEST = 20
_LARGEST = 2**63


def checked(parameters: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return parameters as plain dicts and lists.

    Raises
    ------
    QueryError
        For a value that an engine cannot take, with the name of its parameter.
    """
    return {
        name: _checked(value, f"${_text(name, 'the name of a parameter')}", 0)
        for name, value in (parameters or {}).items()
    }


def _checked(value: Any, where: str, depth: int) -> Any:
    if depth > DEEPEST:
        raise QueryError(f"{where} is nested more than {DEEPEST} deep")
    if isinstance(value, str):
        return _text(value, where)
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        raise QueryError(f"{where} is {value:.1e}, beyond the whole numbers of a graph (64 bits)")
    if value is None or isinstance(value, (int, float, date, time, timedelta)):
        return value
    if isinstance(value, Mapping):
        return {_text(k, f"a key of {where}"): _checked(v, where, depth + 1) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_checked(v, where, depth + 1) for v in value]
    raise QueryError(
        f"{where} is a {type(value).__name__} (give text, numbers, dates, true, false, null, lists or maps)"
    )


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise QueryError(f"{where} is a {type(value).__name__} (give text)")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"{where}: character {error.start + 1} is half a character (not UTF-8)") from None
    return value
