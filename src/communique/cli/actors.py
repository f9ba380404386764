"""The command actor: one page about an actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import faint, print_json, strong
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.queries.actor_page import ActorPage


def actor(
    name: Annotated[list[str], typer.Argument(metavar="X", help="An actor, by any name.")],
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Show one page about an actor.

    Names, offices, what it did and said, to and about whom, what others did and said,
    topics and articles; the most frequent first.

    Example: kg actor Wang Yi
    """
    from communique.queries.actor_page import read_actor
    from communique.queries.asking import lexicon_of
    from communique.queries.values import read_actor_id

    with reading_store(store) as graph:
        wanted = read_actor_id(graph, " ".join(name), lexicon_of(graph))
        page = read_actor(graph, wanted)
    if page is None:
        raise UsageError(f"nothing that is loaded names {wanted!r} (kg status lists what is loaded)")
    if json:
        print_json(asdict(page))
    else:
        _print(page)


def _print(page: ActorPage) -> None:
    print(f"{strong(page.name)}  {faint('/'.join([*page.labels, page.id]))}")
    for word, names in (("also", page.aliases), ("part of", [row["name"] for row in page.part_of])):
        if names:
            print(f"  {word}: {', '.join(names)}")
    _section("offices", (f"{row['office']}  {row['held']}{_of(row)}" for row in page.offices))
    _section(f"offices of {page.name}", (f"{r['office']}: {r['holder']}  {r['held']}" for r in page.holders))
    _section("did and said", (f"{row['kind']} {row['acts']:,}{_latest(row)}" for row in page.kinds))
    _section("to and about", [_counts(page.whom, "name")] if page.whom else [])
    _section(
        f"others to, with or about {page.name}",
        (f"{row['kind']} {row['acts']:,}: {_counts(row['who'], 'name')}" for row in page.spoken),
    )
    _section("topics", [_counts(page.topics, "topic")] if page.topics else [])
    _section("articles", [_counts(page.articles, "article")] if page.articles else [])
    _section("coded events", [_counts(page.datasets, "dataset")] if page.datasets else [])


def _section(heading: str, lines: Iterable[str]) -> None:
    """Print a heading with its lines; nothing where there are none."""
    for number, line in enumerate(lines):
        if number == 0:
            print(strong(heading))
        print(f"  {line}")


def _of(row: Mapping[str, Any]) -> str:
    articles = f", given by {', '.join(row['articles'])}" if row["articles"] else ""
    return (f"  of {row['of']}" if row["of"] else "") + articles


def _latest(row: Mapping[str, Any]) -> str:
    return f", the latest from {row['day']} on: {row['latest']}" if row["latest"] else ""


def _counts(rows: Iterable[Mapping[str, Any]], name: str) -> str:
    return ", ".join(f"{row[name]} {row['acts']:,}" for row in rows)


COMMANDS = (actor,)
