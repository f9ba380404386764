"""Questions that a query of the catalogue answers: "who quotes whom", "what was known about X by D"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from communique.errors import UsageError
from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.items import Item, read_items
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Question
from communique.queries.catalogue import named_query, run
from communique.schemas.names import straighten

# Of a date that is no day, these parameters mean its first day, and all others its last.
_FIRST = ("since", "after")
_MOST = 50
_WHAT = {"actor": ("actor", "demonym"), "kind": ("kind",), "topic": ("topic",), "place": ("place",)}


def catalogue_questions(text: str, lexicon: Lexicon) -> list[Question]:
    """Return the question for a query of the catalogue whose pattern fits, where all its parameters are known."""
    plain = straighten(text).strip().rstrip("?. ").strip()
    for pattern, query, *shown in lexicon.catalogued:
        if not (found := re.fullmatch(pattern, plain, re.IGNORECASE)):
            continue
        given = {name: words for name, words in found.groupdict().items() if words}
        values = [_value(query, names.split("_"), words, lexicon) for names, words in given.items()]
        if all(values):
            if query == "stance-changes" and "after" not in given:
                values.append(next(v for v in values if v.startswith("before=")).replace("before=", "after="))
            return [Question("catalogue", words=(query, *shown), attributes=tuple(values))]
    return []


def _value(query: str, names: list[str], words: str, lexicon: Lexicon) -> str:
    """Return "parameter=value" for what words name, nothing where they name no one thing."""
    items = [i for i in read_items(words, lexicon) if i.type not in ("filler", "possessive")]
    if len(items) != 1:
        return ""
    types = {p.name: p.type for p in named_query(query).parameters}
    for name in names:
        if types[name] == "date":
            if day := _day(items[0], first=name in _FIRST):
                return f"{name}={day}"
        elif ids := items[0].ids(*_WHAT[types[name]]):
            return f"{name}={ids[0]}" if len(ids) == 1 else ""
    return ""


def _day(item: Item, *, first: bool) -> date | None:
    if item.date is None or item.date.date is None:
        return None
    return item.date.date.earliest if first else item.date.date.latest


def add_rows(store: Store, question: Question, found: Found) -> None:
    """Add what a query of the catalogue finds; many rows are cut, and said to be."""
    name, says, facts, without = question.words
    query = named_query(name)
    types = {p.name: p.type for p in query.parameters}
    given: dict[str, Any] = dict(pair.split("=", 1) for pair in question.attributes)
    values = {k: date.fromisoformat(v) if types[k] == "date" else v for k, v in given.items()}
    try:
        rows = run(store, query, values).rows
    except UsageError as error:
        found.why = str(error)
        return
    found.cypher, found.params = query.cypher, values
    if without:
        rows = [row for row in rows if not {*given.values()} & {*row[without]}]
    for row in rows[:_MOST]:
        told = {column: _told(value) for column, value in row.items()}
        ids = row[facts] if isinstance(row[facts], list) else [row[facts]]
        found.add(says.format(**told), "", *(ids[:1] if len(rows) > _MOST // 10 else ids))
    if len(rows) > _MOST:
        found.why = f"the first {_MOST} of {len(rows)}: kg query {name} gives all"
    elif rows:
        found.why = f"kg query {name} tells more"


def _told(value: object) -> str:
    if isinstance(value, list) and not value:
        return "none known"
    if isinstance(value, list):
        return " and ".join(map(str, value))
    return str(value) if value not in (None, "") else "no day"


def read_aloud(question: Question, names: Iterable[tuple[str, str]]) -> str:
    """Return how a question was read: the title of the query, with its parameters."""
    known = dict(names)
    given = (pair.split("=", 1) for pair in question.attributes)
    told = ", ".join(f"{name} {known.get(value, value)}" for name, value in given)
    return f"{named_query(question.words[0]).title}{': ' if told else ''}{told}"
