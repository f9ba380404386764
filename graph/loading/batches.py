"""Loads any number of articles: those that hang together in one transaction, many in several, memory kept small."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

from communique.graph.groups import Groups
from communique.graph.loaded import list_loaded
from communique.graph.loading.articles import Outcome, Source, load
from communique.graph.loading.component import touched
from communique.graph.store import Store
from communique.schemas.vocabulary import Vocabulary

BATCH = 200  # so many articles are one transaction; more only where they all hang together


class Spool:
    """Articles that were read, kept in a file until they are loaded; what they touch is remembered."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()
        self._places: list[int] = []
        self._groups = Groups[int]()
        self._holder: dict[str, int] = {}
        self.ids: list[str] = []
        self.added: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, source: Source) -> None:
        """Put an article in."""
        self._places.append(self._file.tell())
        pickle.dump(source, self._file, pickle.HIGHEST_PROTOCOL)
        self.ids.append(source.article.id)
        self._groups.add(len(self))
        for act in touched([source.article]):
            self._groups.join(self._holder.setdefault(act, len(self)), len(self))
        if source.added and source.added not in self.added:
            self.added.append(source.added)

    def batches(self, most: int = BATCH) -> Iterator[list[Source]]:
        """Yield the articles in batches; those that share acts, or link to each other's, come together."""
        batch: list[int] = []
        for group in self._groups.all():
            if batch and len(batch) + len(group) > most:
                yield self._read(batch)
                batch = []
            batch += group
        if batch:
            yield self._read(batch)

    def _read(self, numbers: list[int]) -> list[Source]:
        sources = []
        for number in numbers:
            self._file.seek(self._places[number - 1])
            sources.append(pickle.load(self._file))
        return sources


def load_spooled(
    store: Store,
    spool: Spool,
    vocabulary: Vocabulary,
    *,
    prune: bool = False,
    dry_run: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Load what was spooled, as `load` does; where it is killed, whole batches are in, and the same again goes on."""
    leaving = {row.id for row in list_loaded(store)} - set(spool.ids) if prune else set()
    total, done = Outcome(), 0
    for sources in spool.batches():
        outcome = load(store, sources, vocabulary, remove=leaving, dry_run=dry_run, flush=False, progress=progress)
        leaving = set()
        total.include(outcome)
        done += len(sources)
        if progress and done < len(spool):
            progress(f"{done} of {len(spool)} articles")
    if not dry_run:
        store.flush()
    return total
