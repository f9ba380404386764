"""A bound on what one answer may hold, however few its rows are."""

from __future__ import annotations

from typing import Any

from communique.errors import QueryError

MOST_VALUES = 2_000_000
MOST_LETTERS = 100_000_000


class AnswerSize:
    """Counts the values and letters of an answer while its rows come in."""

    def __init__(self) -> None:
        self._values = self._letters = 0

    def added(self, row: dict[str, Any]) -> dict[str, Any]:
        """Return the row, or raise a QueryError where it makes the answer too large."""
        self._count(row)
        if self._values > MOST_VALUES or self._letters > MOST_LETTERS:
            raise QueryError(
                f"the answer holds more than {MOST_VALUES:,} values or {MOST_LETTERS:,} letters (return less)"
            )
        return row

    def _count(self, value: Any) -> None:
        self._values += 1
        if isinstance(value, str):
            self._letters += len(value)
        elif isinstance(value, dict):
            for inner in value.values():
                self._count(inner)
        elif isinstance(value, list):
            for inner in value:
                self._count(inner)
