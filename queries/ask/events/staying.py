"""Lets who was in a country have visited it."""

from __future__ import annotations

from communique.queries.ask.events.elements import Element

_VISITS = ("042", "043")
_CARRYING = ("act", "manner", "light", "mirror", "intents", "ask_for")


def been(elements: list[Element]) -> list[Element]:
    """Let who was in a country have visited it, where the sentence names no act, and the others no act but visits."""
    acts = [e for e in elements if e.type in ("act", "manner")]
    at = next((n for n, e in enumerate(elements[:-1]) if e.words == "in" and elements[n + 1].type == "name"), None)
    if at is None or any(e.value not in _VISITS for e in acts):
        return elements
    start = max((n for n in range(at) if elements[n].type == "stop"), default=-1) + 1
    stop = next((n for n in range(at, len(elements)) if elements[n].type == "stop"), len(elements))
    if any(e.type in (*_CARRYING, *(() if acts else ("word",))) for e in elements[start:stop]):
        return elements
    if not any(e.type == "be" for e in elements[start:at]) and elements[at - 1].type not in ("first", "last"):
        return elements
    visit = Element("act", "in", elements[at].at, "042", frozenset(("past",)))
    return [*elements[:at], visit, *elements[at + 1 :]]
