"""What sources tell of one act: who gives which value, where, through whom, how surely."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

# How sources can disagree: whether it is so (denial), in what cannot both be (contradiction: days, places, parties,
# purposes, kinds of thing, judgements), in figures (number), in how surely or strongly they say it (strength), in the
# words they print (wording), in names, by leaving out (omission).
KINDS = ("denial", "contradiction", "number", "strength", "wording", "name", "omission")
MONTH = 31  # days: two acts within a span that is longer are not taken for one another
ASSERTING = ("asserted", "habitual")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """One source's value: the article and paragraph it stands in, its publisher, the voices from the outermost.

    `factuality`, `mark`, `hedge` and `phrase` are those of the report; `date` is the one that this report gives, `via`
    the statement that it is a claim of, `sides` the states for which the original source speaks.
    """

    value: str
    article: str
    paragraph: str
    publisher: str
    chain: tuple[str, ...] = ()
    factuality: str = "asserted"
    mark: str = "reported"
    hedge: str = ""
    phrase: str = ""
    date: str = ""
    kind: str = ""
    via: str = ""
    sides: tuple[str, ...] = ()
    excerpt: bool = False
    published: datetime.date | None = None

    @property
    def voice(self) -> str:
        """Who says so: the innermost speaker, else the publisher."""
        return self.chain[-1] if self.chain else self.publisher

    @property
    def source(self) -> tuple[str, str]:
        """The article and the voice in it."""
        return self.article, self.voice

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
            found.setdefault(telling.value, {}).setdefault(telling.source, telling)
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
    series: list[Row] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of the first of them."""
        return str(self.act["id"])

    @property
    def summary(self) -> str:
        """What it is, in one sentence."""
        return str(self.act["summary"])

    @property
    def asserted(self) -> list[Telling]:
        """The reports that say it is so."""
        return [t for t in self.reports if t.asserts]

    @property
    def denied(self) -> list[Telling]:
        """The reports that say it is not so."""
        return [t for t in self.reports if t.factuality == "denied"]

    def sides(self, role: str) -> set[str]:
        """Return who has a role: the state of each, where it is known."""
        return {r["state"] or r["id"] for r in self.roles if r["role"] == role}

    def states(self, role: str) -> set[str]:
        """Return the states, as far as they are known, of those who have a role."""
        return {r["state"] for r in self.roles if r["role"] == role and r["state"]}

    def linked(self, *relations: str) -> set[str]:
        """Return the ids of the acts to which it has one of these links."""
        return {link["other"] for link in self.links if link["relation"] in relations}

    def alike(self, other: Told) -> bool:
        """Say whether either act is of the other's kind."""
        return self.act["kind"] in other.act["kinds"] or other.act["kind"] in self.act["kinds"]

    def within(self, telling: Telling, days: int) -> bool:
        """Say whether an article came out at most some days after the act."""
        latest, published = self.act["latest"], telling.published
        return latest is not None and published is not None and (published - latest).days <= days

    def lasts(self, days: int) -> bool:
        """Say whether it is dated to within some days."""
        earliest, latest = self.act["earliest"], self.act["latest"]
        return earliest is not None and latest is not None and (latest - earliest).days < days

    def conflict(self, kind: str, aspect: str, tellings: Iterable[Telling]) -> Conflict:
        """Return a disagreement on it."""
        return Conflict(kind, aspect, self.id, self.summary, tuple(tellings))


def sources(tellings: Iterable[Telling]) -> set[tuple[str, str]]:
    """Return the sources of some tellings."""
    return {t.source for t in tellings}


def first_by_article(tellings: Iterable[Telling]) -> dict[str, Telling]:
    """Return the first telling of each article."""
    found: dict[str, Telling] = {}
    for telling in tellings:
        found.setdefault(telling.article, telling)
    return found


def details_of(told: Told, *attributes: str) -> Iterator[Row]:
    """Yield its details of some attributes."""
    yield from (d for d in told.details if d["attribute"] in attributes)


def given(told: Told, *attributes: str) -> list[Telling]:
    """Return who says a value of some attributes to be so."""
    return [t for d in details_of(told, *attributes) for t in d["tellings"] if t.asserts]


def placements(place: Told) -> list[tuple[str, Telling]]:
    """Return the states in which sources put a place, each with who says so."""
    placed = [(d["state"], t) for d in details_of(place, "located_in") if d["state"] for t in d["tellings"]]
    return [(state, telling) for state, telling in placed if telling.asserts]


def same_days(one: Told, other: Told) -> bool:
    """Say whether two acts can have been on one day, where both are dated within a month."""
    spans: list[tuple[datetime.date, datetime.date]] = []
    for told in (one, other):
        earliest, latest = told.act["earliest"], told.act["latest"]
        if earliest is None or latest is None or (latest - earliest).days > MONTH:
            return False
        spans.append((earliest, latest))
    return max(spans[0][0], spans[1][0]) <= min(spans[0][1], spans[1][1])
