"""Values that a person gives to a query: names to ids, dates to days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from communique.errors import UsageError
from communique.graph.store import Store
from communique.queries.ask.lexicon import Lexicon
from communique.queries.query_file import Parameter, Query
from communique.schemas.dates import parse_edtf
from communique.schemas.names import normalize

_LAST = ("until", "to", "before", "known-by")
_NAMED = ("actor", "office", "place", "topic", "kind")


def read_values(store: Store, query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that a person gives to a query, names read and dates; those left out are left out.

    Raises
    ------
    UsageError
        For a parameter that the query does not have, and for a value that `read_value` refuses.
    """
    from communique.queries.asking import lexicon_of

    query.check_names(given)
    lexicon = (
        lexicon_of(store) if any(p.type in _NAMED and given.get(p.name) is not None for p in query.parameters) else None
    )
    return {p.name: read_value(p, given[p.name], lexicon) for p in query.parameters if given.get(p.name) is not None}


def read_value(parameter: Parameter, given: Any, lexicon: Lexicon | None) -> Any:
    """Return a parameter's value as the query takes it.

    Accepted: for actors, offices, places, topics and kinds any name or id; for dates a `datetime.date`, or a day, month
    or year as text (the first day of it, for `until` and its like the last); integers also as text.

    Raises
    ------
    UsageError
        For a name that is unknown or means several things, and for a date that is none.
    """
    if parameter.type == "date":
        return _day(parameter, given)
    if parameter.type == "integer" and isinstance(given, str) and given.isdigit():
        return int(given)
    if lexicon is None or parameter.type not in _NAMED:
        return given
    if given in lexicon.sorts.get(parameter.type, ()):
        return given
    ids = list(dict.fromkeys(i for what, i, _ in lexicon.lookup(normalize(given)) if _means(what, parameter.type)))
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise UsageError(f"{parameter.name}: {given!r} means several: {', '.join(ids)} (write one of these ids)")
    near = _nearest(given, parameter.type, lexicon)
    hint = f"did you mean {near!r}?" if near else "kg find NAME looks names up"
    raise UsageError(f"{parameter.name}: no {parameter.type} is called {given!r} ({hint})")


def read_actor_id(store: Store, given: str, lexicon: Lexicon) -> str:
    """Return the id of an actor by any name; also of one that only coded events know, by its id or name there.

    Raises
    ------
    UsageError
        For a name that is unknown or means several actors.
    """
    try:
        return str(read_value(Parameter("actor", "actor", "", True, None, 0), given, lexicon))
    except UsageError as fault:
        known = "MATCH (a:Actor) WHERE a.id = $given OR a.name = $given RETURN a.id AS id ORDER BY id"
        found = store.read(known, {"given": given}).rows
        if len(found) != 1:
            raise UsageError(str(fault).removeprefix("actor: ")) from None
        return str(found[0]["id"])


def read_options(lexicon: Lexicon | None, **given: str | date | None) -> dict[str, Any]:
    """Return the values of options that are called as what they take: a `kind`, else dates; None where not given."""
    sorts = {name: "kind" if name == "kind" else "date" for name in given}
    return {
        name: read_value(Parameter(name.replace("_", "-"), sorts[name], "", False, None, 0), text, lexicon)
        for name, text in given.items()
        if text is not None
    }


def actor_name(store: Store, actor: str) -> str:
    """Return the name of an actor, or its id where the graph does not have it."""
    rows = store.read("MATCH (a:Actor {id: $id}) RETURN a.name AS name", {"id": actor}).rows
    return str(rows[0]["name"]) if rows else actor


def _means(what: str, wanted: str) -> bool:
    return what == wanted or (what == "demonym" and wanted == "actor") or (what == "actor" and wanted == "place")


def _nearest(given: str, wanted: str, lexicon: Lexicon) -> str:
    from difflib import get_close_matches

    known = [form for form, senses in lexicon.senses.items() if any(_means(w, wanted) for w, _, _ in senses)]
    return next(iter(get_close_matches(normalize(given), known, n=1, cutoff=0.7)), "")


def _day(parameter: Parameter, given: str | date) -> date:
    if isinstance(given, date):
        return given
    try:
        value = parse_edtf(given)
    except ValueError as fault:
        raise UsageError(f"{parameter.name}: {fault}") from None
    day = value.latest if parameter.name in _LAST else value.earliest
    if day is None:
        raise UsageError(f"{parameter.name}: {given} has no such end (write a day)")
    return day
