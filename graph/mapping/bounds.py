"""When acts were: the first and last day that they can have been, from their reports and the acts around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.graph.shape import AHEAD
from communique.schemas.dates import Edtf, narrowest, parse_edtf
from communique.schemas.records import Act, Article, Link, Report

_BOUNDING = ("DURING", "PART_OF", "FOLLOWS")
Days = tuple[date | None, date | None]


class Bounds:
    """Dates of acts: their reports' own, else those of the act they are part of, else up to publication.

    An act within another one that says less of its date than that one ("in March") has the other's days.
    """

    def __init__(self, acts: dict[str, list[tuple[Article, Act]]], reports: dict[str, list[Report]]) -> None:
        self.acts, self.reports = acts, reports
        self.known: dict[str, Days] = {}

    def own(self, act_id: str) -> Edtf | None:
        """Return the most precise date that no report contradicts."""
        return narrowest([parse_edtf(r.date) for r in self.reports[act_id] if r.date])

    def of(self, act_id: str) -> Days:
        """Follow an act outwards to the last that has a date; chains may be long, and lead round between files."""
        trail = {act_id: ""}
        while act_id not in self.known and (link := self._outer(act_id, trail)):
            act_id = link.target
            trail[act_id] = link.type
        outer: Days | None = None
        before = ""
        for inner, link_type in reversed(trail.items()):
            if inner not in self.known:
                self.known[inner] = self._within(inner, outer, before)
            outer, before = self.known[inner], link_type
        return self.known[next(iter(trail))]

    def written(self, act_id: str) -> Edtf | None:
        """Return the date to write for an act: its own, or the days of the act around it where these say more."""
        own, (earliest, latest) = self.own(act_id), self.of(act_id)
        if own and earliest and latest and (own.earliest, own.latest) != (earliest, latest):
            return parse_edtf(str(earliest) if earliest == latest else f"{earliest}/{latest}")
        return own

    def _outer(self, act_id: str, trail: Iterable[str]) -> Link | None:
        links = [link for _, act in self.acts.get(act_id, []) for link in act.links]
        wanted = (link for kind in _BOUNDING for link in links if link.type == kind and link.target in self.acts)
        return next((link for link in wanted if link.target not in trail), None)

    def _within(self, act_id: str, outer: Days | None, link_type: str) -> Days:
        """Return the days of an act that a link leads from to another one with these days."""
        own, (earliest, latest) = self.own(act_id), self._end(act_id)
        if outer is None:
            return earliest, latest
        if link_type == "FOLLOWS":
            after = earliest is None and outer[0] is not None and (latest is None or outer[0] <= latest)
            return (outer[0] if after else earliest), latest
        return outer if own is None or _inside(outer, (earliest, latest)) else (earliest, latest)

    def _end(self, act_id: str) -> Days:
        if own := self.own(act_id):
            return own.earliest, own.latest
        # What has not happened yet: no report of it bounds it by publication.
        ahead = {r.factuality for r in self.reports[act_id]} <= set(AHEAD)
        published = [parse_edtf(article.published).latest for article, _ in self.acts.get(act_id, [])]
        known = [day for day in published if day]
        return None, (min(known) if known and not ahead else None)


def _inside(inner: Days, outer: Days) -> bool:
    if None in (*inner, *outer):
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]  # type: ignore[operator]
