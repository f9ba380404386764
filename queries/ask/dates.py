"""Dates of acts, also where the reports do not agree on them, and how long lies between acts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.details import Details
from communique.queries.ask.matching import DAYS, Row
from communique.queries.ask.question import Question
from communique.queries.given_dates import contradicted_dates, within
from communique.schemas.date_words import WEEKDAYS
from communique.schemas.dates import parse_edtf

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Dates:
    """Reads dates from one store."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def _printed(self, question: Question, rows: list[Row]) -> list[tuple[str, str]]:
        """Return the dates that the articles of those give who are asked about, with the acts."""
        speakers = [i for p in question.acts.speakers for i in p.ids]
        if not speakers:
            return []
        found = self.store.read(
            "MATCH (d:Article)-[r:REPORTS]->(a:Act) WHERE a.id IN $ids AND r.date IS NOT NULL "
            "AND EXISTS { MATCH (d)-[:PUBLISHED_BY|AGENCY]->(x) WHERE x.id IN $speakers } "
            "RETURN DISTINCT r.date AS date, a.id AS id ORDER BY id, date",
            {"ids": [r["id"] for r in rows], "speakers": speakers},
        )
        return [(row["date"], row["id"]) for row in found.rows]

    def answer(self, question: Question, rows: list[Row], found: Found, details: Details) -> None:
        """Add the date of each act; the time of day where the question knows the day."""
        tokens = [w.token for w in question.acts.windows] + [t for m in question.acts.mentions for t in m.tokens]
        days = {t.removeprefix("d:") for t in tokens if t.startswith("d:") and len(t) == len("d:2020-12-22")}
        if days:
            # The day is known to who asks: the time of day is wanted.
            details.answer(replace(question, attributes=("time_of_day",)), rows, found)
            rows = rows if not found.values else []
        told = contradicted_dates(self.store, [r["id"] for r in rows])
        if printed := self._printed(question, rows):
            for text, act in printed:
                found.add(text, "", act)
            return
        for row in rows:
            day = row["earliest"] if row["earliest"] and row["earliest"] == row["latest"] else None
            given = told.get(row["id"])
            value = (given and given.best) or row["date"] or (day.isoformat() if day else "")
            if "until" in question.attributes:  # only what goes on has an end
                value = value.rpartition("/")[2].strip(".") if "/" in value else ""
            if value in days:
                continue
            found.add(value, "", row["id"])
            if given and given.others:
                found.why = f"another source says {', '.join(given.others)}"
        found.values = [v for v in found.values if not any(_longer(v.value, o.value) for o in found.values)]
        if not found.values and found.facts:
            found.why = "no date is given for it"

    def interval(self, question: Question, rows: list[Row], others: list[Row] | None, found: Found) -> None:
        """Add how long lies between acts, from the end of the earlier one to the later one."""
        spans = self._spans(rows)
        one, other = (spans, self._spans(others)) if others is not None else (spans[:1], spans[1:2])
        if len(one) == len(other) == 1:
            earlier, later = sorted([*one, *other])
            days = (later[0] - earlier[1]).days
            unit = question.units[0] or ("day" if days < 60 else "month" if days < 1000 else "year")
            number = round(days / DAYS[unit])
            found.add(f"{number} {unit}{'' if number == 1 else 's'}", "", *(r["id"] for r in [*rows, *(others or [])]))
        elif rows:
            found.why = "its days are not certain"

    def _spans(self, rows: list[Row]) -> list[tuple[date, date]]:
        """Return the distinct days of acts, of those that are certain; a whole month is no day."""
        told = contradicted_dates(self.store, [r["id"] for r in rows])
        spans = set()
        for row in rows:
            if row["id"] in told:
                best = parse_edtf(told[row["id"]].best)
                earliest, latest = best.earliest, best.latest
            else:
                earliest, latest = row["earliest"], row["latest"]
            if earliest and latest and (latest - earliest).days < 7:
                spans.add((earliest, latest))
        return sorted(spans)


def _longer(text: str, other: str) -> bool:
    """Say whether a date is a longer time that a day lies in: the day itself is meant then."""
    return "/" in text and bool(_DAY.fullmatch(other)) and within(other, text)


def in_unit(given: str, unit: str) -> str:
    """Return the month or the year of a date in EDTF, or its day of the week; the date where that is not one.

    >>> in_unit("2020-12-22", "month"), in_unit("2020-12-22", "weekday"), in_unit("2021-03-18/2021-03-19", "year")
    ('2020-12', 'Tuesday', '2021')
    """
    try:
        span = parse_edtf(given)
    except ValueError:
        return given
    if span.earliest is None or span.latest is None:
        return given
    if unit == "weekday":
        return WEEKDAYS[span.earliest.weekday()].capitalize() if span.earliest == span.latest else given
    first, last = (day.isoformat()[: 7 if unit == "month" else 4] for day in (span.earliest, span.latest))
    return first if first == last else given
