"""One page about an actor: who it is, its offices, what it did and said, with whom, who spoke of it, where it stands.

Acts are counted in the store, and only the most frequent rows come back: an actor may have tens of thousands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from communique.graph.store import Store
from communique.queries.catalogue import catalogue, run

Rows = list[dict[str, Any]]
TOP = 12  # rows of each list
# No WITH DISTINCT before the count: it would hold every act of a great power in memory.
_OWN = """MATCH (:Actor {id: $actor})<-[role:BY|SIDE]-(act:Act)
WHERE (type(role) = 'BY' OR role.role = 'by') AND act.holds
"""
_AT_ACTOR = """MATCH (:Actor {id: $actor})<-[role:BY|TO|TOWARD|AFFECTS|ABOUT|SIDE]-(act:Act)
WHERE act.holds
MATCH (act)-[:BY]->(who:Actor)
WHERE who.id <> $actor AND NOT EXISTS {
  MATCH (act)-[own:SIDE]->(:Actor {id: $actor}) WHERE own.role = 'by' AND own.party = who.id
}
"""
_NAMES = """MATCH (actor:Actor {id: $actor})
RETURN actor.name AS name, labels(actor) AS labels, actor.aliases AS aliases"""
_WHOLE = """MATCH (:Actor {id: $actor})-[:PART_OF*1..6]->(whole:Actor)
RETURN DISTINCT whole.name AS name, whole.id AS id ORDER BY name, id"""
_HOLDERS = """MATCH (:Actor {id: $actor})<-[:OFFICE_OF]-(office:Office)<-[tenure:HELD]-(holder:Actor)
RETURN office.name AS office, holder.name AS holder, tenure.date AS held, tenure.earliest AS earliest
ORDER BY office, earliest, holder"""
_KINDS = f"""{_OWN}RETURN act.kind AS kind, count(DISTINCT act) AS acts, max(act.earliest) AS last
ORDER BY acts DESC, kind LIMIT $top"""
_LATEST = f"""{_OWN}  AND act.kind IN $kinds AND act.earliest IN $days
RETURN act.kind AS kind, act.earliest AS day, min(act.summary) AS summary ORDER BY kind, day"""
_WHOM = f"""{_OWN}MATCH (act)-[:TO|TOWARD|ABOUT]->(whom:Actor)
WHERE whom.id <> $actor
RETURN whom.name AS name, whom.id AS id, count(DISTINCT act) AS acts ORDER BY acts DESC, name, id LIMIT $top"""
_BY_KIND = f"""{_AT_ACTOR}RETURN act.kind AS kind, count(DISTINCT act) AS acts ORDER BY acts DESC, kind LIMIT $top"""
_BY_WHOM = f"""{_AT_ACTOR}  AND act.kind IN $kinds
RETURN act.kind AS kind, who.name AS name, who.id AS id, count(DISTINCT act) AS acts
ORDER BY acts DESC, name, id, kind LIMIT $most"""
_ARTICLES = """MATCH (:Actor {id: $actor})<-[:BY|TO|TOWARD|AFFECTS|ABOUT|SIDE]-(act:Act)
WHERE act.dataset IS NULL
MATCH (article:Article)-[:REPORTS]->(act)
RETURN article.id AS article, article.published AS published, count(DISTINCT act) AS acts
ORDER BY acts DESC, article LIMIT $top"""
_DATASETS = """MATCH (:Actor {id: $actor})<-[:BY|TO|TOWARD|AFFECTS|ABOUT|SIDE]-(act:Act)
WHERE act.dataset IS NOT NULL
RETURN act.dataset AS dataset, count(DISTINCT act) AS acts ORDER BY dataset"""


@dataclass(frozen=True, slots=True)
class ActorPage:
    """What the graph holds about an actor; every list has its most frequent rows first, at most `TOP` of them.

    `kinds` have `kind`, `acts`, `day` and `latest` (the last whose beginning is known); `spoken` has `kind`, `acts` and
    `who` (rows of `name`, `id`, `acts`). A state stands also for those who act for it.
    """

    id: str
    name: str
    labels: list[str]
    aliases: list[str]
    part_of: Rows
    offices: Rows
    holders: Rows
    kinds: Rows
    whom: Rows
    spoken: Rows
    topics: Rows
    articles: Rows
    datasets: Rows


def read_actor(store: Store, actor: str) -> ActorPage | None:
    """Return the page of an actor by id, None where the graph does not have it."""

    def rows(cypher: str, **values: Any) -> Rows:
        return store.read(cypher, {"actor": actor, "top": TOP, **values}).rows

    if not (named := rows(_NAMES)):
        return None
    topics = run(store, catalogue()["topics-of-an-actor"], {"actor": actor}).rows
    return ActorPage(
        actor,
        named[0]["name"],
        sorted(set(named[0]["labels"]) - {"Actor"}),
        list(named[0]["aliases"] or []),
        part_of=rows(_WHOLE),
        offices=run(store, catalogue()["offices-of-a-person"], {"person": actor}).rows,
        holders=rows(_HOLDERS),
        kinds=_kinds(rows),
        whom=rows(_WHOM),
        spoken=_spoken(rows),
        topics=[{k: row[k] for k in ("topic", "acts", "topic_id")} for row in topics[:TOP]],
        articles=rows(_ARTICLES),
        datasets=rows(_DATASETS),
    )


def _kinds(rows: Any) -> Rows:
    """Return the most frequent kinds, each with its latest act."""
    found: Rows = rows(_KINDS)
    days = sorted({row["last"] for row in found if row["last"]})
    latest = rows(_LATEST, kinds=[row["kind"] for row in found], days=days)
    summaries = {(row["kind"], row["day"]): row["summary"] for row in latest}
    return [
        {"kind": r["kind"], "acts": r["acts"], "day": r["last"], "latest": summaries.get((r["kind"], r["last"]))}
        for r in found
    ]


def _spoken(rows: Any) -> Rows:
    """Return the most frequent kinds of what others did and said to, with or about the actor, each with by whom."""
    found: Rows = rows(_BY_KIND)
    pairs: Rows = rows(_BY_WHOM, kinds=[row["kind"] for row in found], most=TOP * TOP)
    return [
        {**row, "who": [{k: p[k] for k in ("name", "id", "acts")} for p in pairs if p["kind"] == row["kind"]][:TOP]}
        for row in found
    ]
