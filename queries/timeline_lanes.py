"""Lays out a timeline's marks: where each begins and ends, its label beside it, and the lane that keeps both free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.queries.timeline import Entry
from communique.queries.timeline_scale import Scale

FONT = 11  # pixels; the widths below are those of DejaVu Sans and Verdana, the widest of the fonts asked for
_NARROW, _WIDE = set("iljtfrI.,:;'|!()[]/- "), set("mwMW@%&…—")
_LONGEST, _GAP, _POINT = 64, 7.0, 5.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark from `x1` to `x2` (a point where they are equal) with its label, in a lane from 0.

    The label begins at `text_x`, or ends there where its `anchor` is the end.
    """

    entry: Entry
    x1: float
    x2: float
    text: str
    text_x: float
    anchor: str = "start"
    lane: int = 0

    @property
    def box(self) -> tuple[float, float]:
        """Return the left and right end of the mark and its label together."""
        width = text_width(self.text)
        left = self.text_x - width if self.anchor == "end" else self.text_x
        return min(self.x1 - _POINT, left), max(self.x2 + _POINT, left + width)

    @property
    def inside(self) -> bool:
        """Say whether the label stands within the bar."""
        return self.anchor == "start" and self.text_x < self.x2


def text_width(text: str, size: float = FONT) -> float:
    """Return how wide a text is at most, in pixels; in bold it is up to a tenth wider.

    >>> text_width("ill") < text_width("met") < text_width("北京市")
    True
    """
    return size * sum(
        1.0 if letter in _WIDE or ord(letter) > 0x2E7F else 0.42 if letter in _NARROW
        else 0.79 if letter.isupper() else 0.67
        for letter in text
    )  # fmt: skip


def place(entries: Sequence[Entry], scale: Scale) -> list[Placed]:
    """Return marks in the lanes that are free first: none covers another one or its label."""
    placed: list[Placed] = []
    lanes: list[list[tuple[float, float]]] = []
    for entry in entries:
        mark = _mark(entry, scale)
        left, right = mark.box
        lane = next((n for n, taken in enumerate(lanes) if _free(taken, left, right)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((left, right))
        placed.append(replace(mark, lane=lane))
    return placed


def _free(taken: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    return all(right + _GAP <= start or stop + _GAP <= left for start, stop in taken)


def _mark(entry: Entry, scale: Scale) -> Placed:
    if entry.certain and entry.earliest:
        x1 = x2 = scale.middle(entry.earliest)
    else:
        x1 = scale.x(entry.earliest) if entry.earliest else scale.left
        x2 = scale.after(entry.latest) if entry.latest else scale.right
        x2 = max(x2, x1 + 4)
    text = label(entry)
    width = text_width(text)
    if x2 - x1 >= width + 2 * _GAP:
        return Placed(entry, x1, x2, text, x1 + _GAP)
    if x2 + _GAP + 2 + width <= scale.right:
        return Placed(entry, x1, x2, text, x2 + _GAP + 2)
    return Placed(entry, x1, x2, text, x1 - _GAP - 2, "end")


def label(entry: Entry) -> str:
    """Return what stands beside a mark: the act, shortened, with its status where it is not asserted."""
    mark = f" [{entry.mark}]" if entry.mark else ""
    room = _LONGEST - len(mark)
    text = entry.summary if len(entry.summary) <= room else entry.summary[: room - 1].rstrip() + "…"
    return text + mark
