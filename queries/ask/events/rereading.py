"""Reads elements again beside their neighbours: "said that month", "before that of China", "offered to meet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.scanning import Element

_SUIT = re.compile(r"(?:to )?follow(?:s|ed|ing)? (?:suit|.*(?:lead|example))|(?:take|took) up baton")
_SEE = ("see", "witness")
_WAS = ("was", "were", "is", "are")


def reread(elements: list[Element], words: EventWords) -> Iterator[Element]:
    """Yield elements; "said that" before a month is "said", and the month is "that month"."""
    for n, element in enumerate(elements):
        then = elements[n + 1].type if n + 1 < len(elements) else ""
        if then == "unit" and element.type != "relative" and element.words.endswith(" that"):
            yield replace(element, words=element.words.removesuffix(" that"))
            yield Element("relative", "that", element.at, "that")
        elif element.words == "than" and any(e.words == "no sooner" for e in elements[:n]):
            yield replace(element, type="comma")
        elif element.type == "onwards" and [e.type for e in elements[n + 1 : n + 3]] == ["relative", "who"]:
            yield replace(element, type="later")  # "and after that"
        elif element.words in ("before", "after") and then == "be" and elements[n + 1].words in _WAS:
            yield replace(element, type="earlier" if element.type == "before" else "later")
        elif element.type in ("earlier", "later") and _that_of(elements, n):
            yield replace(element, type={"earlier": "before", "later": "after"}[element.type])
            yield Element("relative", "that", element.at, "that")
        elif element.words == "to" and n + 1 < len(elements) and elements[n + 1].words in _SEE:
            continue  # "the last month to see China visited"
        elif element.type == "light" and _wishes(elements, n, words):
            yield replace(element, type="intents")
        elif element.words == "once" and n and elements[n - 1].type == "name" and then in ("act", "light", "manner"):
            continue  # "China once praised"
        elif element.words == "upon" and n + 1 < len(elements) and elements[n + 1].words == "which":
            yield replace(element, type="prepositions")  # "the date upon which"
        elif element.type == "later" and (then_does := _SUIT.match(element.words)):  # "followed suit" is "did so later"
            yield element
            yield Element("light", then_does[0], element.at, "do so", frozenset(("past",)))
        else:
            yield element


def _that_of(elements: list[Element], n: int) -> bool:
    """Tell "before that of China" from "before that"."""
    then = elements[n + 1 : n + 3]
    return elements[n].words.endswith(" that") and [e.words for e in then[:1]] == ["of"] and then[-1].type == "name"


def _wishes(elements: list[Element], n: int, words: EventWords) -> bool:
    """Tell "offered to meet" from "was offered to China"."""
    then = elements[n + 1 : n + 3]
    if len(then) < 2 or then[0].words != "to" or "base" not in then[1].forms or then[1].type not in ("act", "light"):
        return False
    return any(m[0] == "intents" for m in words.look_up(elements[n].words))
