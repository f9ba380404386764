"""Imports coded events in batches, each a transaction; what was cut off is taken up again by the same import.

The graph holds a record of each file: how many of its rows are certainly in, and the digest of these, by which the
same file is known again. An event that is there already is never written twice, whichever file brought it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from communique.errors import ConflictError, StoreError
from communique.graph.loaded import ImportRecord, read_import
from communique.graph.loading.event_statements import missing_rows, new_ids, statements
from communique.graph.mapping.events import CodedMapper
from communique.graph.rows import Key, Rows
from communique.graph.store import Statement, Store
from communique.schemas.coded_events import CodedEvent, EventRow
from communique.schemas.vocabulary import Vocabulary

BATCH = 10_000
_ATTEMPTS = 20


@dataclass(slots=True)
class Imported:
    """What became of the rows: ``rows = loaded + duplicates + rejected + before``, the last by an earlier run."""

    rows: int = 0
    loaded: int = 0
    duplicates: int = 0
    rejected: int = 0
    before: int = 0


def _read_ahead(rows: Iterator[EventRow], size: int) -> Iterator[list[EventRow]]:
    """Yield batches of rows; while one is written, the next is read."""
    with ThreadPoolExecutor(1) as reader:
        ahead = reader.submit(lambda: list(islice(rows, size)))
        while batch := ahead.result():
            ahead = reader.submit(lambda: list(islice(rows, size)))
            yield batch


def _recorded(record: ImportRecord) -> Statement:
    parameters = {"id": record.id, "properties": record.node().properties}
    return "MERGE (i:Import {id: $id}) SET i += $properties", parameters


@dataclass(slots=True)
class EventImport:
    """One file on its way into a store.

    Parameters
    ----------
    store
        An open store that was prepared.
    name
        By which the graph knows the file; the data set and the file's name.
    reject
        Told each row that is no event.
    judge
        Told before a batch is written how many rows there were; raises where too many of them were rejected.
    again
        Whether the rows can be read a second time, as those of a file can and those of standard input cannot.
    progress
        Told the number of rows after each batch.
    batch
        How many rows go into one transaction.
    """

    store: Store
    name: str
    vocabulary: Vocabulary
    reject: Callable[[EventRow], None] = lambda row: None
    judge: Callable[[int], None] = lambda rows: None
    progress: Callable[[int], None] = lambda rows: None
    batch: int = BATCH
    again: bool = True
    known: set[Key] = field(default_factory=set)
    mapper: CodedMapper = field(init=False)

    def __post_init__(self) -> None:
        self.mapper = CodedMapper(self.vocabulary)

    def run(self, read: Callable[[], Iterable[EventRow]]) -> Imported:
        """Import the rows that `read` gives from the first on, at each call; return what became of them.

        Raises
        ------
        StoreError
            When the store fails; what was written stays, and running again takes it up.
        """
        record = read_import(self.store, self.name)
        skipped = self._known_again(record, read) if record.rows and self.again else 0
        done = Imported(rows=skipped)
        digest = hashlib.sha256()
        rows = iter(read())
        for row in islice(rows, skipped):
            digest.update(row.raw)
            if row.event is None:
                self.reject(row)
                done.rejected += 1
        done.before = skipped - done.rejected
        certain = ImportRecord(self.name, done.rows, done.rejected, digest.hexdigest())
        if not skipped:
            self.store.write([_recorded(certain)])
        for batch in _read_ahead(rows, self.batch):
            for row in batch:
                digest.update(row.raw)
            self._batch(batch, certain, done)
            certain = ImportRecord(self.name, done.rows, done.rejected, digest.hexdigest())
            self.progress(done.rows)
        ended = ImportRecord(self.name, done.rows, done.rejected, digest.hexdigest(), complete=True)
        if ended != record:
            self.store.write([_recorded(ended)])
            self.store.flush()
        return done

    def _known_again(self, record: ImportRecord, read: Callable[[], Iterable[EventRow]]) -> int:
        """Return how many rows need no look: those recorded, if the file still begins with them."""
        digest, count = hashlib.sha256(), 0
        for row in islice(read(), record.rows):
            digest.update(row.raw)
            count += 1
        return record.rows if count == record.rows and digest.hexdigest() == record.digest else 0

    def _batch(self, batch: list[EventRow], certain: ImportRecord, done: Imported) -> None:
        events: dict[str, CodedEvent] = {}
        rejected = 0
        for row in batch:
            if row.event is None:
                self.reject(row)
                rejected += 1
            else:
                events.setdefault(row.event.id, row.event)
        self.judge(done.rows + len(batch))
        loaded = self._write(events, certain)
        done.rows += len(batch)
        done.rejected += rejected
        done.loaded += loaded
        done.duplicates += len(batch) - rejected - loaded

    def _write(self, events: dict[str, CodedEvent], certain: ImportRecord) -> int:
        """Write the events that are not there yet, until all are; return how many this import wrote.

        Others may write at the same time: an actor may come or go between reading and writing. What is not there
        after a transaction is tried again, and the record speaks of earlier batches only.
        """
        loaded = 0
        for _ in range(_ATTEMPTS):
            fresh = [events[event_id] for event_id in new_ids(self.store, events)]
            if not fresh:
                return loaded
            keys, actors = self._actors(fresh)
            try:
                created = self.store.write([_recorded(certain), *statements(fresh, actors, self.mapper)])
            except ConflictError:
                self.known.clear()
                continue
            written = created - len(actors.nodes)
            loaded += written
            if written == len(fresh):
                self.known |= keys
                return loaded
            self.known.clear()
        raise StoreError(f"{self.store.address}: others wrote the same events {_ATTEMPTS} times over (run it again)")

    def _actors(self, events: list[CodedEvent]) -> tuple[set[Key], Rows]:
        """Return the keys of all that the events need, and rows for what of it is not in the graph yet."""
        needed = Rows()
        for event in events:
            own = {*(actor.id for _, actor in event.parties), *(state for state, _ in self.mapper.sides(event))}
            if any(("Actor", actor) not in self.known for actor in own):
                rows = self.mapper.actor_rows(event)
                needed.nodes |= rows.nodes
                needed.edges |= rows.edges
        return set(needed.nodes), missing_rows(self.store, needed)
