"""Asks in front for who is asked for at the end: "the first to visit China, which country is it?"."""

from __future__ import annotations

from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.units import ORDERS

VERBAL = ("act", "manner", "light", "mirror", "intents", "ask_for")
_ASKING = ("who", "which", "what", "whom")
# What may stand beside the word that asks in its own clause.
_BEFORE = ("be", "comma", "and")
IDLE = ("be", "pron", "somebody", "comma", "and", "stop")
# What may follow somebody who is told more of: "the country that", "the one to", "the country China visited".
_FOLLOWING = ("relative", "name", "who")


def uncleft(sentence: Elements) -> Elements:
    """Return a sentence that ends in "was who?" or ", which one is it?" as one that asks where somebody is told of."""
    asking = [n for n, e in enumerate(sentence) if e.type == "who" and not _relative(sentence, n)]
    if not asking:
        return _plain(sentence)
    if len(asking) != 1 or sentence[asking[0]].words not in _ASKING:
        return sentence
    at = asking[0]
    if not at or sentence[at - 1].type not in _BEFORE or not all(idle(e) for e in sentence[at + 1 :]):
        return sentence
    body = sentence[:at]
    while body and body[-1].type in _BEFORE:
        body.pop()
    head = next((n for n in range(len(body)) if _told_of(body, n)), None)
    if head is None:
        return _role(body, sentence)
    behind = body[head:]
    if body[head].type == "somebody":
        behind = behind[2:] if [e.type for e in behind[1:2]] == ["who"] else behind[1:]
    return [*body[:head], Element("who", "who", body[head].at), *behind, *_stop(sentence)]


def _plain(sentence: Elements) -> Elements:
    """Read "China was the one who praised Iraq", "one of those who", as "China praised Iraq"."""
    at = next((n for n, e in enumerate(sentence[:-1]) if e.type == "be" and n and sentence[n - 1].type == "name"), None)
    if at is None:
        return sentence
    then = at + 1 + (sentence[at + 1].words in ("of", "among", "amongst"))
    told = then + 1 < len(sentence) and sentence[then].type == "somebody"
    one = told and (sentence[then].words.startswith("one ") or sentence[then + 1].type in ("who", "relative"))
    behind = then + 1 + (told and sentence[then + 1].type in ("who", "relative"))
    if not one or behind >= len(sentence) or sentence[behind].type not in (*VERBAL, "be", "auxiliary"):
        return sentence
    return [*sentence[:at], *sentence[behind:]]


def _role(body: Elements, sentence: Elements) -> Elements:
    """Read "the last visitor to China was who?" as "who was the last visitor to China?"."""
    at = next((n for n, e in enumerate(body) if e.type == "act" and "agent" in e.forms), None)
    if at is None or any(e.type in VERBAL for e in body[:at]):
        return sentence
    while at and body[at - 1].type in ORDERS:
        at -= 1
    return [*body[:at], Element("who", "who", -1), Element("be", "is", -1), *body[at:], *_stop(sentence)]


def idle(element: Element) -> bool:
    """Say whether an element beside the word that asks says no more."""
    return element.type in IDLE or element.words == "that"


def _relative(sentence: Elements, n: int) -> bool:
    return n > 0 and sentence[n - 1].type == "somebody" and sentence[n].words in ("who", "which", "whom")


def _told_of(body: Elements, n: int) -> bool:
    """Say whether somebody of whom more is told stands at a place: "country that", "next to", "first after Iraq to"."""
    at = n + 1
    if body[at : at + 1] and body[at].type in ("after", "before"):
        at = next((m for m in range(at, len(body)) if body[m].words == "to" and m > at + 1), at)
    then = body[at : at + 2]
    to = len(then) == 2 and then[0].words == "to" and then[1].type in (*VERBAL, "be", "auxiliary")
    if body[n].type == "somebody":
        return to or (bool(then) and then[0].type in _FOLLOWING)
    return body[n].type in ORDERS and to


def _stop(sentence: Elements) -> Elements:
    return [e for e in sentence[-1:] if e.type == "stop"]
