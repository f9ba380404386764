"""What the pictures share: elements of SVG, with whatever names hold, and their text."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

FONTS = "DejaVu Sans, Verdana, Arial, sans-serif"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def picture(width: float, height: float, title: str, about: str, font: int = 11) -> xml.Element:
    """Return an empty white picture, in pixels, with what is read out in its place."""
    root = xml.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width:g} {height:g}", "width": f"{width:g}",
        "height": f"{height:g}", "font-family": FONTS, "font-size": f"{font}", "role": "graphics-document",
        "aria-labelledby": "title description",
    })  # fmt: skip
    add(root, "title", title, id="title")
    add(root, "desc", about, id="description")
    add(root, "rect", width=f"{width:g}", height=f"{height:g}", fill="#ffffff")
    return root


def add(parent: xml.Element, tag: str, text: str | None = None, /, **attributes: str) -> xml.Element:
    """Add an element: ``stroke_width`` is ``stroke-width``, ``class_`` is ``class``; what XML cannot hold goes."""
    named = {name.rstrip("_").replace("_", "-"): _NO_XML.sub("�", value) for name, value in attributes.items()}
    child = xml.SubElement(parent, tag, named)
    child.text = None if text is None else _NO_XML.sub("�", text)
    return child


def serialized(root: xml.Element) -> str:
    """Return a picture as the text of a file."""
    xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + xml.tostring(root, encoding="unicode") + "\n"
