"""Cuts a question of several sentences: "A protest was handed over. By whom?", "X and Y in Geneva: when?"."""

from __future__ import annotations

import re

from communique.queries.ask.items import AUXILIARIES, Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Question

_CUT = re.compile(r"[?!:;]+\s+|(?:(?<=[a-z]{3})|(?<=\d{4}))\.\s+(?=[A-Z])|\s+[-\u2013\u2014]+\s+|\s*\u2014\s*")
_ASKING = re.compile(r"\b(who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_ORDER = re.compile(r"which (of (these|them|those|the two) )?(is|was|came|happened)\b[^:]*:", re.IGNORECASE)
_EITHER = re.compile(r"^[\w\s]+ or [\w\s]+$", re.IGNORECASE)


def cut(text: str) -> tuple[str, list[str] | None]:
    """Return the sentence that asks, and the others that tell what it is about; none where two of them ask."""
    if _ORDER.match(text):
        return text, []
    parts = [p.strip(" ?.!") for p in _CUT.split(text.strip()) if p and p.strip(" ?.!")]
    asking = [p for p in parts if _ASKING.search(p)]
    if len(parts) < 2 or not asking:
        return text, []
    question = asking[-1]
    rest = [p for p in parts if p != question and not (_EITHER.fullmatch(p) and len(p.split()) < 5)]
    if any(_ASKING.match(p) or p.split()[0].lower() in AUXILIARIES for p in rest):
        return text, None
    return question, rest


def bare_questions(items: list[Item], context: list[Item]) -> list[Question]:
    """Return what a sentence asks for that only has a wh-word and a noun: "which months?", "how many?"."""
    at = next((n for n, i in enumerate(items) if i.type in ("wh", "asks")), None)
    if at is None:
        return []
    word, noun = items[at], next((i for i in items[at + 1 :] if i.type not in ("filler", "aux", "number")), None)
    if word.type == "asks":
        return [Question("detail", attributes=tuple(word.ids("attribute")))]
    if word.words == "when" or (noun and (noun.value == "times" or noun.words.rstrip("s") in ("month", "year", "day"))):
        return [Question("date")]
    if word.words == "where" or (noun and noun.value == "places"):
        return [Question("place")]
    if word.words == "why":
        return [Question("reason")]
    if word.words == "how many":
        counted = noun if noun is not None and noun.has("unit", "attribute") else None
        counted = counted or next((i for i in context if i.has("unit", "attribute")), None)
        if counted is not None:
            units, attributes = tuple(counted.ids("unit")), tuple(counted.ids("attribute"))
            return [Question("detail", units=units, attributes=attributes)]
    if word.words in ("what", "which") and noun is not None and noun.has("attribute"):
        return [Question("detail", attributes=tuple(noun.ids("attribute")))]
    if word.words in ("who", "whom"):
        before = items[at - 1].words if at else ""
        return [Question("party", roles=("to", "toward") if before == "to" else ("by",))]
    return []


def media_noun(items: list[Item], lexicon: Lexicon) -> Item | None:
    """Return the noun after "which" or "what" that means articles or who publishes them."""
    at = next((n for n, i in enumerate(items) if i.type == "wh" and i.words in ("which", "what")), None)
    for item in items[at + 1 : at + 4] if at is not None else ():
        if any(item.words in lexicon.grammar[g] for g in ("articles", "publishers", "agencies")):
            return item
        if item.type not in ("number", "filler", "entity", "word"):
            return None
    return None
