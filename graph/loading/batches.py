"""Loads any number of articles: those that hang together in one transaction, many in several, memory kept small."""

from __future__ import annotations

import json
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from communique.closing import Closing
from communique.graph.groups import Groups
from communique.graph.loaded import list_loaded
from communique.graph.loading.articles import Outcome, Source, load
from communique.graph.loading.component import recorded_acts, touched
from communique.graph.store import Store
from communique.schemas.vocabulary import Vocabulary

BATCH = 200  # so many articles are one transaction; more only where they all hang together


class Spool(Closing):
    """Articles that were read, kept in a file until they are loaded; what they touch is remembered."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()
        self._places: dict[str, int] = {}
        self._groups = Groups[str]()
        self._holder: dict[str, str] = {}
        self._added: dict[str, dict[str, Any]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, source: Source) -> None:
        """Put an article in."""
        article = source.article.id
        self._places[article] = self._file.tell()
        pickle.dump(source, self._file, pickle.HIGHEST_PROTOCOL)
        self._groups.add(article)
        self.hold(article, touched([source.article]))
        if source.added:
            self._added.setdefault(json.dumps(source.added, sort_keys=True), source.added)

    def hold(self, article: str, acts: Iterable[str]) -> None:
        """Keep an article together with all others that hold one of these acts."""
        for act in acts:
            self._groups.join(self._holder.setdefault(act, article), article)

    @property
    def ids(self) -> list[str]:
        """Return the articles' ids, in the order in which they were put in."""
        return [*self._places]

    @property
    def added(self) -> list[dict[str, Any]]:
        """Return the vocabulary that articles added, each set once."""
        return [*self._added.values()]

    def batches(self, most: int = BATCH) -> Iterator[list[Source]]:
        """Yield the articles in batches; those that share acts, or link to each other's, come together."""
        batch: list[str] = []
        for group in self._groups.all():
            if batch and len(batch) + len(group) > most:
                yield self._read(batch)
                batch = []
            batch += group
        if batch:
            yield self._read(batch)

    def _read(self, articles: list[str]) -> list[Source]:
        sources = []
        for article in articles:
            self._file.seek(self._places[article])
            sources.append(pickle.load(self._file))
        return sources


def load_spooled(
    store: Store,
    spool: Spool,
    vocabulary: Vocabulary,
    *,
    same: Iterable[str] = (),
    prune: bool = False,
    dry_run: bool = False,
    most: int = BATCH,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Load what was spooled, as `load` does; where it is killed, whole batches are in, and the same again goes on.

    An act may have moved from one article to another: what an article brought before counts for what hangs together.
    `same` are loaded articles that stay as they are.
    """
    if len(spool) > most:
        for article, acts in recorded_acts(store, spool.ids).items():
            spool.hold(article, acts)
    leaving = {row.id for row in list_loaded(store)} - {*spool.ids, *same} if prune else set()
    total, done = Outcome(same=sorted(same)), 0
    for sources in spool.batches(most) if len(spool) else [[]]:
        outcome = load(store, sources, vocabulary, remove=leaving, dry_run=dry_run, flush=False, progress=progress)
        leaving = set()
        total.include(outcome)
        done += len(sources)
        if progress and done < len(spool):
            progress(f"{done} of {len(spool)} articles")
    if not dry_run:
        store.flush()
    return total
