"""Which of a series: the number that one source gives an act, and another gives otherwise or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.told import MONTH, Conflict, Row, Told, first_by_article


def series_conflicts(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where articles count an act as two different ones of a series, or some do not count it.

    Not counting it is looked at in articles within a month of the act that tell it themselves and are no excerpts.
    """
    series: dict[str, list[Row]] = {}
    for row in told.series:
        series.setdefault(row["series"], []).append(row)
    tellers = first_by_article(told.asserted)
    for rows in series.values():
        counting = {row["article"] for row in rows}
        said = [
            tellers[row["article"]].saying(f"number {row['number']} of the {row['name']}")
            for row in rows
            if row["article"] in tellers
        ]
        silent = [
            t.saying("leaves it open")
            for article, t in first_by_article(t for t in told.asserted if not t.chain).items()
            if article not in counting and not t.excerpt and told.within(t, MONTH)
        ]
        yield from _whose_count(told, rows)
        if said and len({row["number"] for row in rows}) > 1:
            yield told.conflict("number", "which of the series", said)
        elif said and silent:
            yield told.conflict("omission", "which of the series", [*said, *silent])


def _whose_count(told: Told, rows: list[Row]) -> Iterator[Conflict]:
    """Yield a conflict where some only have from those who did it what others say in their own voice."""
    told_at = {(t.article, t.paragraph, t.mark): t for t in told.reports}
    places = [((row["article"], row["paragraph"], row["mark"]), row) for row in rows]
    placed = [(told_at[place], row) for place, row in places if place in told_at]
    doers = told.states("BY")
    theirs = [(t, row) for t, row in placed if t.chain and {*t.sides} & doers]
    own = [(t, row) for t, row in placed if not t.chain]
    if theirs and own and {row["number"] for _, row in placed} == {row["number"] for _, row in theirs}:
        said = [t.saying(f"number {row['number']}, in its own voice: {t.value}") for t, row in own]
        said += [t.saying(f"number {row['number']}, from {t.voice}: {t.value}") for t, row in theirs]
        yield told.conflict("strength", "which of the series: whose word", said)
