"""The favourites for Neo4j Browser: each query of the catalogue in the form that draws, and pictures besides."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.queries.catalogue import catalogue
from communique.queries.drawing import favourite

FOLDER = "communique"  # as it is called in Browser
_PICTURES = Path(__file__).parent / "pictures"
_TIME = (1980, 1, 1, 0, 0, 0)  # the same content, the same file


def favourites(values: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return the text of each favourite by its name; `values` gives parameters by the query's name.

    The first line is a comment with the title, which Browser shows in its list.
    """
    pictures = {path.stem: path.read_text("utf-8") for path in sorted(_PICTURES.glob("*.cypher"))}
    return pictures | {name: favourite(query, values.get(name, {})) for name, query in catalogue().items()}


def packed(texts: Mapping[str, str]) -> bytes:
    """Return favourites as the zip file that Browser imports when it is dropped on its page."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}.cypher", _TIME), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()
