"""Rows as pandas has them, with one type a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from communique.errors import UsageError

if TYPE_CHECKING:
    import pandas

_TYPES = {bool: "boolean", int: "Int64", float: "Float64", str: "string", date: "datetime64[s]"}


def frame_of(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> pandas.DataFrame:
    """Return rows as a DataFrame: days as ``datetime64[s]``, lists as lists, a missing value as pandas has it.

    Raises
    ------
    UsageError
        Where pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise UsageError("pandas is not installed (pip install 'communique[tables]')") from None
    series = {}
    for column in columns:
        values = [row.get(column) for row in rows]
        types = {type(value) for value in values if value is not None}
        if types == {int, float}:
            types = {float}
        kind = _TYPES.get(types.pop(), "object") if len(types) == 1 else "object"
        series[column] = pandas.Series(values, dtype=kind)
    return pandas.DataFrame(series, columns=list(columns))
