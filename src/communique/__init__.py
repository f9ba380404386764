"""communique: a knowledge graph of diplomatic relations, from annotated articles.

Who said or did what to whom, when, and according to whom. The command line is ``kg``; in Python:

>>> import communique as kg
>>> sorted(kg.__all__)
['Answer', 'Graph', 'KgError', 'Result', 'open_graph', 'read_articles', 'to_networkx']
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.errors import KgError
    from communique.graph.store import Result
    from communique.loaders.articles import read_articles
    from communique.queries.ask.answer import Answer
    from communique.queries.networks import to_networkx
    from communique.queries.opened import Graph, open_graph

# Imported when first used, so that the command line starts quickly.
_WHERE = {
    "Answer": "communique.queries.ask.answer",
    "Graph": "communique.queries.opened",
    "KgError": "communique.errors",
    "Result": "communique.graph.store",
    "open_graph": "communique.queries.opened",
    "read_articles": "communique.loaders.articles",
    "to_networkx": "communique.queries.networks",
}

__all__ = ["Answer", "Graph", "KgError", "Result", "open_graph", "read_articles", "to_networkx"]


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(importlib.import_module(_WHERE[name]), name)
    raise AttributeError(f"module 'communique' has no attribute {name!r}")
