"""The date that printed words mean in an article of which the day of publication is known, or the first day it can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.schemas.date_words import DateWords, resolve_date
from communique.schemas.dates import Edtf, parse_edtf

_AHEAD = ("planned", "predicted", "called_for", "possible")


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and the words that were printed for it."""

    date: Edtf
    said: str


def place_date(words: DateWords, published: Edtf, factuality: str = "") -> Day | None:
    """Return the date that words mean, or None where only a reader can tell.

    Where the text was published on a day or later, words are counted from that day. A month alone is the last one, or
    the next one for what lies ahead.
    """
    if words.date:
        return Day(words.date, words.words)
    on = published.earliest
    if on is None or (published.precision != "day" and (published.latest is not None)):
        return None
    if words.month and not words.day:
        return Day(_month(words.month, on, factuality in _AHEAD), words.words)
    try:
        return Day(resolve_date(words.words, parse_edtf(on.isoformat())), words.words)
    except (ValueError, OverflowError):
        return None


def _month(month: int, on: date, ahead: bool) -> Edtf:
    year = on.year
    if ahead and month < on.month and year < 9999:
        year += 1
    elif not ahead and month > on.month and year > 1:
        year -= 1
    return parse_edtf(f"{year:04}-{month:02}")
