"""Puts elements in another order: "in China's month", "the country after which Iraq was next to praise it"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.ask.events.elements import Element


def regrouped(elements: list[Element]) -> list[Element]:
    """Return the elements in the order that the rest of the reading knows."""
    return _next_behind(list(_months_of(elements)))


def _months_of(elements: list[Element]) -> Iterator[Element]:
    """Read "in China's month" as "in the same month as China"."""
    n = 0
    while n < len(elements):
        types = [e.type for e in elements[n : n + 4]]
        closed = types[3:] == [] or types[3] in ("stop", "comma")
        if types[:3] == ["name", "possessive", "unit"] and closed:
            at = elements[n].at
            yield from (Element(t, w, at, w) for t, w in (("prepositions", "in"), ("same", "same")))
            yield elements[n + 2]
            yield Element("prepositions", "as", at, "as")
            yield elements[n]
            n += 3
        else:
            yield elements[n]
            n += 1


def _next_behind(elements: list[Element]) -> list[Element]:
    """Read "the country after which Iraq was next to praise it" as "the country last to praise it before Iraq"."""
    for n, element in enumerate(elements[:-3]):
        if element.words != "after which" or not n or elements[n - 1].type != "somebody":
            continue
        if [e.type for e in elements[n + 1 : n + 4]] != ["name", "be", "next"]:
            continue
        stop = next((m for m in range(n, len(elements)) if elements[m].type == "stop"), len(elements))
        order, side = Element("last", "last", element.at), Element("before", "before", element.at)
        name = elements[n + 1]
        return [*elements[:n], order, *elements[n + 4 : stop], side, name, *elements[stop:]]
    return elements
