"""Answers readings about coded events: checks each against the store, then asks it as a question of the algebra."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

from communique.graph.store import Store
from communique.queries.algebra.answering import find, read_answers
from communique.queries.algebra.days import Days
from communique.queries.algebra.questions import Question, Whether
from communique.queries.algebra.sets import And, Set
from communique.queries.algebra.sized import Sized
from communique.queries.algebra.things import Named, Who
from communique.queries.ask.answer import Answer, Value
from communique.queries.ask.events.actor_index import owner_of
from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.dialects import Dialect
from communique.queries.ask.events.question import OPPOSITE, EventQuestion, Pivot
from communique.queries.ask.events.tokens import cut
from communique.queries.ask.events.typed import compared, named, timed, typed
from communique.queries.ask.steps import Steps

_TURNED = "nothing in the direction asked for: read the other way round"


class Refused(Exception):
    """A question that has no one answer."""


class Answering:
    """Answers from one store in one dialect."""

    def __init__(self, store: Store, actors: Actors, dialect: Dialect, steps: Steps) -> None:
        self.store, self.actors, self.dialect, self.steps = store, actors, dialect, steps
        self.sizes = Sized(store)
        self._known: dict[Question, list[Value]] = {}

    def answer(self, question: EventQuestion) -> Answer:
        """Return what the store has, to the first reading that the dialect allows and that has an answer."""
        self._known.clear()  # the store may change between two questions
        given = self._tried(question)
        for other, note, settled in self._further(question):
            if given.answers:
                break
            found = self._tried(other, settled)
            if found.answers:
                found.why = "; ".join(filter(None, (note, found.why)))
                given = found
        if given.answers and question.unknown:
            left = ", ".join(map(repr, question.unknown))
            given.why = "; ".join(filter(None, (given.why, f"left aside: {left}")))
        if not given.answers and question.by and question.toward and self._known_the_other_way(question):
            given.why += " (the other way round there is)"
        return given

    def both(self, questions: tuple[EventQuestion, ...]) -> Answer:
        """Return who is the answer to each of several questions."""
        self._known.clear()
        notes: list[str] = []
        try:
            sets = [cast(Set, typed(self.resolved(question, notes))) for question in questions]
        except Refused as reason:
            return Answer("", "no_fact", why=str(reason))
        given = find(self.store, And(*sets), steps=self.steps, sizes=self.sizes)
        if not given.answers:
            missing = [number for number, one in zip(("first", "second"), sets, strict=True) if not self._read(one)]
            notes.append(f"nobody did the {missing[0]}" if missing else "nobody did both")
        given.why = "; ".join(notes)
        return given

    def _known_the_other_way(self, question: EventQuestion) -> bool:
        return bool(self._read(Whether(named(_reversed(question)))))

    def _further(self, question: EventQuestion) -> Iterator[tuple[EventQuestion, str, bool]]:
        """Yield what else the question may be, what is to be said of it, and whether comparisons are settled."""
        if question.also and not self._read(Whether(named(question))):
            yield from ((replace(question, code=code), f"no such act: read as {code}", False) for code in question.also)
        if self.dialect.reverse:
            yield _reversed(question), _TURNED, False
        widened = []
        if self.dialect.similar:
            widened = [self._widened(question)]
            yield widened[0], "", False
        if question.pivots and (self.dialect.several_pivots or self.dialect.no_pivot):
            note = "the act to compare with is not there once: taken as near as can be"
            yield from ((other, note, True) for other in (question, *widened))

    def _widened(self, question: EventQuestion) -> EventQuestion:
        """Return the question with every name standing also for those that resemble it."""
        by, toward = (m and self._resembling(m) for m in (question.by, question.toward))
        pivots = tuple(replace(p, actor=p.actor and self._resembling(p.actor)) for p in question.pivots)
        return replace(question, by=by, toward=toward, pivots=pivots)

    def _resembling(self, mention: Mention) -> Mention:
        """Let a name stand also for those that resemble it: a role of one country for none of another."""
        owners = {owner_of(self.actors.name(i)) for i in mention.ids}
        alike = self.actors.similar(cut(mention.words))
        if "" not in owners:
            alike = [i for i in alike if owner_of(self.actors.name(i)) in owners]
        ids = dict.fromkeys([*mention.ids, *alike])
        return mention if mention.similar else Mention(mention.words, tuple(ids), True)

    def _tried(self, question: EventQuestion, settled: bool = False) -> Answer:
        notes: list[str] = []
        try:
            resolved = self.resolved(question, notes)
            resolved = replace(resolved, pivots=tuple(self._pivots(resolved, settled, notes)))
        except Refused as reason:
            given = Answer("", "no_fact", why=str(reason))
            if not self._read(Whether(named(question))):
                given.why = "no such event is recorded"
            return given
        pick = self.dialect.several_pivots if settled else ""
        asked = typed(resolved, from_asked=self.dialect.from_asked, pick=pick)
        given = self._asked(resolved, asked, notes)
        if not given.answers:
            notes.append("none at that time" if self._read(Whether(named(resolved))) else "no such event is recorded")
        given.why = "; ".join(notes)
        return given

    def _asked(self, question: EventQuestion, asked: Question, notes: list[str]) -> Answer:
        """Return the answer to a typed question; of several on the first or last day, with a note, or one of them."""
        choose = self._one_of_a_tie(question) if question.order and self.dialect.one_of_a_tie else list
        given = find(self.store, asked, steps=self.steps, sizes=self.sizes, choose=choose)
        if question.order and len(given.answers) > 1:
            day = next((line["date"] for line in given.evidence if line.get("date")), "of them all")
            notes.append(f"several on the {question.order} day, {day}")
        if [v.value for v in given.answers] == ["0"]:
            given.answers, given.status = [], "no_fact"
        return given

    @staticmethod
    def _one_of_a_tie(question: EventQuestion) -> Callable[[list[Value]], list[Value]]:
        """Return what takes, of answers in the order of their names, the first or the last."""
        at = slice(0, 1) if question.order == "first" else slice(-1, None)
        return lambda values: sorted(values, key=lambda value: value.value)[at]

    def _pivots(self, question: EventQuestion, settled: bool, notes: list[str]) -> Iterator[Pivot]:
        """Yield the acts to compare with, each of which is on one day unless that is settled."""
        for pivot in question.pivots:
            act = self.resolved(compared(question, pivot), notes)
            if pivot.relation == "excluded":
                yield replace(pivot, act=act)
                continue
            days = [v.value for v in self._read(Days(timed(act)))]
            if not days and not (settled and self.dialect.no_pivot):
                words = pivot.actor.words if pivot.actor else "the act to compare with"
                raise Refused(f"{words!r}: no such event is recorded to compare with")
            if len(days) > 1 and not (settled and self.dialect.several_pivots):
                raise Refused(f"the act to compare with is on {len(days)} days: {', '.join(days[:12])} (give the date)")
            if days:
                yield replace(pivot, act=act)

    def resolved(self, question: EventQuestion, notes: list[str]) -> EventQuestion:
        """Return the question with one actor for each mention: of several, the one that has such acts.

        Raises
        ------
        Refused
            Where several have, and the dialect does not choose.
        """
        for role in ("by", "toward"):
            mention: Mention | None = getattr(question, role)
            if mention is None or (len(mention.ids) == 1 and not mention.similar):
                continue
            having = And(Named(*mention.ids), Who(role, named(question)))
            there = {v.id for v in self._read(having)}
            fitting = [id_ for id_ in mention.ids if id_ in there]
            if len(fitting) > 1 and not self.dialect.similar:
                names = ", ".join(self.actors.name(i) for i in fitting)
                raise Refused(f"{mention.words!r} can be {names} (say which)")
            if fitting:
                notes.append(f"{mention.words!r} read as {self.actors.name(fitting[0])}")
            chosen = Mention(mention.words, tuple(fitting or mention.ids)[:1])
            question = replace(question, by=chosen) if role == "by" else replace(question, toward=chosen)
        return question

    def _read(self, asked: Question) -> list[Value]:
        """Return the answers to a question about the question at hand; its readings share many of them."""
        if asked not in self._known:
            self._known[asked] = read_answers(self.store, asked, self.sizes)
        return self._known[asked]


def _reversed(question: EventQuestion) -> EventQuestion:
    asked = OPPOSITE.get(question.asked, question.asked)
    return replace(question, asked=asked, by=question.toward, toward=question.by)
