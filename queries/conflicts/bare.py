"""How long, how many, which time, how many more than before: what one source measures and another only tells."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import MONTH, Conflict, Told, details_of, first_by_article, given

_MEASURES = ("duration", "casualties")


def measures_left_out(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one article says how long an act took or how many died, and others tell it without.

    What may be the same act counts.
    """
    tellers = first_by_article(t for act in [told, *record.unsure.get(told.id, [])] for t in act.asserted)
    for attribute in _MEASURES:
        said = given(told, attribute)
        telling = {t.article for act in [told, *record.maybe(told)] for t in given(act, attribute)}
        silent = [
            t.saying(f"says nothing of it: {t.value}")
            for article, t in tellers.items()
            if article not in telling and not t.excerpt and told.within(t, MONTH) and t.mark != "derived"
        ]
        if said and silent:
            yield told.conflict("omission", attribute, [*said, *silent])


def occasions_left_out(told: Told, record: Record) -> Iterator[Conflict]:
    """Yield a conflict where one article says which time it was ("first since"), of no series, and others do not."""
    said = [] if told.series else given(told, "which_time")
    silent = [
        t.saying(f"says nothing of it: {t.value}")
        for article, t in first_by_article(told.asserted).items()
        if article not in {s.article for s in said} and record.enough(t) and told.within(t, MONTH)
    ]
    if said and silent:
        yield told.conflict("omission", "which time", [*said, *silent])


def comparisons_left_out(told: Told) -> Iterator[Conflict]:
    """Yield a conflict where one article says how many more there were than at another act, and others do not."""
    for detail in (d for d in told.details if d["than"]):
        said = [t.saying(f"{t.value}, compared with: {detail['than']}") for t in detail["tellings"] if t.asserts]
        like = [d for d in details_of(told, detail["attribute"]) if d["parties"] == detail["parties"]]
        comparing = {t.article for d in like if d["than"] for t in d["tellings"]}
        plain = [
            t.saying(f"without it: {t.value}")
            for t in first_by_article(
                t for d in like for t in d["tellings"] if t.asserts and t.mark != "derived"
            ).values()
            if t.article not in comparing and told.within(t, MONTH)
        ]
        if said and plain:
            yield told.conflict("omission", f"{detail['attribute']}, compared", [*said, *plain])
