"""Marks words that take somebody up who is named before: "that minister", "there", "its own police", "the Thais"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.actor_index import owner_of
from communique.queries.ask.events.actors import Actors, Span
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.tokens import LINKS, POSSESSIVE, bag, cut, root

# Names of roles that are other words too.
_NO_ROLE = frozenset("deal state trade business paper daily house school schools union".split())
# What shows that "her" is a person, no owner.
_BEHIND_HER = (
    *(",", ";", "?", "before", "after", "prior", "in", "on", "at", "to", "by", "for", "with", "from", "first", "last"),
    *("earlier", "later", "since", "until", "that", "next", "again", "too", "also", "over", "and", "ahead", "most"),
)
_HIS = ("his", "hers", "its", "theirs")
# Behind them where they stand alone: "once his was over".
_BEHIND_HIS = (",", ";", "?", "was", "were", "is", "had", "did", "came", "ended")
_TIMES = ("time", "occasion", "one")
# Before "the time": a length of time.
_WITHIN = ("in", "during", "of", "for", "over", "within", "throughout", "from", "before", "until", "up")


def taken_up(tokens: list[str], actors: Actors, words: EventWords) -> list[str]:
    """Return the words of a question with pronouns and names for what takes somebody up."""
    _take_up(tokens, actors)
    _mark_her(tokens, words)
    _mark_his(tokens)
    _mark_nearest(tokens)
    _mark_there(tokens, words)
    return _owned(tokens, actors, words)


def name_again(tokens: list[str], spans: dict[int, Span], actors: Actors, words: EventWords) -> None:
    """Let those be named again who are named in short: "the rebels", "the Thais", "Chu", "the Pope"."""
    _name_role(tokens, spans, actors)
    _name_shorter(tokens, spans, actors)
    _name_people(tokens, spans)
    _name_own(tokens, spans, actors, words)


def _take_up(tokens: list[str], actors: Actors) -> None:
    """Replace "that minister", "the same official" by a pronoun: who holds a role is said before."""
    for at, token in enumerate(tokens):
        if token not in ("that", "this", "same", "said", "these") or at + 1 == len(tokens):
            continue
        for stop in range(min(len(tokens), at + 6), at + 1, -1):
            run = tokens[at + 1 : stop]
            if run[-1].isalnum() and " ".join(run) in actors.said and run[0] not in _NO_ROLE:
                if tokens[stop : stop + 1] in (["of"], ["from"]) or at == 0:
                    break
                tokens[at:stop] = ["that", "person"]
                break


def _mark_her(tokens: list[str], words: EventWords) -> None:
    """Tell "welcomed her first" from "welcomed her guests", "her first host"."""
    for at, token in enumerate(tokens):
        then = words.look_up(tokens[at + 2]) if at + 2 < len(tokens) else []
        owns = any(m[2] == "agent" for m in then)
        if token == "her" and not owns and (at + 1 == len(tokens) or tokens[at + 1] in _BEHIND_HER):
            tokens[at] = "him"


def _mark_his(tokens: list[str]) -> None:
    """Read "the first visit after his" as "after it"."""
    for at, token in enumerate(tokens):
        if token in _HIS and (at + 1 == len(tokens) or tokens[at + 1] in _BEHIND_HIS):
            tokens[at] = "it"


def _mark_nearest(tokens: list[str]) -> None:
    """Tell "the time before", which is the nearest, from "some time before" and "in the time before"."""
    for at, token in enumerate(tokens[:-2]):
        dated = tokens[at + 3 : at + 4] != [] and tokens[at + 3][0] == "\0"
        if token == "the" and tokens[at + 1] in _TIMES and tokens[at + 2] in ("before", "after") and not dated:
            if not at or tokens[at - 1] not in _WITHIN:
                tokens[at + 1] = "immediately"


def _mark_there(tokens: list[str], words: EventWords) -> None:
    """Read "went there" as "went to it", "visit there" as "visit it"."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at] != "there":
            continue
        before = [" ".join(tokens[at - n : at]) for n in (2, 1) if at >= n]
        if any(_is_visit(f"{said} to", words) for said in before):
            tokens[at : at + 1] = ["to", "it"]
        elif any(_is_visit(said, words) for said in before):
            tokens[at] = "it"


def _is_visit(said: str, words: EventWords) -> bool:
    return any(type_ == "act" and code == "042" for type_, code, _ in words.look_up(said))


def _owned(tokens: list[str], actors: Actors, words: EventWords) -> list[str]:
    """Name whose minister "its own minister" is, or "its foreign ministry", where one country is named before."""
    for at, token in enumerate(tokens):
        if token not in ("its", "their") or tokens[at + 1 : at + 2] == []:
            continue
        own = tokens[at + 1] == "own"
        start = at + 1 + own
        if not own and f"{tokens[at - 1]} {tokens[start]}" in words.beginnings:  # "used its armed forces"
            continue
        least = start + (not own)  # "its leaders" are those who act for it
        role = any(_is_role(tokens[start:end], actors) for end in range(min(len(tokens), at + 8), least, -1))
        owners = dict.fromkeys(t for t in tokens[:at] if t in actors.owners)
        if role and len({o for t in owners for o in actors.owners[t]}) == 1:
            return [*tokens[:at], next(iter(owners)), "'s", *tokens[start:]]
    return tokens


def _is_role(words: list[str], actors: Actors) -> bool:
    return words[-1].isalnum() and words[-1] not in LINKS and bag(words) in actors.roles


def _name_role(tokens: list[str], spans: dict[int, Span], actors: Actors) -> None:
    """Let "the rebels" be the Somali armed rebels that were named before."""
    for at, token in enumerate(tokens[:-1], 1):
        role, then = tokens[at], tokens[at + 1 : at + 2]
        if token not in ("the", "that", "said", "same", "these", "those") or then in (["of"], ["from"]) or not role.isalnum():
            continue
        if role in actors.owners:  # "the police of Iraq that Iraq praised"
            continue
        if at in spans and (spans[at].stop > at + 1 or (then[:1] == ["'s"] and at + 2 in spans)):
            continue
        named = [s for s in spans.values() if s.stop < at and s.weight > 1 and root(role) in _roots(tokens, s)]
        if len(named) == 1 and role not in _NO_ROLE:
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
