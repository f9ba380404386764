"""Options that say which acts are wanted; the commands that write part of a graph share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.graph.store import Store
    from communique.queries.selection import Selection

ActorsOption = Annotated[
    list[str] | None, typer.Option("--actor", metavar="X", help="Only acts of this actor, by any name; repeatable.")
]
BetweenOption = Annotated[bool, typer.Option("--between", help="Only acts that join two of the actors.")]
KindsOption = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="Only acts of this kind; repeatable.")
]
SinceOption = Annotated[str | None, typer.Option(metavar="DATE", help="From this day, month or year on.")]
UntilOption = Annotated[str | None, typer.Option(metavar="DATE", help="Up to its end.")]
StatusOption = Annotated[
    str | None, typer.Option(metavar="STATUS", help="Only acts of this status: denied, planned ...; all for any.")
]
QueryOption = Annotated[
    str | None, typer.Option("--query", metavar="NAME", help="Only acts in the rows of this query of the catalogue.")
]
ParametersOption = Annotated[
    list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter of the query; repeatable.")
]
QuestionOption = Annotated[
    str | None, typer.Option("--question", metavar="TEXT", help="Only acts on which the answer to this rests.")
]


def selection_of(
    store: Store,
    actors: list[str] | None,
    between: bool,
    kinds: list[str] | None,
    since: str | None,
    until: str | None,
    status: str | None,
    query: str | None,
    parameters: list[str] | None,
    question: str | None,
) -> Selection:
    """Return the selection that the options describe."""
    from communique.queries.selection import read_selection

    given = [text.partition("=") for text in parameters or []]
    for name, sign, _ in given:
        if not sign:
            raise UsageError(f"--param {name!r} (write NAME=VALUE)")
    return read_selection(
        store,
        actors=actors or (),
        between=between,
        kinds=kinds or (),
        since=since,
        until=until,
        status=status or "",
        query=query or "",
        parameters={name: value for name, _, value in given},
        question=question or "",
    )
