"""Takes out of a question whose account is asked for: "according to X", "as X explained", "in X's view"."""

from __future__ import annotations

from communique.queries.ask.asked import Asked
from communique.queries.ask.building import CLASS_LABELS
from communique.queries.ask.chunks import Phrase
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Party

_VIEWS = ("view", "opinion", "words", "eyes", "judgment", "judgement", "assessment", "account")


def without_according(items: list[Item], reader: Reader) -> tuple[list[Item], list[Party], tuple[str, ...] | None]:
    """Take "according to X" out of a question; where it is what is asked, the labels wanted."""
    at = next((n for n, i in enumerate(items) if i.type == "according"), None)
    if at is None and (said := _without_as(items, reader)):
        return said
    if at is None:
        return _without_view(items, reader)
    stop = at + 1
    if stop < len(items) and items[stop].type == "wh":
        stop += 1
        labels: tuple[str, ...] = ()
        while stop < len(items) and items[stop].type in ("class", "thing", "role"):
            labels = Asked(noun=reader.read(Phrase([items[stop]]))).labels
            stop += 1
        return items[:at] + items[stop:], [], labels
    while stop < len(items) and items[stop].type in ("filler", "entity", "role", "possessive", "and", "class"):
        stop += 1
    dated = stop < len(items) - 1 and items[stop].type == "date" and items[stop + 1].type == "kind"
    if dated and not any(i.type == "entity" for i in items[at + 1 : stop]):
        # "According to the 2022 statement": no voice, but something near.
        near = [Item("prep", "in"), *items[at + 1 : stop + 2]]
        return (
            [
                *items[:at],
                *items[stop + 2 :],
                *([] if at and items[at - 1].type == "comma" else [Item("comma", ",")]),
                *near,
            ],
            [],
            None,
        )
    voice = Phrase(items[at + 1 : stop])
    parties = _voices(voice, reader)
    before = items[: at - 1] if at and items[at - 1].type == "comma" else items[:at]
    if not at and stop < len(items) and items[stop].type == "comma":
        stop += 1
    if not parties:  # a voice that is not known is not left out
        return [*before, *items[stop:], Item("comma", ","), Item("word", voice.words)], [], None
    return [*before, *items[stop:]], parties, None


def _voices(said: Phrase, reader: Reader) -> list[Party]:
    """Return who speaks: somebody by name, or of a class: experts."""
    read = reader.read(said)
    parties = [reader.party(n, ("by",)) for n in read.named]
    if not parties and read.classes and read.classes[0] in CLASS_LABELS:
        parties = [Party(("by",), (), (), said.words, CLASS_LABELS[read.classes[0]])]
    return parties


def _without_as(items: list[Item], reader: Reader) -> tuple[list[Item], list[Party], None] | None:
    """Take "as X explained" out of a question."""
    for n, item in enumerate(items[:-2]):
        verb = next((k for k in range(n + 2, min(n + 6, len(items))) if items[k].has("kind")), None)
        if item.words != "as" or not n or items[n - 1].type != "comma" or verb is None:
            continue
        statement = any("say" in reader.lexicon.kinds[k]["ancestors"] for k in items[verb].ids("kind"))
        read = reader.read(Phrase(items[n + 1 : verb]))
        if read.named and statement:
            return [*items[: n - 1], *items[verb + 1 :]], [reader.party(x, ("by",)) for x in read.named], None
    return None


def _without_view(items: list[Item], reader: Reader) -> tuple[list[Item], list[Party], None]:
    """Take "in X's view" out of a question."""
    stop = next((n for n, i in enumerate(items) if i.words in _VIEWS), None)
    if stop is None:
        return items, [], None
    start = next((n for n in range(stop, -1, -1) if items[n].words == "in"), None)
    parties = _voices(Phrase(items[start + 1 : stop]), reader) if start is not None else []
    if start is None or not parties:
        return items, [], None
    if stop + 1 < len(items) and items[stop + 1].words == "of":
        stop += 1
    head, tail = items[:start], items[stop + 1 :]
    head = head[:-1] if head and head[-1].type == "comma" else head
    return [*head, *(tail[1:] if tail and tail[0].type == "comma" else tail)], parties, None
