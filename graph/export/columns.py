"""Which attributes the nodes and edges of a network have, and of which type; the same whatever is selected."""

from __future__ import annotations

from communique.graph.part import HIDDEN
from communique.graph.shape import EDGE_PROPERTIES, LINK_EDGES, PROPERTIES, ROLE_EDGES

Columns = dict[str, type]
_EVIDENCE: dict[str, object] = {"articles": [""], "marks": [""], "voices": [""], "holds": True}
_NODE: dict[str, object] = {"name": "", "labels": [""]}
_HANG_ON = ("Act", "Detail", "Actor", "Office", "Place", "Topic")
_EDGES = ("CLAIMS", "SIDE", "NAMED_BY", *ROLE_EDGES.values(), *LINK_EDGES)


def node_columns(view: str) -> Columns:
    """Return the attributes of nodes, with the types of their values (a list is one of texts)."""
    labels = _HANG_ON if view == "acts" else ("Actor",)
    found = {**_NODE, **{key: value for label in labels for key, value in PROPERTIES[label].items()}}
    return _typed({**found, **(_EVIDENCE if view == "acts" else {})})


def edge_columns(view: str) -> Columns:
    """Return the attributes of edges, with the types of their values."""
    if view == "acts":
        kinds = {key: value for edge in _EDGES for key, value in EDGE_PROPERTIES[edge].items()}
        return _typed({"relation": "", **kinds})
    return _typed({"act": "", "role": "", "labels": [""], **PROPERTIES["Act"], **_EVIDENCE})


def _typed(samples: dict[str, object]) -> Columns:
    return {key: type(value) for key, value in samples.items() if key not in HIDDEN}
