"""What sources tell of one act, read from a store: who gives which value, where, through whom, how surely."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from communique.graph.groups import Groups
from communique.graph.store import Store

# How sources can disagree: whether it is so (denial), in what cannot both be (contradiction: days, places, parties,
# purposes), in figures (number), in how surely or strongly they say it (strength), in names, by leaving out (omission).
KINDS = ("denial", "contradiction", "number", "strength", "name", "omission")
ASSERTING = ("asserted", "habitual")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """One source's value: the article and paragraph it stands in, its publisher, the voices from the outermost.

    `factuality`, `mark` and `hedge` are those of the report; `date` is the one that this report gives.
    """

    value: str
    article: str
    paragraph: str
    publisher: str
    chain: tuple[str, ...] = ()
    factuality: str = "asserted"
    mark: str = "reported"
    hedge: str = ""
    date: str = ""
    kind: str = ""
    excerpt: bool = False

    @property
    def voice(self) -> str:
        """Who says so: the innermost speaker, else the publisher."""
        return self.chain[-1] if self.chain else self.publisher

    @property
    def asserts(self) -> bool:
        """Whether it is said to be so, by whomever, and not only inferred."""
        return self.factuality in ASSERTING and self.mark != "inferred"

    def saying(self, value: str) -> Telling:
        """Return the same source with another value."""
        return replace(self, value=value)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A disagreement of sources on an act, place or other thing: `kind` is one of `KINDS`, `aspect` what about."""

    kind: str
    aspect: str
    thing: str
    summary: str
    tellings: tuple[Telling, ...]

    def by_value(self) -> dict[str, list[Telling]]:
        """Return who gives each value, each voice once an article."""
        found: dict[str, dict[tuple[str, str], Telling]] = {}
        for telling in self.tellings:
            found.setdefault(telling.value, {}).setdefault((telling.article, telling.voice), telling)
        return {value: [*tellings.values()] for value, tellings in found.items()}

    def to_json(self) -> Row:
        """Return it as JSON values."""
        sources = [
            {name: getattr(t, name) for name in ("value", "voice", "article", "paragraph", "publisher", "mark")}
            | {"chain": list(t.chain), "factuality": t.factuality, "hedge": t.hedge}
            for t in self.tellings
        ]
        return {
            "kind": self.kind,
            "aspect": self.aspect,
            "summary": self.summary,
            "act": self.thing,
            "sources": sources,
        }


@dataclass(slots=True)
class Told:
    """An act (or what is said to be the same one under other ids) with everything that sources tell of it."""

    act: Row
    ids: set[str]
    reports: list[Telling] = field(default_factory=list)
    details: list[Row] = field(default_factory=list)
    roles: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the first of them."""
        return str(self.act["id"])

    @property
    def summary(self) -> str:
        """What it is, in one sentence."""
        return str(self.act["summary"])


_REPORTS = (
    "MATCH (paper:Article)-[r:REPORTS]->(fact{label}) {where}OPTIONAL MATCH (paper)-[:PUBLISHED_BY]->(p:Actor) "
    "RETURN fact.id AS fact, paper.id AS article, p.name AS publisher, r.paragraph AS paragraph, r.mark AS mark, "
    "r.factuality AS factuality, r.hedge AS hedge, r.speakers AS chain, r.date AS date, r.kind AS kind, "
    "r.summary AS summary, paper.earliest AS published, paper.excerpt = true AS excerpt "
    "ORDER BY fact, published, article, size(paragraph), paragraph, mark, factuality, hedge, date"
)
_ACTS = (
    "MATCH (act:Act) WHERE act.dataset IS NULL RETURN act.id AS id, act.summary AS summary, act.kind AS kind, "
    "act.kinds AS kinds, act.status AS status, act.date AS date, act.earliest AS earliest, act.latest AS latest "
    "ORDER BY id"
)
_DETAILS = (
    "MATCH (d:Detail)-[:OF]->(thing) OPTIONAL MATCH (d)-[:FOR]->(x:Actor) WITH d, thing, x ORDER BY x.id "
    "RETURN d.id AS id, thing.id AS thing, coalesce(thing.summary, thing.name) AS summary, d.attribute AS attribute, "
    "d.value AS value, d.number AS number, d.comparator AS comparator, d.unit AS unit, d.units AS units, "
    "collect(DISTINCT x.id) AS parties ORDER BY id, thing"
)
_ROLES = (
    "MATCH (act:Act)-[r:BY|TO|TOWARD|AT]->(x) WHERE act.dataset IS NULL RETURN act.id AS act, type(r) AS role, "
    "x.id AS id, x.name AS name, labels(x) AS labels, r.articles AS articles ORDER BY act, role, id"
)
_SIDES = (
    "MATCH (act:Act)-[s:SIDE]->(x:Actor) WHERE act.dataset IS NULL "
    "RETURN act.id AS act, s.role AS role, s.party AS party, x.id AS state ORDER BY act, role, party, state"
)
_LINKS = (
    "MATCH (act:Act)-[r:AIMS_AT|MOTIVATED_BY|PART_OF|DURING|RESPONDS_TO|SAME_AS|NOT_SAME_AS]->(other:Act) "
    "RETURN act.id AS act, type(r) AS relation, other.id AS other, other.summary AS summary, r.article AS article, "
    "r.paragraph AS paragraph, r.mark AS mark, r.via AS via, r.hedge AS hedge ORDER BY act, relation, other, article"
)
_WITHIN = "MATCH (a)-[:LOCATED_IN*1..6]->(b) RETURN DISTINCT a.id AS a, b.id AS b ORDER BY a, b"


@dataclass(slots=True)
class Record:
    """Everything that articles tell, read once: the acts with what is the same joined, and what lies within what."""

    acts: list[Told]
    things: list[Told]
    within: set[tuple[str, str]]
    by_id: dict[str, Told] = field(default_factory=dict)


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
    by_fact: dict[str, list[Telling]] = {}
    for row in store.read(_REPORTS.format(label=":Act", where="WHERE fact.dataset IS NULL ")).rows:
        told[leader[row["fact"]]].reports.append(_telling(row, row["summary"] or acts[row["fact"]]["summary"]))
    for row in store.read(_REPORTS.format(label=":Detail", where="")).rows:
        by_fact.setdefault(row["fact"], []).append(_telling(row, ""))
    things: dict[str, Told] = {}
    for row in store.read(_DETAILS).rows:
        row["tellings"] = [t.saying(row["value"]) for t in by_fact.get(row["id"], [])]
        if row["thing"] in leader:
            told[leader[row["thing"]]].details.append(row)
        else:
            thing = {"id": row["thing"], "summary": row["summary"]}
            things.setdefault(row["thing"], Told(thing, {row["thing"]})).details.append(row)
    sides = {(r["act"], r["role"], r["party"]): r["state"] for r in store.read(_SIDES).rows}
    for row in store.read(_ROLES).rows:
        row["state"] = sides.get((row["act"], row["role"].lower(), row["id"]))
        row["state"] = row["state"] or (row["id"] if "State" in row["labels"] else "")
        told[leader[row["act"]]].roles.append(row)
    for row in links:
        if row["act"] in leader:
            told[leader[row["act"]]].links.append(row)
    within = {(row["a"], row["b"]) for row in store.read(_WITHIN).rows}
    return Record([*told.values()], [*things.values()], within, {i: told[leader[i]] for i in acts})


def _telling(row: Row, value: str) -> Telling:
    given = {
        k: row[k] or "" for k in ("article", "paragraph", "publisher", "factuality", "mark", "hedge", "date", "kind")
    }
    return Telling(value=value, chain=tuple(row["chain"] or ()), excerpt=bool(row["excerpt"]), **given)
