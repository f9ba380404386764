"""Facts in the form in which two annotations are compared, and how alike two of them are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from communique.loaders.article_reader import ReadArticle
from communique.schemas.records import Report
from communique.schemas.stems import stem_words
from communique.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Fact:
    """An act or detail of one annotation.

    `line` is where its id (a detail's act) is introduced, 0 where that has none; `kinds` are its kind (a detail's
    attribute) with further ones, `family` these with their ancestors; `roles` are (role, section, target), `doers` who
    acts, with their states; `chain` the voices around it; `figure` is (number, unit, comparator, ratio) of a detail,
    `about` (section, id) what it is a detail of.
    """

    id: str
    detail: bool
    line: int
    paragraphs: tuple[str, ...]
    kinds: tuple[str, ...]
    family: frozenset[str]
    roles: frozenset[tuple[str, str, str]]
    doers: frozenset[str]
    chain: tuple[str, ...]
    factuality: str
    mark: str
    dates: frozenset[str]
    text: str
    words: frozenset[str]
    figure: tuple[object, ...] = ()
    about: tuple[str, str] = ("", "")

    @property
    def kind(self) -> str:
        """Return its first kind."""
        return self.kinds[0]

    def targets(self, role: str) -> frozenset[tuple[str, str]]:
        """Return (section, id) of who or what has a role."""
        return frozenset((section, target) for r, section, target in self.roles if r == role)

    def renamed(self, ids: Mapping[str, str]) -> Fact:
        """Return the fact with the acts that it names under the other annotation's ids; unmatched ones get none."""

        def other(section: str, target: str) -> str:
            return ids.get(target, "") if section == "acts" else target

        roles = frozenset((role, section, other(section, target)) for role, section, target in self.roles)
        return replace(self, roles=roles, about=(self.about[0], other(*self.about)))


def facts_of(read: ReadArticle) -> tuple[list[Fact], list[Fact]]:
    """Return the acts and the details of an annotation, in the order of its file."""
    article, vocabulary = read.article, read.vocabulary
    reports: dict[str, list[Report]] = {}
    for report in article.reports:
        reports.setdefault(report.fact, []).append(report)
    acts = []
    for act in article.acts:
        kinds = (act.kind, *act.also)
        roles = frozenset((role.role, role.section, role.target) for role in act.roles)
        doers = {target for role, _, target in roles if role == "by"}
        states = {state.id for doer in doers if (state := vocabulary.state_of(doer))}
        fact = _fact(act.id, False, reports[act.id], kinds, roles, act.summary, vocabulary)
        acts.append(replace(fact, doers=frozenset(doers | states), line=_line(read, act.id)))
    return acts, _details(read, reports)


def _line(read: ReadArticle, act: str) -> int:
    return read.places[act].line if act in read.places else 0


def _details(read: ReadArticle, reports: dict[str, list[Report]]) -> list[Fact]:
    details = []
    for detail in read.article.details:
        subject = next((section, target) for kind, target, section in detail.links if kind == "OF")
        parties = frozenset((kind, section, t) for kind, t, section in detail.links if kind in ("FOR", "TOWARD"))
        figure = (detail.number, detail.unit, detail.comparator, detail.ratio)
        counted = detail.number is not None or detail.ratio is not None
        fact = _fact(detail.id, True, reports[detail.id], (detail.attribute,), parties, detail.value, read.vocabulary)
        line = _line(read, subject[1])
        details.append(replace(fact, figure=figure if counted else (), about=subject, line=line))
    return details


def _fact(
    fact: str,
    detail: bool,
    reports: list[Report],
    kinds: tuple[str, ...],
    roles: frozenset[tuple[str, str, str]],
    text: str,
    vocabulary: Vocabulary,
) -> Fact:
    said = next((report for report in reports if report.factuality != "mentioned"), reports[0])
    family = frozenset(kinds) if detail else frozenset(k for kind in kinds for k in vocabulary.ancestors(kind))
    dates = frozenset(report.date for report in reports if report.date)
    paragraphs = tuple(dict.fromkeys(report.paragraph for report in reports))
    given = (said.speakers, said.factuality, said.mark, dates, text, frozenset(stem_words(text)))
    return Fact(fact, detail, 0, paragraphs, kinds, family, roles, frozenset(), *given)


def likeness(one: Fact, other: Fact) -> int:
    """Return how alike two facts are, from 1 to 100; 0 where they cannot be the same.

    The same fact stands in a paragraph of both, has the same kind or one that is an ancestor of the other's, and
    where both name doers, some are in both (a ministry for its state). A detail has the same attribute, and the same
    subject or value. What makes two alike besides: participants, voices, date, factuality, and words.
    """
    if not set(one.paragraphs) & set(other.paragraphs):
        return 0
    if not (set(one.kinds) & other.family or set(other.kinds) & one.family):
        return 0
    if one.doers and other.doers and not one.doers & other.doers:
        return 0
    subject = one.about == other.about
    value = one.figure == other.figure if one.figure or other.figure else one.words == other.words
    if one.detail and not (subject or value):
        return 0
    who, whom = (frozenset(r for r in fact.roles if r[1] != "acts") for fact in (one, other))
    chain = 1.0 if one.chain == other.chain else 0.5 if bool(one.chain) == bool(other.chain) else 0.0
    given = (one.factuality == other.factuality) + (one.mark == other.mark) + (one.dates == other.dates)
    kind = _overlap(frozenset(one.kinds), frozenset(other.kinds)) / 2 + (one.kind == other.kind) / 2
    parts = (20 * kind, 25 * _overlap(who, whom), 15 * chain, 5 * given, 5 * subject, 5 * value)
    return 1 + round(sum(parts) + 14 * _overlap(one.words, other.words))


def _overlap(one: frozenset[object], other: frozenset[object]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
