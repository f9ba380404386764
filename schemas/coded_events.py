"""Events as the field's data sets code them: one row, a day, who, a code of CAMEO or PLOVER, toward whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class CodedActor:
    """An actor of a data set: `known` where the vocabulary has it, else by its own name.

    `part_of` is the actor that it belongs to; `role` says that it is named by what it does for that one, and so is a
    body of it: "Foreign Affairs (South Korea)". A person with a country has `part_of` only.
    """

    id: str
    name: str
    known: bool = False
    part_of: CodedActor | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Coding:
    """What an event was coded as: the vocabulary's kind of act, and the CAMEO code or the PLOVER type and mode."""

    kind: str
    cameo: str = ""
    plover: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event: `id` tells it from all others of its data set, `row` is where it stood in the file (1 is the first).

    `parties` are the actors with their roles, first those who act (`by`), then those at whom it is aimed (`toward`);
    there may be none of one of them. `more` holds the further properties that its row gives.
    """

    id: str
    dataset: str
    row: int
    coding: Coding
    parties: tuple[tuple[str, CodedActor], ...]
    day: date
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def by(self) -> list[CodedActor]:
        """Who acts."""
        return [actor for role, actor in self.parties if role == "by"]

    @property
    def toward(self) -> list[CodedActor]:
        """At whom it is aimed."""
        return [actor for role, actor in self.parties if role == "toward"]


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of a file: its number (headers are none), its line, the bytes there, and the event or why there is none."""

    number: int
    line: int
    raw: bytes
    event: CodedEvent | None
    reason: str = ""
