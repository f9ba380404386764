"""Which acts are wanted: by actors, period, kinds and status, by the rows of a query, or by a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from communique.errors import UsageError
from communique.graph.store import Store

EVERY_STATUS = "all"
_ROLES = "BY|TO|TOWARD|AFFECTS|SIDE"
_CONDITIONS = """\
WHERE (size($kinds) = 0 OR any(kind IN $kinds WHERE kind IN act.kinds))
  AND ($since IS NULL OR act.latest IS NULL OR act.latest >= $since)
  AND ($until IS NULL OR act.earliest IS NULL OR act.earliest <= $until)
  AND ($status = 'all' OR act.status = $status OR ($status = '' AND act.holds))
RETURN DISTINCT act.id AS act, act.earliest AS earliest, act.latest AS latest"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions on acts, which must all be met; one that is left out does not restrict.

    `actors` and `kinds` are ids: an act has one of the actors as a party (a state also where somebody acts for it), or
    `between` two of them; a kind stands for its finer kinds. `since` and `until` are inclusive days; acts that possibly
    lie between them are taken. `status` is one that `kg query` knows, or ``all``; empty: what holds. `facts` are ids of
    acts and details: only these, or the acts of these.
    """

    actors: tuple[str, ...] = ()
    between: bool = False
    kinds: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    status: str = ""
    facts: tuple[str, ...] | None = None


class Asked(TypedDict, total=False):
    """How a person describes a selection; `communique.to_networkx` says what each condition means."""

    actors: Iterable[str]
    between: bool
    kinds: Iterable[str]
    since: date | str | None
    until: date | str | None
    status: str
    query: str
    parameters: Mapping[str, Any] | None
    question: str


def read_selection(store: Store, **asked: Unpack[Asked]) -> Selection:
    """Return the selection that a person describes: any names, partial dates, a query or a question.

    `query` names one of the catalogue, `parameters` are its; of its rows every id of an act or detail counts, and of a
    question the facts on which its answer rests. These say themselves what status they want: `status` is ``all`` then
    where it is left out.

    Raises
    ------
    UsageError
        For a name, date, query or parameter that is not right, and for a question without an answer.
    """
    from communique.queries.asking import lexicon_of
    from communique.queries.values import read_actor_id, read_options

    actors, kinds = asked.get("actors", ()), asked.get("kinds", ())
    lexicon = lexicon_of(store) if actors or kinds else None
    days = read_options(lexicon, since=asked.get("since"), until=asked.get("until"))
    facts = _facts(store, asked)
    return Selection(
        tuple(dict.fromkeys(read_actor_id(store, actor, lexicon) for actor in actors)) if lexicon else (),
        asked.get("between", False),
        tuple(dict.fromkeys(read_options(lexicon, kind=kind)["kind"] for kind in kinds)),
        days.get("since"),
        days.get("until"),
        asked.get("status") or ("" if facts is None else EVERY_STATUS),
        None if facts is None else tuple(sorted(facts)),
    )


def _facts(store: Store, asked: Asked) -> set[str] | None:
    """Return the facts that a query and a question name; None without either."""
    by_query = _facts_of_query(store, asked.get("query", ""), asked.get("parameters") or {})
    by_question = _facts_of_question(store, asked.get("question", ""))
    if by_query is None or by_question is None:
        return by_question if by_query is None else by_query
    return by_query & by_question


def select_acts(store: Store, selection: Selection) -> list[str]:
    """Return the ids of the acts that a selection takes, in order of time, then by id; undated ones last."""
    values = {
        "kinds": list(selection.kinds),
        "since": selection.since,
        "until": selection.until,
        "status": selection.status,
    }
    among = None if selection.facts is None else _acts_among(store, selection.facts)
    if selection.actors:
        found = _with_parties(store, selection, values)
        return [act for act in found if among is None or act in among]
    if among is None:
        start = "MATCH (act:Act)\n"
    else:
        start, values["acts"] = "UNWIND $acts AS id MATCH (act:Act {id: id})\nWITH act\n", sorted(among)
    rows = store.read(f"{start}{_CONDITIONS} ORDER BY earliest, latest, act", values).rows
    return [row["act"] for row in rows]


def _with_parties(store: Store, selection: Selection, values: Mapping[str, Any]) -> Iterator[str]:
    """Yield acts that have one of the actors as a party; with `between`, two of them as two parties."""
    cypher = (
        f"UNWIND $actors AS actor MATCH (:Actor {{id: actor}})<-[role:{_ROLES}]-(act:Act)\n"
        f"WITH actor, role, act\n{_CONDITIONS}, actor, coalesce(role.party, actor) AS party "
        "ORDER BY earliest, latest, act"
    )
    actors: dict[str, set[str]] = {}
    parties: dict[str, set[str]] = {}
    for row in store.read(cypher, {**values, "actors": list(selection.actors)}).rows:
        actors.setdefault(row["act"], set()).add(row["actor"])
        parties.setdefault(row["act"], set()).add(row["party"])
    for act in actors:
        if not selection.between or (len(actors[act]) > 1 and len(parties[act]) > 1):
            yield act


def _acts_among(store: Store, facts: Iterable[str]) -> set[str]:
    """Return the acts among some ids, and those of which one is a detail."""
    texts = ("MATCH (act:Act {id: id})", "MATCH (:Detail {id: id})-[:OF]->(act:Act)")
    ids = {"ids": list(facts)}
    found = (store.read(f"UNWIND $ids AS id {text} RETURN act.id AS act", ids).rows for text in texts)
    return {row["act"] for rows in found for row in rows}


def _facts_of_query(store: Store, name: str, parameters: Mapping[str, Any]) -> set[str] | None:
    """Return every id in the rows of a query, also those of other things; None without a query."""
    from communique.queries.catalogue import named_query, run
    from communique.queries.values import read_values

    if not name:
        if parameters:
            raise UsageError(f"parameters without a query: {', '.join(parameters)} (name the query, too)")
        return None
    query = named_query(name)
    values = read_values(store, query, parameters)
    if any(p.name == "limit" for p in query.parameters):
        values.setdefault("limit", 2**31 - 1)
    ids = [column.name for column in query.columns if column.about.startswith(("id of", "ids of"))]
    cells = [row[column] for row in run(store, query, values).rows for column in ids]
    return {text for cell in cells for text in (cell if isinstance(cell, list) else [cell]) if text}


def _facts_of_question(store: Store, question: str) -> set[str] | None:
    """Return the facts on which the answer to a question rests; None without a question."""
    from communique.queries.asking import open_engine

    if not question:
        return None
    answer = open_engine(store).ask(question)
    if answer.status != "answered":
        raise UsageError(f"no answer to {question!r}: {answer.why}")
    return set(answer.facts)
