"""Names as people write them: one spelling to compare by, near names, and "foreign minister of X"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-"})
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def straighten(text: str) -> str:
    """Return the text with straight quotes and plain dashes, composed characters, single spaces."""
    return " ".join((text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_QUOTES)).split())


@lru_cache(maxsize=1 << 17)
def normalize(name: str) -> str:
    """Return the form by which names are compared: case, dots of abbreviations, hyphens, a leading "the" go.

    >>> normalize("The U.S."), normalize("China–Russia relations"), normalize("Xi  Jinping’s")
    ('us', 'china russia relations', "xi jinping's")
    """
    text = _ABBREVIATION.sub(lambda m: m[0].replace(".", ""), straighten(name)).casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = re.sub(r"[-/_,()\"?!;:]", " ", text)
    text = re.sub(r"\.+(?=\s|$)", "", text)
    words = text.split()
    while len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def close_names(name: str, known: Iterable[str], most: int = 1) -> list[str]:
    """Return the known names nearest to a name, nearest first; none where nothing is near."""
    import difflib

    by_form = {normalize(k): k for k in known}
    near = difflib.get_close_matches(normalize(name), list(by_form), n=most, cutoff=0.7)
    return [by_form[form] for form in near]


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return "did you mean 'x'?" for the nearest known name, or nothing.

    >>> suggestion("critisize", ["criticize", "praise"])
    "did you mean 'criticize'?"
    """
    near = close_names(name, known)
    return f"did you mean {near[0]!r}?" if near else ""


def role_names(roles: Iterable[str], names: Iterable[str], demonyms: Iterable[str]) -> Iterator[str]:
    """Yield the ways to name an office or a body of an actor.

    >>> list(role_names(["foreign minister"], ["China"], ["Chinese"]))
    ['Chinese foreign minister', 'foreign minister of China', "China's foreign minister", 'China foreign minister']
    """
    names, demonyms = list(names), list(demonyms)
    for role in roles:
        for demonym in demonyms:
            yield f"{demonym} {role}"
        for name in names:
            yield f"{role} of {name}"
            yield f"{name}'s {role}"
            yield f"{name} {role}"
