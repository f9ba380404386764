"""Draws how intense it was between two parties: mean scores above, numbers of acts by quad class below, over time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from xml.etree import ElementTree as xml

from communique.queries.svg import add, picture, serialized
from communique.queries.timeline_lanes import text_width
from communique.queries.timeline_picture import draw_axis
from communique.queries.timeline_scale import Scale

_WIDTH, _LEFT, _RIGHT = 1200.0, 64.0, 1176.0
_AXIS, _SCORES, _ACTS, _BOTTOM = 96.0, (118.0, 278.0), (312.0, 532.0), 548.0
# Column, what the legend calls it, colour: cooperation is drawn upwards, the words of both nearest to the line.
_COOPERATION = (
    ("verbal_cooperation", "verbal cooperation", "#8fbce6"),
    ("material_cooperation", "material cooperation", "#1f5a99"),
)
_CONFLICT = (("verbal_conflict", "verbal conflict", "#f3b27a"), ("material_conflict", "material conflict", "#b03a1c"))
_SCORE = (("goldstein", "Goldstein score", "#1a1a1a", ""), ("plover", "PLOVER score", "#7a4fb0", "5 3"))
_STEPS = tuple(n * 10**power for power in range(7) for n in (1, 2, 5))


def draw_intensity(rows: Sequence[Mapping[str, Any]], heading: str) -> str:
    """Return the picture of the rows of the query `intensity` as SVG text, the same for the same rows."""
    count = sum(row["acts"] for row in rows)
    about = f"{count} acts; the mean scores go from -10 (conflict) to 10 (cooperation)"
    root = picture(_WIDTH, _BOTTOM + 12, f"Intensity: {heading}", about)
    add(root, "text", heading, x="24", y="30", font_size="18", font_weight="bold", fill="#1a1a1a")
    add(root, "text", about, x="24", y="48", fill="#444444")
    spans = [span_of(row["period"]) for row in rows]
    scale = Scale([day for span in spans for day in _years(span)], _LEFT, _RIGHT)
    draw_axis(root, scale, _AXIS, _BOTTOM)
    _legend(root)
    _draw_scores(root, rows, spans, scale)
    _draw_acts(root, rows, spans, scale)
    return serialized(root)


def span_of(period: str) -> tuple[date, date]:
    """Return the first day of a month or year, and the first after it.

    >>> span_of("2010-12")
    (datetime.date(2010, 12, 1), datetime.date(2011, 1, 1))
    """
    year, month = int(period[:4]), int(period[5:] or 0)
    after = (year + 1, 1) if month in (0, 12) else (year, month + 1)
    return date(year, month or 1, 1), date(*after, 1) if after[0] <= 9999 else date.max


def _years(span: tuple[date, date]) -> Iterator[date]:
    """Yield the days that the axis must have."""
    yield span[0]
    if (span[1] - span[0]).days > 31:
        yield span[0].replace(month=12)


def _legend(root: xml.Element) -> None:
    at = 24.0
    for _, name, colour, dashes in _SCORE:
        add(root, "line", x1=f"{at:g}", x2=f"{at + 22:g}", y1="68", y2="68", stroke=colour, stroke_width="2",
            stroke_dasharray=dashes or "none")  # fmt: skip
        at = _key(root, name, at + 27)
    for _, name, colour in (*_COOPERATION, *_CONFLICT):
        add(root, "rect", x=f"{at:g}", y="63", width="10", height="10", fill=colour)
        at = _key(root, name, at + 14)


def _key(root: xml.Element, text: str, x: float) -> float:
    add(root, "text", text, x=f"{x:g}", y="72", fill="#222222", class_="legend")
    return round(x + text_width(text) + 14, 1)


def _draw_scores(
    root: xml.Element, rows: Sequence[Mapping[str, Any]], spans: Sequence[tuple[date, date]], scale: Scale
) -> None:
    """Draw both means as lines that break where a month or year has no score."""
    top, bottom = _SCORES
    for value in (10, 5, 0, -5, -10):
        _rule(root, str(value), top + (10 - value) * (bottom - top) / 20, strong=value == 0)
    for column, name, colour, dashes in _SCORE:
        run: list[str] = []
        before = None
        lines = [run]
        for row, (start, stop) in zip(rows, spans, strict=True):
            if row[column] is None or start != before:
                lines.append(run := [])
            if row[column] is not None:
                x = (scale.x(start) + scale.x(stop)) / 2
                y = top + (10 - row[column]) * (bottom - top) / 20
                run.append(f"{x:.1f} {y:.1f}")
                dot = add(root, "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="2", fill=colour)
                add(dot, "title", f"{row['period']}: {name} {row[column]:g} over {row['acts']} acts")
            before = stop
        for points in lines:
            if len(points) > 1:
                add(root, "path", d="M" + "L".join(points), fill="none", stroke=colour, stroke_width="1.5",
                    stroke_dasharray=dashes or "none")  # fmt: skip


def _draw_acts(
    root: xml.Element, rows: Sequence[Mapping[str, Any]], spans: Sequence[tuple[date, date]], scale: Scale
) -> None:
    """Draw a column for each month or year: cooperation above the line, conflict below it."""
    top, bottom = _ACTS
    up = max((sum(row[c] for c, *_ in _COOPERATION) for row in rows), default=0)
    down = max((sum(row[c] for c, *_ in _CONFLICT) for row in rows), default=0)
    unit = (bottom - top) / ((up + down) or 1)
    zero = top + up * unit
    step = next(step for step in _STEPS if step * unit >= 22 or step >= max(up, down, 1))
    for value in range(-(down // step) * step, up + 1, step):
        _rule(root, str(abs(value)), zero - value * unit, strong=value == 0)
    for row, (start, stop) in zip(rows, spans, strict=True):
        left, width = scale.x(start), scale.x(stop) - scale.x(start)
        group = add(root, "g", role="graphics-symbol", id=f"period-{row['period']}")
        counts = ", ".join(f"{c.replace('_', ' ')} {row[c]}" for c, *_ in (*_COOPERATION, *_CONFLICT))
        add(group, "title", f"{row['period']}: {row['acts']} acts ({counts})")
        for part, sign in ((_COOPERATION, -1), (_CONFLICT, 1)):
            at = zero
            for column, _, colour in part:
                height = row[column] * unit
                y = at - height if sign < 0 else at
                at += sign * height
                if row[column]:
                    add(group, "rect", x=f"{left + width * 0.08:.1f}", y=f"{y:.1f}", width=f"{width * 0.84:.1f}",
                        height=f"{height:.1f}", fill=colour)  # fmt: skip


def _rule(root: xml.Element, text: str, y: float, *, strong: bool) -> None:
    add(root, "line", x1=f"{_LEFT:g}", x2=f"{_RIGHT:g}", y1=f"{y:.1f}", y2=f"{y:.1f}",
        stroke="#444444" if strong else "#dddddd")  # fmt: skip
    add(root, "text", text, x=f"{_LEFT - 8:g}", y=f"{y + 4:.1f}", text_anchor="end", fill="#333333", font_size="10")
