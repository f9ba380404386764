"""What a question asks for: who, when, how many, yes or no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from communique.queries.ask.events.asked_last import asked_last
from communique.queries.ask.events.clefts import uncleft
from communique.queries.ask.events.elements import Element, Elements, Unread
from communique.queries.ask.events.preambles import without_expletives, without_names_of, without_preamble
from communique.queries.ask.events.units import (
    ORDERS,
    asked_units,
    besides,
    bound,
    edge,
    one_unit,
    only_asks,
    some_unit,
    without_relatives,
    without_spare,
)

_STRANDED = ("from", "by", "with", "against", "at", "to", "toward", "about", "on")
_VERBAL = ("act", "light", "manner", "mirror", "intents", "ask_for", "auxiliary")
_HOW = {"how early": "first", "how soon": "first", "how far back": "first", "how late": "last", "how recently": "last"}
_EDGES = {"since": "first", "until": "last"}


def take_asked(elements: Elements) -> tuple[str, Elements]:
    """Return what is asked for: who, day, month, year, count or truth; and the elements without those words.

    Where it is who, an element of that type stands where somebody is asked for.
    """
    elements = [e for sentence in sentences(elements) for e in without_preamble(sentence)]
    elements = list(without_expletives(without_names_of(elements)))
    elements = [e for sentence in sentences(asked_last(elements)) for e in uncleft(sentence)]
    types = [e.type for e in elements]
    if "count" in types:
        return "count", [e for e in elements if e.type not in ("count", "who", "somebody", "unit", "time")]
    if "many" in types:
        return _counted(elements, types.index("many"))
    elements = list(without_relatives(one_unit(elements)))
    units = asked_units(elements)
    asking = {n for n, e in enumerate(elements) if e.type == "who"} - set(units.values())
    if asking and not units and all(only_asks(elements, n) for n in asking):
        elements = some_unit(elements)
    free = [n for n, e in enumerate(elements) if e.type == "unit" and not bound(elements, n) and not edge(elements, n)]
    if not asking and not units:
        free = [n for n in free if not besides(elements, n)]
    if free and all(only_asks(elements, n) for n in asking):
        units.update((free[0], n) for n in asking)
        asking = set()
    if asking:
        return "who", without_spare(elements)
    if units or any(e.type == "time" or (e.type == "when" and not _joins(elements, n)) for n, e in enumerate(elements)):
        return _when(elements, units)
    if free:
        return elements[free[0]].value, _without(elements, {free[0]})
    return _named(elements)


def sentences(elements: Elements) -> Iterator[Elements]:
    """Yield the elements sentence by sentence, each with the stop that ends it."""
    start = 0
    for n, element in enumerate(elements, 1):
        if element.type == "stop" or n == len(elements):
            yield elements[start:n]
            start = n


def _joins(elements: Elements, n: int) -> bool:
    """Say whether "when" joins a clause to what asks for somebody: "name the one that China met when it met Iraq"."""
    start = max((m + 1 for m in range(n) if elements[m].type == "stop"), default=0)
    names = elements[start].type == "somebody" and elements[start].words in ("name", "names")
    then = elements[n + 1].type if n + 1 < len(elements) else ""
    return names and n > start + 1 and then in ("name", "pron") and any(e.type in _VERBAL for e in elements[start:n])


def _counted(elements: Elements, at: int) -> tuple[str, Elements]:
    """Read "how many countries", "how many days", "how many visitors", "how many visits"."""
    then = next((e for e in elements[at + 1 :] if e.type not in (*ORDERS, "else")), None)
    if then is not None and then.type == "act" and "agent" not in then.forms and "noun" in then.forms:
        return "count", [*elements[:at], *elements[at + 1 :]]
    if then is not None and then.type == "unit":
        return then.value, [e for n, e in enumerate(elements) if n != at and e is not then]
    if then is None or (then.type != "somebody" and "agent" not in then.forms):
        raise Unread("how many of what is not clear (times, countries, days ...)")
    return "who", [*elements[:at], Element("who", "which", elements[at].at), *elements[at + 1 :]]


def _when(elements: Elements, units: dict[int, int]) -> tuple[str, Elements]:
    free = [n for n, e in enumerate(elements) if e.type == "unit" and not bound(elements, n)]
    asked = [n for n in units if elements[n].type == "unit"] or free
    unit = elements[asked[0]].value if asked else "day"
    gone = {*asked, *units, *units.values()}
    gone |= {n for n, e in enumerate(elements) if e.type in ("time", "who", "somebody")}
    if (when := next((n for n, e in enumerate(elements) if e.type == "when"), None)) is not None:
        gone.add(when)
        if order := _HOW.get(elements[when].words):
            elements = [*elements, Element(order, elements[when].words, -1)]
    return unit, _without(elements, gone)


def _without(elements: Elements, gone: set[int]) -> Elements:
    """Return elements without some, nor the prepositions before those."""
    led = {elements[n - 1].type for n in gone if n}
    for n in sorted(gone):
        if n and elements[n - 1].type in ("prepositions", "since", "until", "after", "before"):
            gone = gone | {n - 1}
    ends = [
        Element(order, side, -1) for side, order in _EDGES.items() if side in led
    ]  # "since when", "until what year"
    return [*ends, *(e for n, e in enumerate(elements) if n not in gone)]


def _named(elements: Elements) -> tuple[str, Elements]:
    """Read what asks without a word that asks: "the last visitor to China", "the country that ..."."""
    types = [e.type for e in elements]
    if types and types[0] in ("auxiliary", "be") and elements[0].words != "having":
        return "truth", elements
    last = [e for e in list(sentences(elements))[-1] if e.type not in ("stop", "comma")] if elements else []
    if len(last) == 1 and last[0].forms & {"agent", "patient"}:  # "accusations against China: accusers?"
        at = elements.index(last[0])
        return "who", [*elements[:at], Element("who", "who", -1), Element("be", "is", -1), *elements[at:]]
    if "somebody" in types:
        people = [n for n, e in enumerate(elements) if e.type == "somebody"]
        at = next((n for n in people if not n or types[n - 1] != "act"), people[0])  # not "repatriated people"
        words = "who" if at and types[at - 1] in ORDERS else "which"  # "the next one after Iraq"
        passive = [Element("be", "was", elements[at].at)] if _is_done_to(elements, at) else []
        return "who", [*elements[:at], replace(elements[at], type="who", words=words), *passive, *elements[at + 1 :]]
    others = next((n for n, e in enumerate(elements) if e.words == "others"), None)
    if others is not None:
        return "who", [*elements[:others], Element("who", "which", elements[others].at), *elements[others:]]
    stranded = next((n for n in range(len(elements), 0, -1) if types[n - 1] not in ("stop", "comma")), 0)
    if stranded and elements[stranded - 1].words in _STRANDED:  # "the first appeal after that came from?"
        return "who", [*elements[:stranded], Element("who", "whom", -1), *elements[stranded:]]
    if (
        stranded > 1 and types[stranded - 1] in ORDERS and types[stranded - 2] == "stop"
    ):  # "China praised several. The first?"
        return "who", [*elements[:stranded], Element("who", "who", -1), *elements[stranded:]]
    for n in range(len(elements) - 1, -1, -1):
        if types[n] in ORDERS and (not n or types[n - 1] in ("stop", "comma", "and")) and _to_do(elements[n:]):
            return "who", [*elements[:n], Element("who", "who", elements[n].at), *elements[n:]]
    behind = elements[1:3] if types[1:2] != ["after"] and types[1:2] != ["before"] else elements[1:5]
    if types[:1] and types[0] in ORDERS and any(e.words == "to" or e.type in ("act", "manner") for e in behind):
        return "who", [Element("who", "who", -1), Element("be", "is", -1), *elements]
    for n, element in enumerate(elements):
        if element.type in ("act", "mirror", "light") and element.forms & {"agent", "patient"}:
            start = max((m + 1 for m in range(n) if elements[m].type in ("stop", "comma")), default=0)
            asking = [Element("who", "who", -1), Element("be", "is", -1)]
            return "who", [*elements[:start], *asking, *elements[start:]]
    raise Unread("what is asked for is not clear (who, when, which country ...)")


def _is_done_to(elements: Elements, at: int) -> bool:
    """Say whether a participle without an object says what was done to somebody: "the last country visited"."""
    then = elements[at + 1 : at + 3]
    if not then or then[0].type not in ("act", "light") or "participle" not in then[0].forms or then[0].turned:
        return False
    return len(then) == 1 or then[1].type in ("prepositions", "after", "before", "stop", "comma", "date")


def _to_do(elements: Elements) -> bool:
    """Say whether somebody is told of by what he did: "the next after China to praise it"."""
    object_ = [e.type for e in elements[1:3]]
    if object_[:1] in (["name"], ["pron"]) and object_[1:] and object_[1] in _VERBAL:
        return True  # "the first that China praised"
    return any(
        one.words == "to" and (then.type in ("act", "light", "manner", "mirror", "intents") or then.words == "do")
        for one, then in pairwise(elements)
    )
