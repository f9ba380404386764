"""Takes the adjuncts out of a question: "according to X", "besides X", "before Y", "on the day of Y"."""

from __future__ import annotations

from communique.queries.ask.asked import Asked
from communique.queries.ask.building import CLASS_LABELS
from communique.queries.ask.chunks import Phrase
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Party

Sides = tuple[str, list[Item]]
BESIDES = ("besides", "except", "other than", "apart from", "aside from", "in addition to", "excluding")
_VIEWS = ("view", "opinion", "words", "eyes", "judgment", "judgement", "assessment", "account")


def without_besides(items: list[Item], reader: Reader) -> tuple[list[Item], list[str]]:
    """Take "besides X" out of a question; return the ids that are not meant."""
    at = next((n for n, i in enumerate(items) if i.words in BESIDES), None)
    if at is None:
        return items, []
    stop = at + 1
    while stop < len(items) and (
        items[stop].type in ("filler", "entity", "topic", "and", "prep") or _goes_on(items, stop)
    ):
        stop += 1
    read = reader.read(Phrase([i for i in items[at + 1 : stop] if i.type != "prep"]))
    if not read.named:
        return items, []  # of what is left out nothing is known
    rest = [*items[:at], *items[stop:]]
    while rest and rest[0].type == "comma":
        rest = rest[1:]
    return rest, [i for n in read.named for i in n.ids]


def _goes_on(items: list[Item], at: int) -> bool:
    """Say whether a comma stands between names: "besides A, B and C"."""
    return (
        items[at].type == "comma"
        and any(i.type == "and" for i in items[at + 1 : at + 9])
        and all(i.type == "entity" for i in items[at + 1 : at + 2] if i.type != "filler")
    )


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
    read = reader.read(Phrase(items[at + 1 : stop]))
    parties = [reader.party(n, ("by",)) for n in read.named]
    if not parties and read.classes and read.classes[0] in CLASS_LABELS:
        parties = [Party(("by",), (), (), read.phrase.words, CLASS_LABELS[read.classes[0]])]
    before = items[: at - 1] if at and items[at - 1].type == "comma" else items[:at]
    return [*before, *items[stop:]], parties, None


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
    read = reader.read(Phrase(items[start + 1 : stop])) if start is not None else None
    if start is None or read is None or not read.named:
        return items, [], None
    if stop + 1 < len(items) and items[stop + 1].words == "of":
        stop += 1
    parties = [reader.party(n, ("by",)) for n in read.named]
    head, tail = items[:start], items[stop + 1 :]
    head = head[:-1] if head and head[-1].type == "comma" else head
    return [*head, *(tail[1:] if tail and tail[0].type == "comma" else tail)], parties, None


def sent_by(items: list[Item]) -> tuple[str, ...]:
    """Return on whose behalf somebody takes part."""
    at = next((n for n, i in enumerate(items) if i.words == "on behalf of"), None)
    sender = next((i for i in items[at + 1 :] if i.type == "entity"), None) if at is not None else None
    return tuple(sender.ids("actor", "demonym")) if sender else ()


def cut_pivot(items: list[Item]) -> tuple[list[Item], tuple[str, list[Item]] | None]:
    """Cut a question at "before", "after" or "before or after"; with a date after it, make it a preposition."""
    for n, item in enumerate(items):
        if item.type in ("before", "after", "since", "until"):
            following = [i for i in items[n + 1 :] if i.type != "filler"]
            noun = len(following) > 1 and following[1].type in ("kind", "entity")
            if following and following[0].type == "date" and not noun:
                items = [*items[:n], Item("prep", item.type), *items[n + 1 :]]
                continue
            if n + 2 < len(items) and items[n + 1].type == "or" and items[n + 2].type in ("before", "after"):
                return items[:n], ("order", items[n + 3 :])
            if item.type in ("before", "after"):
                comma = next((k for k in range(n, len(items)) if items[k].type == "comma"), len(items))
                if n == 0:
                    return items[comma + 1 :], (item.type, items[1:comma])
                return [*items[:n], *items[comma:]], (item.type, items[n + 1 : comma])
    return _same_day(items)


def _same_day(items: list[Item]) -> tuple[list[Item], tuple[str, list[Item]] | None]:
    """Cut a question at "on the (same) day of"."""
    for n, item in enumerate(items):
        if item.words in ("day", "date") and n + 1 < len(items) and (items[n + 1].words in ("of", "as", "that")):
            start = n
            while start and (items[start - 1].type == "filler" or items[start - 1].words == "on"):
                start -= 1
            if start and items[start].words == "on":
                return items[:start], ("same", items[n + 2 :])
    return items, None


def joins_question(items: list[Item], at: int) -> bool:
    """Say whether "and" at this place joins a second question."""
    if items[at].type != "and":
        return False
    one, *more = items[at + 1 : at + 3]
    return one.type in ("wh", "asks") or bool(one.type == "prep" and more and more[0].type == "wh")
