"""Finds the acts of a question in a store: which of them count, in what order, before and after what."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique.graph.shape import AHEAD, HOLDING
from communique.graph.store import Store
from communique.queries.ask.answer import THERE
from communique.queries.ask.compile import find_acts
from communique.queries.ask.question import Acts, Mention

Row = dict[str, Any]
# Days in a unit of time.
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


class Matcher:
    """Matches acts in one store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.cypher = ""
        self.params: dict[str, Any] = {}
        self.why = ""

    def matched(self, acts: Acts, *, keep: bool = False) -> list[Row]:
        """Return the rows of acts that count; note in `why` what was left out. `keep` keeps denied ones too."""
        self.cypher, self.params = find_acts(acts)
        rows = self.store.read(self.cypher, self.params).rows
        if acts.definite and (acts.before or acts.after):
            rows = self._meant(self.counting(rows, acts), acts)
        rows = self.pivoted(rows, acts)
        rows = self._linked(rows, acts)
        if not keep:
            denied = self.denied_by(rows, acts)
            rows = [r for r in rows if r["id"] not in denied]
        rows = self._meant(rows if keep else self.counting(rows, acts), acts)
        return self._ordered(rows, acts)

    def counting(self, rows: list[Row], acts: Acts) -> list[Row]:
        """Return the rows of the strongest standing: what holds, else what is inferred, else what lies ahead."""
        if acts.ids:
            # Chosen by what bears them out, whatever their standing; what is denied only where that is asked for.
            return rows if acts.modal else [r for r in rows if r["status"] != "denied"]
        tiers: list[tuple[str, ...]] = [HOLDING, ("inferred",), ("planned", "predicted"), ("possible",)]
        if acts.modal:
            tiers = [AHEAD, HOLDING, ("inferred",)]
        for tier in tiers:
            if found := [r for r in rows if r["status"] in tier]:
                return found
        if rows:
            standing = sorted({str(r["status"]).replace("_", " ") for r in rows})
            self.why = f"{THERE}, but it is only {' or '.join(standing)}"
        return []

    def denied_by(self, rows: list[Row], acts: Acts) -> set[str]:
        """Return the acts that those who speak only deny: these are not so according to them."""
        if not acts.speakers:
            return set()
        found = self.store.read(
            "MATCH (a:Act)<-[c:CLAIMS]-(said:Act) WHERE a.id IN $ids MATCH (said)<-[:CLAIMS*0..4]-(v:Act) "
            "MATCH (v)-[:BY|SIDE]->(x:Actor) WHERE x.id IN $voices "
            "RETURN DISTINCT a.id AS id, coalesce(c.factuality, '') = 'denied' AS denied ORDER BY id, denied",
            {"ids": [r["id"] for r in rows], "voices": [i for p in acts.speakers for i in p.ids]},
        ).rows
        return {r["id"] for r in found if r["denied"]} - {r["id"] for r in found if not r["denied"]}

    def _meant(self, rows: list[Row], acts: Acts) -> list[Row]:
        """Return the acts that a noun phrase means: those in its own words, and of "the flight" the best known."""
        if acts.soft and not acts.order and not acts.number:
            fit = {r["id"]: len(set(acts.soft) & set(r["words"] or [])) for r in rows}
            rows = [r for r in rows if fit[r["id"]] == max(fit.values())]
        days = {r["earliest"] for r in rows}
        if not acts.definite or acts.order or acts.number or len(days) < 2:
            return rows
        found = self.store.read(
            "MATCH (:Article)-[r:REPORTS]->(a:Act) WHERE a.id IN $ids RETURN a.id AS id, count(r) AS reports "
            "ORDER BY id",
            {"ids": [r["id"] for r in rows]},
        )
        reports = {r["id"]: r["reports"] for r in found.rows}
        most = max(reports.values(), default=0)
        best = [r for r in rows if reports.get(r["id"]) == most]
        if len({r["earliest"] for r in best}) > 1 or best[0]["earliest"] is None:
            return rows
        chosen = [r for r in rows if r["earliest"] == best[0]["earliest"]]
        others = sorted({str(r["date"] or r["earliest"]) for r in rows if r not in chosen and r["earliest"]})
        self.why = f"the one that is reported most; there are others: {', '.join(others)}" if others else ""
        return chosen

    def pivoted(self, rows: list[Row], acts: Acts) -> list[Row]:
        """Return the rows that are before, after or on the day of the acts to compare with."""
        for side, pivot in (("before", acts.before), ("after", acts.after), ("same", acts.same)):
            if pivot is None:
                continue
            pivots = Matcher(self.store).matched(pivot)
            days = {(p["earliest"], p["latest"]) for p in pivots}
            if not pivots:
                self.why = f"nothing is known of what it should be {side}"
                return []
            if side == "same":
                own = {p["id"] for p in pivots} | self._parts([p["id"] for p in pivots])
                rows = [
                    r for r in rows if (r["earliest"], r["latest"]) in days and r["earliest"] and r["id"] not in own
                ]
                continue
            if len(days) > 1:
                listed = sorted({str(d[0]) for d in days if d[0]})
                undated = ["some without a day"] if any(d[0] is None for d in days) else []
                self.why = f"what it should be {side} is on several days: {', '.join([*listed, *undated])}"
                return []
            dated = not (pivot.kinds or pivot.parties or pivot.mentions)
            rows = [r for r in rows if any(self.compare(r, p, only_days=dated) == side for p in pivots)]
            if acts.gap:
                rows = [r for r in rows if any(_apart(r, p, *acts.gap) for p in pivots)]
            if not rows:
                self.why = f"none {side} it"
        return rows

    def _linked(self, rows: list[Row], acts: Acts) -> list[Row]:
        for linked in acts.linked:
            others = Matcher(self.store).matched(linked)
            found = self.store.read(
                "MATCH (a:Act)-[r]-(b:Act) WHERE a.id IN $ids AND b.id IN $others RETURN DISTINCT a.id AS id "
                "ORDER BY id",
                {"ids": [r["id"] for r in rows], "others": [o["id"] for o in others]},
            )
            near = {r["id"] for r in found.rows} | {o["id"] for o in others}
            rows = [r for r in rows if r["id"] in near]
        return rows

    def compare(self, one: Row, other: Row, *, only_days: bool = False) -> str:
        """Return whether one act is before or after another: by their days, else by what follows or answers what."""
        if one["id"] == other["id"]:
            return ""
        if _later(one["earliest"], other["latest"]):
            return "after"
        if _later(other["earliest"], one["latest"]):
            return "before"
        if only_days:
            return ""
        if self._follows(one["id"], other["id"]):
            return "after"
        return "before" if self._follows(other["id"], one["id"]) else ""

    def _follows(self, later: str, earlier: str) -> bool:
        found = self.store.read(
            "MATCH (a:Act {id: $later})-[:FOLLOWS|RESPONDS_TO*1..5]->(b:Act {id: $earlier}) RETURN count(*) AS n",
            {"later": later, "earlier": earlier},
        )
        return bool(found.rows and found.rows[0]["n"])

    def _ordered(self, rows: list[Row], acts: Acts) -> list[Row]:
        if not acts.order or not rows:
            return rows
        dated = sorted((r for r in rows if r["earliest"]), key=lambda r: (r["earliest"], r["id"]))
        days = sorted({r["earliest"] for r in dated})
        if not days:
            self.why = "none of them has a date"
            return []
        at = {"first": 0, "last": -1, "previous": -2, "next": 1}[acts.order]
        if acts.after is not None and acts.order == "next":
            at = 0
        if not -len(days) <= at < len(days):
            self.why = f"there is only one day: {days[0]}"
            return []
        chosen = [r for r in dated if r["earliest"] == days[at]]
        side = {"first": "after", "last": "before"}.get(acts.order, "")
        if len(chosen) > 1:  # of an act and its parts, these came one by one
            wholes = self._wholes([r["id"] for r in chosen])
            chosen = [r for r in chosen if r["id"] not in wholes]
        return [r for r in chosen if not any(side and self.compare(r, o) == side for o in chosen)]

    def _parts(self, ids: list[str]) -> set[str]:
        found = self.store.read(
            "MATCH (a:Act)-[:PART_OF|DURING]->(b:Act) WHERE b.id IN $ids RETURN DISTINCT a.id AS id ORDER BY id",
            {"ids": ids},
        )
        return {r["id"] for r in found.rows}

    def _wholes(self, ids: list[str]) -> set[str]:
        """Return those of the acts of which another one is a part."""
        found = self.store.read(
            "MATCH (a:Act)-[:PART_OF]->(b:Act) WHERE a.id IN $ids AND b.id IN $ids "
            "RETURN DISTINCT b.id AS id ORDER BY id",
            {"ids": ids},
        )
        return {r["id"] for r in found.rows}

    def closest(self, rows: list[Row], acts: Acts) -> list[Row]:
        """Return the rows that have most of the question's words, names and kinds apart, in their own words."""
        plain = [m for m in acts.mentions if not any(t.startswith(("kind:", "actor:", "place:")) for t in m.tokens)]
        fit = {r["id"]: sum(_stands(m, set(r["words"] or [])) for m in plain if m.stems) for r in rows}
        return [r for r in rows if fit[r["id"]] == max(fit.values())]

    def whole(self, rows: list[Row]) -> list[Row]:
        """Return the rows without the acts that are part of another row, or claimed by one."""
        ids = [r["id"] for r in rows]
        found = self.store.read(
            "MATCH (a:Act)-[:PART_OF|DURING]->(b:Act) WHERE a.id IN $ids AND b.id IN $ids "
            "RETURN DISTINCT a.id AS id ORDER BY id",
            {"ids": ids},
        )
        parts = {r["id"] for r in found.rows}
        return [r for r in rows if r["id"] not in parts]

    def innermost(self, rows: list[Row]) -> list[Row]:
        """Return the rows without the statements that only pass another row on."""
        if len(rows) < 2:
            return rows
        ids = [r["id"] for r in rows]
        found = self.store.read(
            "MATCH (a:Act)-[:CLAIMS*1..5]->(b:Act) WHERE a.id IN $ids AND b.id IN $ids "
            "RETURN DISTINCT a.id AS id ORDER BY id",
            {"ids": ids},
        )
        outer = {r["id"] for r in found.rows}
        return [r for r in rows if r["id"] not in outer]


def _later(one: date | None, other: date | None) -> bool:
    return bool(one and other and one > other)


def _stands(mention: Mention, words: set[str]) -> bool:
    return set(mention.stems) <= words or bool(set(mention.tokens) & words)


def _apart(one: Row, other: Row, number: float, unit: str) -> bool:
    """Say whether two acts lie a number of units apart, to half a unit."""
    if one["earliest"] is None or other["earliest"] is None:
        return False
    length = DAYS.get(unit, 1.0)
    days = abs((one["earliest"] - other["earliest"]).days)
    return bool(abs(days - number * length) <= length / 2)
