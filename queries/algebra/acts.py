"""Sets of acts: those of a kind, with these participants, in these days, by these accounts; the first and the last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from communique.graph.shape import HOLDING, ROLE_EDGES, STATUSES
from communique.queries.algebra.sets import Set, Sort, holding

Words = tuple[str, ...]
# Roles that an edge of their own leads to, the states for which participants act, and all voices behind an act.
ROLES = (*ROLE_EDGES, "by_side", "to_side", "toward_side", "according_to")
_THINGS = holding(Sort.THINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts(Set):
    """The acts that fulfil all of these conditions; those left out mean any.

    Parameters
    ----------
    kinds
        Ids of kinds of acts, any of which fits; a kind stands for its finer kinds too.
    codes
        CAMEO codes, any of which fits, each for itself only.
    by, to, toward, affects, about, at
        Things, one of which has that role in the act.
    by_side, to_side, toward_side
        States, for one of which somebody in that role acts.
    according_to
        Voices, one of which says so: speakers of statements that claim it, publishers and agencies of articles.
    when
        Days among which the act certainly lies: if it is dated by its month, all days of the month.
    status
        What the reports come to, any of which fits; those that hold, if left out.
    """

    makes: ClassVar[Sort] = Sort.ACTS
    kinds: Words = ()
    codes: Words = ()
    by: Set | None = field(default=None, metadata=_THINGS)
    to: Set | None = field(default=None, metadata=_THINGS)
    toward: Set | None = field(default=None, metadata=_THINGS)
    affects: Set | None = field(default=None, metadata=_THINGS)
    about: Set | None = field(default=None, metadata=_THINGS)
    at: Set | None = field(default=None, metadata=_THINGS)
    by_side: Set | None = field(default=None, metadata=_THINGS)
    to_side: Set | None = field(default=None, metadata=_THINGS)
    toward_side: Set | None = field(default=None, metadata=_THINGS)
    according_to: Set | None = field(default=None, metadata=_THINGS)
    when: Set | None = field(default=None, metadata=holding(Sort.DAYS))
    status: Words = field(default=HOLDING, metadata={"words": STATUSES})

    def roles(self) -> dict[str, Set]:
        """Return the things wanted in each role."""
        return {role: things for role in ROLES if (things := getattr(self, role)) is not None}


@dataclass(frozen=True, slots=True)
class First(Set):
    """The acts on the first day that one of them has, all of that day; or the first of some days.

    Parameters
    ----------
    of
        Acts or days. Acts without a certain first day are left aside.
    """

    of: Set = field(metadata=holding(Sort.ACTS, Sort.DAYS))


@dataclass(frozen=True, slots=True)
class Last(Set):
    """The acts on the last day that one of them has, all of that day; or the last of some days.

    Parameters
    ----------
    of
        Acts or days. Acts without a certain last day are left aside.
    """

    of: Set = field(metadata=holding(Sort.ACTS, Sort.DAYS))
