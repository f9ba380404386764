"""The scores of an act: Goldstein and quad class from its CAMEO code, type, mode and score of PLOVER from its kind, and
the stance that it takes."""

from __future__ import annotations

from collections.abc import Iterable

from communique.graph.rows import Properties
from communique.schemas.entries import Cameo, Kind
from communique.schemas.vocabulary import Vocabulary


def scores(kind: Kind, code: Cameo | None, vocabulary: Vocabulary) -> Properties:
    """Return `goldstein`, `quad`, `plover`, `plover_mode`, `plover_score`, without those that there are none of."""
    found = {
        "goldstein": float(code.goldstein) if code and code.goldstein else None,
        "quad": int(code.quad) if code and code.quad else None,
        **plover_scores(kind.plover, kind.mode, vocabulary),
    }
    return {name: value for name, value in found.items() if value is not None}


def plover_scores(name: str, mode: str, vocabulary: Vocabulary) -> Properties:
    """Return `plover`, `plover_mode`, `plover_score` of a type and a mode; a mode without a score has its type's."""
    plover = vocabulary.plover.get(name)
    score = _number(plover.modes.get(mode) or plover.score) if plover else None
    found = {"plover": name, "plover_mode": mode, "plover_score": score}
    return {name: value for name, value in found.items() if value not in ("", None)}


def stance_of(kinds: Iterable[str], vocabulary: Vocabulary) -> Properties:
    """Return `stance` and `strength` of an act with these kinds, nothing where none of them takes a stance.

    The first kind that has a stance, itself or by a parent, decides: an appeal that is also a criticism criticizes.
    `strength` is the Goldstein score of that kind, absent where neither it nor its parents up to the stance have one.
    """
    for start in kinds:
        family = [vocabulary.kinds[kind] for kind in vocabulary.ancestors(start)]
        depth = next((n for n, kind in enumerate(family) if kind.stance), None)
        if depth is not None:
            codes = (vocabulary.cameo.get(kind.cameo) for kind in family[: depth + 1])
            scored = next((float(code.goldstein) for code in codes if code and code.goldstein), None)
            return {"stance": family[depth].stance} | ({} if scored is None else {"strength": scored})
    return {}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
