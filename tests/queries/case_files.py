"""Reads ``cases/*.yaml``: given articles, queries asked of them, and the rows expected.

A file is a list of cases. `given` maps the id of each article to its paragraphs; headline, publisher and date
are filled in where they are left out; `events`, where there are any, lists coded events as research has those of
ICEWS, with bars between the columns. `asked` lists queries (`run`), their parameters (`with`) and the rows
(`expect`), in order: a row names the columns that the case is about. All values are compared as text, dates as
ISO, an empty value as nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from communique.queries.catalogue import Query, catalogue

CASES = Path(__file__).parent / "cases"
HEAD = {"headline": "H", "publisher": "japan-news", "published": "2020-12-25"}


@dataclass(frozen=True)
class Asked:
    """A query with its parameters, and the rows expected."""

    run: str
    values: dict[str, Any]
    expect: list[dict[str, Any]]


@dataclass(frozen=True)
class Case:
    """Articles as text by id, lines of coded events, and what is asked of them."""

    name: str
    given: dict[str, str]
    events: list[bytes]
    asked: list[Asked]


@cache
def read_cases(folder: Path = CASES) -> list[Case]:
    """Return the cases of every file, in order; they are read once."""
    return [
        Case(
            f"{path.stem}: {case['case']}",
            _articles(case["given"]),
            ["\t".join(part.strip() for part in line.split("|")).encode() for line in case.get("events", ())],
            [_asked(a) for a in case["asked"]],
        )
        for path in sorted(folder.glob("*.yaml"))
        for case in yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    ]


def _articles(given: dict[str, Any]) -> dict[str, str]:
    return {
        name: yaml.dump(
            {"article": name, **HEAD, **article}, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True
        )
        for name, article in given.items()
    }


def _asked(asked: dict[str, Any]) -> Asked:
    query = catalogue()[asked["run"]]
    return Asked(query.name, parameter_values(query, asked.get("with") or {}), asked["expect"] or [])


def parameter_values(query: Query, texts: dict[str, str]) -> dict[str, Any]:
    """Return parameters as `run` takes them: dates as dates, integers as integers."""
    kinds = {p.name: p.type for p in query.parameters}
    read: dict[str, Callable[[str], Any]] = {"date": date.fromisoformat, "integer": int}
    return {name: read.get(kinds[name], str)(text) for name, text in texts.items()}


def as_text(value: Any) -> Any:
    """Return a value as a case file writes it."""
    if isinstance(value, list):
        return [as_text(v) for v in value]
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
