"""Sets of days: a date, the days of acts, and what lies before, after, between and around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.errors import Fault, QuestionError
from communique.queries.algebra.sets import Set, Sort, Term, holding
from communique.schemas.dates import Edtf, parse_edtf

UNITS = ("day", "week", "month", "year")
_DAYS = holding(Sort.DAYS)


class DaySet(Set):
    """A set of days."""

    __slots__ = ()
    makes = Sort.DAYS


@dataclass(frozen=True, slots=True)
class Date(DaySet):
    """The days that a date means.

    Parameters
    ----------
    date
        A day, month, year or interval in EDTF: ``2014-05``, ``2014-03-01/2014-05``, ``2014/..``.
    """

    date: str

    def __post_init__(self) -> None:
        Term.__post_init__(self)
        try:
            self.span()
        except ValueError as error:
            raise QuestionError(Fault("/date", str(error))) from None

    def span(self) -> Edtf:
        """Return its first and last day."""
        return parse_edtf(self.date)

    def day(self) -> bool:
        """Say whether it is a single day."""
        span = self.span()
        return span.earliest is not None and span.earliest == span.latest


@dataclass(frozen=True, slots=True)
class Days(DaySet):
    """The days of acts; an act that is dated more vaguely has none, but is listed as it is dated.

    Parameters
    ----------
    of
        The acts.
    """

    of: Set = field(metadata=holding(Sort.ACTS))


@dataclass(frozen=True, slots=True)
class Before(DaySet):
    """The days before the first of some days; none, if there are none.

    Parameters
    ----------
    of
        The days, which are left out themselves.
    """

    of: Set = field(metadata=_DAYS)


@dataclass(frozen=True, slots=True)
class After(DaySet):
    """The days after the last of some days; none, if there are none.

    Parameters
    ----------
    of
        The days, which are left out themselves.
    """

    of: Set = field(metadata=_DAYS)


@dataclass(frozen=True, slots=True)
class Since(DaySet):
    """The first of some days and all later days; none, if there are none.

    Parameters
    ----------
    of
        The days.
    """

    of: Set = field(metadata=_DAYS)


@dataclass(frozen=True, slots=True)
class Until(DaySet):
    """The last of some days and all earlier days; none, if there are none.

    Parameters
    ----------
    of
        The days.
    """

    of: Set = field(metadata=_DAYS)


@dataclass(frozen=True, slots=True)
class Between(DaySet):
    """The days after the last of the ones and before the first of the others, both left out.

    Parameters
    ----------
    start, stop
        The days; an interval with its ends is a `Date`.
    """

    start: Set = field(metadata=_DAYS)
    stop: Set = field(metadata=_DAYS)


@dataclass(frozen=True, slots=True)
class Same(DaySet):
    """All days of the calendar units in which some days lie: the same month as another act.

    Parameters
    ----------
    unit
        The unit: day, week (from Monday), month or year.
    of
        The days, which are in it themselves.
    """

    unit: str = field(metadata={"words": UNITS})
    of: Set = field(metadata=_DAYS)


@dataclass(frozen=True, slots=True)
class Units(DaySet):
    """The calendar units in which some days lie: the months, the years. Each is its first day, and listed as a unit.

    Parameters
    ----------
    unit
        The unit: day, week (from Monday), month or year.
    of
        The days; of acts, also those that are dated by such a unit.
    """

    unit: str = field(metadata={"words": UNITS})
    of: Set = field(metadata=_DAYS)
