"""Brings the ways to open a question to one: "Name the minister who ...", "the date of ...", "who was it"."""

from __future__ import annotations

from communique.queries.ask.items import Item

_IMPERATIVES = frozenset("name list give identify specify provide show enumerate state find mention".split())
_RELATIVE = ("who", "that", "which", "whom")
_SMALL = ("filler", "aux", "polite")


def open_plainly(items: list[Item]) -> list[Item]:
    """Return the items of a question with its opening as a wh-word would have it."""
    items = _without_imperative(items)
    items = _uncleft(items)
    while items and items[0].type == "filler":
        items = items[1:]
    return _noun_first(items)


def _without_imperative(items: list[Item]) -> list[Item]:
    if not items or items[0].words.split()[0] not in _IMPERATIVES or any(i.type == "wh" for i in items[:1]):
        return items
    rest = items[1:]
    while rest and rest[0].words in ("me", "us", "all", "of", "out"):
        rest = rest[1:]
    return rest or items


def _uncleft(items: list[Item]) -> list[Item]:
    """Take "was it that" out of "who was it that ..."."""
    for at in range(1, len(items) - 2):
        if items[at].type == "aux" and items[at + 1].words == "it" and items[at + 2].words in _RELATIVE:
            return [*items[:at], *items[at + 3 :]]
    return items


def _noun_first(items: list[Item]) -> list[Item]:
    """Turn "(what was) the date of X", "the ministers who ..." into "when X", "which ministers ..."."""
    start = 0
    if items and items[0].type == "wh" and items[0].words in ("what", "which", "who"):
        if len(items) < 2 or items[1].type != "aux":
            return items
        start = 1
    if start == 0 and items and items[0].type in ("wh", "asks"):
        return items
    at = start
    while at < len(items) and items[at].type in _SMALL:
        at += 1
    if at >= len(items):
        return items
    told = at
    while told < min(at + 3, len(items) - 2) and items[told].type in ("word", "kind", "order"):
        told += 1
    if told > at and items[told].type == "attribute" and items[told + 1].words in ("of", "for"):
        items = [*items[:at], *items[told:]]  # "the estimated value of"
    noun, after = items[at], items[at + 1 :]
    if noun.words in ("day", "month", "year", "date") and after and after[0].words == "of":
        return [Item("wh", "which"), Item("class", noun.words, value="times"), *after[1:]]
    if noun.has("demonym") and len(after) > 1 and after[0].type in ("class", "role") and after[1].words in _RELATIVE:
        return [Item("wh", "which"), noun, after[0], *after[2:]]
    if start == 0 and any(i.type in ("wh", "asks") and i.words not in _RELATIVE for i in after):
        return items
    if start == 0 and items[0].type == "aux":
        return items
    if len(after) > 1 and after[0].type == "prep" and after[1].words in _RELATIVE and noun.type == "class":
        return [after[0], Item("wh", "which"), noun, *after[2:]]
    named = noun.type in ("class", "role", "unit", "thing") or "noun" in noun.form("kind")
    if after and after[0].words in _RELATIVE and named:
        return [Item("wh", "which"), noun, *after[1:]]
    if noun.type == "class" and after and after[0].words in ("of", "for", "to", "in", "when", "where", "on", "that"):
        rest = (
            after
            if noun.value in ("actors", "persons", "states", "places") and after[0].words in ("in", "to")
            else after[1:]
        )
        return [*_asking(noun), *rest]
    if noun.type in ("attribute",) and noun.has("attribute") and after and after[0].words in ("of", "for", "on"):
        return [Item("asks", noun.words, noun.senses), *after[1:]]
    owner = next((n for n, i in enumerate(items[at:], at) if i.type == "possessive"), None)
    asked = owner is not None and any(i.type in ("wh", "asks") for i in items[at:owner])
    if owner is not None and not asked and owner + 1 < len(items) and owner + 2 >= len(items):
        last = items[owner + 1]
        if last.type == "class":
            return [*_asking(last), *items[at:owner]]
        if last.type == "attribute" and any(i.type == "kind" for i in items[at:owner]):
            return [Item("asks", last.words, last.senses), *items[at:owner]]
    return items


def _asking(noun: Item) -> list[Item]:
    words = {"times": "when", "places": "where"}.get(str(noun.value))
    if words:
        return [Item("wh", words)]
    return [Item("wh", "which"), noun] if noun.value not in ("actors",) else [Item("wh", "who")]
