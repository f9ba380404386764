"""Questions for tenures: "since when has X been Y", "who succeeded X as Y", "who were the Ys of Z from A to B"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.items import BE, Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Acts, Party, Question
from communique.queries.ask.windows import put_date

_SMALL = frozenset("filler aux possessive prep comma that polite class wh asks since until and before after".split())
_LIMITS = ("since", "from", "until", "between")
_GROUPS = ("becoming", "leaving", "holding", "succeeding", "preceding")
_LISTS = frozenset("name list give show tell".split())


def tenure_questions(items: list[Item], lexicon: Lexicon) -> list[Question]:
    """Return the question for a tenure, where nothing but persons, offices, states, days and what it asks is told."""
    items = items[1:] if items and items[0].words.split()[0] in _LISTS else items
    asks = "whether" if items and items[0].words in BE else _what(items, lexicon)
    if not asks:
        return []
    told = [i for i in items if not _is_said(i, lexicon)]
    holders = {person for held in lexicon.persons.values() for person, _ in held}
    persons, offices, states, acts = list[str](), list[str](), set[str](), Acts()
    preposition = ""
    for item in told:
        own = set(item.ids("actor", "demonym"))
        if item.type == "date" and item.date is not None:
            acts = put_date(acts, item.date, preposition if preposition in _LIMITS else "in")
        elif item.ids("office") or item.ids("role"):
            offices += [*item.ids("office"), *(o for r in item.ids("role") for o, _, _ in lexicon.posts.get(r, ()))]
        elif own & holders:
            persons += sorted(own & holders)
        elif own and all(lexicon.states.get(i) for i in own):
            states |= {*own, *(lexicon.states[i] for i in own)}
        elif item.type not in _SMALL and not item.has("light"):
            return []
        if item.type in ("prep", "since", "until"):
            preposition = "until" if item.words == "to" else item.words
    if not offices and (asks in ("before", "after", "offices") or any("office" in i.words for i in items)):
        offices = sorted(lexicon.persons)
    if asks == "whether":
        offices = _fitting(offices, states, [], lexicon)
        if len(persons) != 1 or not offices:
            return []
        role = " ".join(i.words for i in items if i.ids("office") or i.ids("role"))
        who = Party((), offices=tuple(offices), words=role)
        return [Question("holds", replace(acts, parties=(who,)), entities=tuple(persons))]
    offices = _fitting(offices, states, persons, lexicon)
    if not offices or (asks != "holders") != bool(persons):
        return []
    if len(set(offices)) > 1 and asks == "holders":
        return []  # of which country is not said
    if asks == "holders" and not acts.windows and not any(_plural(i) for i in items):
        return []
    return [Question("tenure", acts, entities=tuple(persons), offices=tuple(offices), attributes=(asks,))]


def _what(items: list[Item], lexicon: Lexicon) -> str:
    """Return what is asked of a tenure: its start, stop, length or days, who came before or after, or all holders."""
    words = [i.words for i in items]
    first = next((w for w in words if w not in ("the", "and")), "")

    def has(group: str) -> bool:
        return any(lexicon.is_(group, w) for w in words)

    if first in ("since", "from", "until") and "when" in words[:2]:
        return {"until": "stop", "since": "start"}.get(first, "days" if "to" in words or "until" in words else "start")
    if first == "when":
        if has("leaving"):
            return "stop"
        return "start" if has("becoming") else "days"
    if first == "how long":
        return "length"
    if first in ("which", "what") and "held" in words and any("office" in i.ids("attribute") for i in items):
        return "offices"
    if first in ("who", "whom", "which", "what") or any(_plural(i) for i in items[:2]):
        if has("succeeding"):
            return "before" if words[0] == "whom" or "did" in words else "after"
        if has("preceding"):
            return "before"
        for at, item in enumerate(items[:-1]):  # "who was minister before X"
            if item.type in ("before", "after") and items[at + 1].ids("actor"):
                return item.type
        if any(_plural(i) for i in items):
            return "holders"
        if has("holding") and "dates" in words:
            return "days"
    return ""


def _plural(item: Item) -> bool:
    """Say whether an item names several who hold an office: "foreign ministers"."""
    last = item.words.split()[-1] if item.words else ""
    plural = last.endswith("s") or item.words.split(" of ")[0].endswith("s")
    return plural and bool(item.ids("office") or item.ids("role"))


def _is_said(item: Item, lexicon: Lexicon) -> bool:
    """Say whether an item only asks for a tenure."""
    if item.type == "date" or item.ids("office") or item.ids("role") or item.ids("actor", "demonym"):
        return False
    if item.words in BE or "office" in item.ids("attribute"):
        return True
    return any(lexicon.is_(group, item.words) for group in _GROUPS)


def _fitting(offices: list[str], states: set[str], persons: list[str], lexicon: Lexicon) -> list[str]:
    """Return which offices are meant: those of a state that is named, and that who is named has held."""
    of = {o: {body, state} for posts in lexicon.posts.values() for o, body, state in posts}
    if states:
        offices = [o for o in offices if not of.get(o) or of[o] & states]
    if persons:
        offices = [o for o in offices if any(person in persons for person, _ in lexicon.persons.get(o, ()))]
    return list(dict.fromkeys(offices))
