"""What coded events do not tell: places that are no party, and whatever somebody did."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from communique.queries.ask.events.elements import Element
from communique.queries.ask.events.question import EventQuestion
from communique.queries.ask.events.tokens import root

_HAPPEN = ("happen", "occur", "take place")
_SENDING = ("direct", "send", "sent", "address", "aim")


def with_where(elements: list[Element]) -> list[Element]:
    """Read "where did Iraq travel" as "which did ..."."""
    if any(e.type in ("who", "when", "count", "many", "unit", "time", "somebody") for e in elements):
        return elements
    return [replace(e, type="who", words="which") if e.words == "where" else e for e in elements]


def asks_place(elements: list[Element], question: EventQuestion) -> bool:
    """Say whether a place is asked for that is no party: a visit is to the country where it is."""
    whence = any(e.words == "from" for e in elements) and any(e.value == "come" for e in elements)
    sent = any(root(e.words.partition(" ")[0]) in _SENDING for e in elements)  # "where did it direct its request"
    led = question.code == "042" or whence or sent
    return question.asked == "truth" or (not led and with_where(elements) != elements)


def asks_act(elements: list[Element]) -> bool:
    """Say whether a question is what happened or what somebody did: "what did Oman do", not "what country did so"."""
    at = next((n for n, e in enumerate(elements) if e.type == "who"), None)
    if at is None or elements[at].words != "what":
        return False
    behind = list(takewhile(lambda e: e.type not in ("act", "somebody", "light", "unit"), elements[at + 1 :]))
    if any(e.type == "auxiliary" and e.words in ("do", "done", "doing") for e in behind):
        return True
    happened = next((e for e in elements[at + 1 :] if e.type not in ("auxiliary", "filler")), None)
    return happened is not None and happened.value in _HAPPEN and not any(e.type == "act" for e in elements)
