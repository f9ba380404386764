"""Cuts a question into elements: names, dates, acts, words of order and time, words that build the clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.queries.ask.events.actors import Actors, Mention, Span
from communique.queries.ask.events.appositions import taken_together
from communique.queries.ask.events.lexicon import DROPPED, OUTER, EventWords, Meaning
from communique.queries.ask.events.tokens import POSSESSIVE, bag, cut, mark_sentences, root
from communique.queries.ask.events.writing import usual_dates
from communique.schemas.date_words import DateWords, find_dates
from communique.schemas.dates import Edtf

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
# Names of roles that are other words too.
_NO_ROLE = frozenset("deal state trade business paper daily house school schools union".split())
_SOMEBODY = ("somebody", "someone", "anybody", "anyone")
_DO = ("do", "does", "did")
WAS = ("was", "were", "is", "are")
HAVE = ("have", "has", "had", "having")
_BE = (*WAS, "been", "be")
# What shows that "her" is a person, no owner.
_BEHIND_HER = (
    *(",", ";", "?", "before", "after", "prior", "in", "on", "at", "to", "by", "for", "with", "from", "first", "last"),
    *("earlier", "later", "since", "until", "that", "next", "again", "too", "also", "over", "and", "ahead", "most"),
)
_HIS = ("his", "hers", "its", "theirs")
_TIMES = ("time", "occasion", "one")
# Before "the time": a length of time.
_WITHIN = ("in", "during", "of", "for", "over", "within", "throughout", "from", "before", "until", "up")
_STOPS = {",": "comma", ";": "stop", "?": "stop"}


class Unread(Exception):
    """Why a question, or a part of it, cannot be read."""


@dataclass(frozen=True, slots=True)
class Element:
    """A run of words: `type` is name, date, act, word (unknown), possessive, comma, stop, or one of words.yaml's.

    For an act, `value` is its code and `other` what the words are where another act stands beside them; `turned` where
    the subject is the other side.
    """

    type: str
    words: str
    at: int
    value: str = ""
    forms: frozenset[str] = frozenset()
    other: str = ""
    turned: bool = False
    mention: Mention | None = None
    date: Edtf | None = None


Elements = list[Element]


def scan(text: str, actors: Actors, words: EventWords, short_dates: bool = False) -> list[Element]:
    """Return the elements of a question in their order; with `short_dates`, 11/12/02 is 2011-12-02."""
    text = usual_dates(text, short_dates)
    dates = [d for d in find_dates(text) if d.date is not None]
    for n, date in reversed(list(enumerate(dates))):
        text = f"{text[: date.start]} \0{n}\0 {text[date.stop :]}"
    tokens = cut(mark_sentences(text))
    _take_up(tokens, actors)
    _mark_her(tokens)
    _mark_his(tokens)
    _mark_nearest(tokens)
    _mark_there(tokens, words)
    tokens = _owned(tokens, actors)
    spans = {s.start: s for s in actors.spans(tokens, words.single, _acts(tokens, words))}
    _name_again(tokens, spans, actors)
    _name_people(tokens, spans)
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


def _take_up(tokens: list[str], actors: Actors) -> None:
    """Replace "that minister", "the same official" by a pronoun: who holds a role is said before."""
    for at, token in enumerate(tokens):
        if token not in ("that", "this", "same", "said") or at + 1 == len(tokens):
            continue
        for stop in range(min(len(tokens), at + 6), at + 1, -1):
            run = tokens[at + 1 : stop]
            if run[-1].isalnum() and " ".join(run) in actors.said and run[0] not in _NO_ROLE:
                if tokens[stop : stop + 1] in (["of"], ["from"]) or at == 0:
                    break
                tokens[at:stop] = ["that", "person"]
                break


def _mark_her(tokens: list[str]) -> None:
    """Tell "welcomed her" from "welcomed her guests"."""
    for at, token in enumerate(tokens):
        if token == "her" and (at + 1 == len(tokens) or tokens[at + 1] in _BEHIND_HER):
            tokens[at] = "him"


def _mark_his(tokens: list[str]) -> None:
    """Read "the first visit after his" as "after it"."""
    for at, token in enumerate(tokens):
        if token in _HIS and tokens[at + 1 : at + 2] in ([], [","], [";"], ["?"]):
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


def _owned(tokens: list[str], actors: Actors) -> list[str]:
    """Name whose minister "its own minister" is, where one country alone is named before."""
    for at, token in enumerate(tokens):
        if token in ("its", "their") and tokens[at + 1 : at + 2] == ["own"]:
            ends = range(min(len(tokens), at + 8), at + 2, -1)
            role = any(_is_role(tokens[at + 2 : end], actors) for end in ends)
            owners = dict.fromkeys(t for t in tokens[:at] if t in actors.owners)
            if role and len({o for t in owners for o in actors.owners[t]}) == 1:
                return [*tokens[:at], next(iter(owners)), "'s", *tokens[at + 2 :]]
    return tokens


def _is_role(words: list[str], actors: Actors) -> bool:
    return words[-1].isalnum() and bag(words) in actors.roles


def _name_again(tokens: list[str], spans: dict[int, Span], actors: Actors) -> None:
    """Let "the rebels" be the Somali armed rebels that were named before."""
    for at, token in enumerate(tokens[:-1], 1):
        role, then = tokens[at], tokens[at + 1 : at + 2]
        if token not in ("the", "that", "said", "same") or then in (["of"], ["from"]) or not role.isalnum():
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


def _name_people(tokens: list[str], spans: dict[int, Span]) -> None:
    """Let "the Thais" be the country where it is named before."""
    for at, span in spans.items():
        owners = {i for i in span.mention.ids if f"citizen@{i}" in span.mention.ids}
        if not owners or not at or tokens[at - 1] != "the":
            continue
        named = next((s for s in spans.values() if s.start < at and set(s.mention.ids) == owners), None)
        if named is not None:
            spans[at] = replace(span, mention=named.mention)


def _roots(tokens: list[str], span: Span) -> set[str]:
    return {root(w) for w in tokens[span.start : span.stop] if w not in POSSESSIVE}


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
