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
_OUTER = ("count", "many", "time", "first", "last", "before", "after", "same", "unit", "when")
# Where words can be several things, the first of these that they are.
_RANK = (*_OUTER, "who", "somebody", "act", "be", "auxiliary", "light", "mirror", "intents", "ask_for")
_RANK += ("prepositions", "since", "between", "filler")
# What a word is too that can also be an act: the act is meant only where the clause has no other.
_WEAK = ("light", "mirror", "intents", "ask_for", "filler", "somebody", "prepositions")


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
    dates = [d for d in find_dates(text) if d.date is not None]
    for n, date in reversed(list(enumerate(dates))):
        text = f"{text[: date.start]} \0{n}\0 {text[date.stop :]}"
    tokens = cut(text)
    spans = {s.start: s for s in actors.spans(tokens, _grammar_words(words))}
    elements: list[Element] = []
    at = 0
    while at < len(tokens):
        if span := spans.get(at):
            elements.append(Element("name", span.mention.words, at, mention=span.mention))
            at = span.stop
        elif tokens[at][0] == "\0":
            elements.append(_dated(dates[int(tokens[at].strip("\0"))], at))
            at += 1
        else:
            stop = next((n for n in range(at, len(tokens)) if n in spans or tokens[n][0] == "\0"), len(tokens))
            elements += _read(tokens[at:stop], at, words)
            at = stop
    return _resolved(elements)


def _dated(found: DateWords, at: int) -> Element:
    return Element("date", found.words, at, date=found.date)


def _grammar_words(words: EventWords) -> frozenset[str]:
    return frozenset(k for k in words.meanings if " " not in k)


def _read(tokens: list[str], at: int, words: EventWords) -> list[Element]:
    """Read words between names: those of order and time first, then acts and the rest in what is left together."""
    outer: list[Element] = []
    rest: list[tuple[str, int]] = []
    n = 0
    while n < len(tokens):
        for length in range(min(words.longest, len(tokens) - n), 0, -1):
            joined = " ".join(tokens[n : n + length])
            found = [m for m in words.look_up(joined) if m[0] in _OUTER]
            if found:
                outer.append(_element(joined, at + n, found))
                n += length
                break
        else:
            if tokens[n] not in DROPPED:
                rest.append((tokens[n], at + n))
            n += 1
    inner = list(_inner(rest, words))
    return sorted([*outer, *inner], key=lambda e: e.at)


def _inner(tokens: list[tuple[str, int]], words: EventWords) -> Iterator[Element]:
    n = 0
    while n < len(tokens):
        word, at = tokens[n]
        if word in POSSESSIVE or word in (",", ";", "?"):
            yield Element("possessive" if word in POSSESSIVE else "comma", word, at)
            n += 1
            continue
        for length in range(min(words.longest, len(tokens) - n), 0, -1):
            joined = " ".join(t for t, _ in tokens[n : n + length])
            if found := words.look_up(joined):
                yield _element(joined, at, found)
                n += length
                break
        else:
            yield Element("word", word, at)
            n += 1


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
