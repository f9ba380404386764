"""Puts a page together: one HTML file that asks nothing of any network, data apart from code."""

from __future__ import annotations

import html
import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any

from communique.graph.rows import Rows
from communique.graph.store import Store
from communique.queries.page.case import read_case

FOLDER = Path(__file__).parent
LIBRARIES = ("d3", "cytoscape")
SCRIPTS = ("state", "network", "timeline", "table", "page")
# What could end the script element, or a line of JavaScript, is written as JSON writes any letter.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def make_page(store: Store, rows: Rows, heading: str) -> str:
    """Return a page about a part of a graph: the whole HTML file.

    Its Content-Security-Policy lets nothing be fetched, and nothing run but the scripts in it, which it names by hash.
    """
    scripts = [_library(name) for name in LIBRARIES] + ["\n".join(_text(f"{name}.js") for name in SCRIPTS)]
    style = _text("page.css")
    policy = {
        "default-src": "'none'",
        "script-src": " ".join(map(_hash, scripts)),
        "style-src": _hash(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return Template(_text("page.html")).substitute(
        policy="; ".join(f"{name} {value}" for name, value in policy.items()),
        heading=html.escape(heading),
        style=style,
        data=as_script(read_case(store, rows)),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def as_script(data: Any) -> str:
    r"""Return data as JSON that cannot leave the script element that it stands in.

    >>> as_script({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _library(name: str) -> str:
    return f"/*\n{_text(f'bundled/{name}.LICENSE.txt')}*/\n{_text(f'bundled/{name}.min.js')}"


def _text(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
