"""What an article says of itself, as the keys of an article file: from options, from its front, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from communique.loaders.drafting.source import Source
from communique.schemas.dates import Edtf, parse_edtf
from communique.schemas.names import normalize
from communique.schemas.vocabulary import Vocabulary

UNKNOWN = "unknown publisher"
# What has more words is no headline but a paragraph.
HEADLINE_WORDS = 30
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of an article; empty where the text is to tell."""

    publisher: str = ""
    published: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of a skeleton; `added` is a publisher (id, name) that the vocabulary does not know."""

    id: str
    headline: str
    publisher: str
    published: Edtf
    dateline: tuple[str, ...] = ()
    agency: str = ""
    url: str = ""
    added: tuple[str, str] | None = None


def read_metadata(source: Source, given: Given, vocabulary: Vocabulary, today: date) -> Metadata:
    """Return an article's metadata; where nobody gives the date, it is any day up to `today`.

    Raises
    ------
    ValueError
        When the date given is none.
    """
    front = source.front
    published = parse_edtf(given.published) if given.published else _published(front.get("published", ""))
    published = published or parse_edtf(f"../{today}")
    name = printable(given.publisher or front.get("publisher", ""))[:LONGEST].strip()
    publisher = _actor(name, vocabulary)
    added = None
    if not publisher:
        name = name if normalize(name) else UNKNOWN
        publisher = _free_id(slug(name) or "publisher", vocabulary)
        added = (publisher, name)
    day = f"-{published.earliest}" if published.earliest else ""
    return Metadata(
        re.sub(r"[\s/]+", "-", printable(given.id)) or f"{publisher}{day}",
        _headline(source.headline),
        publisher,
        published,
        tuple(_places(front.get("dateline", "") or _dateline(source), vocabulary)),
        _actor(re.split(r"\s+[-–—]\s+", front.get("author_agency", "") or front.get("agency", ""))[0], vocabulary),
        printable(front.get("url", ""))[:LONGEST],
        added,
    )


def _headline(text: str) -> str:
    text = printable(text)
    return text if text and len(text) <= LONGEST and len(text.split()) <= HEADLINE_WORDS else "no headline"


def printable(text: str) -> str:
    """Return a text in one line, with only what YAML prints as it is.

    >>> printable("a \\x00\\n b")
    'a b'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def slug(name: str) -> str:
    """Return a name as an id: words of letters and figures.

    >>> slug("The Daily Example (example.org)")
    'daily-example-example-org'
    """
    return "-".join(re.findall(r"[a-z0-9]+", normalize(name)))[:40].strip("-")


def _published(text: str) -> Edtf | None:
    try:
        return parse_edtf(text)
    except ValueError:
        return None


def _actor(name: str, vocabulary: Vocabulary) -> str:
    """Return the actor that a name means, with or without what stands in brackets or after a comma; or nothing."""
    tries: list[Callable[[str], str]] = [str, lambda n: re.sub(r"\(.*", "", n), lambda n: re.split(r"[,(]", n)[0]]
    for shorten in tries:
        if found := vocabulary.find(shorten(name).strip(), ("actors",)) if name.strip() else []:
            return found[0].id
    return ""


def _free_id(wanted: str, vocabulary: Vocabulary) -> str:
    taken = vocabulary.section_of(wanted) is not None or normalize(wanted) in vocabulary.by_name
    return _free_id(f"{wanted}-publisher", vocabulary) if taken else wanted


def _dateline(source: Source) -> str:
    """Return the capitals before a dash with which a first paragraph begins: "BEIJING / MOSCOW —"."""
    first = next((text for name, text in source.paragraphs.items() if name != "P0"), "")
    found = re.match(r"([A-Z][A-Z .,/]{2,60}?)\s*(?:\([^)]{1,40}\)\s*)?[—–-]", first)
    return found[1] if found else ""


def _places(text: str, vocabulary: Vocabulary) -> list[str]:
    found = [vocabulary.find(part.strip(), ("places",)) for part in re.split(r"[/,]| and ", text) if part.strip()]
    return list(dict.fromkeys(entries[0].id for entries in found if entries))
