"""What is recorded of each act and article, as words and ids, for questions that are read by what bears them out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from communique.graph.shape import ROLE_EDGES
from communique.graph.store import Store
from communique.queries.ask.elements import DENYING, LACKING, NEGATED
from communique.schemas.stems import stem_words

# A search that begins at the acts themselves: in a graph that has coded events too, they are few among many.
_THESE = "UNWIND $ids AS id MATCH (a:Act {id: id})"

# What a question may say of an act by saying it of its parts, of what it aims at, answers or is about.
_AROUND = "PART_OF|DURING|AIMS_AT|MOTIVATED_BY|RESPONDS_TO|ABOUT|CONDITIONAL_ON|SAME_AS"
# What an act refers to, and what that refers to in turn: a response to what was said of a flight tells of the flight.
_REFERRING = "ABOUT|RESPONDS_TO"
_LACK = re.compile(r"\b(no|not|never|nobody|none|nor|neither|without|lack\w*|fail\w*|refus\w*|unlikely|last)\b")


@dataclass(slots=True)
class Candidate:
    """An act: its own words and parties, those of what it claims (`chain`), of what it is a part of and of who says so
    (`whole`), of what else it is linked to and of its parties' offices and descriptions (`ring`), what else stands near
    it, and the ids of the articles by which it is `reported`.
    """

    id: str
    status: str
    own: set[str]
    near: set[str]
    earliest: date | None
    latest: date | None
    precision: str
    chain: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    ring: set[str] = field(default_factory=set)
    reported: set[str] = field(default_factory=set)
    published: set[date | None] = field(default_factory=set)
    sides: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    voices: set[str] = field(default_factory=set)
    details: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)

    def stands_otherwise(self, ids: set[str], edges: set[str]) -> bool:
        """Say whether somebody stands on other sides of the act than these, or not in it; who says so may speak."""
        there = {edge for edge, members in self.sides.items() if members & ids}
        if not there.isdisjoint(edges) or ("BY" in edges and self.voices & ids):
            return False
        return bool(there) or "BY" in edges


def candidates_of(store: Store) -> list[Candidate]:
    """Return the acts of articles; coded events are none."""
    rows = store.read(
        "MATCH (a:Act) WHERE a.dataset IS NULL RETURN a.id AS id, a.status AS status, a.kinds AS kinds, "
        "a.earliest AS earliest, a.latest AS latest, a.precision AS precision, a.near AS near, a.words AS words, "
        "a.summary AS summary "
        "ORDER BY id"
    ).rows
    found = {}
    for row in rows:
        own = {*map(intern, row["words"] or []), *(intern(f"kind:{k}") for k in row["kinds"])}
        if row["status"] == "denied" or DENYING & set(row["kinds"]):
            own.add(NEGATED)
        if _LACK.search(row["summary"] or ""):
            own.add(LACKING)
        near = {*map(intern, row["near"] or []), *own}
        found[row["id"]] = Candidate(
            row["id"], row["status"], own, near, row["earliest"], row["latest"], row["precision"]
        )
    _put_parties(store, found)
    _put_details(store, found)
    for row in store.read(
        "MATCH (a:Act)-[c:CLAIMS]->(f) WHERE c.factuality = 'denied' OR f.value STARTS WITH 'not ' "
        "RETURN DISTINCT a.id AS id ORDER BY id"
    ).rows:
        found[row["id"]].own.add(NEGATED)
    _put_links(store, found)
    _put_offices(store, found)
    for row in store.read(
        "MATCH (a:Act)<-[r:REPORTS]-(d:Article) MATCH (d)-[:PUBLISHED_BY|AGENCY]->(x:Actor) "
        "RETURN DISTINCT a.id AS act, d.id AS article, d.earliest AS published, x.id AS publisher, r.date AS date "
        "ORDER BY act, article, publisher, date"
    ).rows:
        candidate = found[row["act"]]
        candidate.near.add(intern(f"actor:{row['publisher']}"))
        candidate.voices.add(row["publisher"])
        candidate.published.add(row["published"])
        candidate.reported.add(row["article"])
        candidate.dates |= {row["date"]} - {None}
    return list(found.values())


def _put_parties(store: Store, found: dict[str, Candidate]) -> None:
    """Put in who and what takes part, on which side, what is told of them, and who says so."""
    told = _told_of_things(store)
    for row in store.read(
        f"{_THESE} MATCH (a)-[r:{'|'.join([*ROLE_EDGES.values(), 'SIDE'])}]->(x) "
        "RETURN DISTINCT a.id AS act, labels(x) AS labels, x.id AS id, type(r) AS type, r.role AS role "
        "ORDER BY act, id, type, role",
        {"ids": list(found)},
    ).rows:
        candidate = found[row["act"]]
        candidate.sides[ROLE_EDGES[row["role"]] if row["type"] == "SIDE" else row["type"]].add(row["id"])
        candidate.own |= _thing(row)
        if row["type"] != "SIDE":
            candidate.ring |= told.get(row["id"], set())
    for row in store.read(
        f"{_THESE} MATCH (a)<-[:CLAIMS*1..5]-(s:Act)-[:BY|SIDE]->(x) "
        "RETURN DISTINCT a.id AS act, x.id AS id ORDER BY act, id",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].voices.add(row["id"])
        found[row["act"]].whole.add(intern(f"actor:{row['id']}"))


def _put_details(store: Store, found: dict[str, Candidate]) -> None:
    for row in store.read(
        f"{_THESE} MATCH (d:Detail)-[:OF]->(a) RETURN a.id AS act, d.id AS id, d.words AS words, "
        "d.units AS units, d.attribute AS attribute ORDER BY act, id",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].details.add(row["id"])
        found[row["act"]].own |= told_by(row)


def told_by(detail: dict[str, Any]) -> set[str]:
    """Return what a detail tells: its words, units and attribute."""
    units = (f"unit:{u}" for u in detail["units"] or [])
    return {*map(intern, (*(detail["words"] or []), *units, f"attribute:{detail['attribute']}"))}


def _thing(row: dict[str, Any]) -> set[str]:
    """Return how an actor, a place or a topic is known, none for anything else."""
    return {intern(f"{label.lower()}:{row['id']}") for label in ("Actor", "Place", "Topic") if label in row["labels"]}


def _put_links(store: Store, found: dict[str, Candidate]) -> None:
    """Put in what each act claims, and what it is linked to; what others claim of it is only around it."""
    claimed = store.read(
        f"{_THESE} MATCH (a)-[:CLAIMS*1..5]->(b:Act) RETURN DISTINCT a.id AS act, b.id AS other ORDER BY act, other",
        {"ids": list(found)},
    ).rows
    own = {act: set(candidate.own) for act, candidate in found.items()}
    for row in claimed:
        found[row["act"]].chain |= own[row["other"]] - {NEGATED}
        found[row["other"]].ring |= own[row["act"]] - {NEGATED}
    for row in store.read(
        f"{_THESE} MATCH (a)-[:CLAIMS*1..5]->(d:Detail) RETURN DISTINCT a.id AS act, d.words AS words, "
        "d.units AS units, d.attribute AS attribute ORDER BY act, attribute",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].chain |= told_by(row)
    for row in store.read(
        f"{_THESE} MATCH (a)-[:{_REFERRING}*1..3]->(b:Act) RETURN DISTINCT a.id AS act, b.id AS other "
        "ORDER BY act, other",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].whole |= own[row["other"]] - {NEGATED}
    for row in store.read(
        f"{_THESE} MATCH (a)-[:{_AROUND}]-(b:Act) RETURN DISTINCT a.id AS act, b.id AS other ORDER BY act, other",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].ring |= own[row["other"]] - {NEGATED}
    for row in store.read(
        f"{_THESE} MATCH (a)-[:PART_OF|DURING*1..3]->(b:Act) RETURN DISTINCT a.id AS act, b.id AS other "
        "ORDER BY act, other",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].whole |= own[row["other"]] - {NEGATED}


def _told_of_things(store: Store) -> dict[str, set[str]]:
    """Return what is told of actors, places and topics: offices, descriptions, names."""
    told: dict[str, set[str]] = defaultdict(set)
    for row in store.read(
        "MATCH (d:Detail)-[:OF]->(x) WHERE NOT x:Act "
        "RETURN x.id AS id, d.words AS words, d.attribute AS attribute ORDER BY id, attribute"
    ).rows:
        told[row["id"]] |= told_by(row | {"units": []})
    return told


def _put_offices(store: Store, found: dict[str, Candidate]) -> None:
    """Put in which offices those who take part in each act hold at the time, and of which body."""
    for row in store.read(
        f"{_THESE} MATCH (a)-[:{'|'.join(ROLE_EDGES.values())}]->(x:Person)-[h:HELD]->(o:Office) "
        "WHERE (h.earliest IS NULL OR a.latest IS NULL OR h.earliest <= a.latest) "
        "AND (h.latest IS NULL OR a.earliest IS NULL OR h.latest >= a.earliest) "
        "OPTIONAL MATCH (o)-[:OFFICE_OF]->(b:Actor) "
        "RETURN DISTINCT a.id AS act, o.name AS name, o.aliases AS aliases, b.id AS body ORDER BY act, name, body",
        {"ids": list(found)},
    ).rows:
        found[row["act"]].ring |= _of_office(row["name"], tuple(row["aliases"] or ()), row["body"])


@lru_cache(maxsize=1 << 12)
def _of_office(name: str, aliases: tuple[str, ...], body: str | None) -> frozenset[str]:
    """Return the words of an office, and of which body it is; many acts have the same."""
    return frozenset([*map(intern, stem_words(" ".join((name, *aliases)))), *([f"actor:{body}"] if body else [])])


def articles_of(store: Store) -> dict[str, set[str]]:
    """Return for each article the words, kinds and things of what it reports itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.read(
        "MATCH (d:Article) OPTIONAL MATCH (d)-[:PUBLISHED_BY|AGENCY]->(x:Actor) "
        "RETURN d.id AS id, d.headline AS headline, x.id AS publisher ORDER BY id, publisher"
    ).rows:
        found[row["id"]] |= {f"actor:{row['publisher']}", *stem_words(row["headline"] or "")}
    for row in store.read(
        "MATCH (d:Article)-[r:REPORTS]->(f) RETURN d.id AS id, coalesce(r.summary, f.summary) AS summary, "
        "r.phrase AS phrase, f.value AS value, f.attribute AS attribute, f.kinds AS kinds, f.units AS units, "
        "f.id AS fact ORDER BY id, fact, summary, value"
    ).rows:
        own = found[row["id"]]
        own.update(stem_words(" ".join(filter(None, (row["summary"], row["phrase"], row["value"])))))
        own.update(f"kind:{k}" for k in row["kinds"] or [])
        own |= told_by(row | {"words": []})
    for row in store.read(
        f"MATCH (d:Article)-[:REPORTS]->(a:Act)-[:{'|'.join([*ROLE_EDGES.values(), 'SIDE'])}]->(x) "
        "RETURN DISTINCT d.id AS article, labels(x) AS labels, x.id AS id ORDER BY article, id"
    ).rows:
        found[row["article"]] |= _thing(row)
    return dict(found)
