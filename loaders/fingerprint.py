"""Fingerprints of article files: equal ones are read to equal facts, so that what is loaded need not be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import communique
from communique.loaders.articles import vocabulary_files

_READING = ("schemas", "loaders", "graph/mapping", "graph/loading")


def fingerprints(files: Iterable[Path]) -> dict[Path, tuple[str, str]]:
    """Return by file its SHA-256, and what stands for how it is read."""
    program, ways, found = _program(), dict[Path, str](), dict[Path, tuple[str, str]]()
    for path in files:
        if path.parent not in ways:
            words = [p for p in vocabulary_files(path.parent) if p.exists()]
            ways[path.parent] = _digest(program, *(f"{p} {_digest(p.read_bytes())}" for p in words))
        found[path] = _digest(path.read_bytes()), ways[path.parent]
    return found


def _program() -> str:
    """Return what stands for the part of this program that reads and maps: another version reads again."""
    package, lines = Path(communique.__file__).parent, list[str]()
    for path in sorted(p for part in _READING for p in (package / part).rglob("*") if p.suffix in (".py", ".yaml")):
        stat = path.stat()
        lines.append(f"{path.relative_to(package)} {stat.st_size} {stat.st_mtime_ns}")
    return _digest(*lines)


def _digest(*parts: str | bytes) -> str:
    return hashlib.sha256(b"\n".join(p if isinstance(p, bytes) else p.encode() for p in parts)).hexdigest()
