"""Reads from a store what articles tell of each act and thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from communique.graph.groups import Groups
from communique.graph.store import Store
from communique.queries.conflicts.told import Row, Telling, Told
from communique.schemas.vocabulary import Vocabulary, read_vocabulary

_REPORTS = (
    "MATCH (paper:Article)-[r:REPORTS]->(fact{label}) {where}OPTIONAL MATCH (paper)-[:PUBLISHED_BY]->(p:Actor) "
    "RETURN fact.id AS fact, paper.id AS article, p.name AS publisher, r.paragraph AS paragraph, r.mark AS mark, "
    "r.factuality AS factuality, r.hedge AS hedge, r.phrase AS phrase, r.speakers AS chain, r.sides AS sides, "
    "r.via AS via, r.date AS date, r.kind AS kind, r.summary AS summary, paper.earliest AS published, "
    "paper.excerpt = true AS excerpt "
    "ORDER BY fact, published, article, size(paragraph), paragraph, mark, factuality, hedge, date, via"
)
_ACTS = (
    "MATCH (act:Act) WHERE act.dataset IS NULL RETURN act.id AS id, act.summary AS summary, act.kind AS kind, "
    "act.kinds AS kinds, act.status AS status, act.stance AS stance, act.date AS date, act.earliest AS earliest, "
    "act.latest AS latest, 'Statement' IN labels(act) AS statement ORDER BY id"
)
_DETAILS = (
    "MATCH (d:Detail)-[:OF]->(thing) OPTIONAL MATCH (d)-[:FOR]->(x:Actor) WITH d, thing, x ORDER BY x.id "
    "RETURN d.id AS id, thing.id AS thing, coalesce(thing.summary, thing.name) AS summary, "
    "'Actor' IN labels(thing) AS actor, d.attribute AS attribute, d.value AS value, d.number AS number, "
    "d.comparator AS comparator, d.unit AS unit, d.units AS units, collect(DISTINCT x.id) AS parties ORDER BY id, thing"
)
_STATES = (
    "MATCH (d:Detail {attribute: 'located_in'})-[:REFERS_TO]->(place)-[:LOCATED_IN*0..6]->(state:State) "
    "RETURN DISTINCT d.id AS id, state.id AS state ORDER BY id, state"
)
_ROLES = (
    "MATCH (act:Act)-[r:BY|TO|TOWARD|AT|ABOUT]->(x) WHERE act.dataset IS NULL RETURN act.id AS act, type(r) AS role, "
    "x.id AS id, coalesce(x.name, x.summary) AS name, labels(x) AS labels, r.preposition AS preposition, "
    "r.articles AS articles ORDER BY act, role, id"
)
_SIDES = (
    "MATCH (act:Act)-[s:SIDE]->(x:Actor) WHERE act.dataset IS NULL "
    "RETURN act.id AS act, s.role AS role, s.party AS party, x.id AS state ORDER BY act, role, party, state"
)
_LINKS = (
    "MATCH (act:Act)-[r:AIMS_AT|MOTIVATED_BY|PART_OF|DURING|RESPONDS_TO|FOLLOWS|DERIVED_FROM|SAME_AS|"
    "NOT_SAME_AS|UNSURE]->"
    "(other:Act) RETURN act.id AS act, type(r) AS relation, other.id AS other, other.summary AS summary, "
    "r.article AS article, r.paragraph AS paragraph, r.mark AS mark, r.via AS via, r.hedge AS hedge "
    "ORDER BY act, relation, other, article"
)
_SERIES = (
    "MATCH (act:Act)-[r:IN_SERIES]->(series) WHERE act.dataset IS NULL AND r.mark <> 'derived' RETURN act.id AS act, "
    "series.id AS series, series.name AS name, r.number AS number, r.article AS article, r.paragraph AS paragraph, r.mark AS mark "
    "ORDER BY act, series, number, article, paragraph"
)
_WITHIN = "MATCH (a)-[:LOCATED_IN*1..6]->(b) RETURN DISTINCT a.id AS a, b.id AS b ORDER BY a, b"


@dataclass(slots=True)
class Record:
    """Everything that articles tell, read once: the acts with what is the same joined, and what lies within what.

    `by_id` finds an act by any of its ids, `claims` what a statement says and `parts` what is within an act or
    answers it, `unsure` what says that it may be the same, all by the first of its ids; `heard` holds the states for
    which somebody is quoted in an article.
    """

    acts: list[Told]
    things: list[Told]
    within: set[tuple[str, str]]
    by_id: dict[str, Told]
    claims: dict[str, list[tuple[Told, Telling]]] = field(default_factory=dict)
    parts: dict[str, list[Told]] = field(default_factory=dict)
    heard: dict[str, set[str]] = field(default_factory=dict)
    unsure: dict[str, list[Told]] = field(default_factory=dict)
    about: dict[str, list[Told]] = field(default_factory=dict)
    drawn: dict[str, list[Told]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for told in self.acts:
            for telling in told.reports:
                self.heard.setdefault(telling.article, set()).update(telling.sides if telling.chain else ())
            for whole in self.others(told, "DURING", "PART_OF", "RESPONDS_TO"):
                self.parts.setdefault(whole.id, []).append(told)
            for ground in self.others(told, "DERIVED_FROM"):
                self.drawn.setdefault(ground.id, []).append(told)
            for other in self.others(told, "UNSURE"):
                if told.id < other.id and other.linked("UNSURE") & told.ids:
                    continue  # where both say so, the pair is kept once
                self.unsure.setdefault(other.id, []).append(told)
            for telling in (t for t in told.reports if t.via in self.by_id):
                self.claims.setdefault(self.by_id[telling.via].id, []).append((told, telling))
            if told.act["statement"]:
                acts = {self.by_id[r["id"]].id for r in told.roles if r["role"] == "ABOUT" and r["id"] in self.by_id}
                for act in sorted(acts):
                    self.about.setdefault(act, []).append(told)

    def apart(self, one: str, other: str) -> bool:
        """Say whether two places are two, and neither lies within the other."""
        return one != other and not {(one, other), (other, one)} & self.within

    def all_apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Say whether none of some places is one of the others, or lies within one or around it."""
        return all(self.apart(a, b) for a in some for b in others)

    def meet(self, one: Told, other: Told, *roles: str) -> bool:
        """Say whether nothing in some roles (targets, places) keeps two acts apart."""
        for role in roles:
            here, there = one.sides(role), other.sides(role)
            if here and there and self.all_apart(here, there):
                return False
        return True

    def others(self, told: Told, *relations: str) -> list[Told]:
        """Return the acts to which an act has one of these links."""
        found = {self.by_id[i].id: self.by_id[i] for i in sorted(told.linked(*relations) & self.by_id.keys())}
        return [other for other in found.values() if other is not told]

    def speaks_for(self, telling: Telling) -> set[str]:
        """Return the states of who says it: of the original source, or of whom that one quotes."""
        statement = self.by_id.get(telling.via)
        return set(telling.sides) if len(telling.chain) == 1 or statement is None else statement.states("BY")

    def some_apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Say whether one of some places and one of the others lie apart."""
        return any(self.apart(a, b) for a in some for b in others)

    def within_it(self, told: Told) -> list[Told]:
        """Return the parts of an act, and theirs."""
        return [act for act in self.acts if told in self.wholes(act)]

    def wholes(self, told: Told) -> list[Told]:
        """Return the acts of which an act is a part, and those of which they are parts."""
        found: dict[str, Told] = {}
        around = self.others(told, "PART_OF")
        while around:
            found |= {whole.id: whole for whole in around}
            around = [o for whole in around for o in self.others(whole, "PART_OF") if o.id not in {*found, told.id}]
        return [*found.values()]

    def maybe(self, told: Told) -> list[Told]:
        """Return the acts that may be the same as one, whichever of them says so."""
        ours = self.others(told, "UNSURE")
        return [*ours, *(other for other in self.unsure.get(told.id, []) if other not in ours)]

    def linked(self, one: Told, other: Told, *relations: str) -> bool:
        """Say whether one of these links leads from either act to the other."""
        return bool(one.linked(*relations) & other.ids or other.linked(*relations) & one.ids)


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once."""
    return read_vocabulary()


def read_record(store: Store) -> Record:
    """Read what articles tell from a store; coded events are left out."""
    acts = {row["id"]: row for row in store.read(_ACTS).rows}
    links = store.read(_LINKS).rows
    same = Groups[str]()
    for i in acts:
        same.add(i)
    for row in links:
        if row["relation"] == "SAME_AS":
            same.join(row["act"], row["other"])
    leader = {i: same.leader(i) for i in acts}
    told = {i: Told(acts[i], set()) for i in acts if leader[i] == i}
    for i in acts:
        told[leader[i]].ids.add(i)
    for row in store.read(_REPORTS.format(label=":Act", where="WHERE fact.dataset IS NULL ")).rows:
        told[leader[row["fact"]]].reports.append(_telling(row, row["summary"] or acts[row["fact"]]["summary"]))
    things = _read_details(store, told, leader)
    sides = {(r["act"], r["role"], r["party"]): r["state"] for r in store.read(_SIDES).rows}
    for row in store.read(_ROLES).rows:
        row["state"] = sides.get((row["act"], row["role"].lower(), row["id"]))
        row["state"] = row["state"] or (row["id"] if "State" in row["labels"] else "")
        told[leader[row["act"]]].roles.append(row)
    for row in links:
        if row["act"] in leader:
            told[leader[row["act"]]].links.append(row)
    for row in store.read(_SERIES).rows:
        told[leader[row["act"]]].series.append(row)
    within = {(row["a"], row["b"]) for row in store.read(_WITHIN).rows}
    return Record([*told.values()], [*things.values()], within, {i: told[leader[i]] for i in acts})


def _read_details(store: Store, told: dict[str, Told], leader: dict[str, str]) -> dict[str, Told]:
    """Put the details to their acts, and return the other things that have some."""
    by_fact: dict[str, list[Telling]] = {}
    for row in store.read(_REPORTS.format(label=":Detail", where="")).rows:
        by_fact.setdefault(row["fact"], []).append(_telling(row, ""))
    states = {row["id"]: row["state"] for row in store.read(_STATES).rows}
    things: dict[str, Told] = {}
    for row in store.read(_DETAILS).rows:
        row["tellings"] = [t.saying(row["value"]) for t in by_fact.get(row["id"], [])]
        row["state"] = states.get(row["id"])
        if row["thing"] in leader:
            told[leader[row["thing"]]].details.append(row)
        else:
            thing = {"id": row["thing"], "summary": row["summary"], "actor": row["actor"]}
            things.setdefault(row["thing"], Told(thing, {row["thing"]})).details.append(row)
    return things


def _telling(row: Row, value: str) -> Telling:
    texts = ("article", "paragraph", "publisher", "factuality", "mark", "hedge", "phrase", "date", "kind", "via")
    given: Row = {name: row[name] or "" for name in texts}
    given |= {name: tuple(row[name] or ()) for name in ("chain", "sides")}
    return Telling(value=value, excerpt=bool(row["excerpt"]), published=row["published"], **given)
