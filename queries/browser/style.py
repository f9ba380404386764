"""The style sheet for Neo4j Browser: how nodes of each label look, and the derived edges by what they mean.

The colours of nodes are Paul Tol's scheme "light" with black text, and two of his "muted" with white text: people who
see no red, green or blue tell them apart. Conflict and cooperation are the red and the blue of his "vibrant".
Where several rules fit a node, Browser takes the later one: finer labels stand after their superlabels. It gives a
label without a rule a colour of its own choice, which beats the others: every label has one.
"""

from __future__ import annotations

from pathlib import Path

from communique.schemas.entries import Kind
from communique.schemas.vocabulary import Vocabulary

_LABELS = Path(__file__).parent / "labels.grass"
COOPERATION, CONFLICT, UNCODED = "#0077BB", "#CC3311", "#555555"
_QUAD = {"1": COOPERATION, "2": COOPERATION, "3": CONFLICT, "4": CONFLICT}  # CAMEO's quad classes: words, deeds


def style_sheet(vocabulary: Vocabulary) -> str:
    """Return the style sheet in Browser's own language, GraSS, which has no comments."""
    edges: dict[str, Kind] = {}
    for kind in vocabulary.kinds.values():
        if kind.edge:
            edges.setdefault(kind.edge, kind)
    rules = [_edge_rule(edge, _colour(kind, vocabulary)) for edge, kind in sorted(edges.items())]
    return _LABELS.read_text("utf-8") + "".join(rules)


def _colour(kind: Kind, vocabulary: Vocabulary) -> str:
    """Return the colour of a kind by its CAMEO code, else by that of its nearest ancestor with one."""
    codes = [vocabulary.kinds[k].cameo for k in vocabulary.ancestors(kind.id)]
    quads = [vocabulary.cameo[code].quad for code in codes if code in vocabulary.cameo]
    return _QUAD.get(next(iter(quads), ""), UNCODED)


def _edge_rule(edge: str, colour: str) -> str:
    lines = (f"color: {colour}", "shaft-width: 2px", "font-size: 6px", "caption: '<type>'")
    return f"relationship.{edge} {{\n" + "".join(f"  {line};\n" for line in lines) + "}\n"
