"""Opens the engine that answers questions, with the lexicon that fits a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.graph.loaded import read_added
from communique.graph.store import Store
from communique.queries.ask.engine import Engine
from communique.queries.ask.lexicon import Lexicon, lexicon_for

if TYPE_CHECKING:
    from communique.queries.algebra.answering import TypedEngine


def lexicon_of(store: Store) -> Lexicon:
    """Return the words that a store's facts were written with."""
    return lexicon_for(read_added(store))


def open_engine(store: Store) -> Engine:
    """Return an engine for a store: its lexicon knows the vocabulary that was in force when articles were loaded."""
    return Engine(store, lexicon_of(store))


def open_typed_engine(store: Store) -> TypedEngine:
    """Return an engine for questions as JSON, with the kinds of acts that the articles of a store were written in."""
    from communique.queries.algebra.answering import TypedEngine
    from communique.schemas.vocabulary import read_vocabulary

    return TypedEngine(store, read_vocabulary().with_missing(read_added(store)))
