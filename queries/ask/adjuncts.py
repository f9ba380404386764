"""Takes the adjuncts out of a question: "besides X", "before Y", "on the day of Y"."""

from __future__ import annotations

from communique.queries.ask.chunks import Phrase
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader

Sides = tuple[str, list[Item]]
BESIDES = ("besides", "except", "other than", "apart from", "aside from", "in addition to", "excluding")


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
