"""Writes the dates of a question as they are usually written: "the eleventh of May, 2010" as "11 May 2010"."""

from __future__ import annotations

import re

from communique.queries.ask.events.named_days import MONTH, plain_days
from communique.schemas.date_words import MONTHS, NUMBERED, WEEKDAYS

_SHORT = re.compile(r"\b(\d\d)/(\d\d)/(\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})([/-])(\d{1,2})\2(\d{4})\b")
_MONTH_YEAR = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])[/.](?=[12]\d{3}\b)(\d{4})")
# "October '05" is of this century, or of the last where that is still to come.
_SHORT_YEAR = re.compile(
    rf"\b({'|'.join(MONTHS)})(?:\s+of)?\s+['’](\d\d)\b(?!')|(?<=\bin )['’](\d\d)\b(?!')", re.IGNORECASE
)
_EDGE = re.compile(r"\b(post|pre)-(?=\d|[A-Z])", re.IGNORECASE)
_EDGES = {"post": "after", "pre": "before"}
# A weekday before a date says no more than the date.
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}),?\s+(?=(?:the\s+)?\d|(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
_TENS = {
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "thirty-first": 31, "thirty first": 31,
}  # fmt: skip
_ORDINALS = {
    **{word: n for n, word in enumerate(NUMBERED, 1)},
    **_TENS,
    **{f"twenty{joint}{word}": 20 + n for joint in "- " for n, word in enumerate(NUMBERED[:9], 1)},
}
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_DAY_OF = re.compile(rf"\b(?:the\s+)?({_ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?={MONTH}\b)", re.IGNORECASE)
_OF_DAY = re.compile(rf"\b({MONTH})\s+(?:the\s+)?({_ORDINAL})(?=\s*,|\s+(?:of\s+)?\d|\s+in\s+\d)", re.IGNORECASE)
_FILLED = re.compile(
    rf"\b((?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?)?{MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?)"
    r",?\s+(?:of|in)\s+(?:the|that|this)\s+year,?\s+(?:of\s+)?(?=\d{4}\b)",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    rf"\b(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+(?:in|of)\s+(?=\d{{4}}\b)",
    re.IGNORECASE,
)
_DAY_NAMED = re.compile(rf"\b(\d{{1,2}}(?:st|nd|rd|th)?)\s+day\s+of\s+(?={MONTH}\b)", re.IGNORECASE)
# "between January and March 2010", "from 3 to 9 May 2010": the year, or month and year, is said once for both.
_SHARED_YEAR = re.compile(
    rf"\b(between|from)\s+((?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}})?)\s+(and|to|until|till|through)\s+"
    rf"((?:\d{{1,2}}\s+)?{MONTH}(?:\s+\d{{1,2}})?,?\s+(?:of\s+)?(\d{{4}}))\b",
    re.IGNORECASE,
)
_SHARED_MONTH = re.compile(
    rf"\b(between|from)\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(and|to|until|till|through)\s+"
    rf"((?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?({MONTH},?\s+(?:of\s+)?\d{{4}}))\b",
    re.IGNORECASE,
)


# "in 2010, on 3 May": the year is said before.
_YEAR_BEFORE = re.compile(
    rf"\b(?:in\s+)?(?<![\d-])([12]\d{{3}}),?\s+(?:on\s+)?(?:the\s+)?"
    rf"((?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?))\b(?!,?\s+(?:of\s+)?\d{{4}})",
    re.IGNORECASE,
)
# "the opening month of 2011", "the third month of 2011".
_NUMBERED_MONTH = re.compile(
    rf"\b(?:the\s+)?(?:very\s+)?({'|'.join(NUMBERED)}|opening|last|final|closing)\s+month\s+(?:of|in)\s+(?:the\s+year\s+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_NUMBERS = {
    **{word: n for n, word in enumerate(NUMBERED[:12], 1)},
    **{"opening": 1, "last": 12, "final": 12, "closing": 12},
}


def usual_dates(text: str, short_dates: bool = False) -> str:
    """Return a question with its dates in a usual form; with `short_dates`, 11/12/02 is 2011-12-02.

    >>> usual_dates("Who came on the twenty-first of May 2010, or between January and March 2011?")
    'Who came on 21 May 2010, or between January 2011 and March 2011?'
    >>> usual_dates("Who came on 25/4/2011, who on 26-04-2011?"), usual_dates("Who came on 5/4/2011?")
    ('Who came on 2011-04-25, who on 2011-04-26?', 'Who came on 5/4/2011?')
    >>> usual_dates("Who came in 06/2007, who in July '14?")
    'Who came in 2007-06, who in July 2014?'
    >>> usual_dates("Who came on May Day 2010, who on 03/04/2010 (3 April)?")
    'Who came on 1 May 2010, who on 3 April 2010?'
    """
    if short_dates:
        text = _SHORT.sub(r"20\1-\2-\3", text)
    text = plain_days(text)
    text = _SHORT_YEAR.sub(lambda m: f"{m[1] or ''} {_century(int(m[2] or m[3]))}".lstrip(), text)
    text = _NUMBERED_MONTH.sub(lambda m: f"{m[2]}-{_MONTH_NUMBERS[m[1].lower()]:02}", text)
    text = _MONTH_YEAR.sub(lambda m: f"{m[2]}-{int(m[1]):02}", _SLASHED.sub(_ordered, text))
    text = _EDGE.sub(lambda m: f"{_EDGES[m[1].lower()]} ", text.replace("\0", " "))
    text = _WEEKDAY.sub("", text)
    text = _DAY_OF.sub(lambda m: f"{_ORDINALS[m[1].lower()]} ", text)
    text = _OF_DAY.sub(lambda m: f"{m[1]} {_ORDINALS[m[2].lower()]}", text)
    text = _YEAR_BEFORE.sub(r"on \2 \1", text)
    text = _IN_YEAR.sub(r"\1 ", text)
    text = _FILLED.sub(r"\1 ", _DAY_NAMED.sub(r"\1 ", text))
    text = _SHARED_YEAR.sub(r"\1 \2 \5 \3 \4", text)
    return _SHARED_MONTH.sub(r"\1 \2 \5 \3 \4", text)


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)


def _ordered(found: re.Match[str]) -> str:
    """Return a date of figures by year, month and day, where only one order can be meant."""
    one, other, year = int(found[1]), int(found[3]), found[4]
    if one > 12 >= other:
        one, other = other, one
    elif not (one <= 12 < other or one == other):
        return found[0]
    return f"{year}-{one:02}-{other:02}"
