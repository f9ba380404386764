"""Sets of acts, of things and of days, and the operators that join sets of one sort: what questions are built of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar

from communique.errors import Fault, QuestionError
from communique.schemas.names import suggestion


class Sort(StrEnum):
    """What a set holds."""

    ACTS = "acts"
    THINGS = "things"  # actors, places, topics, offices, acts that are talked about
    DAYS = "days"


def holding(*sorts: Sort) -> dict[str, object]:
    """Return the metadata of a field that takes sets of these sorts."""
    return {"sorts": sorts}


ANY = holding(*Sort)


class Term:
    """A part of a question; building one that makes no sense raises `QuestionError`.

    Each field says in its metadata what it takes: `sorts` of sets, or which `words`.
    """

    __slots__ = ()

    def __post_init__(self) -> None:
        faults = [fault for part in self.parts() for fault in _faults(part, getattr(self, part.name))]
        if faults:
            raise QuestionError(*faults)

    @classmethod
    def word(cls) -> str:
        """Return the name of this operator in JSON."""
        return cls.__name__.lower()

    @classmethod
    def parts(cls) -> tuple[Field[Any], ...]:
        """Return the fields, of which each is a set, some sets, a word or words."""
        return fields(cls)  # type: ignore[arg-type]


def _faults(part: Field[Any], value: object) -> Iterator[Fault]:
    """Yield what is wrong with what is given for a field."""
    if sorts := part.metadata.get("sorts"):
        if value is not None or part.default is MISSING:
            yield from set_faults(f"/{part.name}", value, sorts)
    elif part.type == "Words":
        if not isinstance(value, tuple):
            yield Fault(f"/{part.name}", f"{value!r} is no list of words")
        else:
            for number, one in enumerate(value):
                yield from _word_faults(f"/{part.name}/{number}", part, one)
    else:
        yield from _word_faults(f"/{part.name}", part, value)


def _word_faults(place: str, part: Field[Any], value: object) -> Iterator[Fault]:
    words: Collection[str] = part.metadata.get("words", ())
    if not isinstance(value, str):
        yield Fault(place, f"{value!r} is no word")
    elif words and value not in words:
        yield Fault(place, f"unknown {part.name} {value!r}", suggestion(value, words) or f"one of {', '.join(words)}")


def set_faults(place: str, value: object, sorts: Collection[Sort]) -> Iterator[Fault]:
    """Yield what is wrong with a value where a set of one of these sorts should be."""
    wanted = " or ".join(f"a set of {sort}" for sort in sorts)
    if not isinstance(value, Set):
        shown = value.word() if isinstance(value, Term) else value
        yield Fault(place, f"{shown!r} is no set", wanted)
    elif value.sort not in sorts:
        yield Fault(place, f"{value.word()!r} is a set of {value.sort}", wanted)


class Set(Term):
    """A set of one sort; `&`, `|`, `-` and `~` join sets as in Python.

    An operator always `makes` sets of one sort, or else of the sort of the sets that it joins.
    """

    __slots__ = ()
    makes: ClassVar[Sort | None] = None

    @property
    def sort(self) -> Sort:
        """What the set holds."""
        if self.makes:
            return self.makes
        joined = getattr(self, self.parts()[0].name)
        first: Set = joined[0] if isinstance(joined, tuple) else joined
        return first.sort

    def __and__(self, other: Set) -> And:
        return And(self, other)

    def __or__(self, other: Set) -> Or:
        return Or(self, other)

    def __sub__(self, other: Set) -> Except:
        return Except(self, other)

    def __invert__(self) -> Not:
        return Not(self)


@dataclass(frozen=True, slots=True, init=False)
class _Joined(Set):
    """Sets of one sort, at least one."""

    of: tuple[Set, ...] = field(metadata=ANY)

    def __init__(self, *of: Set) -> None:
        if not of:
            raise QuestionError(Fault("", f"{self.word()!r} of nothing", "one set or more of the same sort"))
        sorts = (of[0].sort,) if isinstance(of[0], Set) else tuple(Sort)
        if faults := [fault for n, one in enumerate(of) for fault in set_faults(f"/{n}", one, sorts)]:
            raise QuestionError(*faults)
        object.__setattr__(self, "of", of)


class And(_Joined):
    """What is in all of the sets ("both").

    Parameters
    ----------
    *of
        Sets of one sort.
    """

    __slots__ = ()


class Or(_Joined):
    """What is in any of the sets.

    Parameters
    ----------
    *of
        Sets of one sort.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Not(Set):
    """All that the graph has of a sort, but for one set: all acts, all actors, all days from its first to its last.

    Parameters
    ----------
    of
        What to leave out.
    """

    of: Set = field(metadata=ANY)


@dataclass(frozen=True, slots=True)
class Except(Set):
    """What is in one set and not in another.

    Parameters
    ----------
    of
        What to take.
    without
        What to leave out.
    """

    of: Set = field(metadata=ANY)
    without: Set = field(metadata=ANY)

    def __post_init__(self) -> None:
        Term.__post_init__(self)
        if faults := list(set_faults("/without", self.without, (self.of.sort,))):
            raise QuestionError(*faults)
