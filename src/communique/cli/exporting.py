"""The group `export`: the graph in forms that other programs read."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.importing import Rejects, report
from communique.cli.options import StoreOption, reading_store
from communique.cli.output import note

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
    icews: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Also these ICEWS events, which are in no graph yet."),
    ] = None,
) -> None:
    """Write CSV files for neo4j-admin, the fastest way into Neo4j.

    Everything of the graph is written: typed headers, parts, import.sh with the command for Neo4j 5.26, and
    constraints.cypher to run after it. With --icews, events go straight from their file; a graph is then not needed.

    Example: kg export neo4j-admin bulk/ --icews events.tsv.gz && kg server import bulk/
    """
    from communique.errors import StoreError
    from communique.graph.export.neo4j_admin import AdminExport
    from communique.loaders.event_files import read_events
    from communique.loaders.icews import DATASET, IcewsReader
    from communique.schemas.vocabulary import read_vocabulary

    with ExitStack() as stack:
        graph = None
        try:
            graph = stack.enter_context(reading_store(store))
        except StoreError:
            if store or not icews:
                raise
        export = AdminExport(folder)
        if graph:
            export.add_store(graph)
        vocabulary = read_vocabulary()
        for path in icews or []:
            reader = IcewsReader(vocabulary)
            with Rejects(path.with_name(f"{path.name}.rejected.tsv"), 0.1) as rejected:
                name = f"{DATASET}/{path.name}"
                done = export.add_events(name, read_events(path, reader.read), vocabulary, rejected.add)
            report(path, done, rejected, "written")
        written = export.close()
    print(f"{written.nodes:,} nodes, {written.relationships:,} relationships in {written.folder}")
    note(f"next: kg server import {folder}, or {folder}/import.sh where neo4j-admin is (the server stopped)")
