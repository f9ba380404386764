"""The group `import`: the field's event data sets, row by row into the graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from communique.cli.options import StoreOption, writing_store
from communique.cli.output import note, strong
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.graph.loading.events import Imported
    from communique.schemas.coded_events import EventRow

app = typer.Typer(help="Import an event data set.", no_args_is_help=True, rich_markup_mode=None)
FilesArgument = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Plain, .gz or .zip files; - is standard input.")
]


@app.callback()
def group() -> None:
    """Import an event data set: rows become acts, coded actors become actors.

    Example: kg import icews events.tsv.gz
    """


@app.command()
def icews(
    files: FilesArgument,
    store: StoreOption = None,
    rejects: Annotated[
        Path | None, typer.Option(help="Where rows that are no events go (default: FILE.rejected.tsv).")
    ] = None,
    max_bad: Annotated[float, typer.Option(help="Stop when more than this share of the rows is no event.")] = 0.1,
    batch: Annotated[int, typer.Option(min=1, max=50_000, help="Rows in one transaction.")] = 10_000,
) -> None:
    """Import ICEWS events: subject, relation, object, date; one event a line.

    A row is an event, a duplicate or rejected with its reason: none is dropped. Stopped, and started
    again, it goes on where it was; importing again changes nothing.

    Example: kg import icews events.tsv.gz --store bolt://localhost:7687
    """
    from communique.graph.loading.events import EventImport
    from communique.loaders.event_files import read_events
    from communique.loaders.icews import DATASET, IcewsReader
    from communique.schemas.vocabulary import read_vocabulary

    vocabulary = read_vocabulary()
    reader = IcewsReader(vocabulary)
    for path in files:
        if str(path) != "-" and not path.is_file():
            raise UsageError(f"{path}: no such file (give the files of the data set)")
    with writing_store(store) as graph:
        for path in files:
            name = f"{DATASET}/{path.name}"
            with Rejects(rejects or path.with_name(f"{path.name}.rejected.tsv"), max_bad) as rejected:
                work = EventImport(graph, name, vocabulary, rejected.add, rejected.count(path), batch)
                done = work.run(lambda path=path: read_events(path, reader.read))  # type: ignore[misc]
            report(path, done, rejected, "loaded")


class Rejects:
    """Keeps the rows that are no events, each with its number and reason, and stops where they are too many."""

    LEAST = 1_000  # rows before the share says anything

    def __init__(self, path: Path, share: float) -> None:
        self.path, self.share, self.number = path, share, 0
        self._file: IO[bytes] | None = None

    def add(self, row: EventRow) -> None:
        """Keep one row."""
        if self._file is None:
            self._file = self.path.open("wb")
        self.number += 1
        if self.number <= 5:
            note(f"row {row.number}: {row.reason}")
        self._file.write(f"{row.number}\t{row.reason}\t".encode() + row.line.rstrip(b"\r\n") + b"\n")
        if row.number >= self.LEAST and self.number > self.share * row.number:
            raise UsageError(
                f"{self.number} of {row.number} rows are no events (see {self.path}; --max-bad allows more)"
            )

    def count(self, path: Path):  # type: ignore[no-untyped-def]
        """Return what shows progress on a terminal."""
        return lambda rows: note(f"  {path.name}: {rows:,} rows") if sys.stderr.isatty() else None

    def __enter__(self) -> Rejects:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()


def report(path: Path, done: Imported, rejected: Rejects, word: str) -> None:
    """Print what became of a file's rows."""
    before = f" + {done.before:,} imported before" if done.before else ""
    print(
        f"{strong(path.name)}: {done.rows:,} rows = {done.loaded:,} {word} + {done.duplicates:,} duplicates "
        f"+ {done.rejected:,} rejected{before}"
    )
    if rejected.number:
        print(f"rejected rows are in {rejected.path}")
