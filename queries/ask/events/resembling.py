"""Names that words resemble: read so in lenient dialects, else suggested."""

from __future__ import annotations

from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.elements import Element
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.spelling import near_spellings

_LINKS = ("of", "for")


def resembling(elements: list[Element], actors: Actors) -> list[Element]:
    """Return the elements with unknown words, and names beside them, read as one name that they resemble."""
    out: list[Element] = []
    at = 0
    while at < len(elements):
        stop = at
        while stop < len(elements) and (_in_name(elements[stop]) or _and(elements, stop)):
            stop += 1
        stop = _within(elements, at, stop, actors)
        run = elements[at:stop]
        out += _named(run, actors) if any(e.type == "word" for e in run) else run or [elements[at]]
        at = max(stop, at + 1)
    return out


def _within(elements: list[Element], at: int, stop: int, actors: Actors) -> int:
    """Return where the run ends: behind a name, a word that is in no name is no part of it."""
    if not any(e.type == "name" for e in elements[at:stop]):
        return stop
    while elements[stop - 1].type == "word" and not actors.knows(elements[stop - 1].words):
        stop -= 1
    if elements[at].type == "word" and not actors.knows(elements[at].words):
        return at + 1
    return stop


def near(unknown: list[str], elements: list[Element], actors: Actors, words: EventWords) -> list[str]:
    """Return words and names near to those that are not known, five at most."""
    known = {*words.single, *actors.single}
    found = [near for word in unknown for near in near_spellings(word, known)[:2]]
    for element in resembling(elements, actors):
        if element.mention and element.mention.similar:
            found += [actors.name(i) for i in element.mention.ids[:2]]
    return list(dict.fromkeys(found))[:5]


def _in_name(element: Element) -> bool:
    return element.type in ("word", "name", "possessive") or element.words in _LINKS


def _and(elements: list[Element], at: int) -> bool:
    """Say whether "and" stands between words that are not known, and so may be part of a name."""
    beside = elements[max(0, at - 1) : at] + elements[at + 1 : at + 2]
    return elements[at].type == "and" and all(e.type == "word" for e in beside)


def _named(run: list[Element], actors: Actors) -> list[Element]:
    """Return a run of words with what lies between its first and last word that can name somebody as one name."""
    named = [n for n, e in enumerate(run) if e.type in ("word", "name")]
    first, last = named[0], named[-1]
    words = " ".join(e.words for e in run[first : last + 1])
    ids = actors.similar(words.split())
    if not ids:
        return run
    return [
        *run[:first],
        Element("name", words, run[first].at, mention=Mention(words, tuple(ids), True)),
        *run[last + 1 :],
    ]
