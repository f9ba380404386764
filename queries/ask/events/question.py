"""A typed question about coded events: who did what to whom, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from communique.queries.ask.events.actors import Mention

OPPOSITE = {"by": "toward", "toward": "by"}
UNITS = ("day", "month", "year")
# Acts of two sides, of whom either may be called the one that does it with the other.
TOGETHER = ("030", "032", "036", "040", "041", "046", "050", "057", "060")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both inclusive and either open; `words` as asked.

    `inclusive` is the first day of the month or year after which it begins: some data sets count it in.
    """

    since: date | None
    until: date | None
    words: str
    inclusive: date | None = None


@dataclass(frozen=True, slots=True)
class Pivot:
    """The act to compare with: the same, with `actor` in the place of who is asked for; or one of its own."""

    relation: str  # before, after, the unit that is the same (day, month, year), or excluded: left out of the answer
    actor: Mention | None = None
    act: EventQuestion | None = None


@dataclass(frozen=True, slots=True)
class EventQuestion:
    """What is asked of the acts with this CAMEO code.

    `asked` is by or toward (who), day, month or year (when), count or truth. `order` is first or last, of all acts
    in the periods. `counted` asks how many different actors there are, or states for which they act. `mutual` acts
    count from either side: "Iraq and Oman signed an agreement". `unknown` are words that are left aside, `also` other
    acts that its words name.
    """

    asked: str
    code: str
    by: Mention | None = None
    toward: Mention | None = None
    periods: tuple[Period, ...] = ()
    order: str = ""
    pivots: tuple[Pivot, ...] = ()
    counted: str = ""
    mutual: bool = False
    unknown: tuple[str, ...] = ()
    also: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class NotRead:
    """Why a question was not read, with words that would be."""

    why: str
    suggestions: tuple[str, ...] = ()
