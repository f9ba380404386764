"""The commands intensity and network: what many acts come to, as plots, pictures and files for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

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
from communique.cli.output import note, print_json, print_table, strong, write_text


class Period(StrEnum):
    """What acts are counted by."""

    MONTH = "month"
    YEAR = "year"


def intensity(
    actor: Annotated[str, typer.Argument(metavar="A", help="An actor, by any name.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The other actor.")],
    store: StoreOption = None,
    by: Annotated[Period, typer.Option(help="What to count by.")] = Period.MONTH,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    svg: SvgOption = None,
    json: JsonOption = False,
) -> None:
    """Plot how much, and how friendly, it was between two actors.

    For each month or year: acts, the mean Goldstein score, and in the picture
    the PLOVER score and the four quad classes too. Countries count with those
    who act for them.

    Example: kg intensity China Japan --by year --svg china-japan.svg
    """
    from communique.queries.asking import lexicon_of
    from communique.queries.catalogue import catalogue, run
    from communique.queries.intensity_picture import draw_intensity
    from communique.queries.intensity_text import plot_intensity
    from communique.queries.values import actor_name, read_actor_id, read_options

    with reading_store(store) as graph:
        lexicon = lexicon_of(graph)
        values = read_options(lexicon, kind=kind, since=since, until=until)
        pair = [read_actor_id(graph, text, lexicon) for text in (actor, other)]
        asked = {"one": pair[0], "other": pair[1], "period": by.value, **values}
        rows = run(graph, catalogue()["intensity"], asked).rows
        heading = f"{' and '.join(actor_name(graph, party) for party in pair)}, by {by.value}"
        heading = heading[:1].upper() + heading[1:]
    if svg:
        write_text(svg, draw_intensity(rows, heading))
    if json:
        for row in rows:
            print_json(row)
        return
    print(strong(heading))
    for line in plot_intensity(rows) if rows else ["(nothing)"]:
        print(line)


def network(
    store: StoreOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Pairs at most, the most active.")] = 60,
    svg: SvgOption = None,
    graphml: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the network there, for Gephi, yEd or networkx.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show who dealt with whom in a period.

    The pairs are those of `kg query most-active-pairs`; parties count as the
    states for which they act. Partners are counted among these pairs.

    Example: kg network --since 2014 --until 2014 --svg 2014.svg --graphml 2014.graphml
    """
    from communique.queries.asking import lexicon_of
    from communique.queries.catalogue import catalogue, run
    from communique.queries.period_network import graphml_text, parties_of
    from communique.queries.period_picture import draw_network
    from communique.queries.values import read_options

    with reading_store(store) as graph:
        values = read_options(lexicon_of(graph), kind=kind, since=since, until=until)
        rows = run(graph, catalogue()["most-active-pairs"], {**values, "limit": limit}).rows
    span = " to ".join(str(values[end]) for end in ("since", "until") if end in values) or "all years"
    heading = f"Who dealt with whom, {span}" + (f", {values['kind']}" if kind else "")
    if svg:
        write_text(svg, draw_network(rows, heading))
    if graphml:
        write_text(graphml, graphml_text(rows))
    parties = parties_of(rows)
    if json:
        for party in parties:
            print_json(party)
        return
    print(strong(heading))
    print_table(("actor", "acts", "partners", "most_with"), parties)
    if len(rows) >= limit:
        note(f"the {limit} most active pairs (a higher --limit gives more)")


COMMANDS = (intensity, network)
