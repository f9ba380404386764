"""communique: a knowledge graph of diplomatic relations, from annotated articles.

Who said or did what to whom, when, and according to whom. The command line is ``kg``; in Python:

>>> import communique
>>> sorted(communique.__all__)
['Answer', 'Engine', 'KgError', 'Store', 'open_engine', 'open_store', 'read_articles', 'to_networkx']
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.errors import KgError
    from communique.graph.store import Store, open_store
    from communique.loaders.articles import read_articles
    from communique.queries.ask.answer import Answer
    from communique.queries.ask.engine import Engine
    from communique.queries.asking import open_engine
    from communique.queries.networks import to_networkx

# Imported when first used, so that the command line starts quickly.
_WHERE = {
    "Answer": "communique.queries.ask.answer",
    "Engine": "communique.queries.ask.engine",
    "KgError": "communique.errors",
    "Store": "communique.graph.store",
    "open_engine": "communique.queries.asking",
    "open_store": "communique.graph.store",
    "read_articles": "communique.loaders.articles",
    "to_networkx": "communique.queries.networks",
}

__all__ = ["Answer", "Engine", "KgError", "Store", "open_engine", "open_store", "read_articles", "to_networkx"]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(importlib.import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}")
