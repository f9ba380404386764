"""Whether the first or the last act is asked for, or the nearest to what it is compared with."""

from __future__ import annotations

from itertools import pairwise

from communique.queries.ask.events.elements import Element, Elements, Unread
from communique.queries.ask.events.question import UNITS

_TIMES = ("time", "occasion", "instance")
_AT_ONCE = ("no sooner", "hot on heels of")
_NEAREST = ("closest", "nearest", "most closely", "soonest")
_BEGINNING = ("begin", "start", "commence", "open")
# Acts that begin themselves: "began talks" is each of them, "began to criticize" the first.
_LASTING = ("036", "040", "042", "043", "046")


def take_order(elements: Elements, asked: str = "") -> tuple[str, Elements]:
    """Return first, last or nothing; and the elements without those words."""
    ordered = any(e.type in ("first", "last") for e in elements)
    if asked in UNITS and not ordered and any(_begins(elements, n) for n in range(len(elements))):
        elements = [*elements, Element("first", "begin", -1)]
    orders = {"first" if e.type == "next" else e.type for e in elements if e.type in ("first", "last", "next")}
    for n, (near, then) in enumerate(pairwise(elements)):
        if near.type == "near" and then.type in ("before", "after", "earlier", "later"):
            orders.add("last" if (then.type in ("before", "earlier")) != _asks_behind(elements, n + 1) else "first")
    sides = {e.type for e in elements if e.type in ("before", "after")}
    if not orders and len(sides) == 1 and any(e.words in _NEAREST for e in elements):
        orders.add("last" if "before" in sides else "first")  # "who preceded Iraq most closely"
    if any(e.words in _AT_ONCE for e in elements):
        orders.add("first")
    if len(orders) > 1:
        raise Unread("both first and last are asked for")
    timed = [n for n, e in enumerate(elements) if e.type in ("first", "last") and e.words.endswith(_TIMES)]
    of = {n - 1 for n in timed if n and elements[n - 1].words == "of"}  # "the date of the last time China came"
    kept = [e for n, e in enumerate(elements) if n not in of]
    return next(iter(orders), ""), [e for e in kept if e.type not in ("first", "last", "near")]


def _asks_behind(elements: Elements, at: int) -> bool:
    """Say whether the question is in what the act came before or after: "China praised Iraq right after whom?"."""
    start = max((n + 1 for n in range(at) if elements[n].type == "stop"), default=0)
    told = {e.type for e in elements[start:at]}
    behind = next((e.type for e in elements[at + 1 :] if e.type not in ("act", "light", "filler")), "")
    asks = elements[at].type in ("before", "after") and behind == "who"
    return asks and {"name", "act"} <= told and "who" not in told


def _begins(elements: Elements, n: int) -> bool:
    """Say whether an act was begun: "began criticizing", "began its attack", not "began talks"."""
    if elements[n].type != "began" and elements[n].value not in _BEGINNING:
        return False
    then = next((e for e in elements[n + 1 :] if e.type != "filler"), None)
    return then is None or then.value not in _LASTING or "ing" in then.forms
