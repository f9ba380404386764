"""The command conflicts: where the sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import faint, note, print_json, strong
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.queries.conflicts import Conflict


def conflicts(
    act: Annotated[str, typer.Argument(metavar="[ACT]", help="The id of an act, place or topic; else all.")] = "",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", help="Only denial, contradiction, number, strength, wording, name or omission; repeatable."
        ),
    ] = None,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """List what sources tell differently, with each one's value and chain of voices.

    Example: kg conflicts --kind denial --kind number
    """
    from communique.queries.conflicts import KINDS, find_conflicts
    from communique.queries.showing import require_id

    for name in kind or []:
        if name not in KINDS:
            raise UsageError(f"--kind {name!r} (one of {', '.join(KINDS)})")
    with reading_store(store) as graph:
        if act:
            require_id(graph, act)
        found = [c for c in find_conflicts(graph, act) if not kind or c.kind in kind]
    if json:
        for conflict in found:
            print_json(conflict.to_json())
        return
    for number, conflict in enumerate(found):
        if number:
            print()
        _print(conflict)
    if not found:
        note("the sources agree" if not kind else "no such disagreement")


def _print(conflict: Conflict) -> None:
    print(strong(f"{conflict.kind}, {conflict.aspect}:") + f" {conflict.summary} ({conflict.thing})")
    for value, tellings in conflict.by_value().items():
        print(f"  {value}")
        for telling in tellings:
            chain = " > ".join(telling.chain) or telling.publisher
            mark = "" if telling.mark in ("reported", "attributed") else f", {telling.mark}"
            print(faint(f"    {chain} ({telling.article} {telling.paragraph}{mark})"))


COMMANDS = (conflicts,)
