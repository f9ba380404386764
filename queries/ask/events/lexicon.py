"""The words of questions about coded events, ready to be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass

FOLDER = Path(__file__).parent
# What a run of words can be: (type, value, form).
Meaning = tuple[str, str, str]
# Dropped before acts are looked for: "signed an agreement", "its intention".
DROPPED = frozenset("the a an its his her their very own some any".split())
# Read before acts are looked for, so that "its first appeal" is an appeal.
OUTER: tuple[str, ...] = (
    *("count", "many", "time", "someday", "first", "last", "next", "near", "before", "after", "earlier", "later"),
    *(
        "same",
        "unit",
        "when",
        "then_when",
        "by_the_time",
        "besides",
        "excluded",
        "else",
        "over",
        "began",
        "onwards",
        "backwards",
    ),
    *("starts", "ends", "trail", "exclusive", "inclusive", "spare"),
)


@dataclass(slots=True)
class EventWords:
    """Meanings by words (without those of `DROPPED`), names of codes, the codes of intentions and of appeals.

    `also` are further acts that words can name, which are meant where another clause names them.
    """

    meanings: dict[str, list[Meaning]]
    also: dict[str, list[str]]
    codes: dict[str, str]
    intended: dict[str, str]
    wanted: dict[str, str]
    wider: dict[str, list[str]]
    manner_of: dict[str, list[str]]
    mutual: frozenset[str]
    longest: int
    single: frozenset[str]
    beginnings: frozenset[str]
    pron: frozenset[str]
    states: frozenset[str]
    acting: frozenset[str]
    outlooks: frozenset[str]
    forecasts: frozenset[str]
    previous: frozenset[str]
    persons: frozenset[str]

    def look_up(self, words: str) -> list[Meaning]:
        """Return what words can mean, or nothing."""
        return self.meanings.get(words, [])
