"""A typed question about articles as plain data, to be shown."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def as_data(part: Any) -> Any:
    """Return a question, or a part of one, as JSON values; what is empty is left out."""
    if is_dataclass(part):
        values = {one.name: as_data(getattr(part, one.name)) for one in fields(part)}
        return {name: value for name, value in values.items() if value not in (None, "", [], {}, False)}
    if isinstance(part, tuple | list):
        return [as_data(one) for one in part]
    return part.isoformat() if isinstance(part, date) else part
