"""The options by which acts are selected, the same for every command that takes some of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from communique.errors import UsageError
from communique.queries.selection import Asked

_MANY = list[str] | None
_ONE = str | None
_OPTIONS: dict[str, tuple[Any, str, str, str]] = {
    "actors": (_MANY, "--actor", "ACTOR", "Only acts in which one of these takes part (any name); repeatable."),
    "between": (bool, "--between", "", "Only acts that join two of the actors."),
    "kinds": (_MANY, "--kind", "KIND", "Only acts of these kinds, or of finer ones; repeatable."),
    "since": (_ONE, "--since", "DATE", "Only acts that possibly lie after the start of this day, month or year."),
    "until": (_ONE, "--until", "DATE", "Only acts that possibly lie before its end."),
    "status": (
        _ONE,
        "--status",
        "STATUS",
        "denied, planned ..., or all; else what holds (all with a query or question).",
    ),
    "query": (_ONE, "--query", "NAME", "Only acts in the rows of this query of the catalogue."),
    "parameters": (_MANY, "--param", "NAME=VALUE", "A parameter of the query; repeatable."),
    "question": (_ONE, "--question", "TEXT", "Only acts on which the answer to this question rests."),
}


def with_selection(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with these options, which come to it as one argument `asked`."""

    def selecting(**given: Any) -> None:
        command(**{k: v for k, v in given.items() if k not in _OPTIONS}, asked=_asked(given))

    own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "asked"]
    options = [_option(name) for name in _OPTIONS]
    order = sorted([*own, *options], key=lambda p: p.default is not inspect.Parameter.empty)
    selecting.__signature__ = inspect.Signature(order)  # type: ignore[attr-defined]
    selecting.__annotations__ = {p.name: p.annotation for p in order}
    selecting.__doc__ = command.__doc__
    return selecting


def _option(name: str) -> inspect.Parameter:
    sort, flag, metavar, about = _OPTIONS[name]
    annotation: Any = Annotated[sort, typer.Option(flag, metavar=metavar or None, help=about, show_default=False)]
    default = False if sort is bool else None
    return inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=annotation)


def _asked(given: dict[str, Any]) -> Asked:
    asked: Any = {name: given[name] for name in _OPTIONS if given[name]}
    if pairs := asked.get("parameters"):
        asked["parameters"] = dict(_parameter(pair) for pair in pairs)
    return asked  # type: ignore[no-any-return]


def _parameter(pair: str) -> tuple[str, str]:
    name, sign, value = pair.partition("=")
    if not name or not sign:
        raise UsageError(f"--param {pair}: write --param name=value")
    return name, value
