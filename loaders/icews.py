"""ICEWS events in the four-column form used in research: subject, relation, object, date; one event a line.

Source: Boschee et al., ICEWS Coded Event Data (Harvard Dataverse); relations are CAMEO's names of codes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from communique.loaders.coded_actors import ActorNames
from communique.schemas.coded_events import CodedEvent, EventRow
from communique.schemas.vocabulary import Vocabulary

DATASET = "icews"
HEADER = ("subject", "relation", "object", "date")


class IcewsReader:
    """Turns lines into events. A name in quotation marks, as CSV has it, is read without them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.actors = ActorNames(vocabulary)
        self.kinds: dict[str, tuple[str, str]] = {}
        for code in sorted(vocabulary.cameo.values(), key=lambda c: (len(c.id), c.id)):
            self.kinds[code.name.casefold()] = (code.kind, code.id)

    def read(self, lines: Iterable[bytes]) -> Iterator[EventRow]:
        """Yield a row for each line but the header; rows count from 1."""
        number = 0
        for line in lines:
            if not number and tuple(line.decode("utf-8", "replace").strip().lower().split("\t")) == HEADER:
                continue
            number += 1
            yield self._row(number, line)

    def _row(self, number: int, line: bytes) -> EventRow:
        try:
            fields = line.decode("utf-8").rstrip("\r\n").split("\t")
        except UnicodeDecodeError as error:
            return EventRow(number, line, None, f"not UTF-8 at byte {error.start + 1}")
        if len(fields) != len(HEADER):
            return EventRow(number, line, None, f"{len(fields)} columns ({len(HEADER)} expected: {', '.join(HEADER)})")
        subject, relation, object_, day = fields
        coded = self.kinds.get(relation.casefold())
        if coded is None:
            return EventRow(number, line, None, f"unknown relation {relation!r} (a name of a CAMEO code)")
        if not subject.strip() or not object_.strip():
            return EventRow(number, line, None, "no subject or no object")
        try:
            when = _day(day)
        except ValueError:
            return EventRow(number, line, None, f"no date: {day!r} (write 2014-01-31)")
        by, toward = self.actors.actor(unquoted(subject)), self.actors.actor(unquoted(object_))
        content = hashlib.blake2b(
            f"{unquoted(subject)}\t{coded[1]}\t{unquoted(object_)}\t{day}".encode(), digest_size=8
        )
        event = CodedEvent(f"{DATASET}-{content.hexdigest()}", DATASET, number, *coded, by, toward, when)
        return EventRow(number, line, event)


@cache
def _day(text: str) -> date:
    return date.fromisoformat(text)


def unquoted(name: str) -> str:
    """Return a name without the quotation marks that CSV puts around it."""
    name = " ".join(name.split())
    return name[1:-1].replace('""', '"') if len(name) > 2 and name[0] == name[-1] == '"' else name
