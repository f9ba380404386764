"""Puts idioms together whose object asks: "whose side did China take" is "whom did China take the side of"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.lexicon import EventWords, Meaning

_SUBJECT = ("name", "pron", "possessive", "filler", "first", "last", "next", "be")


def whole(elements: Elements, words: EventWords) -> Elements:
    """Return the elements with the verb of an idiom as its act, where its noun stands with "whose" before it."""
    for n, element in enumerate(elements[:-3]):
        if element.words != "whose" or elements[n + 2].type != "auxiliary":
            continue
        at = next((m for m in range(n + 3, len(elements)) if elements[m].type not in _SUBJECT), len(elements))
        if n + 3 < at < len(elements) and (found := _idiom(elements[at], elements[n + 1], words)):
            verb, noun = elements[at], elements[n + 1]
            forms = frozenset(m[2] for m in found)
            act = Element("act", f"{verb.words} {noun.words}", verb.at, found[0][1], forms)
            asked = replace(element, words="whom")
            return [*elements[:n], asked, *elements[n + 2 : at], act, *whole(elements[at + 1 :], words)]
    return elements


def _idiom(verb: Element, noun: Element, words: EventWords) -> list[Meaning]:
    """Return the acts that a verb and its noun are together."""
    phrase = f"{verb.words} {noun.words}"
    for said in (f"{phrase} of", phrase):
        if found := [m for m in words.look_up(said) if m[0] == "act"]:
            return found
    return []
