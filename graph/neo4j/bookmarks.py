"""Bookmarks between processes: what one has written to a cluster, the next one waits for before it reads."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from hashlib import sha256

from communique.connection import Connection
from communique.settings import cache_folder

MINUTES = 10
"""How long a bookmark is kept: a cluster that is well copies a write within seconds."""


class KeptBookmarks:
    """The bookmarks of the latest write to one database of one cluster, in a file of the cache folder.

    A server without a cluster has nobody to wait for, and none are kept. They are a convenience: where the
    cache folder cannot be written, reads may for a moment see the graph as it was before.
    """

    def __init__(self, connection: Connection) -> None:
        digest = sha256(connection.name.encode()).hexdigest()[:16]
        routed = connection.address.startswith("neo4j")
        self._file = cache_folder() / "bookmarks" / f"{digest}.json" if routed else None

    def read(self) -> list[str]:
        """Return the bookmarks that are worth waiting for."""
        try:
            if self._file is None or time.time() - self._file.stat().st_mtime > MINUTES * 60:
                return []
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return []
        return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []

    def keep(self, bookmarks: Iterable[str]) -> None:
        """Put these in place of the earlier ones."""
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._file.with_suffix(f".{os.getpid()}")
            draft.write_text(json.dumps(sorted(bookmarks)), "utf-8")
            draft.replace(self._file)
        except OSError:
            pass

    def forget(self) -> None:
        """Wait for nothing any more."""
        try:
            if self._file is not None:
                self._file.unlink(missing_ok=True)
        except OSError:
            pass
