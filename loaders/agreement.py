"""Measures how far two annotations of one article agree: which facts are in both, and how alike those are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.loaders.article_reader import ReadArticle
from communique.loaders.compared_facts import Fact, facts_of, likeness
from communique.schemas.entries import ROLES

# What matched facts are compared in; roles are those of acts, `figure` is that of details.
PARTS = ("kind", *ROLES, "date", "factuality", "mark", "figure")
Pairs = list[tuple[Fact, Fact]]


@dataclass(slots=True)
class Agreement:
    """How many facts each annotation has and how many are in both; `same` of `compared` are alike, by part.

    A part is compared where at least one of the two gives it: that neither says a date is no agreement on dates.
    """

    article: str
    files: tuple[str, str] = ("", "")
    first: int = 0
    second: int = 0
    both: int = 0
    same: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    only_first: list[Fact] = field(default_factory=list)
    only_second: list[Fact] = field(default_factory=list)

    @property
    def f1(self) -> float | None:
        """Return the share of facts that are in both (the F1 of one against the other), None without facts."""
        return 2 * self.both / (self.first + self.second) if self.first + self.second else None

    def share(self, *parts: str) -> float | None:
        """Return which share of what was compared is the same, in these parts together; None where nothing was."""
        compared = sum(self.compared[part] for part in parts)
        return sum(self.same[part] for part in parts) / compared if compared else None

    def add(self, other: Agreement) -> None:
        """Add the figures of another article, without its facts."""
        self.first += other.first
        self.second += other.second
        self.both += other.both
        self.same.update(other.same)
        self.compared.update(other.compared)


def agreement(first: ReadArticle, second: ReadArticle) -> Agreement:
    """Return how two annotations of one article agree; the ids that the annotators chose do not matter."""
    (acts, details), (other_acts, other_details) = facts_of(first), facts_of(second)
    pairs = match(acts, other_acts)
    ids = {one.id: other.id for one, other in pairs}
    pairs = [(one.renamed(ids), other) for one, other in pairs]
    pairs += match([detail.renamed(ids) for detail in details], other_details)
    result = Agreement(first.article.id, (str(first.path), str(second.path)))
    result.first, result.second = len(acts) + len(details), len(other_acts) + len(other_details)
    result.both = len(pairs)
    for one, other in pairs:
        _compare(result, one, other)
    firsts, seconds = {one.id for one, _ in pairs}, {other.id for _, other in pairs}
    result.only_first = [fact for fact in (*acts, *details) if fact.id not in firsts]
    result.only_second = [fact for fact in (*other_acts, *other_details) if fact.id not in seconds]
    return result


def paired(ones: list[ReadArticle], others: list[ReadArticle]) -> tuple[list[Agreement], list[ReadArticle]]:
    """Return the agreement of the articles that both sides have, by the article's id, and the articles of one alone."""
    theirs = {read.article.id: read for read in others}
    both = [read for read in ones if read.article.id in theirs]
    ids = {read.article.id for read in both}
    alone = [read for read in (*ones, *others) if read.article.id not in ids]
    return [agreement(read, theirs[read.article.id]) for read in both], alone


def match(ones: list[Fact], others: list[Fact]) -> Pairs:
    """Return the one-to-one pairs of facts that are most alike in all; of equal ones, those in the same order."""
    import networkx as nx

    graph = nx.Graph()
    for i, one in enumerate(ones):
        for j, other in enumerate(others):
            if alike := likeness(one, other):
                graph.add_edge(i, len(ones) + j, weight=1000 * alike - min(abs(i - j), 999))
    found = sorted((min(edge), max(edge)) for edge in nx.max_weight_matching(graph))
    return [(ones[i], others[j - len(ones)]) for i, j in found]


def _compare(result: Agreement, one: Fact, other: Fact) -> None:
    parts: dict[str, tuple[object, object]] = {"factuality": (one.factuality, other.factuality)}
    parts["mark"] = (one.mark, other.mark)
    if one.detail:
        parts["figure"] = (one.figure, other.figure)
    else:
        parts |= {"kind": (one.kind, other.kind), "date": (one.dates, other.dates)}
        parts |= {role: (one.targets(role), other.targets(role)) for role in ROLES}
    for part, (mine, theirs) in parts.items():
        if mine or theirs:
            result.compared[part] += 1
            result.same[part] += mine == theirs


def total(agreements: Iterable[Agreement]) -> Agreement:
    """Return the figures of several articles together."""
    result = Agreement("all")
    for one in agreements:
        result.add(one)
    return result
