"""The group `export`: the graph in forms that other programs read."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.importing import Rejects, report
from communique.cli.options import StoreOption, reading_store
from communique.cli.output import note

EventsOption = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Also the events of such a file, which are in no graph yet.")
]
app = typer.Typer(help="Write the graph for other programs.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def group() -> None:
    """Write the graph for other programs.

    Example: kg export neo4j-admin bulk/
    """


@app.command(name="neo4j-admin")
def neo4j_admin(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for the files.")],
    store: StoreOption = None,
    icews: EventsOption = None,
    gdelt: EventsOption = None,
    polecat: EventsOption = None,
) -> None:
    """Write CSV files for neo4j-admin, the fastest way into Neo4j.

    Everything of the graph is written: typed headers, parts, import.sh with the command for Neo4j 5.26, and
    constraints.cypher to run after it. Events of --icews, --gdelt and --polecat go straight from their file; a graph is
    then not needed.

    Example: kg export neo4j-admin bulk/ --icews events.tsv.gz && kg server import bulk/
    """
    from communique.errors import StoreError
    from communique.graph.export.neo4j_admin import AdminExport
    from communique.loaders.events import EventReader, read_events
    from communique.schemas.vocabulary import read_vocabulary

    with ExitStack() as stack:
        graph = None
        try:
            graph = stack.enter_context(reading_store(store))
        except StoreError:
            if store or not (icews or gdelt or polecat):
                raise
        export = AdminExport(folder)
        if graph:
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
