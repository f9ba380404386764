"""Leaves out what only leads to a question: of it no more is kept than whom "it" is, and when "that day" was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.asked_last import asked_last
from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.preambles import without_expletives

_ASKING = ("who", "when", "count", "many", "unit", "time", "somebody")
_TAKING_UP = ("earlier", "later", "next", "else", "besides", "limits", "word")
_PERSONAL = ("he", "she", "him", "her")
_COUNTRY = ("country", "nation", "state")
_BOUND = ("relative", "same")
_DAYS = {"day": (0, 0), "month": (27, 30), "year": (364, 365)}


def without_background(elements: Elements) -> Elements | None:
    """Return the last sentence, with who and when it takes up from those before; nothing where it takes up more.

    Everybody who is named before must be named in it or be meant by a pronoun, and a date before be meant by
    "that day" where it has none of its own.
    """
    *background, asking = sentences(asked_last(elements)) if elements else [[]]
    told = [e for sentence in background for e in sentence]
    asking = [e for e in without_expletives(asking)]
    if not background or any(e.type in _TAKING_UP or e.value == "do so" for e in asking):
        return None
    if not any(e.type in _ASKING for e in asking) or not any(e.type in ("act", "manner") for e in asking):
        return None
    if any(_is_that(asking, n) for n in range(len(asking))):
        return None
    dated = _dated(asking, told)
    return None if dated is None else _named(dated, told)


def _is_that(asking: Elements, n: int) -> bool:
    """Say whether an act that is told before is meant: "that visit"."""
    if asking[n].words not in ("that", "this", "such") or n + 1 == len(asking):
        return False
    then = asking[n + 1]
    return then.type == "act" and then.forms <= {"noun", "base"} != set()


def _dated(asking: Elements, told: Elements) -> Elements | None:
    """Put the date that is told in place of "that day"."""
    dates = [e for e in told if e.type == "date" and e.date is not None]
    for n, element in enumerate(asking):
        if element.type == "unit" and n and asking[n - 1].type in _BOUND:
            if len(dates) != 1 or not _lasts(dates[0], element.value):
                return None
            start = next(m for m in range(n, -1, -1) if not m or asking[m - 1].type not in _BOUND)
            before = (
                []
                if start and asking[start - 1].type in ("prepositions", "after", "before", "since", "until")
                else [Element("prepositions", "on", element.at, "on")]
            )
            return [*asking[:start], *before, replace(dates[0], at=element.at), *asking[n + 1 :]]
    return None if dates and not any(e.type == "date" for e in asking) else asking


def _lasts(element: Element, unit: str) -> bool:
    shortest, longest = _DAYS[unit]
    if element.date is None or element.date.earliest is None or element.date.latest is None:
        return False
    return timedelta(shortest) <= element.date.latest - element.date.earliest <= timedelta(longest)


def _named(asking: Elements, told: Elements) -> Elements | None:
    """Put those who are told of in place of the pronouns."""
    known = {e.mention.ids for e in asking if e.mention}
    free = {e.mention.ids: e for e in told if e.mention and e.mention.ids not in known}
    left = dict(free)
    out: Elements = []
    for n, element in enumerate(asking):
        if not free or not _takes_up(asking, n):
            out.append(element)
            continue
        personal = element.words in _PERSONAL
        meant = [e for e in free.values() if e.mention and e.mention.own == personal] or list(free.values())
        if len(meant) != 1 or meant[0].mention is None:
            return None
        left.pop(meant[0].mention.ids, None)
        out += [*_at(element), replace(meant[0], at=element.at)]
    return None if left else out


def _takes_up(asking: Elements, n: int) -> bool:
    element = asking[n]
    before = next((e for e in reversed(asking[:n]) if e.type != "filler"), None)
    if element.words == "there":
        return before is not None and before.type == "act"
    if element.type == "somebody" and element.words in _COUNTRY:
        then = asking[n + 1].type if n + 1 < len(asking) else ""
        asked = any(e.type in _ASKING or "agent" in e.forms for e in asking[:n])
        return asked and then not in ("relative", "who", "name") and before is not None and before.type != "who"
    return element.type == "pron"


def _at(element: Element) -> Iterator[Element]:
    if element.words == "there":
        yield Element("prepositions", "in", element.at, "in")
