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
        if said and len({row["number"] for row in rows}) > 1:
            yield told.conflict("number", "which of the series", said)
        elif said and silent:
            yield told.conflict("omission", "which of the series", [*said, *silent])
