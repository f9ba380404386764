"""Answers a typed question about coded events from the facts of a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from communique.queries.ask.answer import Value
from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.dialects import Dialect
from communique.queries.ask.events.facts import Fact, Facts
from communique.queries.ask.events.question import EventQuestion, Period, Pivot
from communique.queries.ask.events.tokens import cut

_TURNED = "nothing in the direction asked for: read the other way round"
_LAST = "the act to compare with is not there once: taken as near as can be"
_PREFIX = {"day": 10, "month": 7, "year": 4}


@dataclass(slots=True)
class Outcome:
    """What a question got: values, the facts they rest on, or why there are none; `notes` say what to know of it.

    `read` is what was read for it: in which role, of which actor.
    """

    values: list[Value] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    why: str = ""
    notes: list[str] = field(default_factory=list)
    read: tuple[str, str] = ("", "")


class Refused(Exception):
    """A question that has no one answer."""


class Answering:
    """Answers from one store's facts in one dialect."""

    def __init__(self, facts: Facts, actors: Actors, dialect: Dialect) -> None:
        self.facts, self.actors, self.dialect = facts, actors, dialect

    def answer(self, question: EventQuestion) -> Outcome:
        """Return what the facts say."""
        outcome = self._tried(question)
        for other, note in self._further(question):
            if outcome.values:
                break
            found = self._tried(other, last=note == _LAST)
            if found.values:
                found.notes = [n for n in (note, *found.notes) if n]
                outcome = found
        return outcome

    def _further(self, question: EventQuestion) -> Iterator[tuple[EventQuestion, str]]:
        """Yield what else the question may be, with what is to be said of it, as far as the dialect allows."""
        if self.dialect.reverse:
            yield _reversed(question), _TURNED
        widened = []
        if self.dialect.similar:
            widened = [self._widened(question)]
            yield widened[0], ""
        if self.dialect.several_pivots or self.dialect.no_pivot:
            yield from ((other, _LAST) for other in (question, *widened))

    def _tried(self, question: EventQuestion, *, last: bool = False) -> Outcome:
        try:
            return self._answer(question, last)
        except Refused as reason:
            return Outcome(why=str(reason))

    def _widened(self, question: EventQuestion) -> EventQuestion:
        """Return the question with every name standing also for those that resemble it."""
        by, toward = (m and self._resembling(m) for m in (question.by, question.toward))
        pivots = tuple(replace(p, actor=p.actor and self._resembling(p.actor)) for p in question.pivots)
        return replace(question, by=by, toward=toward, pivots=pivots)

    def _resembling(self, mention: Mention) -> Mention:
        if mention.similar:
            return mention
        return Mention(
            mention.words, tuple(dict.fromkeys([*mention.ids, *self.actors.similar(cut(mention.words))])), True
        )

    def _answer(self, question: EventQuestion, last: bool) -> Outcome:
        outcome = Outcome()
        facts = self.matching(question, outcome)
        if not facts:
            outcome.why = outcome.why or "no such event is recorded"
            return outcome
        for relation in question.pivots:
            facts = self._compared(question, relation, facts, outcome, last)
        facts = [f for f in facts if self._within(question, f)]
        if not facts:
            outcome.why = "none at that time"
        facts = self._first_or_last(question, facts, outcome)
        outcome.facts = facts
        outcome.values = self._values(question, facts)
        if question.counted and outcome.values:
            outcome.values = [Value(str(len(outcome.values)))]
        return outcome

    def matching(self, question: EventQuestion, outcome: Outcome) -> list[Fact]:
        """Return the facts of the act and the parties that are named, whenever they were."""
        by = self._meant(question, question.by, "by", outcome) if question.by else ""
        toward = self._meant(question, question.toward, "toward", outcome) if question.toward else ""
        role, actor = ("toward", toward) if toward else ("by", by)
        if not outcome.read[0]:  # what acts to compare with are read for comes later
            outcome.read = role, actor
        found = self.facts.of(role, actor, question.code)
        return [f for f in found if f.by == by] if toward and by else found

    def _meant(self, question: EventQuestion, mention: Mention, role: str, outcome: Outcome) -> str:
        """Return the one actor that a mention means: of several, the one that has facts."""
        if len(mention.ids) == 1 and not mention.similar:
            return mention.ids[0]
        other = question.toward if role == "by" else question.by
        fitting = []
        for id_ in mention.ids:
            facts = self.facts.of(role, id_, question.code)
            if other is not None and facts:
                facts = [f for f in facts if (f.toward if role == "by" else f.by) in other.ids]
            if facts:
                fitting.append(id_)
                if mention.similar:
                    break
        if not fitting:
            return mention.ids[0]
        self._chosen(mention, fitting, outcome)
        return fitting[0]

    def _compared(
        self, question: EventQuestion, pivot: Pivot, facts: list[Fact], outcome: Outcome, last: bool
    ) -> list[Fact]:
        days, left_out = self._days(question, pivot, facts, outcome)
        if not days:
            if last and self.dialect.no_pivot:
                return facts
            words = pivot.actor.words if pivot.actor else "the act to compare with"
            raise Refused(f"{words!r}: no such event is recorded to compare with")
        if len(days) > 1:
            if not (last and self.dialect.several_pivots):
                raise Refused(f"the act to compare with is on {len(days)} days: {', '.join(days[:12])} (give the date)")
            days = days[:1] if self.dialect.several_pivots == "first" else days[-1:]
        day = days[0]
        facts = [f for f in facts if f.id not in left_out]
        if pivot.relation == "before":
            return [f for f in facts if f.day < day]
        if pivot.relation == "after":
            return [f for f in facts if f.day > day]
        length = _PREFIX[pivot.relation]
        return [f for f in facts if f.day[:length] == day[:length]]

    def _days(
        self, question: EventQuestion, pivot: Pivot, facts: list[Fact], outcome: Outcome
    ) -> tuple[list[str], set[str]]:
        """Return the days of the act to compare with, and the facts that it is and that do not count."""
        if pivot.act is not None:
            own = self.matching(pivot.act, outcome)
        elif question.asked not in ("by", "toward"):
            own = self.matching(replace(question, by=pivot.actor), outcome)
        else:
            own = self._in_place(question.asked, pivot.actor, facts, outcome) if pivot.actor else []
        return sorted({f.day for f in own}), {f.id for f in own}

    def _in_place(self, side: str, actor: Mention, facts: list[Fact], outcome: Outcome) -> list[Fact]:
        """Return the facts with the one actor that a mention means in the place of who is asked for."""
        there = {getattr(f, side) for f in facts}
        fitting = [id_ for id_ in actor.ids if id_ in there]
        if not fitting:
            return []
        self._chosen(actor, fitting, outcome)
        return [f for f in facts if getattr(f, side) == fitting[0]]

    def _chosen(self, mention: Mention, fitting: list[str], outcome: Outcome) -> None:
        """Note which actor a mention is read as; refuse where a strict reading has no one actor."""
        if len(fitting) > 1 and not self.dialect.similar:
            names = ", ".join(self.actors.name(i) for i in fitting)
            raise Refused(f"{mention.words!r} can be {names} (say which)")
        if mention.similar or len(mention.ids) > 1:
            outcome.notes.append(f"{mention.words!r} read as {self.actors.name(fitting[0])}")

    def _within(self, question: EventQuestion, fact: Fact) -> bool:
        return all(self._fits(question, p, fact) for p in question.periods)

    def _fits(self, question: EventQuestion, period: Period, fact: Fact) -> bool:
        since = period.since
        if self.dialect.from_asked == question.asked and period.inclusive:
            since = period.inclusive
        return (since is None or fact.day >= since.isoformat()) and (
            period.until is None or fact.day <= period.until.isoformat()
        )

    def _first_or_last(self, question: EventQuestion, facts: list[Fact], outcome: Outcome) -> list[Fact]:
        if not facts or not question.order:
            return facts
        facts = sorted(facts)
        one = facts[0] if question.order == "first" else facts[-1]
        if question.asked not in ("by", "toward"):
            return [one]
        if self.dialect.one_of_a_tie:
            return [one]
        tied = [f for f in facts if f.day == one.day]
        if len({getattr(f, question.asked) for f in tied}) > 1:
            outcome.notes.append(f"several on the {question.order} day, {one.day}")
        return tied

    def _values(self, question: EventQuestion, facts: list[Fact]) -> list[Value]:
        match question.asked:
            case "by" | "toward" as side:
                ids = dict.fromkeys(getattr(f, side) for f in facts)
                return [Value(self.actors.name(i), i) for i in ids]
            case "day" | "month" | "year" as unit:
                days = sorted({f.day[: _PREFIX[unit]] for f in facts})
                return [Value(day) for day in days]
            case "count":
                return [Value(str(len(facts)))] if facts else []
            case _:
                return [Value("yes")] if facts else []


def _reversed(question: EventQuestion) -> EventQuestion:
    asked = {"by": "toward", "toward": "by"}.get(question.asked, question.asked)
    return replace(question, asked=asked, by=question.toward, toward=question.by)
