"""The command page: one self-contained HTML file to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import StoreOption, reading_store
from communique.cli.output import note, writing
from communique.errors import UsageError
from communique.queries.selection import EVERY_STATUS, Asked

MANY = 2000  # acts up to which a page is quick to use


def page(
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")],
    asked: Asked,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its heading; else what was selected.")] = None,
    store: StoreOption = None,
) -> None:
    """Write a page to look at: the network of actors, the timeline, and the facts with their evidence.

    One HTML file that asks nothing of any network and opens in any browser: what is chosen in one
    part is shown in the others, and everything can be filtered. Acts of every status are taken where
    --status is left out. Needs the extra `page`.

    Example: kg page --out case.html --actor China --actor Japan --between --since 2020
    """
    from communique.queries.networks import selected
    from communique.queries.page import make_page
    from communique.queries.selection import read_selection

    with reading_store(store) as graph:
        wanted: Asked = {"status": EVERY_STATUS, **asked}
        rows = selected(graph, read_selection(graph, **wanted))
        acts = sum(label == "Act" for label, _ in rows.nodes)
        if not acts:
            raise UsageError("no act fits (leave an option out; kg status tells what is loaded)")
        text = make_page(graph, rows, title or _heading(asked))
    with writing(out):
        out.write_text(text, "utf-8")
    print(f"{out}: {acts:,} act{'' if acts == 1 else 's'}")
    if acts > MANY:
        note(f"more than {MANY:,} acts make a page slow: narrow it down")


def _heading(asked: Asked) -> str:
    """Return what was asked for, in a line."""
    since, until = asked.get("since"), asked.get("until")
    parts = [
        asked.get("question", ""),
        asked.get("query", ""),
        " and ".join(asked.get("actors", ())),
        ", ".join(asked.get("kinds", ())),
        f"from {since}" if since else "",
        f"to {until}" if until else "",
    ]
    return ", ".join(part for part in parts if part) or "All acts"
