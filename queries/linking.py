"""Annotated acts and coded events that may be one occurrence: proposed with the reasons; only a person joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from communique.graph.loading.component import read_articles
from communique.graph.store import Store
from communique.schemas.vocabulary import Vocabulary

VAGUE = 7  # an act that may have been on more days than a week is not matched by day
_ACTS = (
    "MATCH (paper:Article)-[report:REPORTS]->(act:Act) WHERE act.status IN ['asserted', 'contested'] "
    "AND act.earliest IS NOT NULL AND act.latest IS NOT NULL AND ($act IS NULL OR act.id = $act) "
    "RETURN act.id AS id, act.summary AS summary, act.date AS date, act.kind AS kind, act.kinds AS kinds, "
    "act.earliest AS earliest, act.latest AS latest, paper.id AS article, report.paragraph AS paragraph "
    "ORDER BY earliest, id, article, size(paragraph), paragraph"
)
_EVENTS = (
    "MATCH (event:Act) WHERE event.earliest IN $days AND event.dataset IS NOT NULL AND event.kind IN $kinds "
    "RETURN event.id AS id, event.summary AS summary, event.date AS date, event.kind AS kind, "
    "event.earliest AS earliest, event.dataset AS dataset, event.row AS row ORDER BY earliest, id"
)
_PARTIES = (
    "MATCH (act:Act)-[role:BY|TO|TOWARD]->(actor:Actor) WHERE act.id IN $ids "
    "RETURN act.id AS act, type(role) AS role, actor.id AS id, actor.name AS name ORDER BY act, id, role"
)
_SIDES = (
    "MATCH (act:Act)-[side:SIDE]->(state:Actor) WHERE act.id IN $ids "
    "RETURN act.id AS act, toUpper(side.role) AS role, state.id AS id, state.name AS name ORDER BY act, id, role"
)
_SETTLED = "MATCH (a:Act)-[:SAME_AS|NOT_SAME_AS|UNSURE]-(b:Act) RETURN DISTINCT a.id AS a, b.id AS b ORDER BY a, b"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An annotated act, a coded event that may be the same, and why. `reference` is how an article writes the event."""

    act: str
    summary: str
    date: str
    article: str
    paragraph: str
    event: str
    event_summary: str
    event_date: str
    dataset: str
    row: int
    reasons: tuple[str, ...]

    @property
    def reference(self) -> str:
        """What stands behind `same_as` or `not_same_as`."""
        return f"{self.dataset}/{self.event}"


@dataclass(slots=True)
class _Parties:
    """Who acts and who receives, states of both sides included: names by id."""

    by: dict[str, str] = field(default_factory=dict)
    toward: dict[str, str] = field(default_factory=dict)

    def add(self, row: Mapping[str, Any]) -> None:
        """Add an actor in a role."""
        (self.by if row["role"] == "BY" else self.toward).setdefault(row["id"], row["name"])


def propose(store: Store, vocabulary: Vocabulary, act: str | None = None, days: int = 1) -> list[Proposal]:
    """Return the pairs of an annotated act and a coded event that may be one, in the order of the acts' days.

    They have a pair of parties, a family of kinds (a root of CAMEO) and their days in common, the last give or take
    `days`. What an article already says of a pair (`same_as`, `not_same_as`, `unsure`) is settled.
    """
    families = Families(vocabulary)
    acts = _acts(store, act)
    wanted = {day for row in acts.values() for day in _window(row, days)}
    kinds = {kind for row in acts.values() for kind in families.kinds_near(row["kind"])}
    events: dict[date, list[Mapping[str, Any]]] = defaultdict(list)
    for row in store.read(_EVENTS, {"days": sorted(wanted), "kinds": sorted(kinds)}).rows:
        events[row["earliest"]].append(row)
    settled = {(row["a"], row["b"]) for row in store.read(_SETTLED).rows}
    pairs: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = [
        (row, event)
        for row in acts.values()
        for day in _window(row, days)
        for event in events.get(day, ())
        if event["kind"] in families.kinds_near(row["kind"]) and (row["id"], event["id"]) not in settled
    ]
    parties = _parties_of(store, {row["id"] for pair in pairs for row in pair})
    found = []
    for given, event in pairs:
        if both := _pair(parties[given["id"]], parties[event["id"]], families.mutual(given["kind"], event["kind"])):
            reasons = (f"pair: {both}", families.reason(given["kind"], event["kind"]), _days_apart(given, event))
            found.append(_proposal(given, event, reasons))
    return found


class Families:
    """Kinds of act by the root of their CAMEO code, their own or that of the nearest kind above."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._roots = {kind: self._root(kind) for kind in vocabulary.kinds}
        self._kinds: dict[str, frozenset[str]] = {
            root: frozenset(k for k, r in self._roots.items() if r == root) for root in set(self._roots.values())
        }

    def _root(self, kind: str) -> str:
        codes = (self.vocabulary.kinds[k].cameo for k in self.vocabulary.ancestors(kind))
        return next((code[:2] for code in codes if code), "")

    def kinds_near(self, kind: str) -> frozenset[str]:
        """Return the kinds of a kind's family; none where it has no code."""
        root = self._roots.get(kind, "")
        return self._kinds[root] if root else frozenset()

    def mutual(self, one: str, other: str) -> bool:
        """Say whether acts of two kinds may be told the other way round: talks, and a visit by its host."""
        a, b = self.vocabulary.kinds[one], self.vocabulary.kinds[other]
        return a.symmetric or b.symmetric or a.mirror == other

    def reason(self, one: str, other: str) -> str:
        """Return what two kinds have in common."""
        root = self._roots[one]
        family = f"CAMEO {root}, {self.vocabulary.cameo[root].name}"
        return f"kind: {one}" if one == other else f"kind: {one} and {other} ({family})"


def _acts(store: Store, act: str | None) -> dict[str, Mapping[str, Any]]:
    """Return the acts that are dated well enough, each as the article that introduces it reports it first."""
    rows = [row for row in store.read(_ACTS, {"act": act}).rows if (row["latest"] - row["earliest"]).days < VAGUE]
    articles = read_articles(store, sorted({row["article"] for row in rows}))
    introduced = {(a.id, article.id) for article in articles.values() for a in article.acts if not a.same}
    found: dict[str, Mapping[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (row["id"], row["article"]) not in introduced):
        found.setdefault(row["id"], row)
    return dict(sorted(found.items(), key=lambda item: (item[1]["earliest"], item[0])))


def _window(row: Mapping[str, Any], days: int) -> Iterator[date]:
    first, last = row["earliest"] - timedelta(days), row["latest"] + timedelta(days)
    return (first + timedelta(n) for n in range((last - first).days + 1))


def _parties_of(store: Store, acts: Iterable[str]) -> Mapping[str, _Parties]:
    found: dict[str, _Parties] = defaultdict(_Parties)
    for cypher in (_PARTIES, _SIDES):
        for row in store.read(cypher, {"ids": sorted(acts)}).rows:
            found[row["act"]].add(row)
    return found


def _pair(act: _Parties, event: _Parties, mutual: bool) -> str:
    """Return the names of the two parties that an act and an event share, those who act first; "" where there are none.

    Several who act together are a pair too; told the other way round it counts where `mutual` says so.
    """
    ways = [(event.by, event.toward)] + ([(event.toward, event.by)] if mutual else [])
    receiving = act.toward or (act.by if mutual else {})
    for by, toward in ways:
        for one in sorted(act.by.keys() & by.keys()):
            for other in sorted((receiving.keys() & toward.keys()) - {one}):
                return f"{act.by[one]} and {receiving[other]}"
    return ""


def _days_apart(row: Mapping[str, Any], event: Mapping[str, Any]) -> str:
    day = event["earliest"]
    apart = max((row["earliest"] - day).days, (day - row["latest"]).days, 0)
    if apart:
        return f"days: {apart} apart"
    same = row["earliest"] == row["latest"]
    return "days: the same" if same else f"days: within {row['date'] or row['earliest']}"


def _proposal(row: Mapping[str, Any], event: Mapping[str, Any], reasons: tuple[str, ...]) -> Proposal:
    return Proposal(
        act=row["id"],
        summary=row["summary"],
        date=row["date"] or str(row["earliest"]),
        article=row["article"],
        paragraph=row["paragraph"],
        event=event["id"],
        event_summary=event["summary"],
        event_date=event["date"],
        dataset=event["dataset"],
        row=event["row"],
        reasons=reasons,
    )
