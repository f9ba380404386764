"""Commands on what is in the graph: status, find, show."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import faint, print_json, strong
from communique.cli.output import show as as_text
from communique.errors import UsageError


def status(store: StoreOption = None, json: JsonOption = False) -> None:
    """Tell what is loaded, and what changed since.

    Lists each article with its file, and what your own vocabulary changes of the shipped one.

    Example: kg status
    """
    from communique.graph.loaded import list_imports, list_loaded
    from communique.loaders.articles import vocabulary_files
    from communique.schemas.vocabulary import read_vocabulary

    with reading_store(store) as graph:
        loaded = list_loaded(graph)
        imports = [{k: v for k, v in asdict(record).items() if k != "digest"} for record in list_imports(graph)]
        address = graph.address
    rows = [{"article": row.id, "facts": row.reports, "file": row.path, "state": _state(row)} for row in loaded]
    vocabulary = read_vocabulary(vocabulary_files(Path.cwd()))
    if json:
        print_json({"store": address, "articles": rows, "imports": imports, "overrides": vocabulary.overrides})
        return
    print(f"store: {address}")
    for row in rows:
        print(f"{strong(str(row['article']))}  {row['facts']} facts  {row['state']}  {faint(str(row['file']))}")
    print(f"{len(rows)} article{'s' if len(rows) != 1 else ''}, {sum(int(str(r['facts'])) for r in rows)} facts")
    for record in imports:
        state = "complete" if record["complete"] else "NOT COMPLETE (run its kg import again)"
        print(f"{strong(str(record['id']))}  {record['rows']:,} rows, {record['rejected']:,} rejected  {state}")
    for line in vocabulary.overrides:
        print(f"overrides: {line}")


def _state(row: Any) -> str:
    from communique.loaders.fingerprint import file_digest

    path = Path(row.path)
    if not row.complete:
        return "INCOMPLETE (load it again)"
    if not path.is_file():
        return "the file is gone"
    return "up to date" if file_digest(path) == row.sha256 else "changed since (kg load it again)"


def find(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="Any name, alias, or part of one.")],
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Find actors, places, kinds ... by any name.

    Looks through actors, offices, places, topics and act kinds, all their names and parts of them.

    Example: kg find Dokdo ; kg find Russian foreign minister
    """
    from communique.loaders.articles import vocabulary_files
    from communique.queries.finding import find_entries
    from communique.schemas.vocabulary import read_vocabulary

    vocabulary = read_vocabulary(vocabulary_files(Path.cwd()))
    words = " ".join(name)
    rows = find_entries(words, vocabulary)
    if json:
        print_json(rows)
    for row in [] if json else rows:
        aliases = f"  {faint('also ' + ', '.join(row['aliases']))}" if row["aliases"] else ""
        print(f"{row['sort']:8} {strong(row['id'])}  {row['name']}{aliases}")
    if not rows:
        raise UsageError(f"nothing is called {words!r} (add it to vocabulary.yaml)")


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of a fact, actor, place, topic or article.")],
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Show one fact with everything about it.

    Who, to whom, when, where, according to whom, with which figures, and what it is linked to.

    Example: kg show wang-criticizes-us
    """
    from communique.queries.showing import describe_node, near_ids

    with reading_store(store) as graph:
        described = describe_node(graph, id)
        if described is None:
            near = near_ids(graph, id)
            hint = f"did you mean {near[0]!r}?" if near else "kg find NAME looks names up"
            raise UsageError(f"nothing in the graph has the id {id!r} ({hint})")
    if json:
        print_json(described)
        return
    print(f"{strong(described['name'])}  {faint('/'.join(described['labels']))}")
    for key, value in described["properties"].items():
        print(f"  {key}: {as_text(value)}")
    for heading, lines in described["sections"].items():
        print(strong(heading))
        for line in lines:
            print(f"  {line}")


COMMANDS = (status, find, show)
