"""Draws a timeline as one self-contained SVG: points for certain days, bars for possible ones, on an axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as xml

from communique.graph.shape import AHEAD
from communique.queries.svg import add, picture, serialized
from communique.queries.timeline import Days, Entry
from communique.queries.timeline_lanes import FONT, Placed, place, text_width
from communique.queries.timeline_scale import Scale

_WIDTH, _LEFT, _RIGHT, _ROW = 1200.0, 24.0, 1176.0, 19.0
# What the legend calls a group of statuses, and its colours: fill, line.
_GROUPS = {
    "holds": (("asserted", "habitual"), "#cfe1f5", "#1f5a99"),
    "contested": (("contested",), "#fbe0bd", "#9a4f00"),
    "denied": (("denied",), "#f8d3d0", "#a3211b"),
    "planned, called for, predicted or possible": (AHEAD, "#e7def4", "#5f3a96"),
    "inferred or mentioned": (("inferred", "mentioned"), "#e6e6e6", "#555555"),
}  # fmt: skip


def draw_timeline(entries: Sequence[Entry], heading: str, window: Days = (None, None)) -> str:
    """Return the picture as SVG text, the same for the same entries.

    `window` limits the axis at either end; what reaches beyond is cut there. Acts without any date are only counted.
    """
    drawn = [e for e in entries if e.earliest or e.latest]
    days = [day for e in drawn for day in (e.earliest, e.latest) if day]
    since, until = window[0] or date.min, window[1] or date.max
    scale = Scale([min(max(day, since), until) for day in days] + [day for day in window if day], _LEFT, _RIGHT)
    certain = place([e for e in drawn if e.certain], scale)
    possible = place([e for e in drawn if not e.certain], scale)
    return serialized(_picture(heading, len(entries) - len(drawn), scale, certain, possible))


def _picture(
    heading: str, undated: int, scale: Scale, certain: Sequence[Placed], possible: Sequence[Placed]
) -> xml.Element:
    axis = 96.0
    middle = axis + 36 + _ROW * _lanes(certain)
    bottom = middle + 36 + _ROW * _lanes(possible)
    height = bottom + (34 if undated or not scale.even else 14)
    counts = f"{_acts(len(certain))} on a certain day, {_acts(len(possible))} on a possible one"
    root = picture(_WIDTH, height, f"Timeline: {heading}", counts, FONT)
    add(root, "text", _fitted(heading), x="24", y="30", font_size="18", font_weight="bold", fill="#1a1a1a")
    add(root, "text", counts, x="24", y="48", fill="#444444")
    _legend(root, [*certain, *possible])
    draw_axis(root, scale, axis, bottom)
    for title, top, marks in (("certain days", axis, certain), ("possible days", middle, possible)):
        add(root, "text", title, x="24", y=f"{top + 24:g}", font_weight="bold", fill="#444444", class_="zone")
        for mark in marks:
            _mark(root, mark, top + 42 + _ROW * mark.lane)
    add(root, "line", x1="24", x2="1176", y1=f"{middle + 4:g}", y2=f"{middle + 4:g}", stroke="#888888")
    notes = [f"{_acts(undated)} without any date not drawn"] if undated else []
    notes += [] if scale.even else ["years in which nothing begins or ends are drawn narrow"]
    add(root, "text", "; ".join(notes), x="24", y=f"{height - 10:g}", fill="#444444")
    return root


def _acts(count: int) -> str:
    return f"{count} act{'' if count == 1 else 's'}"


def _lanes(marks: Sequence[Placed]) -> int:
    return 1 + max((mark.lane for mark in marks), default=0)


def _fitted(text: str) -> str:
    while text_width(text, 20) > _RIGHT - _LEFT:
        text = text[:-2] + "…"
    return text


def _colours(status: str) -> tuple[str, str]:
    return next(((fill, line) for statuses, fill, line in _GROUPS.values() if status in statuses), ("#fff", "#000"))


def _legend(root: xml.Element, marks: Sequence[Placed]) -> None:
    """Draw what points and bars mean, then a colour for each group of statuses that occurs."""
    used = {mark.entry.status for mark in marks}
    at = _LEFT
    add(root, "circle", cx=f"{at + 5:g}", cy="68", r="5", fill="#ffffff", stroke="#444444")
    at = _key(root, "certain day", at + 14)
    add(root, "rect", x=f"{at:g}", y="63", width="24", height="10", fill="#ffffff", stroke="#444444")
    at = _key(root, "days on which it may have been", at + 28)
    add(root, "path", d=f"M{at + 8:g} 63l-8 5l8 5z", fill="#444444")
    at = _key(root, "open end", at + 12)
    for name, (statuses, fill, line) in _GROUPS.items():
        if used & set(statuses):
            add(root, "rect", x=f"{at:g}", y="63", width="10", height="10", fill=fill, stroke=line)
            at = _key(root, name, at + 14)


def _key(root: xml.Element, text: str, x: float) -> float:
    add(root, "text", text, x=f"{x:g}", y="72", fill="#222222", class_="legend")
    return round(x + text_width(text) + 16, 1)


def draw_axis(root: xml.Element, scale: Scale, y: float, bottom: float) -> None:
    """Draw the axis of time at `y`, with lines for years, months and days down to `bottom`."""
    for tick in scale.ticks():
        colour = ("#b5b5b5", "#e0e0e0", "#f0f0f0")[tick.rank]
        top = y - (10 if tick.rank == 0 else 0)
        add(root, "line", x1=f"{tick.x:.1f}", x2=f"{tick.x:.1f}", y1=f"{top:g}", y2=f"{bottom:g}", stroke=colour)
        if tick.text:
            line = y - 2 if tick.rank == 0 else y + 9
            weight = "bold" if tick.rank == 0 else "normal"
            add(root, "text", tick.text, x=f"{tick.x + 3:.1f}", y=f"{line:g}", font_weight=weight, fill="#333333",
                 font_size="11" if tick.rank == 0 else "9", class_="tick")  # fmt: skip
    add(root, "line", x1="24", x2="1176", y1=f"{y:g}", y2=f"{y:g}", stroke="#444444")


def _mark(root: xml.Element, mark: Placed, y: float) -> None:
    """Draw a point or a bar with its label and, for who asks, everything about it."""
    entry, (fill, line) = mark.entry, _colours(mark.entry.status)
    group = add(root, "g", role="graphics-symbol", id=f"act-{entry.act}", class_=entry.status)
    status = f" [{entry.mark}]" if entry.mark else ""
    add(group, "title", f"{entry.span}: {entry.summary}{status} ({entry.parties}; {', '.join(entry.articles)})")
    if entry.certain:
        add(group, "circle", cx=f"{mark.x1:.1f}", cy=f"{y:g}", r="4.5", fill=line if fill == "#cfe1f5" else fill,
             stroke=line, stroke_width="1.5")  # fmt: skip
    else:
        width = f"{mark.x2 - mark.x1:.1f}"
        add(group, "rect", x=f"{mark.x1:.1f}", y=f"{y - 7.5:g}", width=width, height="15", fill=fill, stroke=line)
        if entry.earliest is None:
            add(group, "path", d=f"M{mark.x1 + 1:.1f} {y - 7.5:g}l-8 7.5l8 7.5z", fill=line)
        if entry.latest is None:
            add(group, "path", d=f"M{mark.x2 - 1:.1f} {y - 7.5:g}l8 7.5l-8 7.5z", fill=line)
    halo = {} if mark.inside else {"stroke": "#ffffff", "stroke_width": "3", "paint_order": "stroke"}
    add(group, "text", mark.text, x=f"{mark.text_x:.1f}", y=f"{y + 4:g}", text_anchor=mark.anchor, fill="#1a1a1a",
         class_="label", **halo)  # fmt: skip
