"""Reads elements again that take up what is told: "the last to do that", "had it done to it", "the previous one"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import HAVE, WAS, Element
from communique.queries.ask.events.lexicon import EventWords

_STATES = ("012", "013", "030", "032", "036")
_TO_HAVE = (["to", "have"], ["as", "having"])
_DOING = ("do", "done", "doing", "did", "be")
_VERB_BEFORE = ("prepositions", "auxiliary", "name", "pron", "who", "and")
_LIKEWISE = ("do likewise", "do same", "do same thing", "do as much", "act likewise")
_DEEDS = ("it", "they", "this", "that", "these", "those")
_OWNERS = ("its", "his", "her", "their")
_OTHERS = ("others", "another")
# What may follow "to" that takes an act up.
_CLOSING = ("", "stop", "comma", "before", "after", "earlier", "later")
_ORDERS = ("first", "last", "next")
# What may follow a verb as its object.
_OBJECTS = ("name", "act", "pron", "light", "mirror", "intents", "ask_for", "somebody", "who", "manner", "unit")


def retold(elements: list[Element], words: EventWords) -> Iterator[Element]:
    """Yield elements; "to do that" is "to do so", "had threats made against it" is done to the subject."""
    for n, element in enumerate(elements):
        then = elements[n + 1].type if n + 1 < len(elements) else ""
        if element.type in ("first", "last", "next") and element.words.endswith(" one"):
            yield replace(element, words=element.words.removesuffix(" one"))
            yield Element("somebody", "one", element.at)
        elif element.type == "act" and _is_preposition(element) and _named_before(elements, n):
            be, _, preposition = element.words.partition(" ")  # "its last threats were against whom?"
            yield Element("be", be, element.at, be)
            yield Element("prepositions", preposition, element.at, preposition)
        elif element.value in _LIKEWISE:
            yield replace(element, value="do so")
        elif _is_deed(elements, n, words):  # "threats were made. By whom had they been made earlier?"
            deed = next(e for e in reversed(elements[:n]) if e.type == "act")
            yield Element("act", deed.words, element.at, deed.value, frozenset(("noun",)))
        elif element.type == "filler" and element.words in _OWNERS and _is_role(elements, n + 1):
            yield Element("pron", element.words, element.at, element.words)  # "her first host"
            yield Element("possessive", "'s", element.at)
        elif element.words in _DOING and _takes_up(elements, n):  # "the last to do that", "the first to be so"
            yield Element("light", element.words, element.at, "do so", frozenset(("base",)))
        elif n and elements[n - 1].words in _DOING and _takes_up(elements, n - 1):
            continue
        elif element.words == "state that" and not (n and elements[n - 1].type in _VERB_BEFORE):
            yield Element("somebody", "state", element.at)  # "find the state that visited China"
            yield Element("relative", "that", element.at, "that")
        elif element.words == "no" and element.type == "act" and n and elements[n - 1].type == "be":
            yield replace(element, type="limits")  # "that was no surprise"
        elif _so_did(elements, n) or _so_did(elements, n - 1):
            continue
        elif _so_did(elements, n - 2) and element.words == "another" and then == "somebody":
            continue
        elif _so_did(elements, n - 2) or (_so_did(elements, n - 3) and elements[n - 1].words == "another"):
            yield element  # "so did others" is "others did so"
            yield Element("light", "did so", element.at, "do so", frozenset(("past",)))
        elif element.words == "one" and _is_to_do(elements, n + 1):
            yield replace(element, type="somebody")  # "the one to praise it"
        elif element.type == "intents" and element.words.endswith(" to") and then in _CLOSING:
            yield element  # "who was the last who wished to?"
            yield Element("light", "do so", element.at, "do so", frozenset(("base",)))
        elif element.words == "to" and then in ("stop", "") and n and elements[n - 1].type in ("somebody", *_ORDERS):
            yield element  # "the next country to?"
            yield Element("light", "do so", element.at, "do so", frozenset(("base",)))
        elif element.words == "since" and then in ("stop", "comma", ""):
            yield replace(element, type="later")  # "whom has it praised since?"
        elif element.words in words.previous and (
            then in ("act", "somebody", "stop", "") or elements[n + 1].words == "one"
        ):
            yield Element("last", element.words, element.at)  # "the previous visitor"
            yield Element("earlier", element.words, element.at)
        elif element.words == "concerned" and then in ("who", "name"):
            yield replace(element, type="prepositions")  # "its comments concerned which country"
        elif element.words == "under" and then == "act" and "noun" in elements[n + 1].forms:
            yield replace(element, type="mirror", forms=frozenset(("past",)))  # "China under criticism"
        elif element.type == "act" and _had_from(elements, n):
            yield replace(element, turned=True)
        elif element.type == "pron" and n and _had_done(elements[n - 1], words):
            continue
        elif _had_done(element, words) and then == "pron":
            yield replace(element, turned=True)  # "China had an agreement signed with it"
        elif element.type == "filler" and element.words.startswith("of all ") and then in ("relative", "who", "to"):
            yield Element("prepositions", "of", element.at, "of")  # "of all countries that visited China"
            yield Element("somebody", "those", element.at)
        elif element.words == "as of" and then == "date" and _is_state(elements):
            yield replace(element, type="prepositions", words="on")
        elif element.type == "mirror" and [e.words for e in elements[n + 1 : n + 3]] in _TO_HAVE:
            yield replace(element, type="light")  # "can be shown to have praised"
        elif element.words == "whose" and n + 1 < len(elements) and elements[n + 1].words in words.acting:
            yield replace(element, words="which")  # "the country whose representatives visited China"
        else:
            yield element


def _so_did(elements: list[Element], n: int) -> bool:
    """Say whether "so did others" begins at a place."""
    if n < 0 or n + 2 >= len(elements) or elements[n].words != "so" or elements[n + 1].type != "auxiliary":
        return False
    return elements[n + 2].words in _OTHERS or elements[n + 2].type == "somebody"


def _is_preposition(element: Element) -> bool:
    be, _, preposition = element.words.partition(" ")
    return be in WAS and preposition in (
        "against",
        "with",
        "at",
        "on",
        "to",
        "for",
        "from",
        "about",
        "toward",
        "towards",
    )


def _named_before(elements: list[Element], n: int) -> bool:
    """Say whether the noun of an act stands before in the same sentence."""
    start = max((m for m in range(n) if elements[m].type == "stop"), default=0)
    return any(e.type == "act" and "noun" in e.forms for e in elements[start:n])


def _is_deed(elements: list[Element], n: int, words: EventWords) -> bool:
    """Say whether a pronoun is what is told: "was this done", "had it been inflicted", not "was it approached"."""
    if elements[n].words not in _DEEDS:
        return False
    start = max((m + 1 for m in range(n) if elements[m].type == "stop"), default=0)
    stop = next((m for m in range(n, len(elements)) if elements[m].type == "stop"), len(elements))
    told = next((e for e in reversed(elements[:start]) if e.type == "act"), None)
    if told is None or any(e.type in ("act", "manner", "intents", "ask_for") for e in elements[start:stop]):
        return False
    verb = next(
        (m for m in range(n + 1, stop) if elements[m].type not in ("be", "auxiliary") or _is_done(elements, m)), n
    )
    passive = any(e.type == "be" for e in elements[max(start, n - 1) : verb])
    if elements[n].words in words.pron and _is_done(elements, verb):
        return passive
    deed = elements[verb].type == "light" and "participle" in elements[verb].forms
    return passive and deed and "noun" in told.forms and elements[verb].value not in words.persons


def _is_role(elements: list[Element], n: int) -> bool:
    """Say whether who does something follows, with a word of order before: "first host"."""
    while n < len(elements) and elements[n].type in _ORDERS:
        n += 1
    return n < len(elements) and elements[n].type == "act" and "agent" in elements[n].forms


def _is_done(elements: list[Element], n: int) -> bool:
    return elements[n].words == "done"


def _takes_up(elements: list[Element], n: int) -> bool:
    """Tell "the last to do that before China" from "do that country's visitors ..."."""
    what = elements[n + 1 : n + 2]
    then = elements[n + 2].type if n + 2 < len(elements) else ""
    if not n or not what or then in _OBJECTS:
        return False
    if elements[n].words == "be":
        return elements[n - 1].words == "to" and what[0].words == "so"
    if elements[n].words == "did":  # "who did it?"
        return elements[n - 1].type == "who" and then in ("stop", "")
    return what[0].words in ("that", "this", "it")


def _is_to_do(elements: list[Element], n: int) -> bool:
    then = elements[n : n + 2]
    return len(then) == 2 and then[0].words == "to" and "base" in then[1].forms


def _had_from(elements: list[Element], n: int) -> bool:
    """Tell "had praise from China" from "had praise for China"."""
    had = elements[n].words.split()
    from_ = [e.words for e in elements[n + 1 : n + 2]] == ["from"]
    return (
        from_ and len(had) > 1 and had[0] in HAVE and "participle" in elements[n].forms and not had[-1].endswith("ed")
    )


def _had_done(element: Element, words: EventWords) -> bool:
    """Say whether words are "had an agreement signed with", which is done to the subject."""
    had = element.words.split()
    if element.type != "act" or len(had) < 4 or had[0] not in HAVE:
        return False
    return any(m[2] == "participle" for m in words.look_up(had[-2]))


def _is_state(elements: list[Element]) -> bool:
    """Say whether somebody is or wants something, which is so on a day."""
    acts = [e for e in elements if e.type == "act"]
    return any(e.type == "intents" for e in elements) or any(
        e.value in _STATES or e.words.split()[0] in WAS for e in acts
    )
