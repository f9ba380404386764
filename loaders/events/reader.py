"""Turns the lines of an event data set into events; a line that is none comes with the reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from communique.errors import UsageError
from communique.loaders.events.actors import CodedActors, unquoted
from communique.loaders.events.codings import Codings
from communique.loaders.events.layouts import Layout, layouts
from communique.schemas.coded_events import CodedEvent, Coding, EventRow
from communique.schemas.vocabulary import Vocabulary

_BOM = b"\xef\xbb\xbf"


class EventReader:
    """Reads one data set in any of its forms: a line's form is known by its header, else by its number of columns."""

    def __init__(self, dataset: str, vocabulary: Vocabulary) -> None:
        self.dataset = dataset
        self.forms = layouts(dataset)
        self.codings = Codings(vocabulary)
        self.actors = CodedActors(vocabulary)

    def read(self, lines: Iterable[bytes]) -> Iterator[EventRow]:
        """Yield a row for each line but the header; rows and lines count from 1.

        Raises
        ------
        UsageError
            For a header that has the columns in another order.
        """
        forms, skipped = self.forms, 0
        for at, line in enumerate(lines, 1):
            if at == 1:
                line = line.removeprefix(_BOM)
                if form := self._headed(line):
                    forms, skipped = (form,), 1
                    continue
            yield self._row(at - skipped, at, line, forms)

    def _headed(self, line: bytes) -> Layout | None:
        """Return the form whose header a line is."""
        header = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
        headed = [form for form in self.forms if form.heads(header)]
        if headed and not any(form.ordered(header) for form in headed):
            columns = ", ".join(headed[0].columns)
            raise UsageError(f"the header has the columns in another order (expected: {columns})")
        return max(headed, key=lambda form: len(set(form.columns) & set(header)), default=None)

    def _row(self, number: int, at: int, line: bytes, forms: tuple[Layout, ...]) -> EventRow:
        try:
            fields = line.decode("utf-8").rstrip("\r\n").split("\t")
            return EventRow(number, at, line, self._event(number, *_fitting(fields, forms)))
        except UnicodeDecodeError as error:
            return EventRow(number, at, line, None, f"not UTF-8 at byte {error.start + 1}")
        except ValueError as error:
            return EventRow(number, at, line, None, str(error))

    def _event(self, number: int, form: Layout, fields: list[str]) -> CodedEvent:
        coded = [fields[n].strip() for n in form.coding]
        coding = self.codings.cameo(*coded) if form.ontology == "cameo" else self.codings.plover(*coded)
        resolve = getattr(self.actors, form.actors)
        by, toward = resolve(*[fields[n] for n in form.by]), resolve(*[fields[n] for n in form.toward])
        if not (by and toward) and (form.actors == "name" or not (by or toward)):
            raise ValueError("no subject or no object" if form.actors == "name" else "no actor and no recipient")
        when = _day(fields[form.at_day], form.day)
        key = self._key(fields, form, coding)
        parties = (*[("by", actor) for actor in by], *[("toward", actor) for actor in toward])
        return CodedEvent(f"{self.dataset}-{key}", self.dataset, number, coding, parties, when, _more(fields, form))

    def _key(self, fields: list[str], form: Layout, coding: Coding) -> str:
        if form.id:
            parts = [fields[n].strip() for n in form.id]
            if not all(parts):
                raise ValueError(f"no {form.columns[form.id[0]]}")
            return "-".join("-".join(parts).replace("/", "-").split())
        who, whom, day = fields[form.by[0]], fields[form.toward[0]], fields[form.at_day]
        content = f"{unquoted(who)}\t{coding.cameo}\t{unquoted(whom)}\t{day}"
        return hashlib.blake2b(content.encode(), digest_size=8).hexdigest()


def _fitting(fields: list[str], forms: tuple[Layout, ...]) -> tuple[Layout, list[str]]:
    """Return the form that has as many columns as a line, and the line's fields, one for each of them."""
    for form in forms:
        if filled := form.filled(fields):
            return form, filled
    expected = " or ".join(str(width) for form in forms for width in form.widths)
    names = f": {', '.join(forms[0].columns)}" if len(forms) == 1 and len(forms[0].columns) < 10 else ""
    raise ValueError(f"{len(fields)} columns ({expected} expected{names})")


@lru_cache(1 << 16)
def _day(text: str, example: str) -> date:
    try:
        if len(text) == len(example) and text.replace("-", "").isdigit():
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"no date: {text!r} (write {example})")


def _more(fields: list[str], form: Layout) -> dict[str, Any]:
    """Return what else a row says of its act, without what is empty or no number."""
    if not form.texts:
        return {}
    found: dict[str, Any] = {}
    for name, parts in form.texts.items():
        values = [value for n in parts if (value := unquoted(fields[n])) not in ("", "None")]
        found[name] = ", ".join(dict.fromkeys(values))
    for name, n in form.lists.items():
        found[name] = [item.strip() for item in re.split("[;|]", fields[n]) if item.strip() not in ("", "None")]
    for name, n in form.numbers.items():
        found[name] = _number(fields[n])
    return {name: value for name, value in found.items() if value not in ("", [], None)}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
