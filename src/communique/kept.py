"""Keeps what takes long to make in the cache folder, by what it was made from."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from communique.settings import cache_folder

_KEPT = 8  # of one name


def kept(name: str, sources: Iterable[Path], given: object, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return plain data from the cache, or make it and keep it.

    Parameters
    ----------
    name
        What it is: its files begin with it, of which the newest few stay.
    sources, given
        What it is made from: files, by their time and size, and values, by how they print.
    """
    stamps = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in sources]
    key = hashlib.blake2b(repr((sys.version, stamps, given)).encode(), digest_size=8).hexdigest()
    path = cache_folder() / f"{name}-{key}"
    # marshal reads four times as fast as JSON; a cache of another Python has another key.
    with suppress(OSError, ValueError, EOFError, TypeError):
        found: dict[str, Any] = marshal.loads(path.read_bytes())
        return found
    data = make()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in sorted(path.parent.glob(f"{name}-*"), key=lambda p: p.stat().st_mtime)[: -_KEPT + 1]:
            old.unlink()
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        partial.write_bytes(marshal.dumps(data))
        partial.replace(path)
    return data
