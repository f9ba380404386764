"""Words that turn a question round and that no reading takes in, and counts of parties in yes-or-no questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from communique.queries.ask.items import AUXILIARIES, BE, Item
from communique.queries.ask.question import Question

_LIMITING = ("only", "solely", "merely", "once", "alone", "exclusively")
_COMPARING = ("more", "fewer", "less", "most", "fewest", "least")
_COUNTED = ("participants", "votes_for", "votes_against", "abstentions")


def turned(items: list[Item]) -> str:
    """Return a word without which the question would be another, and which no reading takes in; else nothing."""
    if not items:
        return ""
    words = [i.words for i in items]
    if is_truth(items):
        return next((w for w in words if w in _LIMITING), "")
    if items[0].type not in ("wh", "prep"):
        return ""
    at = next((n for n, i in enumerate(items) if i.type in ("not", "no") and i.words in ("not", "never")), None)
    if at is not None and not any(i.type == "that" or _is_verb(i) for i in items[:at]):
        return words[at]  # "which countries did not abstain"
    if words[0] in ("who", "which", "what"):
        for word, item in zip(words, items[1:], strict=False):
            if word in _COMPARING and item.type in ("unit", "class", "kind") and "than" not in words:
                return word  # "which country sent more bombers"
    first = next((n for n, i in enumerate(items) if i.type == "order"), None)
    if words[0] == "who" and len(items) > 1 and words[1] in BE and first is not None and first + 1 < len(items):
        after = items[first + 1]
        if after.ids("office") or after.type == "role":
            return words[first]  # the vocabulary does not know all who ever held an office
    return ""


def is_truth(items: list[Item]) -> bool:
    """Say whether yes or no is asked for."""
    return items[0].type == "truth" or items[0].words == "any" or items[0].words.split()[0] in AUXILIARIES


def with_counts(readings: list[Question], items: list[Item]) -> list[Question]:
    """Return yes-or-no readings with the number of parties that a question says: "did 140 countries vote for it"."""
    at = next((n for n, i in enumerate(items[:-1]) if i.type == "number" and _are_parties(items[n + 1])), None)
    if at is None or not is_truth(items) or items[at].number is None:
        return readings
    number, comparator = items[at].number, items[at].comparator
    return [
        replace(
            q,
            number=number,
            comparator=comparator,
            attributes=_COUNTED,
            units=(),
            acts=replace(q.acts, parties=tuple(p for p in q.acts.parties if p.ids)),
        )
        if q.form == "truth"
        else q
        for q in readings
    ]


def copular(readings: list[Question], items: list[Item], is_person: Callable[[str], bool]) -> list[Question]:
    """Return the readings of "is X a Y" without those for any act of a person X with the word Y: that makes no Y."""
    if not items or items[0].words not in BE or any(_is_verb(i) for i in items):
        return readings
    return [
        q
        for q in readings
        if q.form != "truth"
        or q.acts.kinds
        or q.attributes
        or q.number is not None
        or not any(is_person(i) for p in q.acts.parties for i in p.ids)
    ]


def _are_parties(item: Item) -> bool:
    return item.type == "class" or "state" in item.ids("unit")


def _is_verb(item: Item) -> bool:
    return item.has("kind") and bool(item.form("kind") - {"noun"})
