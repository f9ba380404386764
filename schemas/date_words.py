"""Dates in English words, as newspapers and questions write them, read into EDTF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from communique.schemas.dates import Edtf, parse_edtf

MONTHS = "january february march april may june july august september october november december".split()
NUMBERED = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"

# Longest form first: the first that matches at a place is taken.
_FORMS = [
    r"(?P<iso>\d{4}-\d{2}(?:-\d{2})?[?~%]?(?:/(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?))?)(?!-\d)",
    rf"{_YEAR}[-/.](?P<monthnumber>\d{{1,2}})[-/.]{_DAY}",
    rf"{_DAY}\.(?P<monthnumber>\d{{1,2}})\.{_YEAR}",
    rf"{_DAY}-{_MONTH}-{_YEAR}",
    rf"{_YEAR}\s*,?\s+{_MONTH}(?:\s+{_DAY})?(?!\d)",
    rf"{_YEAR}-(?P<monthnumber>\d)(?!\d)",
    rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}\s*,?\s*(?:of\s+)?{_YEAR}",
    rf"{_MONTH}\s+(?:the\s+)?{_DAY}\s*,?\s*(?:of\s+)?{_YEAR}",
    rf"{_MONTH}\s*,?\s*(?:(?:of|in)\s+)?(?:the\s+year\s+(?:of\s+)?)?{_YEAR}",
    rf"(?:the\s+)?(?P<numbered>{'|'.join(NUMBERED)}|last|final)\s+month\s+(?:of|in)\s+(?:the\s+year\s+(?:of\s+)?)?{_YEAR}",
    rf"{_MONTH}\s+(?:(?:of|in)\s+)?(?P<which>last|this|next)\s+year",
    rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}",
    rf"{_MONTH}\s+(?:the\s+)?{_DAY}(?!\d)",
    rf"(?P<which>last|this|next)\s+(?:{_MONTH}|{_WEEKDAY}|(?P<unit>year|month))",
    r"(?P<relative>yesterday|today|tomorrow)",
    _WEEKDAY,
    rf"(?:the\s+year\s+(?:of\s+)?)?{_YEAR}(?![-\d])",
]
_PATTERNS = [re.compile(rf"(?<![\w-]){form}(?!\w)", re.IGNORECASE) for form in _FORMS]
_BARE_MONTH = re.compile(rf"(?<![\w-]){_MONTH}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words that name a date: `start` and `stop` are offsets; `date` is None when it needs a day to count from."""

    words: str
    start: int
    stop: int
    date: Edtf | None
    month: int | None = None
    day: int | None = None


def find_dates(text: str) -> list[DateWords]:
    """Return the dates named in a text, from left to right, none inside another.

    A date without a year has `month` and maybe `day` and no `date`; a weekday or "last July" has only words.

    >>> [(d.words, str(d.date)) for d in find_dates("between May 3, 2014 and July 2015")]
    [('May 3, 2014', '2014-05-03'), ('July 2015', '2015-07')]
    >>> [str(d.date) for d in find_dates("in the second month of 2007")]
    ['2007-02']
    """
    found: list[DateWords] = []
    for pattern in [*_PATTERNS, _BARE_MONTH]:
        for hit in pattern.finditer(text):
            if any(hit.start() < other.stop and other.start < hit.end() for other in found):
                continue
            if hit[0].lower() in ("may", "mar", "march") and not _is_month(text, hit):
                continue
            if (read := _read(hit)) is not None:
                found.append(read)
    return sorted(found, key=lambda d: d.start)


def _is_month(text: str, hit: re.Match[str]) -> bool:
    before = text[: hit.start()].rstrip().lower().rsplit(" ", 1)[-1]
    return before in {"in", "of", "since", "until", "before", "after", "during", "by", "last", "next", "this"}


def _read(hit: re.Match[str]) -> DateWords | None:
    got = hit.groupdict()
    words, start, stop = hit[0].strip(), hit.start(), hit.end()
    month = _month_number(got.get("month"), got.get("monthnumber"))
    if numbered := got.get("numbered"):
        month = NUMBERED.index(numbered.lower()) + 1 if numbered.lower() in NUMBERED else 12
    day = int(got["day"]) if got.get("day") else None
    try:
        if got.get("iso"):
            return DateWords(words, start, stop, parse_edtf(got["iso"]))
        if got.get("year"):
            text = got["year"] + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
            return DateWords(words, start, stop, parse_edtf(text))
    except ValueError:
        return None
    if got.get("which") or got.get("weekday") or got.get("relative"):
        return DateWords(words, start, stop, None)
    return DateWords(words, start, stop, None, month, day) if not day or 1 <= day <= 31 else None


def _month_number(name: str | None, number: str | None) -> int | None:
    if number:
        return int(number)
    if not name:
        return None
    short = name.lower()[:3]
    return next(
        (n for n, full in enumerate(MONTHS, 1) if full.startswith(short) and full.startswith(name.lower()[:4])), None
    )


def resolve_date(words: str, published: Edtf) -> Edtf:
    """Return the date that an article's words mean, counted from the day it was published.

    A weekday is the last one on or before that day; "Dec. 17" the nearest one on or before it (a week
    ahead is allowed); "July last year" a month, never a day. A bare month is refused: it may be the last
    or the next one.

    >>> str(resolve_date("Tuesday", parse_edtf("2020-12-25")))
    '2020-12-22'
    >>> str(resolve_date("July last year", parse_edtf("2020-12-25")))
    '2019-07'

    Raises
    ------
    ValueError
        With what is wrong and what would be right.
    """
    if _month_number(words.strip(". "), None) and words.strip(". ").isalpha():
        raise ValueError(f"{words!r} may be the last or the next one: write the date itself and `said: {words}`")
    found = find_dates(words.strip())
    if len(found) != 1 or found[0].words.lower() != words.strip().lower():
        raise ValueError(f"{words!r} is not a date: write 2020-12-22, 2020-12, 2020, or Tuesday")
    named = found[0]
    if named.date:
        return named.date
    on = published.latest if published.precision == "day" else None
    if on is None:
        raise ValueError(f"{words!r} needs the day of publication: write the date itself and `said: {words}`")
    lower = words.lower()
    if lower in ("yesterday", "today", "tomorrow"):
        return _day(on + timedelta(days=("yesterday", "today", "tomorrow").index(lower) - 1))
    parts = lower.replace(".", "").split()
    which = next((p for p in parts if p in ("last", "this", "next")), "")
    step = {"last": -1, "this": 0, "next": 1}.get(which, 0)
    if parts[-1] in WEEKDAYS and which in ("", "last"):
        back = (on.weekday() - WEEKDAYS.index(parts[-1])) % 7
        return _day(on - timedelta(days=back or (7 if which else 0)))
    month = next((_month_number(p, None) for p in parts if p[:3] in {m[:3] for m in MONTHS}), None)
    if which and parts[-1] == "year":
        return parse_edtf(f"{on.year + step}" + (f"-{month:02}" if month else ""))
    if which and parts[-1] == "month":
        index = on.year * 12 + on.month - 1 + step
        return parse_edtf(f"{index // 12}-{index % 12 + 1:02}")
    if named.month and named.day:
        return _nearest_day(named.month, named.day, on)
    raise ValueError(f"{words!r} may be the last or the next one: write the date itself and `said: {words}`")


def _nearest_day(month: int, day: int, on: date) -> Edtf:
    for year in (on.year + 1, on.year, on.year - 1):
        try:
            value = parse_edtf(f"{year}-{month:02}-{day:02}")
        except ValueError:  # 29 February in another year
            continue
        if value.earliest and value.earliest <= on + timedelta(days=7):
            if (on - value.earliest).days > 180:
                raise ValueError(f"{day}.{month}. may be this or the next year's: write the date itself, and `said:`")
            return value
    raise ValueError(f"there was no {day} {MONTHS[month - 1].title()} near {on}: write the date itself")


def _day(value: date) -> Edtf:
    return parse_edtf(value.isoformat())
