"""Events as the field's data sets code them: one row, a day, an actor, a CAMEO code, another actor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CodedActor:
    """An actor of a data set: `known` where the vocabulary has it, else by its own name.

    `part_of` is the actor in parentheses: "Foreign Affairs (South Korea)" is a part of South Korea.
    """

    id: str
    name: str
    known: bool = False
    part_of: CodedActor | None = None


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event: `id` tells it from all others of its data set, `row` is where it stood in the file (1 is the first).

    `kind` is the vocabulary's kind of act, `code` the CAMEO code that it was coded with.
    """

    id: str
    dataset: str
    row: int
    kind: str
    code: str
    by: CodedActor
    toward: CodedActor
    day: date


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of a file: the bytes that it was read from, and the event, or the reason why there is none."""

    number: int
    line: bytes
    event: CodedEvent | None
    reason: str = ""
