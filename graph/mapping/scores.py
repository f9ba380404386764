"""The scores of an act: Goldstein and quad class from its CAMEO code, type, mode and score of PLOVER from its kind."""

from __future__ import annotations

from communique.graph.rows import Properties
from communique.schemas.entries import Cameo, Kind
from communique.schemas.vocabulary import Vocabulary


def scores(kind: Kind, code: Cameo | None, vocabulary: Vocabulary) -> Properties:
    """Return `goldstein`, `quad`, `plover`, `plover_mode`, `plover_score`, without those that there are none of."""
    plover = vocabulary.plover.get(kind.plover)
    found = {
        "goldstein": float(code.goldstein) if code and code.goldstein else None,
        "quad": int(code.quad) if code and code.quad else None,
        "plover": kind.plover or None,
        "plover_mode": kind.mode or None,
        "plover_score": _number(plover.modes.get(kind.mode) or plover.score) if plover else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
