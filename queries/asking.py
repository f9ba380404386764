"""Opens the engine that answers questions, with the lexicon that fits a store."""

from __future__ import annotations

from communique.graph.loading import read_added
from communique.graph.store import Store
from communique.queries.ask.engine import Engine
from communique.queries.ask.lexicon import lexicon_for


def open_engine(store: Store) -> Engine:
    """Return an engine for a store: its lexicon knows the vocabulary that was in force when articles were loaded."""
    return Engine(store, lexicon_for(read_added(store)))
