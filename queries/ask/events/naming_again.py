"""Lets those be named again who are named in short: "the rebels", "the Thais", "Chu", "the Pope"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.actor_index import owner_of
from communique.queries.ask.events.actors import Actors, Span
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.tokens import POSSESSIVE, cut, root

# Names of roles that are other words too.
NO_ROLE = frozenset("deal state trade business paper daily house school schools union".split())
_THE = ("the", "that", "said", "same", "these", "those")


def name_again(tokens: list[str], spans: dict[int, Span], actors: Actors, words: EventWords) -> None:
    """Let those be named again who are named in short: "the rebels", "the Thais", "Chu", "the Pope"."""
    _name_role(tokens, spans, actors)
    _name_shorter(tokens, spans, actors)
    _name_people(tokens, spans)
    _name_own(tokens, spans, actors, words)


def _name_role(tokens: list[str], spans: dict[int, Span], actors: Actors) -> None:
    """Let "the rebels" be the Somali armed rebels that were named before."""
    for at, token in enumerate(tokens[:-1], 1):
        role, then = tokens[at], tokens[at + 1 : at + 2]
        if token not in _THE or then in (["of"], ["from"]) or not role.isalnum():
            continue
        if role in actors.owners:  # "the police of Iraq that Iraq praised"
            continue
        if at in spans and (spans[at].stop > at + 1 or (then[:1] == ["'s"] and at + 2 in spans)):
            continue
        named = [s for s in spans.values() if s.stop < at and s.weight > 1 and root(role) in _roots(tokens, s)]
        if len(named) == 1 and role not in NO_ROLE:
            stop = at + 1
            while stop < len(tokens) and tokens[stop].isalpha() and root(tokens[stop]) in _roots(tokens, named[0]):
                stop += 1  # "the party member"
            if any(at < n < stop for n in spans) or (at in spans and spans[at].stop > stop):
                continue
            spans[at] = Span(at, stop, 1, named[0].mention)


def _name_shorter(tokens: list[str], spans: dict[int, Span], actors: Actors) -> None:
    """Let "Syria's ministry" be its ministry of finance, where that is named before."""
    for at, span in list(spans.items()):
        stop = span.stop
        if not all(owner_of(actors.name(i)) for i in span.mention.ids):
            stop += tokens[stop : stop + 1] != [] and tokens[stop] in POSSESSIVE
            stop += 1
        if stop > len(tokens) or any(n in spans for n in range(at + 1, stop)) or not tokens[stop - 1].isalpha():
            continue
        words = {root(w) for w in tokens[at:stop] if w not in POSSESSIVE}
        longer = [s for s in spans.values() if s.stop < at and words < _roots(tokens, s) and len(words) > 1]
        if len({s.mention.ids for s in longer}) == 1:
            spans[at] = replace(span, stop=stop, mention=longer[0].mention)


def _name_people(tokens: list[str], spans: dict[int, Span]) -> None:
    """Let "the Thais" be the country where it is named too."""
    for at, span in spans.items():
        owners = {i for i in span.mention.ids if f"citizen@{i}" in span.mention.ids}
        if not owners or not at or tokens[at - 1] != "the":
            continue
        named = next((s for s in spans.values() if s.start != at and set(s.mention.ids) == owners), None)
        if named is not None:
            spans[at] = replace(span, mention=named.mention)


def _name_own(tokens: list[str], spans: dict[int, Span], actors: Actors, words: EventWords) -> None:
    """Let a surname, a title or the last word of a body's name stand for the one of that name who is named before."""
    for at, token in enumerate(tokens):
        if not token.isalpha() or token in words.single or any(s.start <= at < s.stop for s in spans.values()):
            continue
        own = {s.mention.ids: s for s in spans.values() if s.stop < at and actors.is_own(s.mention)}
        called = [s for s in own.values() if s.weight > 1 and tokens[s.stop - 1] == token]
        if not called and tokens[at - 1 : at] == ["the"]:
            called = [s for s in own.values() if token in actors.titles or _is_last(token, s, actors)]
        if len(called) == 1:
            spans[at] = Span(at, at + 1, 1, called[0].mention)


def _is_last(token: str, span: Span, actors: Actors) -> bool:
    """Say whether a body's name ends with a word: "the Fund" is the IMF."""
    return any(cut(actors.name(i))[-1:] == [token] for i in span.mention.ids)


def _roots(tokens: list[str], span: Span) -> set[str]:
    return {root(w) for w in tokens[span.start : span.stop] if w not in POSSESSIVE}
