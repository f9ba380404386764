"""The group `export`: selected acts, or the whole graph, in forms that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from communique.cli.importing import Rejects, report
from communique.cli.options import StoreOption, reading_store
from communique.cli.output import note, writing
from communique.cli.selecting import with_selection
from communique.errors import NoGraph
from communique.queries.selection import Asked

if TYPE_CHECKING:
    from communique.graph.network import Network
    from communique.graph.rows import Rows

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="Where to write; - is standard output.")]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="A folder for nodes and edges.")]
ViewOption = Annotated[
    str,
    typer.Option(
        metavar="VIEW",
        help="acts: a node an act; actors: an edge an act; sides: the same between the states that parties act for.",
    ),
]
EventsOption = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Also the events of such a file, which are in no graph yet.")
]


def export_app(*, fill: bool) -> typer.Typer:
    """Return the group; its commands are made where `fill` is set."""
    app = typer.Typer(help="Write the graph for other programs.", no_args_is_help=True, rich_markup_mode=None)

    @app.callback()
    def group() -> None:
        """Write the graph for other programs.

        Example: kg export graphml russia.graphml --actor Russia --since 2020
        """

    for command in COMMANDS if fill else ():
        app.command(name=command.__name__.rstrip("_").replace("_", "-"))(with_selection(command))
    return app


def graphml(file: FileArgument, asked: Asked, view: ViewOption = "acts", store: StoreOption = None) -> None:
    """Write GraphML (Gephi, yEd, igraph, networkx).

    Example: kg export graphml russia.graphml --view actors --actor Russia
    """
    from communique.graph.export.networks import write_graphml

    _network(file, asked, view, store, write_graphml)


def gexf(file: FileArgument, asked: Asked, view: ViewOption = "acts", store: StoreOption = None) -> None:
    """Write GEXF for Gephi, with names as labels and days for its timeline.

    Example: kg export gexf 2020.gexf --view sides --since 2020 --until 2020
    """
    from communique.graph.export.networks import write_gexf

    _network(file, asked, view, store, write_gexf)


def json_(file: FileArgument, asked: Asked, view: ViewOption = "acts", store: StoreOption = None) -> None:
    """Write node-link JSON (networkx, d3).

    Example: kg export json denials.json --query denials
    """
    from communique.graph.export.networks import write_json

    _network(file, asked, view, store, write_json)


def csv(folder: FolderArgument, asked: Asked, view: ViewOption = "acts", store: StoreOption = None) -> None:
    """Write nodes.csv and edges.csv.

    Example: kg export csv tables/ --view actors --kind criticize
    """
    from communique.graph.export.tables import write_csv

    _tables(folder, asked, view, store, write_csv)


def parquet(folder: FolderArgument, asked: Asked, view: ViewOption = "acts", store: StoreOption = None) -> None:
    """Write nodes.parquet and edges.parquet (DuckDB, Spark, pandas).

    Example: kg export parquet tables/ --view sides
    """
    from communique.graph.export.tables import write_parquet

    _tables(folder, asked, view, store, write_parquet)


def plover(file: FileArgument, asked: Asked, store: StoreOption = None) -> None:
    """Write acts as PLOVER events, a JSON object a line.

    Example: kg export plover events.jsonl --actor China --actor Russia --between
    """
    from communique.graph.export.plover import write_plover

    _facts(file, asked, store, write_plover)


def followthemoney(file: FileArgument, asked: Asked, store: StoreOption = None) -> None:
    """Write FollowTheMoney entities, a JSON object a line (ftm, OpenAleph).

    Example: kg export followthemoney entities.jsonl --question "Who met whom?"
    """
    from communique.graph.export.followthemoney import write_followthemoney

    _facts(file, asked, store, write_followthemoney)


def neo4j_admin(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for the files.")],
    asked: Asked,
    store: StoreOption = None,
    icews: EventsOption = None,
    gdelt: EventsOption = None,
    polecat: EventsOption = None,
) -> None:
    """Write CSV files for neo4j-admin, the fastest way into Neo4j.

    Everything of the graph is written, or what is selected: typed headers, parts, import.sh with the command for Neo4j
    5.26, and constraints.cypher to run after it. Events of --icews, --gdelt and --polecat go straight from their file;
    a graph is then not needed.

    Example: kg export neo4j-admin bulk/ --icews events.tsv.gz && kg server import bulk/
    """
    from communique.graph.export.neo4j_admin import AdminExport
    from communique.loaders.events import EventReader, read_events
    from communique.queries.networks import selected
    from communique.queries.selection import read_selection
    from communique.schemas.vocabulary import read_vocabulary

    with ExitStack() as stack:
        graph = None
        try:
            graph = stack.enter_context(reading_store(store))
        except NoGraph:
            if store or asked or not (icews or gdelt or polecat):
                raise
        export = AdminExport(folder)
        if graph and asked:
            export.add_rows(selected(graph, read_selection(graph, **asked), words=True))
        elif graph:
            export.add_store(graph)
        vocabulary = read_vocabulary()
        for dataset, files in {"icews": icews, "gdelt": gdelt, "polecat": polecat}.items():
            for path in files or []:
                with Rejects(path) as rejected:
                    rows = read_events(path, EventReader(dataset, vocabulary).read)
                    name = f"{dataset}/{path.name}"
                    done = export.add_events(name, rows, vocabulary, rejected.add, rejected.judge)
                report(path, done, rejected, "written")
        written = export.close()
    print(f"{written.nodes:,} nodes, {written.relationships:,} relationships in {written.folder}")
    note(f"next: kg server import {folder}, or {folder}/import.sh where neo4j-admin is (the server stopped)")


def _selected(asked: Asked, store: str | None) -> Rows:
    from communique.queries.networks import selected
    from communique.queries.selection import read_selection

    with reading_store(store) as graph:
        rows = selected(graph, read_selection(graph, **asked))
    acts = sum(label == "Act" for label, _ in rows.nodes)
    note(
        f"{acts:,} act{'s' if acts > 1 else ''}"
        if acts
        else "no act fits: leave a condition out, or see `kg status` for what is loaded"
    )
    return rows


def _network(
    file: Path, asked: Asked, view: str, store: str | None, write: Callable[[Network, BinaryIO], None]
) -> None:
    from communique.graph.network import network_of

    network = network_of(_selected(asked, store), view)
    with _opened(file) as out:
        write(network, out)


def _tables(
    folder: Path, asked: Asked, view: str, store: str | None, write: Callable[[Network, str, Path], None]
) -> None:
    from communique.graph.network import network_of

    network = network_of(_selected(asked, store), view)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write(network, view, folder)


def _facts(file: Path, asked: Asked, store: str | None, write: Callable[[Rows, BinaryIO], None]) -> None:
    rows = _selected(asked, store)
    with _opened(file) as out:
        write(rows, out)


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    if str(file) == "-":
        yield sys.stdout.buffer
        return
    with writing(file), file.open("wb") as out:
        yield out


COMMANDS: tuple[Any, ...] = (graphml, gexf, json_, csv, parquet, plover, followthemoney, neo4j_admin)
