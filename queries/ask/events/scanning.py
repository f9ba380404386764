"""Cuts a question into elements: names, dates, acts, words of order and time, words that build the clause."""

from __future__ import annotations

from communique.queries.ask.events.actors import Actors
from communique.queries.ask.events.appositions import taken_together
from communique.queries.ask.events.elements import Element
from communique.queries.ask.events.lexicon import DROPPED, OUTER, EventWords, Meaning
from communique.queries.ask.events.longest import BE, element_of, read_rest
from communique.queries.ask.events.naming_again import name_again
from communique.queries.ask.events.taking_up import taken_up
from communique.queries.ask.events.tokens import cut, mark_sentences
from communique.queries.ask.events.writing import usual_dates
from communique.schemas.date_words import DateWords, find_dates

_BREAKS = frozenset(
    ("before", "after", "same", "when", "then_when", "by_the_time", "besides", "excluded", "earlier", "later")
)


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
    return sorted([*outer, *read_rest(rest, words, [e.at for e in outer])], key=lambda e: e.at)


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
            outer.append(element_of(joined, at + n, kept))
            if outer[-1].type in _BREAKS or (rest and rest[-1].words in BE):
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
