"""English to a typed question about coded events: what is asked, when, compared with what, and of which act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.clauses import read_clause
from communique.queries.ask.events.dialects import Dialect
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.question import EventQuestion, NotRead, Period, Pivot
from communique.queries.ask.events.scanning import Element, scan

Elements = list[Element]
# What a preposition before a date makes of it; all others mean that time itself.
_LIMITS = {"by": "by", "between": "between", "from": "since"}
_LIMITS |= dict.fromkeys(("until", "up to", "up until", "by end of", "until end of", "up to end of"), "by")
_BEFORE_PIVOT = ("prepositions", "relative", "when", "auxiliary", "be", "light")
_LINKS = ("of", "and", "for")
_WHEN = ("day", "month", "year")


class Unread(Exception):
    """A question that the grammar does not reach."""


class Grammar:
    """Reads questions with the names of one store, in one dialect."""

    def __init__(self, actors: Actors, words: EventWords, dialect: Dialect) -> None:
        self.actors, self.words, self.dialect = actors, words, dialect

    def read(self, text: str) -> EventQuestion | NotRead:
        """Return the typed question, or why there is none."""
        elements = scan(text, self.actors, self.words, self.dialect.short_dates)
        remarks: list[str] = []
        if self.dialect.similar:
            elements, remarks = self._resembling(elements)
        elements = [e for e in elements if e.words not in self.dialect.ignored]
        if unknown := [e.words for e in elements if e.type in ("word", "limits")]:
            return NotRead("not understood: " + ", ".join(dict.fromkeys(unknown)), tuple(self._near(elements, unknown)))
        try:
            question = self._question(elements)
        except Unread as reason:
            return NotRead(str(reason))
        return replace(question, remarks=(*remarks, *question.remarks))

    def _question(self, elements: Elements) -> EventQuestion:
        elements = [e for e in elements if e.type != "filler"]
        counted = any(e.type == "many" for e in elements)
        asked, elements = _asked(elements)
        order, elements = _order(elements)
        periods, elements = _periods(elements)
        pivots, elements = self._pivots(elements)
        clause = read_clause(elements, asked, self.words)
        if isinstance(clause, str):
            raise Unread(clause)
        if clause.stray:
            pivots = self._strayed(pivots, clause.stray)
        if any(p.relation in _WHEN and p.actor is None and p.act is None for p in pivots):
            raise Unread("the act on the same day, month or year is not named (say: as whom)")
        code = self.dialect.acts.get(clause.code, clause.code)
        asked = clause.asked if asked == "who" else asked
        question = EventQuestion(
            asked, (code,), clause.by, clause.toward, tuple(periods), order, tuple(pivots), counted
        )
        return question

    def _strayed(self, pivots: list[Pivot], stray: Mention) -> list[Pivot]:
        for n, pivot in enumerate(pivots):
            if pivot.actor is None and pivot.act is None:
                if not self.dialect.stray_pivot:
                    raise Unread(f"what {stray.words!r} has to do with it is not clear (say: as)")
                return [*pivots[:n], replace(pivot, actor=stray), *pivots[n + 1 :]]
        if self.dialect.stray:
            return pivots
        raise Unread(f"what {stray.words!r} has to do with it is not clear")

    def _pivots(self, elements: Elements) -> tuple[list[Pivot], Elements]:
        """Take out what the act is compared with: "before X", "after X visited Y", "on the same day as X"."""
        pivots: list[Pivot] = []
        left: Elements = []
        at = 0
        while at < len(elements):
            element = elements[at]
            if element.type in ("before", "after"):
                pivot, at = self._pivot(element.type, elements, at + 1)
                pivots.append(pivot)
            elif element.type == "same":
                unit = next((e for e in elements[at + 1 : at + 3] if e.type in ("unit", "time")), None)
                if unit is None:
                    at += 1
                    continue
                while left and left[-1].type == "prepositions" and left[-1].words in ("in", "on", "at", "of"):
                    left.pop()
                at = elements.index(unit, at) + 1
                while at < len(elements) and elements[at].type == "prepositions" and elements[at].words in ("in", "on"):
                    at += 1
                follows = elements[at].words if at < len(elements) else ""
                if follows in ("as", "of", "with", "that", "when", "for", "to", "like") or (
                    at < len(elements) and elements[at].type in ("when", "name", "relative")
                ):
                    pivot, at = self._pivot(unit.value or "day", elements, at)
                else:
                    pivot = Pivot(unit.value or "day")
                pivots.append(pivot)
            else:
                left.append(element)
                at += 1
        return pivots, left

    def _pivot(self, relation: str, elements: Elements, at: int) -> tuple[Pivot, int]:
        while at < len(elements) and elements[at].type in _BEFORE_PIVOT:
            at += 1
        if at >= len(elements) or elements[at].type != "name":
            raise Unread(f"{relation} what is not clear (a date or an actor is expected)")
        stop = at + 1
        while stop < len(elements) and elements[stop].type not in (
            "comma",
            "who",
            "somebody",
            "before",
            "after",
            "same",
        ):
            stop += 1
        own = elements[at:stop]
        rest = [*elements[:at], *elements[stop:]]
        if any(e.type == "act" for e in own) and any(e.type == "act" for e in rest):
            clause = read_clause(own, "act", self.words)
            if isinstance(clause, str):
                raise Unread(clause)
            code = self.dialect.acts.get(clause.code, clause.code)
            if clause.by is None or clause.toward is None:
                return Pivot(relation, clause.by or clause.toward), stop
            return Pivot(relation, act=EventQuestion("acts", (code,), clause.by, clause.toward)), stop
        stop = at + 1
        # "after China did", "in the same month as China's"
        while stop < len(elements) and elements[stop].type in ("auxiliary", "possessive", "be"):
            if elements[stop].type == "auxiliary" and stop + 1 < len(elements) and elements[stop + 1].type == "name":
                break
            stop += 1
        return Pivot(relation, elements[at].mention), stop

    def _resembling(self, elements: Elements) -> tuple[Elements, list[str]]:
        """Read unknown words, with a name beside them, as the names that they resemble."""
        out: Elements = []
        remarks: list[str] = []
        at = 0
        while at < len(elements):
            stop = at
            while stop < len(elements) and _named(elements[stop]):
                stop += 1
            run = elements[at:stop]
            if any(e.type == "word" for e in run):
                first = next(n for n, e in enumerate(run) if e.type in ("word", "name"))
                last = max(n for n, e in enumerate(run) if e.type in ("word", "name"))
                words = " ".join(e.words for e in run[first : last + 1])
                ids = tuple(self.actors.similar(words.split()))
                if ids:
                    out += [*run[:first], Element("name", words, run[first].at, mention=Mention(words, ids, True))]
                    out += run[last + 1 :]
                    at = stop
                    continue
            out += run or [elements[at]]
            at = max(stop, at + 1)
        return out, remarks

    def _near(self, elements: Elements, unknown: list[str]) -> list[str]:
        """Return words and names near to those that are not known."""
        from difflib import get_close_matches

        known = [*self.words.single, *(k for k in self.actors.exact if " " not in k)]
        near = [n for word in unknown for n in get_close_matches(word, known, n=2, cutoff=0.8) if n != word]
        beside, _ = self._resembling(elements)
        names = [self.actors.name(i) for e in beside if e.mention and e.mention.similar for i in e.mention.ids[:2]]
        return list(dict.fromkeys([*near, *names]))[:5]


def _named(element: Element) -> bool:
    """Say whether a word can be part of a name."""
    return element.type in ("word", "name", "possessive") or element.words in _LINKS


def _asked(elements: Elements) -> tuple[str, Elements]:
    """Return what is asked for: who, day, month, year, count or truth; and the elements without those words."""
    types = [e.type for e in elements]
    if "count" in types:
        return "count", [e for e in elements if e.type not in ("count", "who", "somebody", "unit", "time")]
    if "many" in types:  # "how many countries", "how many days"
        at = types.index("many")
        if at + 1 == len(types) or types[at + 1] not in ("somebody", "unit"):
            raise Unread("how many of what is not clear (times, countries, days ...)")
        elements = [*elements[:at], Element("who", "which", elements[at].at), *elements[at + 1 :]]
        types = [e.type for e in elements]
    units = [n for n, e in enumerate(elements) if e.type == "unit" and "same" not in types[max(0, n - 2) : n]]
    somebody = any(e.words in ("who", "whom", "whose") or _which_somebody(elements, n) for n, e in enumerate(elements))
    if somebody:
        # "who visited Iran in the month when Iraq did" asks who: the month is the same as another act's.
        for n in reversed(units):
            elements = [*elements[:n], Element("same", "", elements[n].at), *elements[n:]]
        return "who", elements
    if "when" in types or units or "time" in types:
        fronted = [n for n in units if "name" not in types[:n] or "when" in types]
        unit = elements[fronted[0]].value if fronted else "day"
        gone = {*fronted, *(n for n, t in enumerate(types) if t in ("time", "who", "somebody"))}
        if "when" in types:
            gone.add(types.index("when"))
        return unit, [e for n, e in enumerate(elements) if n not in gone]
    if "who" in types or "somebody" in types:
        return "who", elements
    if types and types[0] in ("auxiliary", "be"):
        return "truth", elements
    raise Unread("what is asked for is not clear (who, when, which country ...)")


def _which_somebody(elements: Elements, at: int) -> bool:
    return elements[at].type == "somebody" and at > 0 and elements[at - 1].type == "who"


def _order(elements: Elements) -> tuple[str, Elements]:
    orders = {e.type for e in elements if e.type in ("first", "last")}
    for near, then in pairwise(elements):
        if near.type == "near" and then.type in ("before", "after"):
            orders.add("last" if then.type == "before" else "first")
    elements = [e for e in elements if e.type != "near"]
    if len(orders) > 1:
        raise Unread("both first and last are asked for")
    return next(iter(orders), ""), [e for e in elements if e.type not in ("first", "last")]


def _periods(elements: Elements) -> tuple[list[Period], Elements]:
    """Take out the dates, each with the words before it that say how it limits the acts."""
    periods: list[Period] = []
    left: Elements = []
    dates = [e for e in elements if e.type == "date"]
    pair = len(dates) == 2 and any(e.words in ("between", "from") for e in elements)
    for element in elements:
        if element.type != "date" or element.date is None:
            left.append(element)
            continue
        relation = ""
        if left and left[-1].type == "prepositions":
            words = left.pop().words
            relation = _LIMITS.get(words, "")
        while left and left[-1].type in ("unit", "comma", "before", "after", "since") and not relation:
            popped = left.pop()
            relation = popped.type if popped.type not in ("unit", "comma") else ""
        if relation == "" and pair and periods and periods[-1].until is None and periods[-1].since is not None:
            periods[-1] = Period(periods[-1].since, element.date.latest, f"{periods[-1].words} to {element.words}")
            continue
        periods.append(_period(relation, element))
    return periods, left


def _period(relation: str, element: Element) -> Period:
    assert element.date is not None
    earliest, latest = element.date.earliest, element.date.latest
    if relation == "before":
        return Period(None, _shifted(earliest, -1), f"before {element.words}")
    if relation == "after":
        inclusive = earliest if earliest != latest else None
        return Period(_shifted(latest, 1), None, f"after {element.words}", inclusive)
    if relation in ("since", "between"):
        return Period(earliest, None, f"since {element.words}")
    if relation == "by":
        return Period(None, latest, f"until the end of {element.words}")
    return Period(earliest, latest, f"in {element.words}")


def _shifted(day: date | None, by: int) -> date | None:
    return date.fromordinal(day.toordinal() + by) if day else None
