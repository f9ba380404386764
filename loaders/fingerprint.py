"""Fingerprints of article files: equal ones are read to equal facts, so that what is loaded need not be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import communique
from communique.loaders.articles import vocabulary_files

_READING = ("schemas", "loaders", "graph/mapping", "graph/loading")


def fingerprints(files: Iterable[Path]) -> dict[Path, tuple[str, str]]:
    """Return by file its SHA-256 (nothing where it is no plain file or cannot be read), and what stands for how."""
    program, ways, found = _program(), dict[Path, str](), dict[Path, tuple[str, str]]()
    for path in files:
        if path.parent not in ways:
            words = (f"{p} {file_digest(p)}" for p in vocabulary_files(path.parent))
            ways[path.parent] = _digest(program, *words)
        found[path] = file_digest(path), ways[path.parent]
    return found


def _program() -> str:
    """Return what stands for the part of this program that reads and maps: another version reads again."""
    package, lines = Path(communique.__file__).parent, list[str]()
    for path in sorted(p for part in _READING for p in (package / part).rglob("*") if p.suffix in (".py", ".yaml")):
        stat = path.stat()
        lines.append(f"{path.relative_to(package)} {stat.st_size} {stat.st_mtime_ns}")
    return _digest(*lines)


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file; nothing where it is no plain file or cannot be read."""
    try:
        return _digest(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""  # who reads it says what is wrong


def _digest(*parts: str | bytes) -> str:
    return hashlib.sha256(b"\n".join(p if isinstance(p, bytes) else p.encode() for p in parts)).hexdigest()
