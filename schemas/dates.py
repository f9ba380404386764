"""Partial dates: the part of EDTF that reports use, kept as written, with the days it can mean."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%])?")
PRECISIONS = ("day", "month", "year", "interval", "open")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as written: `earliest` and `latest` are inclusive days, None where the end is open.

    `precision` is day, month, year, interval or open; `mark` is ``?`` (uncertain), ``~`` (approximate),
    ``%`` (both) or empty.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: str
    mark: str = ""

    def __str__(self) -> str:
        return self.text

    def contradicts(self, other: Edtf) -> bool:
        """Say whether no day fits both dates; an approximate or uncertain date contradicts nothing."""
        if self.mark or other.mark:
            return False
        starts = max(self.earliest or date.min, other.earliest or date.min)
        return starts > min(self.latest or date.max, other.latest or date.max)


@lru_cache(maxsize=1 << 16)
def parse_edtf(text: str) -> Edtf:
    """Read a day, month, year, interval or open interval, each with ``?``, ``~`` or ``%``.

    Accepted: ``2020-12-22``, ``2020-12``, ``2020``, ``2020-12-17/2020-12-22``, ``2020-12/..``, ``../2020``.
    Implied: a month or a year means any of its days. Refused: a day that does not exist, an interval that
    runs backwards, other forms; the message says which.

    Raises
    ------
    ValueError
        With what is wrong and what would be right.

    Examples
    --------
    >>> parse_edtf("2019-07").earliest, parse_edtf("2019-07").latest
    (datetime.date(2019, 7, 1), datetime.date(2019, 7, 31))
    >>> parse_edtf("2019-07").precision
    'month'
    >>> parse_edtf("2020-02-30")
    Traceback (most recent call last):
    ValueError: 2020-02-30 does not exist: February 2020 has 29 days
    """
    text = text.strip()
    if "/" not in text:
        return _point(text)
    first, _, last = text.partition("/")
    if first == last == "..":
        raise ValueError("an interval open at both ends says nothing: leave the date out")
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}", text):
        raise ValueError(f"{text!r} is not a date: write the year first, as 2020-12-22")
    start, stop = (None if end in ("..", "") else _point(end) for end in (first, last))
    if start is None and stop is None:
        raise ValueError(f"{text!r} is not a date: write 2020-12-17/2020-12-22")
    earliest = start.earliest if start else None
    latest = stop.latest if stop else None
    if earliest and latest and earliest > latest:
        raise ValueError(f"{text} runs backwards: write the earlier date first")
    mark = (start and start.mark) or (stop and stop.mark) or ""
    written = f"{start or '..'}/{stop or '..'}"
    return Edtf(written, earliest, latest, "interval" if earliest and latest else "open", mark)


def _point(text: str) -> Edtf:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a date: write 2020-12-22, 2020-12, 2020 or 2020-12-17/2020-12-22")
    year, mark = int(found["year"]), found["mark"] or ""
    if not 1 <= year <= 9999:
        raise ValueError(f"{text}: the year must be 0001 to 9999")
    if not found["month"]:
        return Edtf(text, date(year, 1, 1), date(year, 12, 31), "year", mark)
    month = int(found["month"])
    if not 1 <= month <= 12:
        raise ValueError(f"{text} does not exist: months are 01 to 12")
    days = calendar.monthrange(year, month)[1]
    if not found["day"]:
        return Edtf(text, date(year, month, 1), date(year, month, days), "month", mark)
    day = int(found["day"])
    if not 1 <= day <= days:
        name = calendar.month_name[month]
        raise ValueError(f"{text} does not exist: {name} {year} has {days} days")
    return Edtf(text, date(year, month, day), date(year, month, day), "day", mark)


def narrowest(dates: list[Edtf]) -> Edtf | None:
    """Return the most precise date that contradicts none of the others; else the first; None for none.

    >>> str(narrowest([parse_edtf("2019"), parse_edtf("2019-07")]))
    '2019-07'
    """
    ranked = sorted(dates, key=lambda d: (_span(d), d.mark, d.text))
    for candidate in ranked:
        if not any(candidate.contradicts(other) for other in dates):
            return candidate
    return ranked[0] if ranked else None


def _span(value: Edtf) -> int:
    if value.earliest is None or value.latest is None:
        return 10**7
    return (value.latest - value.earliest).days
