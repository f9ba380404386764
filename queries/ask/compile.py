"""Typed questions to Cypher: one parameterized query that finds the acts, the same for every store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from communique.graph.shape import ROLE_EDGES
from communique.queries.ask.question import Acts, Mention, Party

RETURNS = (
    "act.id AS id, act.summary AS summary, act.status AS status, act.kind AS kind, act.kinds AS kinds, "
    "act.words AS words, act.date AS date, act.earliest AS earliest, act.latest AS latest, act.precision AS precision"
)


@dataclass(slots=True)
class Where:
    """Conditions on an act and their parameters; names are numbered so that parts can be joined."""

    act: str = "act"
    conditions: list[str] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)
    used: int = 0

    def put(self, value: Any) -> str:
        """Add a parameter and return its name in Cypher."""
        name = f"{self.act}{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"


def find_acts(acts: Acts) -> tuple[str, dict[str, Any]]:
    """Return the Cypher that finds acts, with its parameters; rows are ordered by date, then id."""
    where = conditions(acts)
    text = " AND ".join(where.conditions) or "true"
    return f"MATCH (act:Act) WHERE {text}\nRETURN {RETURNS} ORDER BY earliest, id", where.parameters


def conditions(acts: Acts) -> Where:
    """Return everything that an act must fulfil, but for order and pivots."""
    where = Where()
    # What is cheap to check comes first.
    if acts.ids:
        where.conditions.append(f"act.id IN {where.put(list(acts.ids))}")
        acts = replace(acts, mentions=())
    for mention in acts.mentions:
        where.conditions.append(_mention(mention, where))
    if acts.kinds:
        kinds = where.put(list(acts.kinds))
        told = f"act.dataset IS NULL AND EXISTS {{ MATCH (act)<-[r:REPORTS]-(:Article) WHERE r.kind IN {kinds} }}"
        # A report may have its own word for an act: one says "intercepted", another "escorted".
        where.conditions.append(f"(any(k IN act.kinds WHERE k IN {kinds}) OR ({told}))")
    if acts.statements:
        where.conditions.append("act:Statement")
    for party in acts.parties:
        where.conditions.append(_party(party, where))
    for speaker in acts.speakers:
        where.conditions.append(_speaker(speaker, where))
    if acts.own:
        where.conditions.append(f"all(t IN {where.put(list(acts.own))} WHERE t IN act.words)")
    where.conditions.extend(_time(acts, where))
    if acts.number is not None:
        number = where.put(acts.number)
        where.conditions.append(f"EXISTS {{ MATCH (act)-[s:IN_SERIES]->(:Topic) WHERE s.number = {number} }}")
    return where


def _party(party: Party, where: Where) -> str:
    types = "|".join(ROLE_EDGES[role] for role in party.roles)
    either = []
    if party.labels:
        either.append(f"EXISTS {{ MATCH (act)-[:{types}]->(x:Actor) WHERE {_labelled(party.labels)} }}")
        if "State" in party.labels:
            either.append(f"EXISTS {{ MATCH (act)-[s:SIDE]->(:State) WHERE s.role IN {where.put(list(party.roles))} }}")
    if party.ids:
        ids = where.put(list(party.ids))
        either.append(f"EXISTS {{ MATCH (act)-[:{types}]->(x) WHERE x.id IN {ids} }}")
        sides = [r for r in party.roles if r in ("by", "to", "toward")]
        if sides:
            either.append(
                f"EXISTS {{ MATCH (act)-[s:SIDE]->(x) WHERE x.id IN {ids} AND s.role IN {where.put(sides)} }}"
            )
        if party.members:
            either.append(f"EXISTS {{ MATCH (act)-[:{types}]->(:Actor)-[:PART_OF*1..6]->(x) WHERE x.id IN {ids} }}")
        if "to" in party.roles:
            # What is said in talks is said to the other side.
            either.append(f"EXISTS {{ MATCH (act:Statement)-[:DURING]->(:Act)-[:BY|SIDE]->(x) WHERE x.id IN {ids} }}")
        if party.delegates:
            either.append(
                "EXISTS { MATCH (act)-[:DURING]->(talks:Act)-[d:SIDE]->(side:Actor) "
                f"WHERE d.party IN {ids} AND EXISTS {{ MATCH (act)-[:BY]->(side) }} }}"
            )
            either.append(
                "EXISTS { MATCH (act)<-[:CLAIMS]-(said:Act)-[:DURING]->(talks:Act)-[d:SIDE]->(side:Actor) "
                f"WHERE d.party IN {ids} AND EXISTS {{ MATCH (act)-[:BY]->(side) }} "
                "AND EXISTS { MATCH (said)-[:BY]->(side) } }"
            )
        if "about" in party.roles and party.names:
            names = where.put(list(party.names))
            named = f"any(n IN {names} WHERE t.name CONTAINS n)"
            # Who criticizes A over "A's suppression of B" does not criticize B.
            open_ = " AND NOT EXISTS { MATCH (act)-[:TOWARD]->(:Actor) }" if "toward" in party.roles else ""
            either.append(f"EXISTS {{ MATCH (act)-[:ABOUT]->(t:Topic) WHERE {named}{open_} }}")
        if "at" in party.roles:
            either.append(f"EXISTS {{ MATCH (act)-[:AT]->(:Place)-[:LOCATED_IN*1..4]->(x) WHERE x.id IN {ids} }}")
    if party.offices:
        offices = where.put(list(party.offices))
        either.append(
            f"EXISTS {{ MATCH (act)-[:{types}]->(x:Actor)-[h:HELD]->(o:Office) WHERE o.id IN {offices} "
            "AND (h.earliest IS NULL OR act.latest IS NULL OR h.earliest <= act.latest) "
            "AND (h.latest IS NULL OR coalesce(act.earliest, act.latest) IS NULL "
            "OR h.latest >= coalesce(act.earliest, act.latest)) }"
        )
    return "(" + " OR ".join(either) + ")" if either else "true"


def _labelled(labels: tuple[str, ...]) -> str:
    return " OR ".join(f"x:{label}" for label in labels)


def _mention(mention: Mention, where: Where) -> str:
    either = []
    if mention.tokens:
        either.append(f"any(t IN {where.put(list(mention.tokens))} WHERE t IN act.near)")
    if mention.stems:
        either.append(f"all(t IN {where.put(list(mention.stems))} WHERE t IN act.near)")
    return "(" + " OR ".join(either) + ")" if either else "true"


def _speaker(party: Party, where: Where) -> str:
    if party.labels:
        voice = "MATCH (act)<-[:CLAIMS*1..5]-(:Act)-[:BY]->(x:Actor)"
        return f"EXISTS {{ {voice} WHERE {_labelled(party.labels)} }}"
    ids = where.put([*party.ids])
    offices = where.put([*party.offices])
    return (
        # One path, from the act outwards: other orders take the embedded store a hundred times as long.
        "(EXISTS { MATCH (act)<-[:CLAIMS*1..5]-(:Act)-[:BY|SIDE]->(x) "
        f"WHERE x.id IN {ids} }} OR EXISTS {{ MATCH (act)<-[:CLAIMS*1..5]-(:Act)"
        f"-[:BY]->(:Actor)-[:HELD]->(o:Office) WHERE o.id IN {offices} }} "
        "OR EXISTS { MATCH (act)<-[:REPORTS]-(:Article)-[:PUBLISHED_BY|AGENCY]->(x) "
        f"WHERE x.id IN {ids} }})"
    )


def _time(acts: Acts, where: Where) -> Iterator[str]:
    for window in acts.windows:
        if acts.reported and window.since and window.until:
            since, until = where.put(window.since), where.put(window.until)
            own = f"act.earliest <= {until} AND act.latest >= {since}"
            printed = f"MATCH (act)<-[:REPORTS]-(a:Article) WHERE a.earliest >= {since} AND a.earliest <= {until}"
            yield f"({own} OR (act.earliest IS NULL AND EXISTS {{ {printed} }}))"
            continue
        if window.words.startswith("before") and window.until:
            # What lasted up to a day began before it.
            day = where.put(window.until)
            lasting = f"act.date STARTS WITH '..' AND act.latest >= {day}"
            yield f"((act.earliest <= {day} AND act.latest <= {day}) OR ({lasting}))"
            continue
        if window.token and window.since and window.until:
            since, until = where.put(window.since), where.put(window.until)
            told = f"r.date STARTS WITH {where.put(window.token.removeprefix('d:'))}"
            report = f"act.dataset IS NULL AND EXISTS {{ MATCH (act)<-[r:REPORTS]-(:Article) WHERE {told} }}"
            own = f"act.earliest <= {until} AND act.latest >= {since}"
            if window.since == window.until:
                # On a day: what is only dated by month or year is not known to be on it.
                own += " AND (act.earliest = act.latest OR NOT act.precision IN ['month', 'year', 'open'])"
            yield f"(({own}) OR ({report}))"
            continue
        if window.until:
            yield f"act.earliest <= {where.put(window.until)}"
        if window.since:
            yield f"act.latest >= {where.put(window.since)}"
        if window.until is None:
            yield "act.earliest IS NOT NULL"
        if window.words.startswith("after") and window.since:
            # Strict: the whole act lies on that side.
            yield f"act.earliest >= {where.put(window.since)}"
    if acts.month:
        yield f"act.earliest.month = {where.put(acts.month)} AND act.latest.month = {where.put(acts.month)}"
    if acts.day:
        yield f"act.earliest.day = {where.put(acts.day)} AND act.earliest = act.latest"
    if acts.weekday:
        yield f"act.earliest.dayOfWeek = {where.put(acts.weekday)} AND act.earliest = act.latest"
    if acts.said:
        said = where.put(acts.said)
        yield f"EXISTS {{ MATCH (act)<-[r:REPORTS]-(:Article) WHERE toLower(r.said_date) = {said} }}"


def evidence(ids: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Return the Cypher for who reports these acts and details, and through whom."""
    return (
        "MATCH (a:Article)-[r:REPORTS]->(f) WHERE f.id IN $ids "
        "RETURN f.id AS id, coalesce(r.summary, f.summary, f.name) AS text, r.date AS date, a.id AS article, "
        "r.paragraph AS paragraph, r.mark AS mark, r.factuality AS factuality, "
        "r.hedge AS hedge, r.holds AS holds, r.via AS via, r.speakers AS chain, r.phrase AS phrase "
        "ORDER BY id, article, paragraph, via",
        {"ids": list(ids)},
    )
