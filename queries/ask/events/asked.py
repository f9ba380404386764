"""What a question asks for (who, when, how many, yes or no), and whether of the first or the last act."""

from __future__ import annotations

from itertools import pairwise

from communique.queries.ask.events.scanning import Element, Unread

Elements = list[Element]
_ASKING = ("who", "somebody", "when", "count", "many", "unit")
_PREAMBLE = ("act", "light", "mirror", "intents", "ask_for", "auxiliary", "be")


def take_asked(elements: Elements) -> tuple[str, Elements]:
    """Return what is asked for: who, day, month, year, count or truth; and the elements without those words."""
    elements = _without_preamble(elements)
    types = [e.type for e in elements]
    if "count" in types:
        return "count", [e for e in elements if e.type not in ("count", "who", "somebody", "unit", "time")]
    if "many" in types:  # "how many countries", "how many days"
        at = types.index("many")
        if at + 1 == len(types) or types[at + 1] not in ("somebody", "unit"):
            raise Unread("how many of what is not clear (times, countries, days ...)")
        elements = [*elements[:at], Element("who", "which", elements[at].at), *elements[at + 1 :]]
        types = [e.type for e in elements]
    units = [n for n, e in enumerate(elements) if e.type == "unit" and "same" not in types[max(0, n - 2) : n]]
    somebody = any(e.words in ("who", "whom", "whose") or _which_somebody(elements, n) for n, e in enumerate(elements))
    if somebody:
        # "who visited Iran in the month when Iraq did" asks who: the month is the same as another act's.
        for n in reversed(units):
            elements = [*elements[:n], Element("same", "", elements[n].at), *elements[n:]]
        return "who", elements
    if "when" in types or units or "time" in types:
        fronted = [n for n in units if "name" not in types[:n] or "when" in types or types[n - 1] == "who"]
        unit = elements[fronted[0]].value if fronted else "day"
        gone = {*fronted, *(n for n, t in enumerate(types) if t in ("time", "who", "somebody"))}
        if "when" in types:
            gone.add(types.index("when"))
        return unit, [e for n, e in enumerate(elements) if n not in gone]
    if "who" in types or "somebody" in types:
        return "who", elements
    if types and types[0] in ("auxiliary", "be"):
        return "truth", elements
    raise Unread("what is asked for is not clear (who, when, which country ...)")


def _without_preamble(elements: Elements) -> Elements:
    """Drop the verbs before the first word that asks: "I want to know who", "could you say when"."""
    asking = next((n for n, e in enumerate(elements) if e.type in _ASKING), 0)
    if any(e.type in ("name", "date") for e in elements[:asking]):
        return elements
    return [*(e for e in elements[:asking] if e.type not in _PREAMBLE), *elements[asking:]]


def _which_somebody(elements: Elements, at: int) -> bool:
    return elements[at].type == "somebody" and at > 0 and elements[at - 1].type == "who"


def take_order(elements: Elements) -> tuple[str, Elements]:
    """Return first, last or nothing; and the elements without those words."""
    orders = {e.type for e in elements if e.type in ("first", "last")}
    for near, then in pairwise(elements):
        if near.type == "near" and then.type in ("before", "after"):
            orders.add("last" if then.type == "before" else "first")
    elements = [e for e in elements if e.type != "near"]
    if len(orders) > 1:
        raise Unread("both first and last are asked for")
    return next(iter(orders), ""), [e for e in elements if e.type not in ("first", "last")]
