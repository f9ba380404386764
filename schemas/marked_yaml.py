"""YAML read as plain text with the place of every value; safe for files that nobody has looked at.

All scalars are strings (``NO`` is Norway, ``2014-03`` a month). Anchors, aliases and tags are refused, so
no file can run code or unfold into gigabytes; a size and a depth limit say when they cut in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from communique.errors import InputError, Problem
from communique.schemas.names import suggestion

MAX_BYTES = 2_000_000
MAX_DEPTH = 60
MANY = 100
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar: its text, and the line and column (from 1) where it begins."""

    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: list[Value]
    line: int
    column: int

    def __iter__(self) -> Iterator[Value]:
        return iter(self.values)


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping in the order written; keys are texts with a place of their own."""

    entries: list[tuple[Text, Value]]
    line: int
    column: int
    index: dict[str, Value] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[Text, Value]]:
        return iter(self.entries)

    def get(self, key: str) -> Value | None:
        """Return the value of a key, or None."""
        return self.index.get(key)


Value = Text | Items | Table


@dataclass(slots=True)
class Problems:
    """Collects what is wrong in one file, each with its place."""

    file: str
    found: list[Problem] = field(default_factory=list)

    def add(self, at: Value | None, what: str, right: str = "") -> None:
        """Note a problem at a value's place (None: the file as a whole)."""
        line, column = (at.line, at.column) if at else (1, 1)
        self.found.append(Problem(self.file, line, column, what, right))

    def near(self, name: str, known: Iterable[str]) -> str:
        """Return "did you mean 'x'?", as `suggestion` does; not any more where a file has many problems.

        Comparing with some thousand names takes 30 ms: a large file of nonsense would take an hour.
        """
        return suggestion(name, known) if len(self.found) < MANY else ""


def read_yaml(path: Path, problems: Problems) -> Value | None:
    """Return the document in a file, or None where there is none; what is wrong goes into `problems`."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            problems.add(None, f"{size:,} bytes are over the limit of {MAX_BYTES:,}", "one file an article")
            return None
        return parse_yaml(path.read_bytes().decode("utf-8"), problems)
    except UnicodeDecodeError as error:
        problems.add(None, f"not UTF-8 text: byte {error.start}", "save the file as UTF-8")
    except OSError as error:
        problems.add(None, f"cannot be read: {error.strerror}")
    return None


def parse_yaml(text: str, problems: Problems) -> Value | None:
    """Return the one document in a text as texts, lists and tables; see `read_yaml`."""
    reader = _Reader(text, problems)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        opened = "quoted scalar" in str(error.context) and error.context_mark
        mark = opened or error.problem_mark or error.context_mark
        place = Text("", mark.line + 1, mark.column + 1) if mark else None
        problems.add(place, f"not YAML: {error.problem or error.context}", _advice(str(error.problem)))
    except yaml.YAMLError as error:
        problems.add(None, f"not YAML: {str(error).splitlines()[0]}")
    except _Refused as refused:
        problems.add(refused.place, refused.what, refused.right)
    return None


def load_plain(path: Path) -> Any:
    """Return a shipped data file as dicts, lists and strings.

    Raises
    ------
    InputError
        When the file is not what `parse_yaml` accepts.
    """
    problems = Problems(str(path))
    value = read_yaml(path, problems)
    if problems.found:
        raise InputError(problems.found)
    return plain(value)


def plain(value: Value | None) -> Any:
    """Return a value without its places: dicts, lists and strings."""
    match value:
        case Text():
            return value.value
        case Items():
            return [plain(v) for v in value]
        case Table():
            return {k.value: plain(v) for k, v in value}
    return None


def _advice(problem: str) -> str:
    if "cannot start any token" in problem:
        return "indent with spaces, not tabs, and quote a text that begins with a sign"
    if "mapping values are not allowed" in problem:
        return "put a text that holds ': ' in quotation marks"
    if "end of stream" in problem:
        return "close the quotation marks or brackets"
    if "expected <block end>" in problem or "did not find expected" in problem:
        return "check the indentation and the quotation marks"
    return ""


class _Refused(Exception):
    def __init__(self, place: Value, what: str, right: str) -> None:
        self.place, self.what, self.right = place, what, right


class _Reader:
    """Builds values straight from the parser's events, so that nothing is constructed or unfolded."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.events = yaml.parse(text, Loader=_LOADER)
        self.problems = problems

    def document(self) -> Value | None:
        document: Value | None = None
        seen = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    raise _Refused(_place(event), "a second document", "one file an article: remove `---`")
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)):
                document = self.value(event, 0)
        return document

    def value(self, event: Any, depth: int) -> Value:
        place = _place(event)
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(place, f"an alias (*{event.anchor})", "anchors are not used: write the value out")
        if getattr(event, "anchor", None):
            raise _Refused(place, f"an anchor (&{event.anchor})", "anchors are not used: quote a text with &")
        if event.tag is not None and event.tag != "!":
            raise _Refused(place, f"a tag ({event.tag})", "tags are not used: quote a text with !")
        if depth > MAX_DEPTH:
            raise _Refused(place, f"nested more than {MAX_DEPTH} deep", "claims hardly go beyond five")
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, place.line, place.column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(list(self.until(yaml.SequenceEndEvent, depth)), place.line, place.column)
        return self.table(place, depth)

    def until(self, stop: type, depth: int) -> Iterator[Value]:
        for event in self.events:
            if isinstance(event, stop):
                return
            yield self.value(event, depth + 1)

    def table(self, place: Text, depth: int) -> Table:
        table = Table([], place.line, place.column)
        flat = self.until(yaml.MappingEndEvent, depth)
        for key, value in zip(flat, flat, strict=True):
            if not isinstance(key, Text):
                raise _Refused(key, "a key that is not a word", "write `key: value`")
            if key.value in table.index:
                self.problems.add(key, f"key {key.value!r} a second time", "put both values into one list")
                continue
            table.entries.append((key, value))
            table.index[key.value] = value
        return table


def _place(event: Any) -> Text:
    return Text("", event.start_mark.line + 1, event.start_mark.column + 1)
