"""Draws the network of a period: parties on a circle in the order of the alphabet, a line for each pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import Any
from xml.etree import ElementTree as xml

from communique.queries.period_network import parties_of
from communique.queries.svg import add, picture, serialized

_WIDTH, _HEIGHT, _RADIUS = 1040.0, 1040.0, 310.0
_CENTRE = (520.0, 530.0)
_WIDEST, _LARGEST, _LONGEST = 12.0, 15.0, 24  # pixels, and letters of a name
# The least mean Goldstein score for each colour, and what the legend calls it.
_COLOURS = (
    (2.0, "#1f5a99", "friendly: mean Goldstein score 2 or more"),
    (0.0, "#9bb8d3", "0 to 2"),
    (-2.0, "#e5a36f", "-2 to 0"),
    (-10.0, "#b03a1c", "hostile: less than -2"),
)


def draw_network(rows: Sequence[Mapping[str, Any]], heading: str) -> str:
    """Return the picture of the rows of `most-active-pairs` as SVG text.

    A party stands where its name puts it, whatever its acts: pictures of the same parties can be laid side by side.
    """
    parties = sorted(parties_of(rows), key=lambda party: (party["actor"], party["actor_id"]))
    about = f"{len(parties)} parties, the {len(rows)} most active pairs; wide lines are many acts"
    root = picture(_WIDTH, _HEIGHT, heading, about)
    add(root, "text", heading, x="24", y="30", font_size="18", font_weight="bold", fill="#1a1a1a")
    add(root, "text", about, x="24", y="48", fill="#444444")
    _legend(root)
    angles = {party["actor_id"]: 2 * pi * n / len(parties) - pi / 2 for n, party in enumerate(parties)}
    most = max((row["acts"] for row in rows), default=1)
    for row in sorted(rows, key=lambda row: row["acts"]):
        _tie(root, row, angles, most)
    busiest = max((party["acts"] for party in parties), default=1)
    for party in parties:
        _party(root, party, angles[party["actor_id"]], busiest)
    return serialized(root)


def _legend(root: xml.Element) -> None:
    for n, (_, colour, name) in enumerate(_COLOURS):
        y = 72 + 16 * n
        add(root, "line", x1="24", x2="46", y1=f"{y - 4}", y2=f"{y - 4}", stroke=colour, stroke_width="4")
        add(root, "text", name, x="52", y=f"{y}", fill="#222222", class_="legend")


def _at(angle: float, radius: float = _RADIUS) -> tuple[float, float]:
    return _CENTRE[0] + radius * cos(angle), _CENTRE[1] + radius * sin(angle)


def _tie(root: xml.Element, row: Mapping[str, Any], angles: Mapping[str, float], most: int) -> None:
    """Draw a line that bends toward the middle, the more the further its ends are apart."""
    (x1, y1), (x2, y2) = (_at(angles[row[end]]) for end in ("one_id", "other_id"))
    score = row["goldstein"]
    colour = "#999999" if score is None else next((c for least, c, _ in _COLOURS if score >= least), "#999999")
    middle = [(a + b) / 2 * 0.6 + centre * 0.4 for a, b, centre in ((x1, x2, _CENTRE[0]), (y1, y2, _CENTRE[1]))]
    line = add(root, "path", d=f"M{x1:.1f} {y1:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {x2:.1f} {y2:.1f}", fill="none",
               stroke=colour, stroke_width=f"{max(1, _WIDEST * row['acts'] / most):.1f}",
               stroke_opacity="0.75")  # fmt: skip
    friendly = "no score" if score is None else f"mean Goldstein score {score:g}"
    ways = f"{row['one_to_other']} one way, {row['other_to_one']} the other, {row['joint']} together"
    add(line, "title", f"{row['one']} and {row['other']}: {row['acts']} acts ({ways}), {friendly}")


def _party(root: xml.Element, party: Mapping[str, Any], angle: float, busiest: int) -> None:
    x, y = _at(angle)
    group = add(root, "g", role="graphics-symbol", id=f"party-{party['actor_id']}")
    add(group, "title", f"{party['actor']}: {party['acts']} acts with {party['partners']} partners")
    radius = max(3, _LARGEST * sqrt(party["acts"] / busiest))
    add(group, "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{radius:.1f}", fill="#333333", stroke="#ffffff")
    left, turn = cos(angle) < -1e-9, angle * 180 / pi
    tx, ty = _at(angle, _RADIUS + _LARGEST + 6)
    name = party["actor"] if len(party["actor"]) <= _LONGEST else party["actor"][: _LONGEST - 1].rstrip() + "…"
    add(group, "text", name, x=f"{tx:.1f}", y=f"{ty:.1f}", fill="#1a1a1a", dominant_baseline="middle",
        text_anchor="end" if left else "start",
        transform=f"rotate({turn - 180 if left else turn:.1f} {tx:.1f} {ty:.1f})", class_="label")  # fmt: skip
