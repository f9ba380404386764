"""The command page: one self-contained HTML file to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import StoreOption, reading_store
from communique.cli.output import note
from communique.cli.selecting import (
    ActorsOption,
    BetweenOption,
    KindsOption,
    ParametersOption,
    QueryOption,
    QuestionOption,
    SinceOption,
    StatusOption,
    UntilOption,
    selection_of,
)
from communique.errors import UsageError

MANY = 2000  # acts up to which a page is quick to use


def page(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its heading; else what was selected.")] = None,
    actor: ActorsOption = None,
    between: BetweenOption = False,
    kind: KindsOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    status: StatusOption = "all",
    query: QueryOption = None,
    param: ParametersOption = None,
    question: QuestionOption = None,
    store: StoreOption = None,
) -> None:
    """Write a page to look at: the network of actors, the timeline, and the facts with their evidence.

    One HTML file that asks nothing of any network and opens in any browser: what is chosen in one
    part is shown in the others, and everything can be filtered. Needs numpy.

    Example: kg page --out case.html --actor China --actor Japan --between --since 2020
    """
    from communique.queries.networks import selected
    from communique.queries.page import make_page

    with reading_store(store) as graph:
        wanted = selection_of(graph, actor, between, kind, since, until, status, query, param, question)
        rows = selected(graph, wanted)
        acts = sum(label == "Act" for label, _ in rows.nodes)
        if not acts:
            raise UsageError("no act fits (leave an option out; kg status tells what is loaded)")
        said = (question, query, " and ".join(actor or []), ", ".join(kind or []), since and f"from {since}")
        parts = [*said, until and f"to {until}"]
        text = make_page(graph, rows, title or ", ".join(p for p in parts if p) or "All acts")
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise UsageError(
            f"cannot write {out}: {error.strerror} (--out names a file in a folder that is there)"
        ) from None
    print(f"{out}: {acts:,} acts")
    if acts > MANY:
        note(f"more than {MANY:,} acts make a page slow: narrow it down")


COMMANDS = (page,)
