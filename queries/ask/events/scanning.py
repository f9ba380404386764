"""Cuts a question into elements: names, dates, acts, words of order and time, words that build the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.lexicon import DROPPED, EventWords, Meaning
from communique.queries.ask.events.tokens import POSSESSIVE, cut
from communique.schemas.date_words import DateWords, find_dates
from communique.schemas.dates import Edtf

_SHORT = re.compile(r"\b(\d\d)/(\d\d)/(\d\d)\b")
# Read before acts are looked for, so that "its first appeal" is an appeal.
_OUTER = ("count", "many", "time", "first", "last", "near", "before", "after", "same", "unit", "when")
# Where words can be several things, the first of these that they are.
_RANK: tuple[str, ...] = (
    *_OUTER,
    "who",
    "somebody",
    "act",
    "be",
    "auxiliary",
    "light",
    "mirror",
    "intents",
    "ask_for",
    *("limits", "relative", "prepositions", "since", "between", "filler"),
)
# What a word is too that can also be an act: the act is meant only where the clause has no other.
_WEAK = ("light", "mirror", "intents", "ask_for", "filler", "somebody", "prepositions")


class Unread(Exception):
    """Why a question, or a part of it, cannot be read."""


@dataclass(frozen=True, slots=True)
class Element:
    """A run of words: `type` is name, date, act, word (unknown), possessive, comma, or one of words.yaml's.

    For an act, `value` is its code and `other` what the words are where another act stands beside them.
    """

    type: str
    words: str
    at: int
    value: str = ""
    forms: frozenset[str] = frozenset()
    other: str = ""
    mention: Mention | None = None
    date: Edtf | None = None


def scan(text: str, actors: Actors, words: EventWords, short_dates: bool = False) -> list[Element]:
    """Return the elements of a question in their order; with `short_dates`, 11/12/02 is 2011-12-02."""
    if short_dates:
        text = _SHORT.sub(r"20\1-\2-\3", text)
    text = text.replace("?", " ").replace("\0", " ")
    dates = [d for d in find_dates(text) if d.date is not None]
    for n, date in reversed(list(enumerate(dates))):
        text = f"{text[: date.start]} \0{n}\0 {text[date.stop :]}"
    tokens = cut(text)
    spans = {s.start: s for s in actors.spans(tokens, words.single, _acts(tokens, words))}
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
    return _resolved(sorted([*outer, *_inner(rest, words)], key=lambda e: e.at))


def _dated(found: DateWords, at: int) -> Element:
    return Element("date", found.words, at, date=found.date)


def _acts(tokens: list[str], words: EventWords) -> list[tuple[int, int]]:
    """Return where several words side by side name an act."""
    return [
        (at, at + length)
        for at in range(len(tokens))
        for length in range(2, min(6, len(tokens) - at) + 1)
        if any(m[0] == "act" for m in words.look_up(" ".join(tokens[at : at + length])))
    ]


def _read_outer(tokens: list[str], at: int, words: EventWords, outer: list[Element], rest: list[Element]) -> None:
    """Read the words of order and time between names; what is left goes to the rest, for acts to be found in it."""
    n = 0
    while n < len(tokens):
        for length in range(min(words.longest, len(tokens) - n), 0, -1):
            joined = " ".join(tokens[n : n + length])
            if found := [m for m in words.look_up(joined) if m[0] in _OUTER]:
                outer.append(_element(joined, at + n, found))
                n += length
                break
        else:
            if tokens[n] not in DROPPED:
                rest.append(Element("", tokens[n], at + n))
            n += 1


def _inner(rest: list[Element], words: EventWords) -> Iterator[Element]:
    """Read what is left, longest first; an act may be named around a name: "accused Japan of aggression"."""
    n = 0
    while n < len(rest):
        word = rest[n]
        if word.type:
            yield word
            n += 1
        elif word.words in POSSESSIVE or word.words in (",", ";", "?"):
            yield Element("possessive" if word.words in POSSESSIVE else "comma", word.words, word.at)
            n += 1
        else:
            element, taken, around = _longest(rest, n, words)
            yield element
            yield from around
            n += taken


def _longest(rest: list[Element], n: int, words: EventWords) -> tuple[Element, int, list[Element]]:
    best, at = rest[n], rest[n].at
    found: tuple[Element, int, list[Element]] = (Element("word", best.words, at), 1, [])
    joined, around = "", list[Element]()
    for taken, element in enumerate(rest[n : n + words.longest + 1], 1):
        if element.type == "name" and not around:
            around.append(element)
            continue
        if element.type:
            break
        joined = f"{joined} {element.words}".lstrip()
        if meanings := words.look_up(joined):
            if around and all(m[0] != "act" for m in meanings):
                continue
            found = _element(joined, at, meanings), taken, list(around)
    return found


def _element(words: str, at: int, meanings: list[Meaning]) -> Element:
    types = {m[0] for m in meanings}
    type_ = next(t for t in _RANK if t in types)
    chosen = [m for m in meanings if m[0] == type_]
    weak = next((t for t in _WEAK if t in types), "") if type_ == "act" else ""
    if type_ == "somebody" and "act" in types:
        weak = ""
    return Element(type_, words, at, chosen[0][1], frozenset(m[2] for m in meanings), weak)


def _resolved(elements: list[Element]) -> list[Element]:
    """Let words that can be an act or help one ("release", "request") be the act only where there is no other."""
    acts = [e for e in elements if e.type == "act"]
    if not any(not e.other for e in acts):
        strong = acts[-1:] if acts else []
        # Of several, the last that is more than a helping word.
        acts = [e for e in acts if e.other in ("mirror", "ask_for", "intents")] or strong
        keep = acts[-1] if acts else None
        return [replace(e, type=e.other) if e.type == "act" and e is not keep else e for e in elements]
    return [replace(e, type=e.other) if e.type == "act" and e.other else e for e in elements]
