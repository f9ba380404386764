"""The typed question: what is wanted of which acts. Whatever can be built of these can be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

Words = tuple[str, ...]
ANY_ROLE = ("by", "to", "toward", "affects", "about", "at")
OTHER_ROLES = ("to", "toward", "affects", "about", "at")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in one of these roles: any of `ids` (persons in `offices` at the act's date).

    Without either, anybody with one of the `labels` (a State, a Person ...). A state stands also for those who
    act for it. `tokens` stand for it near an act, where its role is not certain (after "in", "with" ...);
    `members` are meant too: a Chinese newspaper is one. With `delegates`, a person also did what the own side did
    in talks with that person; `names` find the topics that bear the name of a state.
    """

    roles: Words
    ids: Words = ()
    offices: Words = ()
    words: str = ""
    labels: Words = ()
    tokens: Words = ()
    members: bool = False
    delegates: bool = False
    names: Words = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that must stand near the act: any of the tokens, or all of the stems."""

    words: str
    tokens: Words = ()
    stems: Words = ()


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `since` to `until`, both inclusive and either open; `words` as asked.

    `token` is the date as it stands near acts, where one day, month or year is meant.
    """

    since: date | None
    until: date | None
    words: str
    token: str = ""


@dataclass(frozen=True, slots=True)
class Acts:
    """Acts that fit: of any of the kinds, with all the parties and mentions, in time, in the order asked for.

    `month`, `day` and `weekday` (1 is Monday) hold in any year; `said` are words that a report dates by.
    `order` is first, last, previous or next; `number` the place in a series; `speakers` who says so; `before`,
    `after` and `same` (day) are other acts to compare with, `linked` acts that these must be linked to. Of
    several days `definite` ("the flight") means the one that is reported most; of the `soft`
    stems of a phrase in the singular ("a joint bomber flight") the acts that have most in their own words are meant.
    `own` stems must stand in the act's own words. Where acts are undated and `reported`, the windows hold for the
    article that reports them. `opposites` are the kinds that exclude these; `gap` is how far from `before` or `after`
    they lie, in a unit of time. `ids` are the acts themselves, where they were found by what the record bears out.
    """

    kinds: Words = ()
    parties: tuple[Party, ...] = ()
    mentions: tuple[Mention, ...] = ()
    windows: tuple[Window, ...] = ()
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    said: str = ""
    number: int | None = None
    order: str = ""
    speakers: tuple[Party, ...] = ()
    statements: bool = False
    before: Acts | None = None
    after: Acts | None = None
    same: Acts | None = None
    linked: tuple[Acts, ...] = ()
    modal: bool = False
    definite: bool = False
    soft: Words = ()
    own: Words = ()
    reported: bool = False
    opposites: Words = ()
    gap: tuple[float, str] | None = None
    words: str = ""
    ids: Words = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is wanted of the acts.

    `form` is one of: party (who is in `roles`), date, place, detail (of `attributes`), what (summaries), content
    (what a statement claims), truth (yes or no), source, reason, reply, count, order (before or after),
    office (who holds it), offices (of a person), attribute (of a thing), names (of a place), users (of a name). Only
    answers count that are `of` one of these states, one of `holders`, hold one of the `offices` then, and whose names
    or descriptions have the stems of `sort`; `media` is the edge from articles to newspapers or agencies, where one is
    asked for; an act that answers must be of the kind that the `noun` says. Of two questions
    in one, answers to a `common` one must answer the other too.
    """

    form: str
    acts: Acts = field(default_factory=Acts)
    roles: Words = ()
    labels: Words = ()
    attributes: Words = ()
    units: Words = ()
    entities: Words = ()
    number: float | None = None
    comparator: str = ""
    words: Words = ()
    other: Acts | None = None
    of: Words = ()
    holders: Words = ()
    offices: Words = ()
    sort: Words = ()
    media: str = ""
    noun: Mention | None = None
    common: bool = False
    rank: int = 0
