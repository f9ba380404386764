"""The command timeline: acts in order of time, certain days apart from possible ones, as text, JSON or a picture."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import (
    JsonOption,
    KindOption,
    SinceOption,
    StoreOption,
    SvgOption,
    UntilOption,
    reading_store,
)
from communique.cli.output import faint, note, print_json, strong, write_text

if TYPE_CHECKING:
    from communique.queries.timeline import Entry


def timeline(
    actor: Annotated[str, typer.Argument(metavar="A", help="An actor, by any name.")],
    other: Annotated[str | None, typer.Argument(metavar="B", help="Only what passed between A and B.")] = None,
    store: StoreOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    known_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what articles published by its end report, as they do.")
    ] = None,
    kind: KindOption = None,
    limit: Annotated[int, typer.Option(help="Acts at most, the first of them.")] = 500,
    svg: SvgOption = None,
    json: JsonOption = False,
) -> None:
    """Tell what an actor did and said, or what passed between two, in order of time.

    Days that are certain stand apart from those that are only possible (undated,
    a month or a year, uncertain, an interval).

    Example: kg timeline "Wang Yi" Lavrov ; kg timeline China Russia --known-by 2020-12-22 --svg china-russia.svg
    """
    from communique.queries.asking import lexicon_of
    from communique.queries.timeline import read_timeline
    from communique.queries.values import actor_name, read_actor_id, read_options

    with reading_store(store) as graph:
        lexicon = lexicon_of(graph)
        parties = [read_actor_id(graph, text, lexicon) for text in (actor, other) if text]
        values = read_options(lexicon, kind=kind, since=since, until=until, known_by=known_by)
        entries = read_timeline(graph, *parties, **values, limit=limit)
        names = [actor_name(graph, party) for party in parties]
    if len(entries) >= limit:
        note(f"cut at {limit} acts: there may be more (narrow it down, or give a higher --limit)")
    heading = " and ".join(names) + (f", as known by {values['known_by']}" if known_by else "")
    if svg:
        from communique.queries.timeline_picture import draw_timeline

        window = values.get("since"), values.get("until")
        write_text(svg, draw_timeline(entries, heading, window))
    if json:
        for entry in entries:
            print_json(asdict(entry))
        return
    _print(heading, entries)


def _print(heading: str, entries: list[Entry]) -> None:
    print(strong(heading))
    if not entries:
        print("(nothing)")
    for title, certain in (("certain days", True), ("possible days", False)):
        chosen = [entry for entry in entries if entry.certain is certain]
        if chosen:
            print(f"\n{strong(title)}")
        for entry in chosen:
            mark = "".join(f" [{word}]" for word in (entry.mark, "" if entry.known else "possibly known") if word)
            date = f" ({entry.written})" if entry.written not in ("", entry.span) else ""
            date += f" (another source says {', '.join(entry.otherwise)})" if entry.otherwise else ""
            print(f"  {strong(entry.span)}{date}  {entry.kind}: {entry.summary}{mark}")
            print(faint(f"    {entry.parties}; {', '.join(entry.articles)}"))


COMMANDS = (timeline,)
