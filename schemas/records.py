"""What one article says, as records: acts, details, and a report for each time it gives one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A participant: `role` is by, to, toward, affects, about or at; `section` where the target stands.

    `offices` are the offices in which a person acted, `acting_for` the actor it was done for,
    `preposition` how a place belongs to the act (over, between).
    """

    role: str
    target: str
    section: str
    preposition: str = ""
    offices: Words = ()
    acting_for: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link from an act to another act (or, for a series, to a topic): somebody's claim, with its mark.

    `article` is the article that introduces the target, where this file does not give it (identity links only).
    """

    type: str
    target: str
    section: str
    mark: str
    paragraph: str
    via: str = ""
    number: int | None = None
    hedge: str = ""
    article: str = ""


@dataclass(slots=True)
class Act:
    """An act as one article has it; `same` where another article introduces it."""

    id: str
    kind: str
    also: Words = ()
    same: bool = False
    name: str = ""
    summary: str = ""
    roles: list[Role] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Detail:
    """A figure or other detail of an act or thing: the value as written, and its number, unit, comparator.

    `number` counts `unit`; `comparator` is ``=``, ``>``, ``>=``, ``<``, ``<=`` or ``~``; `ratio` compares with
    `than`. `links` are (type, target, section): OF, FOR, TOWARD, THAN, DERIVED_FROM, REFERS_TO.
    """

    id: str
    attribute: str
    value: str
    number: float | None = None
    unit: str = ""
    comparator: str = ""
    ratio: float | None = None
    links: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """That the article gives a fact: in which paragraph, as what, through whom.

    `speakers` are the names of the voices from the outermost to the innermost (empty: the article itself),
    `via` the statement that claims it; `holds` where the whole chain asserts it and nobody infers it. `kind` and
    `summary` are this report's own word and sentence for an act, where it gives them.
    """

    fact: str
    detail: bool
    paragraph: str
    mark: str
    factuality: str
    holds: bool
    hedge: str = ""
    phrase: str = ""
    date: str = ""
    said_date: str = ""
    via: str = ""
    speakers: Words = ()
    kind: str = ""
    summary: str = ""


@dataclass(slots=True)
class Article:
    """One article: its metadata, what it says, and the vocabulary entries that it uses."""

    id: str
    headline: str
    published: str
    publisher: str
    agency: str = ""
    url: str = ""
    datelined: Words = ()
    note: str = ""
    empty: dict[str, str] = field(default_factory=dict)
    acts: list[Act] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    authors: Words = ()
    excerpt: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the article as JSON values."""
        acts = [_fields(a) | {"roles": [*map(_fields, a.roles)], "links": [*map(_fields, a.links)]} for a in self.acts]
        details, reports = [*map(_fields, self.details)], [*map(_fields, self.reports)]
        return _fields(self) | {"acts": acts, "details": details, "reports": reports}

    @staticmethod
    def from_json(data: dict[str, Any]) -> Article:
        """Return the article from what `to_json` gave."""
        article = Article(**data)
        article.datelined, article.authors = tuple(article.datelined), tuple(article.authors)
        article.acts = [
            Act(
                **{
                    **act,
                    "also": tuple(act["also"]),
                    "roles": [Role(**{**r, "offices": tuple(r["offices"])}) for r in act["roles"]],
                    "links": [Link(**link) for link in act["links"]],
                }
            )
            for act in data["acts"]
        ]
        article.details = [Detail(**{**d, "links": [(a, b, c) for a, b, c in d["links"]]}) for d in data["details"]]
        article.reports = [Report(**{**r, "speakers": tuple(r["speakers"])}) for r in data["reports"]]
        return article


def _fields(record: Any) -> dict[str, Any]:
    """Return a record's fields by name, those of what it holds as they are (`asdict` copies each text)."""
    return {name: getattr(record, name) for name in record.__slots__}
