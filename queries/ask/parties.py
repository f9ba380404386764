"""Who stands in a role of the acts that matched, where they were, and what they were about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from communique.graph.shape import ROLE_EDGES
from communique.graph.store import Store
from communique.queries.ask.answer import Found
from communique.queries.ask.matching import Row
from communique.queries.ask.question import Question
from communique.schemas.stems import stem_words

_TOWNS = {"city", "town", "capital", "village"}
_NATURE = (
    "sea",
    "ocean",
    "island",
    "islands",
    "strait",
    "zone",
    "airspace",
    "peninsula",
    "waters",
    "rocks",
    "pacific",
    "asia",
)
# What is there is not in the place that is named.
_BESIDE = {"near", "around", "to the north of", "from off the north of"}
_GENERAL = {
    "place",
    "location",
    "area",
    "region",
    "spot",
    "venue",
    "territory",
    "waters",
    "part of the world",
    "locale",
    "site",
}
# Words of a sort that tell nothing of it: "island group", "body of water".
_MINOR = {"group", "chain", "body", "bodies", "stretch", "part", "of"}


class Parties:
    """Reads participants from one store."""

    def __init__(self, store: Store, mutual: Iterable[str] = ()) -> None:
        self.store, self.mutual = store, frozenset(mutual)

    def answer(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add those in the wanted roles, without those that the question names itself."""
        edges = self._edges([r["id"] for r in rows], question.roles)
        named = {i for p in question.acts.parties for i in p.ids} | set(question.entities)
        if "by" in question.roles and len(question.roles) > 1:
            named |= {i for p in question.acts.speakers for i in p.ids}
        offices = {o for p in question.acts.parties for o in p.offices}
        for row in rows:
            there = [e for e in edges if e["act"] == row["id"]]
            present = {e["id"] for e in there if e["id"] in named or offices & set(e["offices"] or [])}
            own = [e for e in there if e["id"] not in named and e["id"] not in present and e["via_of"] not in present]
            if "by" in question.roles and present and self.mutual & set(row["kinds"]):
                own = _other_sides(own, there, present) or own
            own = [e for e in _of_label(own, question.labels) if "Actor" in e["labels"]]
            for role in question.roles:
                here = [e for e in own if e["role"] == role]
                for edge in here:
                    found.add(edge["name"], edge["id"], row["id"])
                if here and role != "by":
                    break

    def _edges(self, ids: list[str], roles: tuple[str, ...]) -> list[dict[str, Any]]:
        types = [ROLE_EDGES[role] for role in roles]
        by_type = {v: k for k, v in ROLE_EDGES.items()}
        direct = self.store.read(
            "MATCH (a:Act)-[r]->(x) WHERE a.id IN $ids AND type(r) IN $types "
            "OPTIONAL MATCH (x)-[h:HELD]->(o:Office) "
            "WITH a, r, x, h, o ORDER BY o.id "
            "RETURN a.id AS act, type(r) AS kind, x.id AS id, x.name AS name, labels(x) AS labels, "
            "collect(o.id) AS offices ORDER BY act, kind, name, id",
            {"ids": ids, "types": types},
        ).rows
        sides = self.store.read(
            "MATCH (a:Act)-[s:SIDE]->(x:Actor) WHERE a.id IN $ids AND s.role IN $roles "
            "RETURN a.id AS act, s.role AS role, s.party AS party, x.id AS id, x.name AS name "
            "ORDER BY act, role, name, id, party",
            {"ids": ids, "roles": list(roles)},
        ).rows
        edges = [
            {**e, "role": by_type[e["kind"]], "side": False, "via_of": ""} for e in direct if "Act" not in e["labels"]
        ]
        states = {(e["act"], e["role"], e["id"]) for e in edges if "State" in e["labels"]}
        persons = {(s["act"], s["role"], s["id"]) for s in sides}
        for edge in edges:
            edge["covered"] = (edge["act"], edge["role"], edge["id"]) in persons
            edge["of"] = {edge["id"], *(s["id"] for s in sides if (s["act"], s["party"]) == (edge["act"], edge["id"]))}
        for side in sides:
            if (side["act"], side["role"], side["id"]) not in states:
                edges.append(
                    {
                        **side,
                        "labels": ["Actor", "State"],
                        "side": True,
                        "via_of": side["party"],
                        "offices": [],
                        "covered": False,
                        "of": {side["id"]},
                    }
                )
        return edges

    def places(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add where the acts took place, of the sort that the question asks for ("which sea")."""
        edges = self.store.read(
            "MATCH (a:Act)-[r:AT]->(x) WHERE a.id IN $ids "
            "RETURN a.id AS act, x.id AS id, x.name AS name, labels(x) AS labels, x.aliases AS aliases, "
            "r.preposition AS preposition "
            "ORDER BY act, name, id",
            {"ids": [r["id"] for r in rows]},
        ).rows
        named = {i for p in question.acts.parties for i in p.ids} | set(question.entities)
        known = any(e["id"] in named for e in edges)
        edges = self._not_around(named, [e for e in edges if e["id"] not in named])
        if sort := question.units:
            sorts = {w for s in sort for w in s.split()} - _MINOR if not set(sort) & _GENERAL else set(sort)
            edges = [
                e for e in edges if any(s in f"{e['name']} {' '.join(e['aliases'] or [])}".lower() for s in sorts)
            ] or (edges if set(sort) & _GENERAL else [e for e in edges if set(sort) & _TOWNS and _is_town(e)])
        edges = self._innermost(edges)
        if question.attributes:
            placed = [e for e in edges if e["preposition"] in question.attributes]
            edges = placed if placed or "between" in question.attributes else edges
        for edge in edges:
            beside = edge["preposition"] in _BESIDE and edge["preposition"] not in question.attributes
            found.add(f"{edge['preposition']} {edge['name']}" if beside else edge["name"], edge["id"], edge["act"])
        known = known or bool(
            self.store.read("MATCH (x:Place) WHERE x.id IN $ids RETURN x.id LIMIT 1", {"ids": sorted(named)}).rows
        )
        if not found.values and not question.units and not known:
            for row in self.store.read(
                "MATCH (a:Act)-[:DURING]->(b:Act) WHERE a.id IN $ids RETURN b.id AS id, b.summary AS summary "
                "ORDER BY id",
                {"ids": [r["id"] for r in rows]},
            ).rows:
                found.add(row["summary"], row["id"], row["id"])
        if rows and not found.values:
            found.why = "no place is given for it"

    def _not_around(self, named: set[str], edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the edges without the places in which one lies that is known: where in Geneva is not Switzerland."""
        found = self.store.read(
            "MATCH (x:Place)-[:LOCATED_IN*1..6]->(y) WHERE x.id IN $named AND y.id IN $ids "
            "RETURN DISTINCT y.id AS id ORDER BY id",
            {"named": sorted(named), "ids": sorted({e["id"] for e in edges})},
        ).rows
        return [e for e in edges if e["id"] not in {r["id"] for r in found}]

    def _innermost(self, edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the edges without the places in which another one of the same act lies: Guilin, and not China."""
        found = self.store.read(
            "MATCH (x:Place)-[:LOCATED_IN*1..6]->(y) WHERE x.id IN $ids AND y.id IN $ids "
            "RETURN DISTINCT x.id AS inner, y.id AS outer ORDER BY inner, outer",
            {"ids": sorted({e["id"] for e in edges})},
        ).rows
        within = {(r["inner"], r["outer"]) for r in found}
        return [e for e in edges if not any((o["id"], e["id"]) in within for o in edges if o["act"] == e["act"])]

    def topics(self, question: Question, rows: list[Row], found: Found) -> None:
        """Add what the acts were about: topics that the question does not name; of objections without one, acts."""
        about = self.store.read(
            "MATCH (a:Act)-[:ABOUT]->(t) WHERE a.id IN $ids AND (t:Topic OR (t:Act AND 'disapprove' IN a.kinds)) "
            "RETURN a.id AS act, t.id AS id, coalesce(t.summary, t.name) AS name, 'Topic' IN labels(t) AS topic "
            "ORDER BY act, name, id",
            {"ids": [r["id"] for r in rows]},
        ).rows
        named = {edge["act"] for edge in about if edge["topic"]}
        for edge in about:
            known = not question.sort and any(
                m.stems and set(m.stems) <= set(stem_words(edge["name"])) for m in question.acts.mentions
            )
            if edge["topic"] > known or not (edge["topic"] or edge["act"] in named):
                found.add(edge["name"], edge["id"], edge["act"])


def _other_sides(own: list[dict[str, Any]], edges: list[dict[str, Any]], present: set[str]) -> list[dict[str, Any]]:
    """Return those who are not on the side of those present: whom somebody meets is not who comes along."""
    same = {state for e in edges if e["id"] in present for state in e["of"]}
    return [e for e in own if not same & e["of"]]


def _is_town(edge: dict[str, Any]) -> bool:
    """Say whether a place can be a town: one that bears no name of a sea, an island or a zone, and is no state."""
    return "Place" in edge["labels"] and not set(edge["name"].lower().split()) & set(_NATURE)


def _of_label(edges: list[dict[str, Any]], labels: tuple[str, ...]) -> list[dict[str, Any]]:
    if labels == ("State",):
        return [e for e in edges if "State" in e["labels"]]
    direct = [e for e in edges if not e["side"]]
    if labels:
        return [e for e in direct if set(labels) & set(e["labels"])]
    persons = any(e for e in direct if not e["covered"] and "State" not in e["labels"])
    return [e for e in direct if not (e["covered"] and persons)]
