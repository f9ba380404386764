"""The names that a question to a store may use, to complete what is typed."""

from __future__ import annotations

from communique.graph.shape import VOCABULARY
from communique.graph.store import Store
from communique.queries.asking import lexicon_of

_NAMES = "MATCH (n:{label}) RETURN n.name AS name, n.aliases AS aliases ORDER BY n.id"


def names_in(store: Store) -> list[str]:
    """Return the names and aliases of all actors, offices, places and topics of a store, and of all kinds of acts."""
    names = []
    for label in VOCABULARY:
        for row in store.read(_NAMES.format(label=label)).rows:
            names += [row["name"], *(row["aliases"] or ())]
    lexicon = lexicon_of(store)
    return names + [lexicon.names[kind] for kind in lexicon.kinds]
