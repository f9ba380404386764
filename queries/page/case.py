"""What a page shows, as JSON values: acts with their parties, days, evidence and conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from communique.graph.rows import Edge, Key, Properties, Rows
from communique.graph.store import Store
from communique.queries.conflicts import Conflict, Telling, find_conflicts
from communique.queries.page.days import spoken_days
from communique.queries.page.network import pairs, positions, ties, tone
from communique.schemas.dates import parse_edtf

Row = dict[str, Any]
_ROLES = ("by", "to", "toward", "affects")
_GIVEN = ("paragraph", "mark", "factuality", "hedge", "phrase", "said_date")


def read_case(store: Store, rows: Rows) -> Row:
    """Return the `actors`, `articles`, `acts` and `pairs` of a part of a graph, acts in its order.

    Actors and articles are referred to by their place in their list, acts by theirs. Each act has its parties by role,
    who acts `for` whom (places of party and state), its days as ISO texts and `when` as a reader says them, `reports`
    with the voices from the outermost, `details` with theirs, and the `conflicts` of its sources.
    """
    return _Case(rows, find_conflicts(store)).read()


class _Case:
    """The part of a graph, looked up by ends."""

    def __init__(self, rows: Rows, conflicts: Iterable[Conflict]) -> None:
        self.rows = rows
        self.nodes = {key: node.properties for key, node in rows.nodes.items()}
        self.finer = {key: node.finer for key, node in rows.nodes.items()}
        self.out: dict[Key, list[Edge]] = {}
        self.into: dict[Key, list[Edge]] = {}
        for edge in rows.all_edges():
            self.out.setdefault(edge.source, []).append(edge)
            self.into.setdefault(edge.target, []).append(edge)
        self.conflicts: dict[str, list[Conflict]] = {}
        for conflict in conflicts:
            self.conflicts.setdefault(conflict.thing, []).append(conflict)
        party = {e.target for e in rows.all_edges() if e.source[0] == "Act" and e.type.lower() in (*_ROLES, "side")}
        self.actors = self._places(party, "Actor")
        self.articles = self._places(self.nodes, "Article")

    def _places(self, keys: Iterable[Key], label: str) -> dict[Key, int]:
        wanted = [key for key in keys if key[0] == label and key in self.nodes]
        return {key: n for n, key in enumerate(sorted(wanted, key=lambda k: (self.nodes[k]["name"], k)))}

    def read(self) -> Row:
        keys = [key for key in self.nodes if key[0] == "Act"]
        acts = [self._act(key, self.nodes[key]) for key in keys]
        edges, tied = pairs(self.rows, self.actors, {key: n for n, key in enumerate(keys)}), ties(acts)
        sizes = Counter(
            n for act in acts for n in {*(n for role in _ROLES for n in act[role]), *(s for _, s in act["for"])}
        )
        placed = positions([sizes[n] for n in self.actors.values()], edges, tied)
        return {
            "actors": [{**self._actor(key), "x": placed[n][0], "y": placed[n][1]} for key, n in self.actors.items()],
            "articles": [self._article(key) for key in self.articles],
            "acts": acts,
            "pairs": edges,
            "ties": tied,
        }

    def _actor(self, key: Key) -> Row:
        return {"id": key[1], "name": self.nodes[key]["name"], "sort": (*self.finer[key], "Actor")[0].lower()}

    def _article(self, key: Key) -> Row:
        given = self.nodes[key]
        publishers = [self.nodes[e.target]["name"] for e in self.out.get(key, []) if e.type == "PUBLISHED_BY"]
        return {
            "id": key[1],
            "headline": given.get("headline", ""),
            "publisher": ", ".join(publishers),
            "published": spoken_days(given.get("earliest"), given.get("latest")),
            "url": given["url"] if given.get("url", "").startswith(("https://", "http://")) else "",
        }

    def _act(self, key: Key, given: Properties) -> Row:
        edges = self.out.get(key, [])
        days = given.get("earliest"), given.get("latest")
        mark = parse_edtf(given["date"]).mark if given.get("date") else ""
        sides = [(("Actor", e.properties["party"]), e.target) for e in edges if e.type == "SIDE"]
        return {
            "id": key[1],
            "summary": given["summary"],
            "kind": given["kind"],
            "kinds": given.get("kinds", [given["kind"]]),
            "status": given["status"],
            "tone": tone(given.get("quad")),
            "when": spoken_days(*days, mark),
            "earliest": days[0] and days[0].isoformat(),
            "latest": days[1] and days[1].isoformat(),
            "certain": days[0] is not None and days[0] == days[1] and not mark,
            **{role: self._actors(edges, role) for role in _ROLES},
            "for": [[self.actors[party], self.actors[state]] for party, state in sides if party in self.actors],
            "about": [self._name(e.target) for e in edges if self._is_about(e)],
            "at": [f"{e.properties.get('preposition', 'at')} {self._name(e.target)}" for e in edges if e.type == "AT"],
            "coded": f"{given['dataset']}, row {given.get('row', '?')}" if given.get("dataset") else "",
            "reports": self._reports(key),
            "details": [self._detail(e.source) for e in self.into.get(key, []) if e.source[0] == "Detail"],
            "conflicts": [_conflict(c) for c in self.conflicts.get(key[1], [])],
        }

    def _actors(self, edges: Iterable[Edge], role: str) -> list[int]:
        return list(
            dict.fromkeys(self.actors[e.target] for e in edges if e.type == role.upper() and e.target in self.actors)
        )

    def _is_about(self, edge: Edge) -> bool:
        """Say whether an edge leads to what an act is about: what stands in a party's role and is no actor, too."""
        role = edge.type == "ABOUT" or (edge.type.lower() in _ROLES and edge.target not in self.actors)
        return role and edge.target in self.nodes

    def _detail(self, key: Key) -> Row:
        party = [self._name(e.target) for e in self.out[key] if e.type == "FOR"]
        return {"name": self._name(key), "party": ", ".join(party), "reports": self._reports(key)}

    def _reports(self, key: Key) -> list[Row]:
        found = [
            {
                "article": self.articles[e.source],
                "chain": e.properties.get("speakers", []),
                **{name: e.properties[name] for name in _GIVEN if name in e.properties},
            }
            for e in self.into.get(key, [])
            if e.type == "REPORTS"
        ]
        return sorted(found, key=lambda r: (r["article"], len(r["paragraph"]), r["paragraph"]))

    def _name(self, key: Key) -> str:
        return str(self.nodes[key].get("summary") or self.nodes[key]["name"])


def _conflict(conflict: Conflict) -> Row:
    return {
        "kind": conflict.kind,
        "aspect": conflict.aspect,
        "values": [
            {"value": _spoken(conflict, value), "voices": [_voice(t) for t in tellings]}
            for value, tellings in conflict.by_value().items()
        ],
    }


def _spoken(conflict: Conflict, value: str) -> str:
    if conflict.aspect != "date":
        return value
    given = parse_edtf(value)
    return spoken_days(given.earliest, given.latest, given.mark)


def _voice(telling: Telling) -> str:
    where = f"{telling.publisher} {telling.paragraph}"
    return where if telling.voice == telling.publisher else f"{telling.voice} in {where}"
