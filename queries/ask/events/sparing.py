"""Leaves out elements that say no more than what stands beside them: "it happened that", "the visitors' names"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import HAVE, Element
from communique.queries.ask.events.lexicon import EventWords

_SEE = ("see", "witness")
_LABELS = ("subject", "topic", "theme", "re", "regarding", "question", "query", "item", "matter", "headline", "ask")
_OUTLOOKS = ("012", "013")
_SPANS = ("days", "months", "years")
_CONSIDER = ("take", "look at")
_ABOUT = ("on", "about", "of", "over", "concerning", "regarding", "for", "in")


def spared(elements: list[Element], words: EventWords) -> Iterator[Element]:
    """Yield the elements without those that say no more."""
    for n, element in enumerate(elements):
        if element.type == "act" and element.other == "filler" and (not n or elements[n - 1].type == "stop"):
            continue  # "looking at the time before May 2010: who ..."
        elif any(_happens(elements, m) for m in (n, n - 1, n + 1, n + 2)) and _leads(elements, n):
            continue  # "when did it first happen that"
        elif _lasts(elements, n) or _lasts(elements, n + 1) or (_lasts(elements, n + 2) and _is_those(elements, n + 1)):
            continue  # "for years", "in those days"
        elif element.words in _CONSIDER and (not n or elements[n - 1].type == "stop") and _is_named(elements, n + 1):
            continue  # "take China after May 2010"
        elif element.words == "only" and n and elements[n - 1].type in ("date", "unit"):
            continue  # "in 2010 only", "the year only"
        elif n and elements[n - 1].words == "whose" and element.words in words.acting:
            continue
        elif _are_names(elements, n) or _are_names(elements, n - 1):
            continue  # "the visitors' names"
        elif any(_is_turn(elements, m) for m in (n - 1, n, n + 1)):
            continue  # "after Iraq's turn as host"
        elif _is_outlook(elements, n, words) or _is_outlook(elements, n - 1, words):
            continue  # "on China's prospects" is "on China"
        elif n and elements[n - 1].type in ("earlier", "later") and _is_named_again(elements, n):
            continue  # "before that visit"
        elif (element.type == "unit" and _leads_date(elements, n)) or _beside_date(elements, n):
            continue  # "Kuwait, year 2010: who ..."
        elif _gives_none(elements, n) or _gives_none(elements, n + 1):
            continue  # "my source gives no date"
        elif _has_date(elements, n) or _has_date(elements, n + 1):
            continue  # "China's visit has a date"
        elif _is_label(elements, n) or (n and _is_label(elements, n - 1)):
            continue
        elif _of_act(elements, n) or (element.type in ("when", "relative") and _of_act(elements, n - 1)):
            continue
        elif element.words == "only" and [e.type for e in elements[n + 1 : n + 2]] in (
            ["later"],
            ["after"],
            ["earlier"],
        ):
            continue  # "who did so only later"
        elif element.words == "something" and n and elements[n - 1].type == "be" and _is_named(elements, n + 1):
            yield replace(element, type="relative", words="that")  # "talks were something Iraq wished for"
        elif element.type == "comma" and (_is_inserted(elements, n) or _is_inserted(elements, n - 2)):
            continue  # "what, precisely, was the month"
        elif element.words == "alone" and n and elements[n - 1].type == "date":
            continue  # "in 2012 alone"
        elif _is_setting(elements, n):
            continue  # "in one chapter China praises Iraq"
        elif element.words == "to" and n + 1 < len(elements) and elements[n + 1].words in _SEE:
            continue  # "the last month to see China visited"
        else:
            yield element


def _is_setting(elements: list[Element], n: int) -> bool:
    """Say whether a preposition begins a sentence, and leads to a word that is not known before who does something."""
    if elements[n].words not in _ABOUT or (n and elements[n - 1].type != "stop"):
        return False
    at = n + 1
    while at < len(elements) and elements[at].type in ("filler", "word"):
        at += 1
    then = elements[at + 1] if at + 1 < len(elements) else None
    unknown = any(e.type == "word" for e in elements[n + 1 : at])
    return unknown and elements[at].type == "name" and then is not None and bool({"past", "s"} & then.forms)


def _is_inserted(elements: list[Element], n: int) -> bool:
    """Say whether a word without weight stands between commas behind the word that asks."""
    if not 0 < n < len(elements) - 2 or elements[n - 1].type not in ("who", "when"):
        return False
    return [e.type for e in elements[n : n + 3]] == ["comma", "filler", "comma"]


def _lasts(elements: list[Element], n: int) -> bool:
    """Say whether days or years stand at a place that are no certain ones: "over the years", "in those days"."""
    if not 0 < n < len(elements) or elements[n].words not in _SPANS:
        return False
    before = elements[n - 1]
    then = elements[n + 1].type if n + 1 < len(elements) else "stop"
    spans = before.words in ("for", "over", "through") or (before.words in ("those", "these") and n > 1)
    return spans and then not in ("before", "after", "when", "relative")


def _is_those(elements: list[Element], n: int) -> bool:
    return elements[n].words in ("those", "these")


def _happens(elements: list[Element], n: int) -> bool:
    """Say whether "happen that" stands at a place."""
    if not 0 < n < len(elements) - 1 or elements[n].value not in ("happen", "occur", "take place", "come about"):
        return False
    return elements[n + 1].type == "relative"


def _is_named(elements: list[Element], n: int) -> bool:
    return n < len(elements) and elements[n].type == "name"


def _leads_date(elements: list[Element], n: int) -> bool:
    """Say whether a unit only says what the date beside it is: "year 2010", "the date was May 2010", "date: 2010"."""
    before = elements[n - 1].type if n else "stop"
    then = [e.type for e in elements[n + 1 : n + 3]]
    if before in ("comma", "stop", "and") and (then[:1] == ["date"] or then in (["be", "date"], ["stop", "date"])):
        return True
    led = [e.type for e in elements[max(0, n - 4) : n] if e.type != "filler"]
    is_date = led[-2:] == ["date", "be"]  # "3 May 2010 was the day of a visit"
    return is_date and (then[:1] in (["relative"], ["when"]) or elements[n + 1].words in ("of", "for"))


def _beside_date(elements: list[Element], n: int) -> bool:
    """Say whether an element joins a date with the unit that says what it is."""
    if n and elements[n - 1].type == "unit" and _leads_date(elements, n - 1):
        return elements[n].type in ("be", "stop", "relative", "when") or elements[n].words == "of"
    return (
        elements[n].type == "be"
        and n + 1 < len(elements)
        and elements[n + 1].type == "unit"
        and _leads_date(elements, n + 1)
    )


def _has_date(elements: list[Element], n: int) -> bool:
    then = elements[n + 1].type if n + 1 < len(elements) else "stop"
    led = 0 < n < len(elements) and elements[n].type == "unit" and elements[n - 1].words in HAVE
    asked = n > 1 and elements[n - 2].type in ("filler", "stop")  # "do you have the date?"
    return led and not asked and then in ("stop", "comma")


def _gives_none(elements: list[Element], n: int) -> bool:
    """Say whether a unit is said to be missing: "gives no date"."""
    if not 0 < n < len(elements) or elements[n].type != "unit":
        return False
    return elements[n - 1].words == "no" or elements[n - 1].words.endswith(" no")


def _is_label(elements: list[Element], n: int) -> bool:
    """Say whether a word only says what follows: "subject: visits to China"."""
    started = not n or elements[n - 1].type == "stop"
    return started and elements[n].words in _LABELS and [e.type for e in elements[n + 1 : n + 2]] == ["stop"]


def _of_act(elements: list[Element], n: int) -> bool:
    """Say whether a day is that of an act that is compared with: "before the day when China came"."""
    if not 0 < n < len(elements) - 1 or elements[n].type != "unit" or elements[n - 1].type not in ("before", "after"):
        return False
    return elements[n + 1].type in ("when", "relative") or elements[n + 1].words == "on"


def _leads(elements: list[Element], n: int) -> bool:
    return elements[n].words == "it" or _happens(elements, n) or _happens(elements, n - 1)


def _are_names(elements: list[Element], n: int) -> bool:
    """Say whether "'s name" stands behind who does something."""
    if n < 1 or n + 1 >= len(elements) or elements[n].type != "possessive" or "agent" not in elements[n - 1].forms:
        return False
    return elements[n + 1].words in ("name", "names", "identity", "identities")


def _is_turn(elements: list[Element], n: int) -> bool:
    """Say whether a word stands at a place that only leads to what somebody is: "'s turn as host"."""
    if n < 1 or n + 2 >= len(elements) or elements[n - 1].type != "possessive" or elements[n + 1].words != "as":
        return False
    return elements[n].type in ("light", "filler", "word") and "agent" in elements[n + 2].forms


def _is_outlook(elements: list[Element], n: int, words: EventWords) -> bool:
    """Say whether "'s prospects" begins at a place: what a remark is about besides the one whose they are."""
    if n < 2 or elements[n].type != "possessive":
        return False
    if elements[n - 2].words.rpartition(" ")[2] not in _ABOUT and elements[n - 2].value not in _OUTLOOKS:
        return False
    return n + 1 < len(elements) and elements[n + 1].words in words.outlooks


def _is_named_again(elements: list[Element], n: int) -> bool:
    """Say whether the noun of an act stands behind "before that" and ends there."""
    then = elements[n + 1].type if n + 1 < len(elements) else "stop"
    that = elements[n - 1].words.endswith((" that", " this"))
    return that and elements[n].type == "act" and "noun" in elements[n].forms and then in ("comma", "stop")
