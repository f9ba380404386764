"""Finds the clause that asks among the clauses of a question."""

from __future__ import annotations

from collections.abc import Callable

from communique.queries.ask.events.clauses import Clause
from communique.queries.ask.events.elements import Element, Unread
from communique.queries.ask.events.parts import Part, Parts


def find_asking(parts: Parts, asked: str, read_part: Callable[[Part], Clause]) -> tuple[Clause, list[Clause]]:
    """Return the clause that asks, and the others."""
    clauses = [p for p in parts.clauses if p.elements]
    if asked != "who":
        read = [read_part(p) for p in clauses]
        at = max(range(len(read)), key=lambda n: (bool(read[n].code), n), default=None)
        if at is None:
            return Clause(), []
        return read[at], [c for n, c in enumerate(read) if n != at]
    asking = [p for p in clauses if p.has("who")]
    if not asking:
        raise Unread("what is asked for is not clear (who, when, which country ...)")
    main = next((p for p in asking if _acting(p)), asking[0])
    others = [p for p in clauses if p not in asking]
    own = any(e.value == "do so" for e in main.elements) or (main.has("light") and main.has("pron"))
    had = own and any(e.words == "had" for e in main.elements)
    if not (_acting(main) or main.has("intents")) and not parts.compared and not had:
        told = next((p for p in reversed(others) if _acting(p)), None)
        if told is not None and not parts.open and not parts.somewhen and not main.has("name"):
            others.remove(told)
            main = _completed(told, main)
    return read_part(main), [read_part(p) for p in others]


def asks_object(parts: Parts) -> bool:
    """Say whether who is asked for takes the place of the object: "..., and in the same month which country?"."""
    asking = next(p for p in parts.clauses if p.has("who"))
    return not any(e.words in ("who", "whose") or e.type in ("be", "light", "auxiliary") for e in asking.elements)


def _acting(part: Part) -> bool:
    return part.has("act", "manner")


def _completed(told: Part, asking: Part) -> Part:
    """Return what is told, with who is asked for behind it: "China was denounced. By whom?"."""
    if told.has("somebody"):  # "of the countries that signed, which came last?"
        found = next(n for n, e in enumerate(told.elements) if e.type == "somebody")
        return Part([*told.elements[:found], Element("who", "who", -1), *told.elements[found + 1 :]])
    at = next(n for n, e in enumerate(asking.elements) if e.type == "who")
    preposition = [e for e in asking.elements[max(0, at - 1) : at] if e.type == "prepositions"]
    if not preposition:
        stranded = [e for e in asking.elements[at + 1 :] if e.type == "prepositions"]
        preposition = stranded[-1:]
    return Part([*told.elements, *preposition, asking.elements[at]])
