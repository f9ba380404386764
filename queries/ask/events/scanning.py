"""Cuts a question into elements: names, dates, acts, words of order and time, words that build the clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.actors import Actors
from communique.queries.ask.events.appositions import taken_together
from communique.queries.ask.events.elements import WAS, Element
from communique.queries.ask.events.lexicon import DROPPED, OUTER, EventWords, Meaning
from communique.queries.ask.events.taking_up import name_again, taken_up
from communique.queries.ask.events.tokens import POSSESSIVE, cut, mark_sentences
from communique.queries.ask.events.writing import usual_dates
from communique.schemas.date_words import DateWords, find_dates

# Where words can be several things, the first of these that they are.
_RANK: tuple[str, ...] = (
    *OUTER,
    *("who", "pron", "somebody", "act", "manner", "be", "auxiliary", "light", "mirror", "intents", "ask_for"),
    *("limits", "topic", "relative", "prepositions", "since", "until", "and", "filler"),
)
# What a word is too that can also be an act: the act is meant only where the clause has no other.
_WEAK = ("light", "mirror", "intents", "ask_for", "manner", "filler", "somebody", "prepositions")
# Side by side only: "as the first to" is not "as to".
_TOGETHER = ("topic", "prepositions", "filler", "pron")
_BREAKS = frozenset(
    ("before", "after", "same", "when", "then_when", "by_the_time", "besides", "excluded", "earlier", "later")
)
_SOMEBODY = ("somebody", "someone", "anybody", "anyone")
_DO = ("do", "does", "did")
_BE = (*WAS, "been", "be")
_STOPS = {",": "comma", ";": "stop", "?": "stop"}


def scan(text: str, actors: Actors, words: EventWords, short_dates: bool = False) -> list[Element]:
    """Return the elements of a question in their order; with `short_dates`, 11/12/02 is 2011-12-02."""
    text = usual_dates(text, short_dates)
    dates = [d for d in find_dates(text) if d.date is not None]
    for n, date in reversed(list(enumerate(dates))):
        text = f"{text[: date.start]} \0{n}\0 {text[date.stop :]}"
    tokens = taken_up(cut(mark_sentences(text)), actors, words)
    spans = {s.start: s for s in actors.spans(tokens, words.single, _acts(tokens, words))}
    name_again(tokens, spans, actors, words)
    spans = taken_together(tokens, spans, actors)
    outer: list[Element] = []
    rest: list[Element] = []
    at = 0
    while at < len(tokens):
        if span := spans.get(at):
            rest.append(Element("name", span.mention.words, at, mention=span.mention))
            at = span.stop
        elif tokens[at][0] == "\0":
            rest.append(_dated(dates[int(tokens[at].strip("\0"))], at))
            at += 1
        else:
            stop = next((n for n in range(at, len(tokens)) if n in spans or tokens[n][0] == "\0"), len(tokens))
            _read_outer(tokens[at:stop], at, words, outer, rest)
            at = stop
    return sorted([*outer, *_inner(rest, words, [e.at for e in outer])], key=lambda e: e.at)


def _dated(found: DateWords, at: int) -> Element:
    return Element("date", found.words, at, date=found.date)


def _acts(tokens: list[str], words: EventWords) -> list[tuple[int, int]]:
    """Return where several words side by side name an act."""
    found = []
    for at, token in enumerate(tokens):
        joined = token
        for length, then in enumerate(tokens[at + 1 : at + 6], 2):
            if joined not in words.beginnings:
                break
            joined = f"{joined} {then}"
            if any(m[0] == "act" for m in words.look_up(joined)):
                found.append((at, at + length))
    return found


def _read_outer(tokens: list[str], at: int, words: EventWords, outer: list[Element], rest: list[Element]) -> None:
    """Read the words of order and time between names; what is left goes to the rest, for acts to be found in it."""
    n = 0
    while n < len(tokens):
        length, joined, found = _longest_at(tokens, n, words)
        kept = [m for m in found if m[0] in OUTER]
        if kept and not (joined == "like" and rest and rest[-1].words == "would"):
            if kept[0][0] == "spare":
                n += length
                continue
            outer.append(_element(joined, at + n, kept))
            if outer[-1].type in _BREAKS or (rest and rest[-1].words in _BE):
                rest.append(Element("break", "", at + n))
        else:
            rest += [Element("", tokens[m], at + m) for m in range(n, n + length) if tokens[m] not in DROPPED]
        n += length


def _longest_at(tokens: list[str], n: int, words: EventWords) -> tuple[int, str, list[Meaning]]:
    """Return the longest run of words at a place that means something, without those that may come and go."""
    best: tuple[int, str, list[Meaning]] = (1, tokens[n], [])
    if tokens[n] in DROPPED:
        return best
    joined = ""
    for length in range(1, min(words.longest + 2, len(tokens) - n) + 1):
        token = tokens[n + length - 1]
        if token in DROPPED:
            continue
        joined = f"{joined} {token}" if joined else token
        if joined not in words.beginnings:
            break
        if found := words.look_up(joined):
            best = length, joined, found
    return best


def _inner(rest: list[Element], words: EventWords, outer: list[int]) -> Iterator[Element]:
    """Read what is left, longest first; an act may be named around a name: "accused Japan of aggression".

    `outer` is where words of order and time stood.
    """
    n = 0
    while n < len(rest):
        word = rest[n]
        if word.type:
            if word.type != "break":
                yield word
            n += 1
        elif word.words in POSSESSIVE:
            yield Element("possessive", word.words, word.at)
            n += 1
        elif word.words in _STOPS:
            yield Element(_STOPS[word.words], word.words, word.at)
            n += 1
        else:
            element, taken, around = _longest(rest, n, words, outer)
            inverted = bool(around) and word.words in _BE and rest[n + 1].at == around[0].at
            yield from (*around, replace(element, at=rest[n + taken - 1].at)) if inverted else (element, *around)
            n += taken


def _longest(rest: list[Element], n: int, words: EventWords, outer: list[int]) -> tuple[Element, int, list[Element]]:
    best, at = rest[n], rest[n].at
    found: tuple[Element, int, list[Element]] = (Element("word", best.words, at), 1, [])
    joined, around, given = "", list[Element](), False
    for taken, element in enumerate(rest[n : n + words.longest + 1], 1):
        if element.type == "name" and not around and joined and joined not in _DO:
            around.append(element)
            continue
        if around and element.words in POSSESSIVE and rest[n + taken - 2].type == "name" and joined not in _BE:
            continue  # "drew China's ire"
        if element.type:
            break
        if not around and joined and (element.words in words.pron or element.words in _SOMEBODY):
            if f"{joined} {element.words}" not in words.beginnings:
                type_ = "somebody" if element.words in _SOMEBODY else "pron"
                around.append(Element(type_, element.words, element.at, element.words))
                continue
        given = given or (element.words == "with" and bool(around) and rest[n + taken - 2] is around[-1])
        joined = f"{joined} {element.words}".lstrip()
        if joined not in words.beginnings:  # a comma only where the name of an act has one
            break
        if meanings := words.look_up(joined):
            dated = n + taken < len(rest) and rest[n + taken].type == "date"
            if dated and joined.endswith(" in") and meanings[0][0] == "act":
                break  # "whose side did China take in 2010"
            if around and all(m[0] not in ("act", "turned") for m in meanings):
                continue
            if all(m[0] in _TOGETHER for m in meanings) and any(at < o < element.at for o in outer):
                continue
            if all(m[0] == "pron" for m in meanings) and element.at - at > joined.count(" "):
                continue  # "he said that a country" is not "that country"
            if given and not (meanings := [m for m in meanings if m[0] not in ("turned", "mirror")]):
                continue  # "met with a refusal" suffers it, "met Iraq with a refusal" gives it
            found = _element(joined, at, meanings), taken, list(around)
    first = rest[n].words
    if found[0].type == "intents" and found[0].words.endswith(" going"):  # "was going to Japan"
        then = [e.words for e in rest[n + found[1] : n + found[1] + 2]]
        if then[:1] != ["to"] or all(m[2] != "base" for w in then[1:] for m in words.look_up(w)):
            return Element("be", first, at, first), 1, []
    sent = found[0].type in ("mirror", "intents") and not found[0].words.endswith(" going")
    if sent and first in _BE:  # "were sent | home" are "sent home"
        inner, taken, _ = _longest(rest, n + 1, words, outer)
        if inner.type == "act" and " " in inner.words and taken + 1 > found[1]:
            return Element("be", first, at, first), 1, []
    if (
        found[0].type == "filler"
        and found[1] == 2
        and first in _BE
        and n + 2 < len(rest)
        and rest[n + 1].words in words.pron
    ):
        verbal = ("act", "intents", "light")
        if any(m[0] in verbal and m[2] in ("ing", "participle") for m in words.look_up(rest[n + 2].words)):
            return Element("be", first, at, first), 1, []  # "which country was it praising"
    return found


def _element(words: str, at: int, meanings: list[Meaning]) -> Element:
    types = {"act" if m[0] == "turned" else m[0] for m in meanings}
    type_ = next(t for t in _RANK if t in types)
    chosen = [m for m in meanings if m[0] == type_ or (type_ == "act" and m[0] == "turned")]
    weak = next((t for t in _WEAK if t in types), "") if type_ == "act" else ""
    if type_ == "somebody" and "act" in types:
        weak = ""
    turned = chosen[0][0] == "turned"
    return Element(type_, words, at, chosen[0][1], frozenset(m[2] for m in meanings), weak, turned)
