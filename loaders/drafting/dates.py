"""The date that printed words mean, counted from the day of publication, or the first day that it can be."""

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

    Where the text was published on a day or later, words are counted from that day. A month alone is the nearest one,
    for what lies ahead the next.
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
    years = [on.year, on.year + 1] if ahead else [on.year - 1, on.year, on.year + 1]
    months = [12 * (year - on.year) + month - on.month for year in years if 1 <= year <= 9999]
    nearest = min((m for m in months if m >= 0 or not ahead), key=lambda m: (abs(m), m), default=0)
    index = 12 * on.year + on.month - 1 + nearest
    return parse_edtf(f"{index // 12:04}-{index % 12 + 1:02}")
