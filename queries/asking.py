"""Opens what answers questions on a store: over coded events where it holds any, over annotated articles else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from communique.graph.loaded import read_added
from communique.graph.store import Store
from communique.queries.ask.answer import Answer
from communique.queries.ask.engine import Engine
from communique.queries.ask.events.dialects import STRICT, read_dialect
from communique.queries.ask.lexicon import Lexicon, lexicon_for

if TYPE_CHECKING:
    from communique.queries.algebra.answering import TypedEngine


class Asking(Protocol):
    """Answers questions on one store."""

    def ask(self, text: str) -> Answer:
        """Return the answer to a question."""


class Both:
    """Answers over coded events, and over articles what the events do not answer."""

    def __init__(self, events: Asking, articles: Asking) -> None:
        self.events, self.articles = events, articles

    def ask(self, text: str) -> Answer:
        """Return the answer of the events, else that of the articles; what was understood comes before what was not."""
        first = self.events.ask(text)
        if first.status == "answered":
            return first
        second = self.articles.ask(text)
        return second if second.status == "answered" or first.status == "not_understood" else first


def lexicon_of(store: Store) -> Lexicon:
    """Return the words that a store's facts were written with."""
    return lexicon_for(read_added(store))


def open_engine(store: Store, dialect: str = STRICT) -> Asking:
    """Return what answers questions on a store; it knows the vocabulary that was in force when articles were loaded.

    `dialect` says how far readings over coded events may go: see queries/ask/events/dialects.yaml.
    """
    read_dialect(dialect)
    if not store.read("MATCH (i:Import) RETURN i.id AS id LIMIT 1").rows:
        return Engine(store, lexicon_of(store))
    from communique.queries.ask.events.engine import EventEngine

    events = EventEngine(store, dialect)
    if not store.read("MATCH (a:Article) RETURN a.id AS id LIMIT 1").rows:
        return events
    return Both(events, Engine(store, lexicon_of(store)))


def open_typed_engine(store: Store) -> TypedEngine:
    """Return an engine for questions as JSON, with the kinds of acts that the articles of a store were written in."""
    from communique.queries.algebra.answering import TypedEngine
    from communique.schemas.vocabulary import read_vocabulary

    return TypedEngine(store, read_vocabulary().with_missing(read_added(store)))
