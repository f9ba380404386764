"""Asks over coded events: English to a typed question, to the facts of a store, to an answer with its evidence."""

from __future__ import annotations

from communique.graph.store import Store
from communique.queries.ask.answer import Answer
from communique.queries.ask.events.answering import Answering
from communique.queries.ask.events.dialects import STRICT, read_dialect
from communique.queries.ask.events.facts import ROWS, Facts
from communique.queries.ask.events.grammar import Grammar
from communique.queries.ask.events.names import open_names
from communique.queries.ask.events.question import EventQuestion, NotRead
from communique.queries.ask.events.read_aloud import read_aloud

_SHOWN = 20  # facts of evidence


class EventEngine:
    """Answers questions about the coded events of one store."""

    def __init__(self, store: Store, dialect: str = STRICT) -> None:
        self.actors, self.words = open_names(store)
        self.dialect = read_dialect(dialect)
        self.grammar = Grammar(self.actors, self.words, self.dialect)
        self.facts = Facts(store, self.actors.name)
        self.answering = Answering(self.facts, self.actors, self.dialect)

    def read(self, text: str) -> EventQuestion | NotRead:
        """Return the typed question that a text asks, or why it asks none."""
        return self.grammar.read(text)

    def ask(self, text: str) -> Answer:
        """Return the answer to a question."""
        question = self.read(text)
        if isinstance(question, NotRead):
            return Answer(text, why=question.why, suggestions=list(question.suggestions))
        return self.answer(text, question)

    def answer(self, text: str, question: EventQuestion) -> Answer:
        """Return the answer to a typed question."""
        outcome = self.answering.answer(question)
        answer = Answer(text, "answered" if outcome.values else "no_fact", outcome.values)
        answer.reading = read_aloud(question, self.actors, self.words)
        answer.why = "; ".join([*outcome.notes, *([outcome.why] if outcome.why else [])])
        role, known = outcome.read
        if role:
            answer.cypher, answer.params = ROWS[role], {"known": known, "code": question.code}
        answer.facts = [fact.id for fact in outcome.facts]
        answer.evidence = self.facts.evidence(answer.facts[:_SHOWN])
        return answer
