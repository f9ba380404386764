"""Asks over coded events: English to a reading, to a question of the algebra, to an answer with its evidence."""

from __future__ import annotations

from communique.graph.store import Store
from communique.queries.ask.answer import Answer
from communique.queries.ask.events.answering import Answering
from communique.queries.ask.events.dialects import STRICT, read_dialect
from communique.queries.ask.events.grammar import Grammar
from communique.queries.ask.events.joined import both
from communique.queries.ask.events.names import open_names
from communique.queries.ask.events.question import EventQuestion, NotRead
from communique.queries.ask.events.read_aloud import read_aloud
from communique.queries.ask.steps import Steps, watched


class EventEngine:
    """Answers questions about the coded events of one store."""

    def __init__(self, store: Store, dialect: str = STRICT) -> None:
        self.actors, self.words = open_names(store)
        self.dialect = read_dialect(dialect)
        self.grammar = Grammar(self.actors, self.words, self.dialect)
        self.steps = Steps()
        self.answering = Answering(watched(store, self.steps), self.actors, self.dialect, self.steps)

    def read(self, text: str) -> EventQuestion | NotRead:
        """Return what a text asks, or why it asks nothing."""
        return self.grammar.read(text)

    def ask(self, text: str) -> Answer:
        """Return the answer to a question."""
        with self.steps.step("reading"):
            question = self.read(text)
            joined = both(text, self.read) if isinstance(question, NotRead) else None
        if joined:
            with self.steps.step("compiling"):
                given = self.answering.both(joined)
            given.question = text
            given.reading = f"both: {'; and '.join(read_aloud(q, self.actors, self.words) for q in joined)}"
        elif isinstance(question, NotRead):
            given = Answer(text, why=question.why, suggestions=list(question.suggestions))
        else:
            with self.steps.step("compiling"):
                given = self.answering.answer(question)
            given.question, given.reading = text, read_aloud(question, self.actors, self.words)
        given.steps = self.steps.taken()
        return given
