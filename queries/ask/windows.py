"""Dates in a question to windows of days; before and after are strict, at the date's own precision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as date_type
from datetime import timedelta

from communique.queries.ask.question import Acts, Mention, Window
from communique.schemas.date_words import WEEKDAYS, DateWords

ONE = timedelta(days=1)


def put_date(acts: Acts, date: DateWords, preposition: str) -> Acts:
    """Return the acts limited to a date: after 2014 means from 2015 on, in May 2010 any day of that month."""
    if preposition == "to" and date.date is not None and acts.month:
        # "from November to December 22, 2020": the November before.
        last = date.date.latest
        year = last.year - (acts.month > last.month) if last else 0
        since = Window(date_type(year, acts.month, acts.day or 1), last, f"until {date.words}") if last else None
        return replace(acts, month=None, day=None, windows=(*acts.windows, since)) if since else acts
    if date.date is None and preposition in ("before", "after"):
        pivot = put_date(Acts(), date, "on")
        return replace(acts, before=pivot) if preposition == "before" else replace(acts, after=pivot)
    if date.date is None:
        if date.month or date.day:
            return replace(acts, month=date.month, day=date.day)
        if date.words.lower() in WEEKDAYS:
            return replace(acts, weekday=WEEKDAYS.index(date.words.lower()) + 1)
        return replace(acts, said=date.words.lower())
    earliest, latest = date.date.earliest, date.date.latest
    match preposition:
        case "after":
            window = Window(latest + ONE if latest else None, None, f"after {date.words}")
        case "before":
            window = Window(None, earliest - ONE if earliest else None, f"before {date.words}")
        case "since" | "from":
            window = Window(earliest, None, f"since {date.words}")
        case "until" | "by":
            window = Window(None, latest, f"until {date.words}")
        case "between":
            known = [w for w in acts.windows if w.words.startswith("between")]
            if known:
                others = tuple(w for w in acts.windows if w not in known)
                joined = Window(known[0].since, latest, f"{known[0].words} and {date.words}")
                return replace(acts, windows=(*others, joined))
            window = Window(earliest, None, f"between {date.words}")
        case _:
            words = f"in {date.words}" if date.date.precision != "day" else f"on {date.words}"
            plain = date.date.precision in ("day", "month", "year") and not date.date.mark
            window = Window(earliest, latest, words, f"d:{date.date.text}" if plain else "")
    return replace(acts, windows=(*acts.windows, window))


def date_mentions(acts: Acts) -> list[Mention]:
    """Return the dates that limit acts as words that stand near them."""
    mentions = [Mention(w.words, (w.token,), _year(w.token)) for w in acts.windows if w.token]
    if acts.month:
        token = f"md:{acts.month}-{acts.day}" if acts.day else f"m:{acts.month}"
        mentions.append(Mention("that date", (token,)))
    if acts.weekday:
        mentions.append(Mention("that day of the week", (f"wd:{acts.weekday}",)))
    return mentions


def _year(token: str) -> tuple[str, ...]:
    """Return a year as the word that it is in "the coup of 2014"; nothing for months and days."""
    year = token.removeprefix("d:")
    return (year,) if year.isdigit() else ()
