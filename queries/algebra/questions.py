"""What is asked of a set: by itself its members, else their number, or whether there are any."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.algebra.sets import ANY, Set, Sort, Term, holding


@dataclass(frozen=True, slots=True)
class Count(Term):
    """How many there are.

    Parameters
    ----------
    of
        Acts, things or days.
    """

    of: Set = field(metadata=ANY)


@dataclass(frozen=True, slots=True)
class Whether(Term):
    """Whether there are such acts: yes; no, where only their denial is recorded; else nothing.

    Parameters
    ----------
    of
        The acts.
    """

    of: Set = field(metadata=holding(Sort.ACTS))


Question = Set | Count | Whether
