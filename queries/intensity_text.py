"""Plots how intense it was between two parties with letters: a line for each month or year that has acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from communique.queries.intensity_picture import span_of

_HALF = 8  # letters from the middle of the score's bar to either end


def plot_intensity(rows: Sequence[Mapping[str, Any]], width: int = 80) -> Iterator[str]:
    """Yield the lines of a plot: acts as a bar, conflict shaded, and the mean Goldstein score beside its own bar.

    A line ``...`` stands for months or years without acts.
    """
    if not rows:
        return
    room = max(10, width - 27 - 2 * _HALF)  # what period, acts, score and its bar leave
    most = max(row["acts"] for row in rows)
    yield f"{'':8}{'acts':>6} {'█ cooperation  ░ conflict':{room}}{'Goldstein':>9}  -10    0    10"
    before = None
    for row in rows:
        start, stop = span_of(row["period"])
        if before not in (None, start):
            yield "..."
        before = stop
        conflict = row["verbal_conflict"] + row["material_conflict"]
        bar = _stacked(row["acts"] - conflict, conflict, (room - 1) / most)
        score = "" if row["goldstein"] is None else f"{row['goldstein']:.1f}"
        yield f"{row['period']:8}{row['acts']:6} {bar:{room}}{score:>9}  {_balance(row['goldstein'])}".rstrip()


def _stacked(cooperation: int, conflict: int, unit: float) -> str:
    """Return both as one bar; what there is has a letter at least."""
    first, second = (max(1, round(n * unit)) if n else 0 for n in (cooperation, conflict))
    return "█" * first + "░" * second


def _balance(score: float | None) -> str:
    """Return a bar from the middle: to the left for conflict, to the right for cooperation.

    >>> _balance(5), _balance(-10), _balance(None)
    ('        |████', '████████|', '        |')
    """
    length = round(abs(score or 0) * _HALF / 10)
    if score is not None and score < 0:
        return " " * (_HALF - length) + "█" * length + "|"
    return " " * _HALF + "|" + "█" * length
