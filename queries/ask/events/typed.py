"""A question as the grammar reads it, as one of the algebra."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.queries.algebra.acts import Acts, First, Last
from communique.queries.algebra.days import After, Before, Date, Days, Same, Units
from communique.queries.algebra.questions import Count, Question, Whether
from communique.queries.algebra.sets import And, Except, Or, Set
from communique.queries.algebra.things import Labelled, Named, Who
from communique.queries.ask.events.actors import Mention
from communique.queries.ask.events.question import EventQuestion, Period, Pivot
from communique.schemas.dates import parse_edtf

_ENDS = {"first": First, "last": Last}
_SIDES = {"before": Before, "after": After}


def typed(question: EventQuestion, *, from_asked: str = "", pick: str = "") -> Question:
    """Return the question of the algebra that a reading is.

    Parameters
    ----------
    question
        The reading.
    from_asked
        The party that makes "after May" begin with May, where it is asked for.
    pick
        Which day counts where an act to compare with has several: first or last.
    """
    acts = fitting(question, from_asked=from_asked, pick=pick)
    asked: Question
    match question.asked:
        case "by" | "toward":
            asked = Who(question.asked, acts)
            if question.counted == "states":
                asked = Or(Who(f"{question.asked}_side", acts), And(asked, Labelled("State")))
        case "month" | "year":
            asked = Units(question.asked, Days(acts))
        case "day":
            asked = Days(acts)
        case "count":
            return Count(acts)
        case _:
            return Whether(acts)
    return Count(asked) if question.counted else asked


def fitting(question: EventQuestion, *, from_asked: str = "", pick: str = "") -> Set:
    """Return the acts that a question is about: those of its code and parties, in its times, the first or the last."""
    inclusive = from_asked == question.asked
    times: list[Set] = [_dated(period, inclusive) for period in question.periods]
    others: list[Set] = []
    for pivot in question.pivots:
        other = timed(compared(question, pivot))
        if pivot.relation == "excluded":
            others.append(other)
            continue
        days: Set = Days(other)
        if pick:
            days = _ENDS[pick](days)
        if side := _SIDES.get(pivot.relation):
            times.append(side(days))
        else:
            times.append(Same(pivot.relation, days))
        if pick or not side:
            others.append(other)
    acts: Set = named(question, _all(times))
    for left_out in others:
        acts = Except(acts, left_out)
    return _ENDS[question.order](acts) if question.order else acts


def named(question: EventQuestion, when: Set | None = None) -> Set:
    """Return the acts of the code and the parties, whenever they were, or at a time."""
    by, toward = _party(question.by), _party(question.toward)
    acts = Acts(codes=(question.code,), by=by, toward=toward, when=when)
    return Or(acts, replace(acts, by=toward, toward=by)) if question.mutual else acts


def timed(question: EventQuestion) -> Set:
    """Return the acts of the code and the parties in the times that are named."""
    return named(question, _all([_dated(period, False) for period in question.periods]))


def compared(question: EventQuestion, pivot: Pivot) -> EventQuestion:
    """Return the act to compare with: one of its own, or the same one with another actor in place of the asked one."""
    if pivot.act:
        return pivot.act
    side = question.asked if question.asked in ("by", "toward") else "by"
    by, toward = (pivot.actor if side == role else getattr(question, role) for role in ("by", "toward"))
    return EventQuestion("acts", question.code, by, toward)


def _party(mention: Mention | None) -> Named | None:
    return Named(*mention.ids) if mention else None


def _all(times: list[Set]) -> Set | None:
    return And(*times) if len(times) > 1 else next(iter(times), None)


def _dated(period: Period, inclusive: bool) -> Date:
    since = period.inclusive if inclusive and period.inclusive else period.since
    return Date(_edtf(since, period.until))


def _edtf(since: date | None, until: date | None) -> str:
    """Return days as a date: a day, a whole month or year as such, else an interval."""
    if since is None or until is None:
        return f"{since or '..'}/{until or '..'}"
    for length in (4, 7, 10):
        whole = parse_edtf(str(since)[:length])
        if (whole.earliest, whole.latest) == (since, until):
            return str(since)[:length]
    return f"{since}/{until}"
