"""Sets of things: by id, by label, with all that is part of them, and those who have a role in acts."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.errors import Fault, QuestionError
from communique.graph.shape import LABELS, VOCABULARY
from communique.queries.algebra.acts import ROLES, Words
from communique.queries.algebra.sets import Set, Sort, holding


class ThingSet(Set):
    """A set of things."""

    __slots__ = ()
    makes = Sort.THINGS


@dataclass(frozen=True, slots=True, init=False)
class Named(ThingSet):
    """The things with these ids, as `kg find` shows them.

    Parameters
    ----------
    *ids
        One id or more.
    """

    ids: Words

    def __init__(self, *ids: str) -> None:
        if not ids or not all(isinstance(one, str) and one for one in ids):
            raise QuestionError(
                Fault("", f"no ids: {', '.join(map(repr, ids))}", "one or more, as `kg find` shows them")
            )
        object.__setattr__(self, "ids", ids)


@dataclass(frozen=True, slots=True)
class Labelled(ThingSet):
    """All things of one label: every State, every Place.

    Parameters
    ----------
    label
        A label of actors, offices, places or topics.
    """

    label: str = field(metadata={"words": (*VOCABULARY, *LABELS["Actor"])})


@dataclass(frozen=True, slots=True)
class Within(ThingSet):
    """Some things with all that is part of them or lies in them, to any depth up to six.

    Parameters
    ----------
    of
        Actors or places.
    """

    of: Set = field(metadata=holding(Sort.THINGS))


@dataclass(frozen=True, slots=True)
class Who(ThingSet):
    """Those who have a role in acts: by whom, toward whom, at which place, about what, according to whom.

    Parameters
    ----------
    role
        The role: by, to, toward, affects, about, at, by_side, to_side, toward_side or according_to.
    of
        The acts, in any of which they have it.
    """

    role: str = field(metadata={"words": ROLES})
    of: Set = field(metadata=holding(Sort.ACTS))
