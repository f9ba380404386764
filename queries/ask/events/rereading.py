"""Reads elements again beside their neighbours: "said that month", "before that of China", "offered to meet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import WAS, Element
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.regrouping import regrouped

_SUIT = re.compile(r"(?:to )?follow(?:s|ed|ing)? (?:suit|.*(?:lead|example))|(?:take|took) up baton")
_FOLLOWED = ("follow", "follows", "followed")
_AND_THEN = ("and after", "and before")
_PRECEDED = ("precede", "precedes", "preceded", "come after", "come before", "came after", "came before")
_OBJECTS = ("name", "act", "pron", "light", "mirror", "intents", "ask_for", "somebody", "date", "who", "manner", "unit")
_WHOSE = (["of"], ["from"], ["by"])
_ARRIVALS = ("arrival", "arrivals")
_OPTIMISM = "013"
_GOES_ON = ("go on to", "went on to", "gone on to", "goes on to")
_MEANT = ("in question", "concerned", "at issue")


def reread(elements: list[Element], words: EventWords) -> Iterator[Element]:
    """Yield elements; "said that" before a month is "said", and the month is "that month"."""
    elements = regrouped(elements)
    for n, element in enumerate(elements):
        then = elements[n + 1].type if n + 1 < len(elements) else ""
        if then == "unit" and element.type != "relative" and element.words.endswith(" that"):
            yield replace(element, words=element.words.removesuffix(" that"))
            yield Element("relative", "that", element.at, "that")
        elif _once_over(elements, n):
            yield Element("later", "after that", element.at)  # "once that was done"
        elif _once_over(elements, n - 1) or _once_over(elements, n - 2):
            continue
        elif element.words in _GOES_ON and any(e.type == "act" for e in _told(elements, n)):
            yield replace(element, type="later")  # "whom did it go on to praise?"
        elif element.words == "after which" and n and elements[n - 1].type == "somebody":
            yield replace(element, type="limits")  # "the country after which Iraq was next"
        elif element.words == "then" and element.type == "later" and _same_time(elements, n):
            continue  # "who else praised it then, the same month"
        elif element.words == "than" and any(e.words == "no sooner" for e in elements[:n]):
            yield replace(element, type="comma")
        elif element.words == "and on" and [e.type for e in elements[n + 1 : n + 4] if e.type != "same"][:2] == [
            "relative",
            "unit",
        ]:
            yield Element("prepositions", "on", element.at, "on")  # "and on that day whom did it praise?"
        elif element.words == "at latest" and (not n or elements[n - 1].type != "date"):
            yield replace(element, type="last")  # "in what year, at the latest"
        elif element.type == "onwards" and then == "relative" and (not n or elements[n - 1].type != "date"):
            yield replace(element, type="later")  # "and after that"
        elif (
            element.type == "onwards" and (not n or elements[n - 1].type != "date") and element.words.startswith("and ")
        ):
            yield replace(element, type="later")  # "China was praised by Iraq, and later by whom?"
        elif element.words in _AND_THEN and (not n or elements[n - 1].type != "date"):
            yield replace(element, type=element.words.removeprefix("and "))  # "and after him"
        elif element.words in ("before", "after") and then == "be" and elements[n + 1].words in WAS:
            yield replace(element, type="earlier" if element.type == "before" else "later")
        elif element.words == "state" and _stated(elements, n) and n and elements[n - 1].words == "to":
            yield replace(element, type="light", forms=frozenset(("base",)))  # "who was the first to state the same"
        elif element.type in ("earlier", "later") and _that_of(elements, n):
            yield replace(element, type={"earlier": "before", "later": "after"}[element.type])
            yield Element("relative", "that", element.at, "that")
        elif element.type == "light" and _wishes(elements, n, words):
            yield replace(element, type="intents")
        elif element.type == "unit" and n + 1 < len(elements) and elements[n + 1].words in _MEANT:
            yield Element("relative", "that", element.at, "that")
            yield element
        elif element.type == "act" and element.other == "light" and n and elements[n - 1].type == "manner":
            yield replace(element, type="light", forms=frozenset(("noun",)))  # "a glowing review"
        elif element.words == "once" and n and elements[n - 1].type == "name" and then in ("act", "light", "manner"):
            continue  # "China once praised"
        elif element.words in _ARRIVALS and _arrives(elements, n):
            yield replace(element, forms=frozenset(("agent",)))  # "the next arrival in China"
        elif element.type == "act" and element.value == _OPTIMISM and _hopes(elements, n):
            yield replace(element, type="intents", forms=frozenset(("past",)))  # "expressed hope for talks with China"
        elif _in_unit(elements, n):
            yield Element("relative", "that", element.at, "that")  # "within the month, who did so too?"
            yield element
        elif any(_in_unit(elements, m) and m < n <= _told_again(elements, m) for m in range(max(0, n - 3), n)):
            continue  # "in the month he did"
        elif element.words == "subsequently to" and then == "who":
            yield Element("later", "subsequently", element.at)
            yield Element("prepositions", "to", element.at, "to")
        elif element.words == "upon" and _is_aim(elements, n):
            yield replace(element, type="prepositions")  # "the date upon which"
        elif element.type == "after" and element.words in _FOLLOWED and _alone(elements, n):
            yield replace(element, type="later")  # "which country followed?" is "which did so later?"
            yield Element("light", element.words, element.at, "do so", frozenset(("past",)))
        elif element.words in (*_FOLLOWED, *_PRECEDED) and _is_who(elements, n - 1):
            yield Element("light", element.words, element.at, "do so", frozenset(("past",)))
            yield element  # "which country followed China?" is "which did so after China?"
        elif element.type == "later" and (then_does := _SUIT.match(element.words)):  # "followed suit" is "did so later"
            yield element
            yield Element("light", then_does[0], element.at, "do so", frozenset(("past",)))
        else:
            yield element


def _told(elements: list[Element], n: int) -> list[Element]:
    """Return the sentences before the one in which a place is."""
    return elements[: max((m for m in range(n) if elements[m].type == "stop"), default=0)]


def _is_aim(elements: list[Element], n: int) -> bool:
    """Tell "the date upon which", "violence upon China" from "upon China's visit"."""
    then = [e.type for e in elements[n + 1 : n + 3]]
    deed = n > 0 and elements[n - 1].type in ("act", "manner") and then[:1] in (["name"], ["pron"], ["who"])
    return elements[n + 1 : n + 2] != [] and (
        elements[n + 1].words == "which" or (deed and then[1:] in ([], ["stop"], ["comma"], ["prepositions"], ["date"]))
    )


def _is_who(elements: list[Element], n: int) -> bool:
    """Say whether who is asked for stands at a place: "which country followed China", "the first to follow China"."""
    if n < 0:
        return False
    named = elements[n + 2].type in ("name", "pron") if n + 2 < len(elements) else False
    to = elements[n].words == "to" and n > 0 and elements[n - 1].type in ("first", "last", "next", "somebody")
    return (to and named) or elements[n].type in ("who", "somebody")


def _in_unit(elements: list[Element], n: int) -> bool:
    """Say whether a month or year is that of what is told before: "within the month", "in the month he did"."""
    if n < 2 or elements[n].type != "unit" or elements[n - 1].words not in ("in", "within", "inside", "during"):
        return False
    told = _told(elements, n)
    if not any(e.type == "name" for e in told) or any(e.type == "date" for e in elements):
        return False
    behind = elements[_told_again(elements, n) + 1 :][:1]
    return not behind or behind[0].type in ("comma", "stop")


def _told_again(elements: list[Element], n: int) -> int:
    """Return where "he did", "when it did so" ends behind a month or year; else the place itself."""
    at = n + 1
    while at < len(elements) and elements[at].type in ("when", "relative"):
        at += 1
    did = [e.type for e in elements[at : at + 2]]
    return at + 1 if did in (["pron", "auxiliary"], ["pron", "light"]) else n


def _hopes(elements: list[Element], n: int) -> bool:
    """Tell "expressed hope for talks with Iraq", "of meeting Iraq" from "expressed hope for Iraq"."""
    words = [*elements[n].words.split(), *(e.words for e in elements[n + 1 : n + 2] if e.type == "prepositions")]
    at = n + 1 if elements[n].words.endswith((" for", " of")) else n + 2
    hope = words[-2:-1] in (["hope"], ["hopes"]) and words[-1] in ("for", "of")
    return hope and [e.type for e in elements[at : at + 1]] == ["act"] and bool({"noun", "ing"} & elements[at].forms)


def _once_over(elements: list[Element], n: int) -> bool:
    if n < 0 or n + 2 >= len(elements) or elements[n].type != "after" or elements[n + 2].type != "over":
        return False
    return elements[n + 1].words in ("that", "this", "it")


def _same_time(elements: list[Element], n: int) -> bool:
    stop = next((m for m in range(n, len(elements)) if elements[m].type == "stop"), len(elements))
    start = max((m for m in range(n) if elements[m].type == "stop"), default=0)
    return any(elements[m].type == "same" and elements[m + 1].type == "unit" for m in range(start, stop - 1))


def _arrives(elements: list[Element], n: int) -> bool:
    """Tell "the next arrival" from "the first arrival of China", "China's next arrival"."""
    before = [e.type for e in elements[max(0, n - 2) : n]]
    of = [e.words for e in elements[n + 1 : n + 2]] == ["of"]
    return before[-1:] in (["first"], ["last"], ["next"]) and "possessive" not in before and not of


def _stated(elements: list[Element], n: int) -> bool:
    """Say whether "to state" is followed by what was stated: "the same", "that it would"."""
    then = elements[n + 1 : n + 3]
    return bool(then) and (then[0].type in ("same", "relative", "act") or then[-1].words in ("would", "will"))


def _that_of(elements: list[Element], n: int) -> bool:
    """Tell "before that of China" from "before that"."""
    then = elements[n + 1 : n + 3]
    return elements[n].words.endswith(" that") and [e.words for e in then[:1]] in _WHOSE and then[-1].type == "name"


def _alone(elements: list[Element], n: int) -> bool:
    """Say whether a verb has no object, and a clause before it: "China visited Iraq; who followed?"."""
    then = next((e for e in elements[n + 1 :] if e.type != "filler"), None)
    told = any(e.type in ("act", "manner") for e in elements[:n]) and not (n and elements[n - 1].type == "be")
    return told and (then is None or then.type not in _OBJECTS) and not (then is not None and then.words == "by")


def _wishes(elements: list[Element], n: int, words: EventWords) -> bool:
    """Tell "offered to meet" from "was offered to China"."""
    then = elements[n + 1 : n + 3]
    if len(then) < 2 or then[0].words != "to" or "base" not in then[1].forms or then[1].type not in ("act", "light"):
        return False
    return any(m[0] == "intents" for m in words.look_up(elements[n].words))
