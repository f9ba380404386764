"""Which files of a load are as they were when they were loaded: only the others are read, and what hangs on these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from communique.graph.loaded import Loaded, list_loaded
from communique.graph.loading.component import read_near, read_waiting, recorded_acts, touched
from communique.graph.store import Store
from communique.schemas.records import Article


class Unread:
    """The files of a load that must be read.

    Parameters
    ----------
    store
        The graph that they go to; None: nothing is loaded yet, and all are read.
    files
        By file its SHA-256, and what stands for how it is read.
    """

    def __init__(self, store: Store | None, files: Mapping[Path, tuple[str, str]]) -> None:
        self._store, self._files = store, files
        self._ids, self._acts = set[str](), set[str]()
        records = {record.path: record for record in (list_loaded(store) if store else ())}
        self._records: dict[Path, Loaded] = {p: r for p in files if (r := records.get(str(p.resolve())))}
        waiting = read_waiting(store) if store else set()
        self.same = {
            r.id: p
            for p, r in self._records.items()
            if r.sha256 and (r.sha256, r.read_by) == files[p] and r.id not in waiting
        }

    def note(self, article: Article) -> None:
        """Remember an article that was read."""
        if self.same:
            self._ids.add(article.id)
            self._acts |= touched([article])

    def __iter__(self) -> Iterator[Path]:
        """Yield the files that changed; when these were read, the others that give or link to an act of theirs."""
        unchanged = set(self.same.values())
        changed = [path for path in self._files if path not in unchanged]
        yield from changed
        for article in sorted(self._near(changed) & self.same.keys()):
            yield self.same.pop(article)

    def _near(self, changed: list[Path]) -> set[str]:
        """Return articles that what was read hangs together with, now or as it was loaded."""
        if not self._store or not self._ids:
            return set()
        before = [self._records[path].id for path in changed if path in self._records]
        acts = self._acts.union(*recorded_acts(self._store, before).values())
        return read_near(self._store, acts, before) | self._ids
