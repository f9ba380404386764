"""Finds where in the vocabulary files the entry stands that a fault was found in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    return sorted({_placed(fault, documents) for fault in faults})


def _documents(files: Iterable[Path]) -> Iterator[tuple[str, Table]]:
    for path in files:
        document = read_yaml(path, Problems(str(path)))
        if isinstance(document, Table):
            yield str(path), document


def _placed(fault: Fault, documents: list[tuple[str, Table]]) -> Problem:
    section, entry_id, key, value, what, right = fault
    best: tuple[int, str, Value] | None = None
    for file, document in documents:
        by_id = document.get(section)
        for name, entry in by_id if isinstance(by_id, Table) else []:
            if name.value == entry_id:
                depth, at = _deepest(name, entry, YAML_KEYS.get(key, key), value)
                if best is None or depth > best[0]:
                    best = depth, file, at
    file, place = (best[1], best[2]) if best else (documents[0][0], Text("", 1, 1))
    return Problem(file, place.line, place.column, f"{section}/{entry_id}: {what}", right)


def _deepest(name: Text, entry: Value, key: str, value: str) -> tuple[int, Value]:
    """Return the place of a value within an entry as near as it can be told, and how near that is."""
    found = entry.get(key) if isinstance(entry, Table) else entry
    if found is None:
        return 0, name
    for inner in [k for k, _ in found] if isinstance(found, Table) else found if isinstance(found, Items) else [found]:
        if isinstance(inner, Text) and inner.value == value:
            return 2, inner
    return 1, found
