"""What an actor did and said, or what passed between two, in order of time, as it is known now or was by a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from communique.graph.store import Store
from communique.queries.catalogue import catalogue, run
from communique.queries.given_dates import Given, contradicted_dates
from communique.schemas.dates import Edtf, narrowest, parse_edtf

Day = date | None
Days = tuple[Day, Day]


@dataclass(frozen=True, slots=True)
class Entry:
    """An act on a timeline; `earliest` and `latest` are inclusive days, None where that end is open.

    `written` is its date as given, empty where nobody gives one; where reports contradict each other that of most of
    them, and `otherwise` has the others. `certain` says whether the day is: one day, and not marked with ``?``, ``~``
    or ``%``. `articles` report the act; `known` says whether one was certainly out by then.
    """

    act: str
    kind: str
    summary: str
    status: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    addressee: tuple[str, ...]
    articles: tuple[str, ...]
    written: str
    earliest: Day
    latest: Day
    certain: bool
    known: bool
    otherwise: tuple[str, ...] = ()

    @property
    def span(self) -> str:
        """Return the days that it can have been: a day, ``2019-07-01 .. 2019-07-31``, ``.. 2020-12-22``, or none."""
        if self.earliest is not None and self.earliest == self.latest:
            return self.earliest.isoformat()
        return f"{self.earliest or ''} .. {self.latest or ''}".strip() if self.earliest or self.latest else "no date"

    @property
    def parties(self) -> str:
        """Return who acts and to whom, as ``Wang Yi to Sergei Lavrov, toward United States``."""
        to = f" to {', '.join(self.addressee)}" if self.addressee else ""
        toward = f"{',' if to else ''} toward {', '.join(self.whom)}" if self.whom else ""
        return f"{', '.join(self.who) or 'unstated'}{to}{toward}"

    @property
    def mark(self) -> str:
        """Return what to say of its status: nothing where it is asserted."""
        return "" if self.status == "asserted" else self.status.replace("_", " ")


def read_timeline(
    store: Store,
    actor: str,
    other: str | None = None,
    *,
    since: date | None = None,
    until: date | None = None,
    known_by: date | None = None,
    kind: str | None = None,
    limit: int = 500,
) -> list[Entry]:
    """Return acts in which an actor takes part, or that passed between two, in order of time; at most `limit`.

    Actors and kind are ids. With `known_by`, only what articles published by that day report, with the status and the
    date that these articles alone give; of the acts that possibly lie in the window by today's dates.
    """
    values = {"actor": actor, "other": other, "kind": kind, "since": since, "until": until, "limit": limit}
    found = run(store, catalogue()["known-by"], {**values, "date": known_by or date.max})
    given = contradicted_dates(store, [row["act"] for row in found.rows], known_by)
    entries = [_entry(row, given.get(row["act"]), today=known_by is None) for row in found.rows]
    first, last = since or date.min, until or date.max
    within = [e for e in entries if (e.latest or date.max) >= first and (e.earliest or date.min) <= last]
    return sorted(within, key=lambda e: (e.earliest or date.max, e.latest or date.max, e.act))


def _entry(row: Mapping[str, Any], given: Given | None, today: bool) -> Entry:
    written, (earliest, latest) = _dated(row, today)
    if given is not None:
        written = parse_edtf(given.best) if given.most else None
        meant = [written] if written else [parse_edtf(text) for text in row["dates"]]
        earliest = min((d.earliest or date.min for d in meant), default=None)
        latest = max((d.latest or date.max for d in meant), default=None)
        earliest, latest = None if earliest == date.min else earliest, None if latest == date.max else latest
    within = narrowest([parse_edtf(text) for text in row["within"]]) if written is None else None
    mark = (written or within or parse_edtf("2000")).mark
    return Entry(
        act=row["act"],
        kind=row["kind"],
        summary=row["summary"],
        status=row["status"],
        who=tuple(row["who"]),
        whom=tuple(row["whom"]),
        addressee=tuple(row["addressee"]),
        articles=tuple(dict.fromkeys([*row["articles"], *row["possibly"]])),
        written=str(written or ""),
        otherwise=given.others if given is not None and given.most else (),
        earliest=earliest,
        latest=latest,
        certain=earliest is not None and earliest == latest and not mark,
        known=today or row["certain"],
    )


def _dated(row: Mapping[str, Any], today: bool) -> tuple[Edtf | None, Days]:
    """Return the date as written and its days: those of today, or as the articles of then give them.

    Where these do not date the act itself, it has the days of what it was within; where only later articles date it,
    it had ended when it was first published.
    """
    given, outer = (narrowest([parse_edtf(text) for text in row[column]]) for column in ("dates", "within"))
    as_today = not row["later"] and (given or not outer)
    if today or as_today or (given and str(given) == row["date"]):
        return (parse_edtf(row["date"]) if row["date"] else None), (row["earliest"], row["latest"])
    if best := given or outer:
        return given, (best.earliest, best.latest)
    return None, (None, row["published"])
