"""The command link: which coded events may be acts that articles report."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import faint, note, print_json, strong


def link(
    act: Annotated[str, typer.Argument(metavar="[ACT]", help="The id of an act of an article; else all.")] = "",
    days: Annotated[int, typer.Option(min=0, max=31, help="So many days apart they may be.")] = 1,
    limit: Annotated[int, typer.Option(min=1, help="At most so many proposals.")] = 100,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Propose which coded events are acts that articles report.

    An act and an event are proposed where parties, family of kinds and days agree, with these reasons. Nothing is
    joined by it: paste one of the two lines into the article's file, and load it.

    Example: kg link wang-lavrov-call
    """
    from communique.graph.loaded import list_loaded, read_added
    from communique.queries.linking import propose
    from communique.queries.showing import require_id
    from communique.schemas.vocabulary import read_vocabulary

    with reading_store(store) as graph:
        if act:
            require_id(graph, act)
        found = propose(graph, read_vocabulary(added=read_added(graph)), act or None, days)
        files = {row.id: _near(row.path) for row in list_loaded(graph)}
    if json:
        for proposal in found[:limit]:
            print_json({**asdict(proposal), "file": files.get(proposal.article, ""), "reference": proposal.reference})
        return
    for (name, summary, when, article, paragraph), group in groupby(
        found[:limit], key=lambda p: (p.act, p.summary, p.date, p.article, p.paragraph)
    ):
        print(f"{strong(name)}  {summary} ({when})  {faint(f'{files.get(article, article)}, {paragraph}')}")
        for proposal in group:
            print(f"  {proposal.event_summary} ({proposal.event_date}, {proposal.dataset}, row {proposal.row})")
            print(f"    {'; '.join(proposal.reasons)}")
            print(f"    same_as: {proposal.reference}")
            print(f"    not_same_as: {proposal.reference}")
    if len(found) > limit:
        note(f"{limit} of {len(found):,} proposals (--limit gives more)")
    if found:
        note("to decide, paste one of the two lines among the keys of the act in its file, and kg load that file")
    else:
        note("nothing to propose: no act of an article has parties, kinds and days in common with a coded event")


def _near(path: str) -> str:
    """Return a path as it is seen from here, where it lies below."""
    return str(Path(path).relative_to(Path.cwd())) if Path(path).is_relative_to(Path.cwd()) else path


COMMANDS = (link,)
