"""Two acts of one actor in one question: "who criticized China and praised Japan" asks for who did both."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from communique.queries.ask.events.question import OPPOSITE, EventQuestion, NotRead

Read = Callable[[str], EventQuestion | NotRead]
Both = tuple[EventQuestion, EventQuestion]

_AND = re.compile(r",? (?:and|but)(?: also)? ", re.IGNORECASE)
_BOTH = re.compile(r"\bboth ", re.IGNORECASE)
_ASKING = {"who", "whom", "whose", "which", "what", "when", "where", "how", "why"}
_END = re.compile(r"[\s?.!]+$")


def both(text: str, read: Read) -> Both | None:
    """Return the two questions that a text asks of one actor, or nothing where it does not.

    What stands before the first act opens the second as well, and what stands behind the second one, the first:
    "who criticized and threatened Iran in 2010". Where the second can be opened in two ways, it is not clear.
    """
    text = _END.sub("", text)
    for conjunction in _AND.finditer(text):
        one, rest = _BOTH.sub("", text[: conjunction.start()]).split(), text[conjunction.end() :].split()
        if not _ASKING.isdisjoint(map(str.lower, rest)):
            continue
        opened = {_plain(read(" ".join([*one[:n], *rest, "?"]))) for n in range(1, len(one))} - {None}
        closed = (_plain(read(" ".join([*one, *rest[n:], "?"]))) for n in (len(rest), *range(1, len(rest))))
        first, second = next(filter(None, closed), None), opened.pop() if len(opened) == 1 else None
        if first and second:
            first = first if first.periods else replace(first, periods=second.periods)
            return (first, second) if first != second else None
    return None


def _plain(question: EventQuestion | NotRead) -> EventQuestion | None:
    """Return a reading that asks for one party of an act, names the other, and compares with nothing."""
    if isinstance(question, NotRead) or question.asked not in OPPOSITE:
        return None
    compares = question.order or question.pivots or question.counted or question.unknown
    return question if getattr(question, OPPOSITE[question.asked]) and not compares else None
