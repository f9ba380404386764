"""Reads from a store what articles tell of each act and thing."""

from __future__ import annotations

from communique.graph.groups import Groups
from communique.graph.store import Store
from communique.queries.conflicts.record import Record
from communique.queries.conflicts.told import Row, Telling, Told

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
_COMPARED = "MATCH (d:Detail)-[:THAN]->(other:Act) RETURN d.id AS id, other.summary AS summary ORDER BY id, summary"
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
    "series.id AS series, series.name AS name, r.number AS number, r.article AS article, r.paragraph AS paragraph, "
    "r.mark AS mark ORDER BY act, series, number, article, paragraph"
)
_WITHIN = "MATCH (a)-[:LOCATED_IN*1..6]->(b) RETURN DISTINCT a.id AS a, b.id AS b ORDER BY a, b"


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
    compared = {row["id"]: row["summary"] for row in store.read(_COMPARED).rows}
    things: dict[str, Told] = {}
    for row in store.read(_DETAILS).rows:
        row["than"] = compared.get(row["id"], "")
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
