"""The group `import`: the field's event data sets, row by row into the graph."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
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
RejectsOption = Annotated[
    Path | None, typer.Option(help="Where rows that are no events go (default: FILE.rejected.tsv).", show_default=False)
]
MaxBadOption = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        help="Stop when more than this share of the rows is no event (default: 0.1, from 1,000 rows on).",
        show_default=False,
    ),
]
BatchOption = Annotated[int, typer.Option(min=1, max=50_000, help="Rows in one transaction.")]


@app.callback()
def group() -> None:
    """Import an event data set: rows become acts, coded actors become actors.

    A row is an event, a duplicate or rejected with its reason: none is dropped. Stopped, and started
    again, it goes on where it was; importing again changes nothing.

    Example: kg import icews events.tsv.gz
    """


_ABOUT = {
    "icews": """Import ICEWS events.

    Two forms are known by their columns: the coded events of the Dataverse (20 columns), and the form used in
    research (subject, relation, object, date).

    Example: kg import icews events.tsv.gz --store bolt://localhost:7687
    """,
    "gdelt": """Import GDELT event exports.

    Those of GDELT 1.0 (57 or 58 columns) and 2.0 (61 columns), known by their number of columns.

    Example: kg import gdelt 20150218230000.export.CSV.zip
    """,
    "polecat": """Import POLECAT events.

    The yearly files of the Dataverse, coded by PLOVER's types and modes.

    Example: kg import polecat ngecEvents.DV.2023.txt.zip
    """,
}


def _command(dataset: str) -> Callable[..., None]:
    def run(
        files: FilesArgument,
        store: StoreOption = None,
        rejects: RejectsOption = None,
        max_bad: MaxBadOption = None,
        batch: BatchOption = 10_000,
    ) -> None:
        _import(dataset, files, store, rejects, max_bad, batch)

    run.__doc__ = _ABOUT[dataset]
    return run


for _dataset in _ABOUT:
    app.command(_dataset)(_command(_dataset))


def _import(
    dataset: str, files: list[Path], store: str | None, rejects: Path | None, max_bad: float | None, batch: int
) -> None:
    from communique.graph.loaded import count_untied
    from communique.graph.loading.events import EventImport
    from communique.loaders.events import STDIN, EventReader, read_events
    from communique.schemas.vocabulary import read_vocabulary

    vocabulary = read_vocabulary()
    reader = EventReader(dataset, vocabulary)
    for path in files:
        if path != STDIN and not path.is_file():
            raise UsageError(f"{path}: no such file (give the files of the data set)")
    with writing_store(store) as graph:
        for number, path in enumerate(files):
            with Rejects(path, rejects, max_bad, add=bool(rejects and number)) as rejected:
                work = EventImport(
                    graph,
                    f"{dataset}/{path.name}",
                    vocabulary,
                    rejected.add,
                    rejected.judge,
                    _progress(path),
                    batch,
                    again=path != STDIN,
                )
                done = work.run(lambda path=path: read_events(path, reader.read))  # type: ignore[misc]
            report(path, done, rejected, "loaded")
            if done.rejected == done.rows > 0:
                raise UsageError(f"{path}: no row of it is an event of {dataset} (another data set?)")
        if untied := count_untied(graph):
            print(f"{untied:,} actors are tied to no state or known body: kg query untied-actors lists them")


def _progress(path: Path) -> Callable[[int], None]:
    """Return what shows on a terminal how far it is."""
    begun = time.monotonic()

    def show(rows: int) -> None:
        rate = rows / max(time.monotonic() - begun, 0.001)
        print(f"\r  {path.name}: {rows:,} rows, {rate:,.0f} a second ", end="", file=sys.stderr, flush=True)

    return show if sys.stderr.isatty() else lambda rows: None


class Rejects:
    """Keeps the rows that are no events, each with its place and reason, and stops where they are too many.

    Without a share of their own, files of a thousand rows and more may have one in ten.
    """

    SHARE, LEAST, SAID = 0.1, 1_000, 5

    def __init__(
        self, source: Path, path: Path | None = None, share: float | None = None, *, add: bool = False
    ) -> None:
        self.source = "standard input" if source == Path("-") else str(source)
        beside = Path("stdin.rejected.tsv") if source == Path("-") else source.with_name(f"{source.name}.rejected.tsv")
        self.path, self.number = path or beside, 0
        self._share, self._least = (self.SHARE, self.LEAST) if share is None else (share, 0)
        self._mode = "ab" if add else "wb"
        self._file: IO[bytes] | None = None

    def add(self, row: EventRow) -> None:
        """Keep one row."""
        if self._file is None:
            try:
                self._file = self.path.open(self._mode)
            except OSError as error:
                raise UsageError(f"{self.path}: {error.strerror} (--rejects names another file)") from None
        self.number += 1
        said = f"{self.source}:{row.line}: {row.reason}"
        if self.number <= self.SAID:
            note(said)
        self._file.write(f"{said}\t".encode() + row.raw.rstrip(b"\r\n") + b"\n")

    def judge(self, rows: int) -> None:
        """Stop where too many of so many rows were rejected."""
        if rows >= self._least and self.number > self._share * rows:
            raise UsageError(
                f"{self.source}: {self.number:,} of {rows:,} rows are no events, over the share of {self._share:g} "
                f"(they are in {self.path}; --max-bad allows more)"
            )

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
