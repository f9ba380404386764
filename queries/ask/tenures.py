"""Who held which office when, as the vocabulary knows it: also those whom no article names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from communique.queries.ask.answer import Found
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Question
from communique.schemas.dates import Edtf, parse_edtf

# Who holds an office no longer than this fills in until the next comes.
_INTERIM = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Tenure:
    """The days that somebody held an office, in EDTF; the last is the successor's where that one begins on it."""

    person: str
    office: str
    span: Edtf

    @property
    def since(self) -> date:
        """The first day; where none is known, the first of all days."""
        return self.span.earliest or date.min

    @property
    def until(self) -> date:
        """The last day; where it goes on, the last of all days."""
        return self.span.latest or date.max


class Tenures:
    """The tenures of a vocabulary, and answers to questions for them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = lexicon.names
        self.known = [
            Tenure(person, office, parse_edtf(span))
            for office, held in lexicon.persons.items()
            for person, span in held
        ]

    def name(self, one: str) -> str:
        """Return the name of a person or an office."""
        return self._names.get(one, one)

    def of(self, persons: Iterable[str] = (), offices: Iterable[str] = ()) -> list[Tenure]:
        """Return the tenures of some persons in some offices, the earliest first; of all, where none are given."""
        people, posts = set(persons), set(offices)
        found = [t for t in self.known if (not people or t.person in people) and (not posts or t.office in posts)]
        return sorted(found, key=lambda t: (t.since, t.until, t.person))

    def on(self, tenures: Iterable[Tenure], since: date | None, until: date | None) -> list[Tenure]:
        """Return those of some tenures that fall in some days."""
        first, last = since or date.min, until or date.max
        return [t for t in tenures if t.since <= last and t.until >= first and not (t.until == first and self._over(t))]

    def _over(self, tenure: Tenure) -> bool:
        """Say whether somebody else began on the last day of a tenure."""
        return any(
            o.office == tenure.office and o.since == tenure.until and o.person != tenure.person for o in self.known
        )

    def told(self, tenure: Tenure) -> str:
        """Return a tenure in words."""
        return f"{self.name(tenure.person)}, {self.name(tenure.office)}: {tenure.span}"

    def answer(self, question: Question, found: Found) -> None:
        """Add the days of tenures, or those who held an office before or after somebody, or one after the other."""
        tenures = self.of(question.entities, question.offices)
        what = question.attributes[0]
        if what in ("before", "after"):
            for tenure in tenures:
                for other in self._beside(tenure, after=what == "after"):
                    found.add(self.name(other.person), other.person)
        elif what == "offices":
            for tenure in tenures:
                found.add(self.name(tenure.office), tenure.office)
        elif what == "holders":
            windows = question.acts.windows
            since = max((w.since for w in windows if w.since), default=None)
            until = min((w.until for w in windows if w.until), default=None)
            for tenure in self.on(tenures, since, until):
                found.add(self.name(tenure.person), tenure.person)
        else:
            for tenure in tenures:
                if value := _told(tenure.span, what):
                    found.add(value)
        told = "; ".join(map(self.told, tenures))
        if what != "holders" or not found.values:
            found.why = f"the vocabulary has {told}" if told else "no such tenure is known"

    def _beside(self, tenure: Tenure, *, after: bool) -> list[Tenure]:
        """Return who held the office next, or last before, and beyond those who only filled in."""
        others = [o for o in self.of(offices=(tenure.office,)) if o.person != tenure.person]
        if after:
            others = [o for o in others if o.since >= tenure.until]
        else:
            others = [o for o in reversed(others) if o.until <= tenure.since]
        regular = next((n for n, o in enumerate(others) if o.until - o.since > _INTERIM), len(others) - 1)
        return others[: regular + 1]


def _told(span: Edtf, what: str) -> str:
    """Return the first day of a span, its last, how long it is, or both days; nothing where that is not known."""
    start, _, stop = span.text.partition("/")
    if what == "days":
        return span.text
    if what in ("start", "stop"):
        told = start if what == "start" else stop or start
        return "" if told in ("..", "") else told
    if span.earliest is None or span.latest is None:
        return f"since {start}" if span.latest is None and span.earliest else ""
    months = (span.latest.year - span.earliest.year) * 12 + span.latest.month - span.earliest.month
    months -= span.latest.day < span.earliest.day
    years, months = divmod(months, 12)
    parts = [f"{n} {unit}{'s' if n != 1 else ''}" for n, unit in ((years, "year"), (months, "month")) if n]
    return " and ".join(parts) or f"{(span.latest - span.earliest).days} days"
