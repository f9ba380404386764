"""Dates as a reader says them: "22 Dec 2020", "July 2019", "by 25 Dec 2020"."""

from __future__ import annotations

from datetime import date, timedelta

Day = date | None
_MARKS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}


def spoken_days(earliest: Day, latest: Day, mark: str = "") -> str:
    """Return the days from `earliest` to `latest` in words; None is an open end, `mark` one of EDTF's ``? ~ %``.

    >>> spoken_days(date(2019, 7, 1), date(2019, 7, 31)), spoken_days(date(2019, 1, 1), date(2019, 12, 31), "~")
    ('Jul 2019', 'about 2019')
    >>> spoken_days(date(2020, 12, 22), date(2020, 12, 22), "?"), spoken_days(None, date(2020, 12, 25))
    ('perhaps 22 Dec 2020', 'by 25 Dec 2020')
    >>> spoken_days(date(2019, 1, 1), date(2019, 1, 3)), spoken_days(date(2022, 2, 24), None)
    ('1 Jan 2019 to 3 Jan 2019', '24 Feb 2022 or later')
    >>> spoken_days(None, None)
    'no date'
    """
    if earliest is None or latest is None:
        if earliest:
            return f"{_MARKS.get(mark, '')}{_day(earliest)} or later"
        return f"{_MARKS.get(mark, '')}by {_day(latest)}" if latest else "no date"
    return _MARKS.get(mark, "") + _span(earliest, latest)


def _span(first: date, last: date) -> str:
    if first == last:
        return _day(first)
    ends_month = (last + timedelta(days=1)).day == 1 if last < date.max else True
    if first.day == 1 and ends_month and first.year == last.year:
        if first.month == last.month:
            return f"{first:%b} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"
