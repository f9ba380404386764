"""Marks words that take somebody up who is named before: "that minister", "there", "its own police", "the Thais"."""

from __future__ import annotations

from communique.queries.ask.events.actors import Actors
from communique.queries.ask.events.elements import WAS
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.naming_again import NO_ROLE
from communique.queries.ask.events.tokens import LINKS, bag

# What shows that "her" is a person, no owner.
_BEHIND_HER = (
    *(",", ";", "?", "before", "after", "prior", "in", "on", "at", "to", "by", "for", "with", "from", "first", "last"),
    *("earlier", "later", "since", "until", "that", "next", "again", "too", "also", "over", "and", "ahead", "most"),
)
_HIS = ("his", "hers", "its", "theirs")
# Behind them where they stand alone: "once his was over".
_BEHIND_HIS = (",", ";", "?", "was", "were", "is", "had", "did", "came", "ended")
_OWNERS = {"its": "it", "his": "he", "her": "she", "their": "they"}
_LISTS = ("list", "agenda", "wishlist")
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
    _mark_where(tokens, words)
    _mark_list(tokens)
    return _owned(tokens, actors, words)


def _take_up(tokens: list[str], actors: Actors) -> None:
    """Replace "that minister", "the same official" by a pronoun: who holds a role is said before."""
    for at, token in enumerate(tokens):
        if token not in ("that", "this", "same", "said", "these") or at + 1 == len(tokens):
            continue
        for stop in range(min(len(tokens), at + 6), at + 1, -1):
            run = tokens[at + 1 : stop]
            if run[-1].isalnum() and " ".join(run) in actors.said and run[0] not in NO_ROLE:
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


def _mark_where(tokens: list[str], words: EventWords) -> None:
    """Read "where did it go first" as "where did it go to first"."""
    for at, token in enumerate(tokens):
        if token != "where":
            continue
        stop = next((n for n in range(at, len(tokens)) if tokens[n] in (";", "?")), len(tokens))
        going = [n for n in range(at + 1, stop) if _is_visit(f"{tokens[n]} to", words)]
        verbs = [n for n in going if not _is_visit(tokens[n], words)]
        if verbs and tokens[verbs[-1] + 1 : verbs[-1] + 2] not in (["to"], ["from"]):
            tokens.insert(verbs[-1] + 1, "to")
            return


def _mark_list(tokens: list[str]) -> None:
    """Read "who was next on its list" as "who did it do so with next"."""
    for at in range(2, len(tokens) - 2):
        if tokens[at] != "on" or tokens[at + 1] not in _OWNERS or tokens[at + 2] not in _LISTS:
            continue
        be = next((n for n in range(at - 1, max(-1, at - 4), -1) if tokens[n] in WAS), None)
        if be is not None:
            tokens[be : at + 3] = ["did", _OWNERS[tokens[at + 1]], "do", "so", "with", *tokens[be + 1 : at]]
            return


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
