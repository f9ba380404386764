"""Where a day lies on a timeline's axis, and where its years, months and days are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_EMPTY = 0.12  # how wide a year without marks is, against one with
_YEAR_ROOM, _MONTH_ROOM, _DAY_ROOM, _LINE_ROOM = 34.0, 26.0, 18.0, 4.0  # pixels that a label, or a line, needs
_STEPS = (1, 3, 6)  # months from one label to the next
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at `x` pixels; `text` is empty where there is no room for it; `rank` is 0 for years, 1 months, 2 days."""

    x: float
    text: str
    rank: int


class Scale:
    """Maps days to pixels between `left` and `right`: whole months, years in which nothing begins or ends narrow."""

    def __init__(self, days: Iterable[date], left: float, right: float) -> None:
        known = sorted(set(days)) or [date(2000, 1, 1)]
        self.first = known[0].replace(day=1)
        self.last = _next_month(known[-1])
        self.left, self.right = left, right
        busy = {day.year for day in known}
        years = range(self.first.year, self.last.year + 1)
        parts = [(max(self.first, _january(y)), min(self.last, _january(y + 1))) for y in years]
        parts = [(start, stop) for start, stop in parts if start < stop]
        weights = [(stop - start).days * (1 if start.year in busy else _EMPTY) for start, stop in parts]
        total, at = sum(weights), left
        self._parts: list[tuple[date, date, float, float]] = []
        for (start, stop), weight in zip(parts, weights, strict=True):
            width = (right - left) * weight / total
            self._parts.append((start, stop, at, width))
            at += width
        self.even = all(start.year in busy for start, _ in parts)

    def x(self, day: date) -> float:
        """Return where a day begins; days outside lie at the ends."""
        if day <= self.first:
            return self.left
        for start, stop, at, width in self._parts:
            if day < stop:
                return at + width * (day - start).days / (stop - start).days
        return self.right

    def after(self, day: date) -> float:
        """Return where a day is over."""
        return self.right if day == date.max else self.x(day + _DAY)

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return (self.x(day) + self.after(day)) / 2

    def ticks(self) -> list[Tick]:
        """Return the marks of the axis, each with a label where there is room for it."""
        found: list[Tick] = []
        free = self.left - 1.0
        for start, stop, at, width in self._parts:
            named = at >= free
            if named or width >= _LINE_ROOM:
                found.append(Tick(at, str(start.year) if named else "", 0))
            free = at + _YEAR_ROOM if named else free
            month = width * 30.4 / (stop - start).days
            if step := next((n for n in _STEPS if month * n >= _MONTH_ROOM), 0):
                found += self._months(start, stop, step)
        return found

    def _months(self, start: date, stop: date, step: int) -> Iterator[Tick]:
        day = start
        while day < stop:
            following = _next_month(day)
            if (day.month - 1) % step == 0:
                yield Tick(self.x(day), _MONTHS[day.month - 1], 1)
            if (self.x(following) - self.x(day)) / (following - day).days >= _DAY_ROOM:
                inner = (day + _DAY * n for n in range(1, (following - day).days))
                yield from (Tick(self.x(d), str(d.day), 2) for d in inner)
            day = following


def _january(year: int) -> date:
    return date(year, 1, 1) if year <= 9999 else date.max


def _next_month(day: date) -> date:
    if (day.year, day.month) == (9999, 12):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
