"""Days that have a name, or are said twice: "May Day 2010", "10/04/2009 (10 April)"."""

from __future__ import annotations

import re

from communique.schemas.date_words import MONTHS

_DAYS = {
    "1 January": ("new year's day",),
    "6 January": ("epiphany",),
    "14 February": ("valentine's day", "st valentine's day"),
    "29 February": ("leap day",),
    "8 March": ("international women's day", "women's day"),
    "17 March": ("st patrick's day", "saint patrick's day"),
    "1 April": ("april fools' day", "april fool's day", "april fools day", "all fools' day"),
    "7 April": ("world health day",),
    "22 April": ("earth day",),
    "1 May": ("may day", "labour day", "international workers' day"),
    "24 June": ("midsummer day",),
    "14 July": ("bastille day",),
    "24 October": ("un day", "united nations day"),
    "31 October": ("halloween", "hallowe'en"),
    "1 November": ("all saints' day",),
    "11 November": ("armistice day",),
    "10 December": ("human rights day",),
    "24 December": ("christmas eve",),
    "25 December": ("christmas day", "christmas"),
    "26 December": ("boxing day", "st stephen's day"),
    "31 December": ("new year's eve",),
}
_NAMED = {name: day for day, names in _DAYS.items() for name in names}
_DAY = re.compile(
    rf"\b({'|'.join(sorted(_NAMED, key=len, reverse=True))}),?\s+(?:(?:of|in)\s+)?(?:the\s+year\s+)?(?=[12]\d{{3}}\b)",
    re.IGNORECASE,
)
MONTH = rf"(?:{'|'.join(MONTHS)})"
_SAME = rf"(?:(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({MONTH})|({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?)"
_AGAIN = re.compile(
    rf"\b(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}}|\d{{1,2}}([/.-])\d{{1,2}}\1),?\s*(?P<year>\d{{4}})"
    rf"\s*[(\[](?:i\.?e\.?,?\s+|that is,?\s+)?{_SAME}(?:,?\s+(?P=year))?[)\]]",
    re.IGNORECASE,
)


def plain_days(text: str) -> str:
    """Return a text with such days written with day and month.

    >>> plain_days("Who came on May Day 2010, who on 03/04/2010 (3 April)?")
    'Who came on 1 May 2010, who on 3 April 2010?'
    """
    text = _DAY.sub(lambda m: f"{_NAMED[m[1].lower()]} ", text.replace("’", "'"))
    return _AGAIN.sub(lambda m: f"{m[3] or m[6]} {m[4] or m[5]} {m['year']}", text)
