"""Which item of a question is a verb, also one that is not known, and which only says that another is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.queries.ask.items import Item
from communique.queries.ask.lexicon import Lexicon

DETERMINERS = frozenset("the a an this that these those its their his her any some no".split())


@dataclass(slots=True)
class State:
    be: bool = False
    raised: bool = False
    negated: bool = False
    seen_verb: bool = False
    auxiliary: bool = False


def raises(items: list[Item], at: int) -> bool:
    item = items[at]
    if not item.has("raising") or at + 1 >= len(items):
        return False
    rest = [i for i in items[at + 1 : at + 4] if i.type not in ("filler", "aux", "word")]
    return bool(rest) and (rest[0].type in ("kind", "light", "attribute", "raising"))


def aimed_at(items: list[Item], at: int, lexicon: Lexicon) -> Item | None:
    """Return the verb of "aimed at" before a noun: only before another verb is it grammar."""
    item = items[at]
    stem, _, preposition = item.words.rpartition(" ")
    if item.type != "raising" or preposition not in ("at", "for") or at + 1 >= len(items):
        return None
    following = next((i for i in items[at + 1 :] if i.type != "filler"), None)
    senses = [s for s in lexicon.lookup(stem.split()[-1]) if s[0] == "kind"] if stem else []
    if following is None or following.type not in ("entity", "class", "role") or not senses:
        return None
    return Item("kind", stem.split()[-1], senses)


def is_unknown_verb(items: list[Item], at: int, state: State, chunks: Sequence[object]) -> bool:
    """Say whether a word that is not known must be the verb: none other follows, and it stands where one would."""
    item = items[at]
    if item.type != "word" or " " in item.words or state.seen_verb or at == 0:
        return False
    before = items[at - 1]
    rest = items[at + 1 :]
    stop = next(
        (n for n, i in enumerate(rest) if i.type in ("that", "comma", "wh", "before", "after", "and")), len(rest)
    )
    if any(i.type == "light" or (i.type == "kind" and "noun" not in i.form("kind")) for i in rest[:stop]):
        return False
    if rest and rest[0].type not in (
        "prep",
        "comma",
        "filler",
        "entity",
        "date",
        "that",
        "kind",
        "before",
        "after",
        "wh",
    ):
        return False
    past = item.words.endswith("ed") and before.type in ("wh", "class", "entity", "role", "unit", "thing", "kind")
    bare = state.auxiliary and not state.be and before.type in ("entity", "topic", "class", "unit", "kind", "role")
    return (
        (past and not state.auxiliary)
        or (bare and not item.words.endswith("s"))
        or (before.type == "aux" and item.words.endswith("ed"))
    )


def _verb_later(items: list[Item], at: int) -> bool:
    """Say whether the verb of "did the UN vote ... come" is still to come."""
    for n in range(at + 1, len(items)):
        item = items[n]
        if item.type in ("that", "comma", "wh", "before", "after", "and"):
            return False
        if item.type in ("kind", "light") and items[n - 1].words != "to":
            forms = item.form("kind") | item.form("light")
            if "base" in forms and "noun" not in forms:
                return True
    return False


def is_verb(items: list[Item], at: int, state: State, chunks: Sequence[object], preposition: str) -> bool:
    item = items[at]
    if item.type == "light":
        return True
    if item.type not in ("kind", "attribute", "order"):
        return False
    forms = item.form("kind") | item.form("attribute") | item.form("light")
    if item.type == "order":
        return item.words == "last" and _lasts(items, at, chunks)
    if not forms - {"noun", ""}:
        return False
    if forms & {"past", "participle"} and "noun" not in forms:
        return not (preposition and preposition != "to" and "base" not in forms)
    if "s" in forms and "noun" not in forms and not preposition:
        return True
    if preposition == "to":
        return "base" in forms
    if preposition:
        return "ing" in forms and "noun" not in forms
    before = items[at - 1] if at else None
    if before and before.words in ("whose", "how many") and "noun" in forms:
        return False
    if before and before.has("place") and not before.has("actor", "demonym") and "noun" in forms:
        return False
    if before and (before.type in ("possessive", "order", "number") or before.words in DETERMINERS):
        return False
    if state.raised and "base" in forms:
        return True
    if "ing" in forms and state.be and not state.seen_verb:
        return True
    if "ing" in forms and "noun" not in forms:
        return not state.seen_verb
    if state.auxiliary and not state.be:
        return "base" in forms and not state.seen_verb and not ("noun" in forms and _verb_later(items, at))
    if before and before.type == "entity" and before.has("demonym") and not before.has("actor"):
        return False
    if before and before.type in ("wh", "class", "entity", "role", "unit") and not state.auxiliary:
        return bool(forms & {"s", "past", "base"}) and not state.seen_verb
    return "noun" not in forms and not state.be


def _lasts(items: list[Item], at: int, chunks: Sequence[object]) -> bool:
    following = items[at + 1] if at + 1 < len(items) else None
    return bool(chunks) and (following is None or following.type in ("number", "comparator", "prep", "wh", "comma"))


def is_passive(item: Item, state: State) -> bool:
    return state.be and "participle" in item.form("kind") | item.form("light") | item.form("attribute")
