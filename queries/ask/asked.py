"""What a question asks for: its wh-word, the noun after it, the preposition before it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.queries.ask.building import CLASS_LABELS
from communique.queries.ask.chunks import Chunk, Phrase
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Read, Reader
from communique.schemas.stems import stem_words

LABELS = {**CLASS_LABELS, "sources": ("Organization",)}


@dataclass(slots=True)
class Asked:
    """What is asked for: the wh-word, the noun phrase after it, the preposition before it."""

    word: str = ""
    noun: Read | None = None
    preposition: str = ""
    sort: tuple[str, ...] = ()
    media: str = ""

    @property
    def classes(self) -> list[str]:
        """The classes of the noun: states, places, times ..."""
        return self.noun.classes if self.noun else []

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that an answer must have."""
        if self.noun and self.noun.roles:
            bodies = {"ministry", "foreign ministry", "defense ministry", "parliament", "military", "government"}
            return ("Organization",) if set(self.noun.roles) & bodies else ("Person",)
        if self.noun and _of_office(self.noun):
            return ("Person",)
        return next((LABELS[c] for c in self.classes if c in LABELS), ())


def asked_of(chunks: list[Chunk], reader: Reader, *, truth: bool = False) -> tuple[Asked, list[Chunk]]:
    """Return what a question asks for, and the rest of it; where yes or no is asked for, "when" says the time."""
    at = next((n for n, c in enumerate(chunks) if isinstance(c, Item) and c.type in ("wh", "asks")), None)
    if at is None or (truth and chunks[at].words in ("when", "where")):  # type: ignore[union-attr]
        return Asked(), chunks
    item = chunks[at]
    assert isinstance(item, Item)
    asked_then_aux = at + 1 < len(chunks) and is_item(chunks[at + 1], "aux")
    chunks = [c for c in chunks if not is_item(c, "aux")]
    start, stop = at, at + 1
    preposition = ""
    if at and isinstance(chunks[at - 1], Item) and chunks[at - 1].type in ("prep", "until"):  # type: ignore[union-attr]
        start, preposition = at - 1, chunks[at - 1].words  # type: ignore[union-attr]
    noun = None
    if item.type == "asks":
        return Asked("asks", Read(Phrase([item]), attributes=item.ids("attribute")), preposition), [
            *chunks[:start],
            *chunks[stop:],
        ]
    following = chunks[stop] if stop < len(chunks) and not asked_then_aux else None
    if (
        item.words in ("which", "what", "how many", "whose")
        and isinstance(following, Phrase)
        and not following.preposition
        and following.items[0].words != "the"
    ):
        noun = _people(reader.read(following), item.words)
        after = [*chunks[:start], *chunks[stop + 1 :]]
        if useful(noun, item.words) or _of_office(noun):
            return Asked(item.words, noun, preposition, media=_media(noun, reader)), after
        if item.words == "which" and not noun.kinds and (sort := _sort(noun)):
            return Asked(item.words, noun, preposition, sort), after
        noun = None
    return Asked(item.words, noun, preposition), [*chunks[:start], *chunks[stop:]]


def _people(noun: Read, word: str) -> Read:
    """Let a name for people stand for persons: "which American" is one of them."""
    items = [i for i in noun.phrase.items if i.type not in ("filler", "number")]
    if word == "which" and len(items) == 1 and items[0].has("demonym") and not items[0].has("actor"):
        noun.classes.append("persons")
        noun.named[0].owner = True
    return noun


def _of_office(noun: Read) -> bool:
    """Say whether a noun is an office, whose holders are meant: "which US president"."""
    return (
        len(noun.named) == 1 and bool(noun.named[0].offices) and not (noun.named[0].ids or noun.mentions or noun.kinds)
    )


def _media(noun: Read, reader: Reader) -> str:
    """Return the edge from articles to newspapers and the like, or to news agencies; '' for other nouns."""
    words = {i.words for i in noun.phrase.of("class")}
    edges = {"publishers": "PUBLISHED_BY", "agencies": "AGENCY"}
    return next((edge for group, edge in edges.items() if words & reader.lexicon.grammar[group]), "")


def _sort(noun: Read) -> tuple[str, ...]:
    """Return the stems of a noun that only a thing's own names or descriptions can bear out: "which rock"."""
    topics = [n for n in noun.named if {t.partition(":")[0] for t in n.tokens} == {"topic"}]
    return tuple(s for m in noun.mentions for s in m.stems) or tuple(s for n in topics for s in stem_words(n.words))


def useful(noun: Read, word: str) -> bool:
    """Say whether the noun after a wh-word tells what is asked for."""
    return bool(
        noun.classes
        or noun.units
        or noun.attributes
        or noun.kinds
        or noun.roles
        or noun.reason
        or noun.thing
        or (word in ("whose", "how many"))
    )


def is_item(part: Chunk, kind: str) -> bool:
    """Say whether a chunk is a single item of a type."""
    return isinstance(part, Item) and part.type == kind
