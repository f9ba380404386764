"""Cuts a question into the clauses it is made of, and says how each relates to the one that asks."""

from __future__ import annotations

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.complements import take_compared
from communique.queries.ask.events.elements import Elements
from communique.queries.ask.events.parts import Part, Parts
from communique.queries.ask.events.relations import drop_prepositions, related

_PARTITIVE = ("of", "out", "among", "amongst")
_PASSIVE = ("followed", "preceded", "succeeded")
# What may stand between a comma and the word that asks.
_LEADING = ("prepositions", "and", "later", "earlier", "next", "comma", "same", "unit", "relative", "else", "time")


def cut_parts(elements: Elements, asked: str) -> Parts:
    """Return the clauses of a question.

    Raises
    ------
    Unread
        Where it is not clear what is compared with.
    """
    parts = Parts()
    told = 0
    for sentence in sentences(elements):
        sentence = [e for e in sentence if e.type != "stop"]
        if len(sentence) > 1 and sentence[0].type == "prepositions" and sentence[0].words in _PARTITIVE:
            if sentence[1].type in ("somebody", "who"):  # "of those who visited China, which came last?"
                sentence = sentence[1:]
        asks = asked != "who" or any(e.type == "who" for e in sentence)
        there = len(parts.compared)
        _walk(sentence, asked, parts)
        if not asks:
            told = len(parts.open)
        elif told and {"before", "after"} & {*(p.relation for p in parts.compared[there:]), *parts.open[told:]}:
            del parts.open[:told]  # "others had done so earlier; who was the last before China?"
    return parts


def _walk(sentence: Elements, asked: str, parts: Parts) -> None:
    own: Elements = []
    at = 0
    while at < len(sentence):
        element = sentence[at]
        relation, start = related(sentence, at, own, asked)
        if element.words == "having" and asked == "who" and _told(own, sentence[at:]):
            parts.clauses.append(Part(own))  # "China praised Iraq, having last praised whom?"
            parts.open.append("before")
            own = []
            at += 1
        elif element.words in _PASSIVE and _is_by(sentence, at) and _others(sentence[at + 2 :]):
            parts.clauses.append(Part([e for e in own if e.type != "be"]))  # "China's visit was followed by others"
            parts.open.append(element.type)
            own = []
            at = len(sentence)
        elif element.words in _PASSIVE and _is_by(sentence, at):  # "China's visit was followed by that of whom?"
            parts.compared.append(Part([e for e in own if e.type != "be"], element.type))
            own = []
            at += 2
        elif relation:
            at = take_compared(sentence, start, relation, own, parts)
        elif element.type == "trail" and [e.type for e in own[-2:]] == ["name", "possessive"]:
            parts.compared.append(Part([own[-2]], "after"))  # "in China's wake"
            del own[-2:]
            drop_prepositions(own)
            at += 1
        elif element.type in ("earlier", "later", "next"):
            if element.type != "next" and _told(own, sentence[at:]):
                parts.clauses.append(Part(own))
                own = []
            parts.open.append({"earlier": "before", "later": "after"}.get(element.type, "next"))
            at += 1
        elif element.type in ("someday", "unit"):  # "one month", "in some month"
            parts.somewhen.append(element.value if element.type == "unit" else element.words.rpartition(" ")[2])
            while own and own[-1].type == "prepositions":
                own.pop()
            at += 1
        elif element.type == "auxiliary" and _does_who(sentence, at) and _told(own, sentence[at:]):
            parts.clauses.append(Part(own))  # "China praised Iraq, and so did whom?"
            own = [element]
            at += 1
        elif element.type == "comma":
            if _asks_next(sentence, at, asked) and any(e.type == "name" for e in own):
                parts.clauses.append(Part(own))
                own = []
            at += 1
        else:
            if element.type not in ("same", "else"):
                own.append(element)
            at += 1
    if own:
        parts.clauses.append(Part(own))


def _told(own: Elements, rest: Elements) -> bool:
    """Say whether the question begins behind "after which", "and then": what is before it is told."""
    told, asks = Part(own), Part(rest)
    return (
        told.has("act")
        and told.has("name")
        and not told.has("who")
        and asks.has("who")
        and asks.has("act", "light", "auxiliary")
    )


def _does_who(sentence: Elements, at: int) -> bool:
    """Say whether a sentence ends in "did whom"."""
    return [e.type for e in sentence[at + 1 :] if e.type not in ("comma", "same", "unit", "prepositions")] == ["who"]


def _is_by(sentence: Elements, at: int) -> bool:
    return at > 0 and sentence[at - 1].type == "be" and [e.words for e in sentence[at + 1 : at + 2]] == ["by"]


def _others(rest: Elements) -> bool:
    """Say whether no more is named than that there were others: "followed by another country"."""
    return bool(rest) and all(e.type in ("else", "somebody", "filler") or e.words in ("that", "of") for e in rest)


def _asks_next(sentence: Elements, at: int, asked: str) -> bool:
    """Say whether the question begins behind a comma, and had not before it."""
    if any(e.type == "who" for e in sentence[:at]) or asked != "who":
        return False
    for element in sentence[at + 1 :]:
        if element.type == "who":
            return True
        if element.type not in _LEADING:
            return False
    return False
