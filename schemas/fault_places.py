"""Finds where in the vocabulary files the entry stands that a fault was found in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from communique.errors import Problem
from communique.schemas.entries import YAML_KEYS
from communique.schemas.marked_yaml import Items, Problems, Table, Text, Value, read_yaml

# Section, id, field, value within the field, what is wrong, what would be right.
Fault = tuple[str, str, str, str, str, str]


def place_faults(faults: Iterable[Fault], files: list[Path], extra: Iterable[tuple[str, Table]]) -> list[Problem]:
    """Return the faults as problems, each at its value in the last document that has it.

    Where no document has the value, it is the key, else the entry's id; `extra` are documents that were read
    already, later than the files.
    """
    documents = [*reversed(list(extra)), *_documents(reversed(files))]
    entries: dict[tuple[str, str], list[tuple[str, Text, Value]]] = defaultdict(list)
    for file, document in documents:
        for section, by_id in document:
            for name, entry in by_id if isinstance(by_id, Table) else []:
                entries[section.value, name.value].append((file, name, entry))
    return sorted({_placed(fault, entries[fault[0], fault[1]]) for fault in faults})


def _documents(files: Iterable[Path]) -> Iterator[tuple[str, Table]]:
    for path in files:
        about = path.stat()
        document = _document(path, about.st_mtime_ns, about.st_size)
        if isinstance(document, Table):
            yield str(path), document


@lru_cache(maxsize=32)
def _document(path: Path, changed: int, size: int) -> Value | None:
    """Return what a file holds; it is read again when it has changed."""
    return read_yaml(path, Problems(str(path)))


def _placed(fault: Fault, entries: list[tuple[str, Text, Value]]) -> Problem:
    section, entry_id, key, value, what, right = fault
    what, place, file, nearest = f"{section}/{entry_id}: {what}", Text("", 1, 1), "vocabulary", -1
    for given, name, entry in entries:
        depth, at = _deepest(name, entry, YAML_KEYS.get(key, key), value)
        if depth > nearest:
            nearest, file, place = depth, given, Text("", at.line, at.column)
    return Problem(file, place.line, place.column, what, right)


def _deepest(name: Text, entry: Value, key: str, value: str) -> tuple[int, Value]:
    """Return the place of a value within an entry as near as it can be told, and how near that is."""
    found = entry.get(key) if isinstance(entry, Table) else entry
    if found is None:
        return 0, name
    for inner in [k for k, _ in found] if isinstance(found, Table) else found if isinstance(found, Items) else [found]:
        if isinstance(inner, Text) and inner.value == value:
            return 2, inner
    return 1, found
