"""An article's text: what it says of itself, and its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from communique.errors import UsageError
from communique.loaders.article_text import read_paragraphs
from communique.schemas.marked_yaml import Problems, parse_yaml, plain

MAX_TEXT = 100_000
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """A text's paragraphs by name; `front` is what stands in front of it as YAML, texts only."""

    headline: str
    paragraphs: dict[str, str]
    front: dict[str, str] = field(default_factory=dict)


def read_text(origin: Path | BinaryIO) -> tuple[str, str]:
    """Return a file's text, and a remark where some of it was not UTF-8 or is too much to be read.

    Raises
    ------
    UsageError
        When the file cannot be read.
    """
    try:
        if isinstance(origin, Path):
            with origin.open("rb") as file:
                data = file.read(4 * MAX_TEXT + 1)
        else:
            data = origin.read(4 * MAX_TEXT + 1)
    except OSError as error:
        raise UsageError(f"{origin}: cannot be read ({error.strerror})") from None
    text = data.decode("utf-8", errors="replace")
    remarks = []
    if len(text) > MAX_TEXT:
        remarks.append(f"only the first {MAX_TEXT:,} characters are read")
    if "\ufffd" in text[:MAX_TEXT]:
        remarks.append("some of it is not UTF-8 text and is left out")
    return text[:MAX_TEXT], "; ".join(remarks)


def read_source(text: str, captions: list[str]) -> Source:
    """Return the source that a text holds.

    Accepted: YAML in front and paragraphs numbered ``P1. ...``, or blocks between empty lines of which the first is
    the headline. A second block with a word for a photograph and no full stop is a caption, P0. What goes beyond
    `MAX_TEXT` characters is left out.
    """
    text = text.lstrip("\ufeff")[:MAX_TEXT]
    front: dict[str, str] = {}
    if found := _FRONT.match(text):
        front = _texts(plain(parse_yaml(found[1], Problems(""))))
        text = text[found.end() :]
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    headline = front.get("title") or front.get("headline") or (blocks[0] if blocks and not front else "")
    if front and blocks and not re.match(r"P\d+[.:]\s", text.lstrip()):
        # The headline stands in front: what follows are all paragraphs.
        text = f"{headline or 'headline'}\n\n{text}"
        blocks = [headline, *blocks]
    caption = len(blocks) > 1 and not re.search(r"[.!?]", blocks[1]) and _words(blocks[1]) & set(captions)
    found_in = read_paragraphs(text.replace("\ufffd", " "), 0 if caption else 1)
    numbered = [(re.fullmatch(r"P([0-9]{1,6})", name), body) for name, body in found_in.items()]
    return Source(headline, {f"P{int(name[1])}": body for name, body in numbered if name}, front)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _texts(front: Any) -> dict[str, str]:
    return {k: v for k, v in front.items() if isinstance(v, str)} if isinstance(front, dict) else {}
