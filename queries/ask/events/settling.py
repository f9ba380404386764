"""Settles which act is meant by words that can be several: "called on Iraq", "such a conversation"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.elements import Element
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.staying import been
from communique.queries.ask.events.tokens import root

_APPEAL, _VISIT = "020", "042"
_CLOSING = ("stop", "comma", "before", "after", "earlier", "later")


_THAT = ("that", "this", "the same", "same")
_OUTLOOK = {"111": "012", "051": "013"}


def foreseen(elements: list[Element], words: EventWords) -> list[Element]:
    """Let what is said well or badly of somebody's prospects be optimism or pessimism: "criticism of its future"."""
    out = list(elements)
    for n, element in enumerate(elements):
        owned = n > 2 and elements[n - 1].type == "possessive" and elements[n - 2].type in ("name", "pron")
        if element.words in words.forecasts and owned:
            for m in range(n - 3, -1, -1):
                if elements[m].type in ("name", "stop", "comma", "who"):
                    break
                if elements[m].type in ("act", "manner") and elements[m].value in _OUTLOOK:
                    out[m] = replace(elements[m], value=_OUTLOOK[elements[m].value])
    return out


def settled(elements: list[Element], words: EventWords) -> list[Element]:
    """Let words that can be several acts be the one that is named beside: "called on Iraq ... its last visit"."""
    elements = been(_such(_called(_owned(list(_shortened(elements)), words), words), words))
    clear = [e for e in elements if e.type == "act" and e.words not in words.also]
    firm = {e.value for e in clear if not e.other} or {e.value for e in clear}
    out = []
    for element in elements:
        meant = [c for c in words.also.get(element.words, ()) if c in firm]
        several = element.type == "act" and element.value not in firm and len(meant) == 1
        out.append(replace(element, value=meant[0]) if several else element)
    return out


def _shortened(elements: list[Element]) -> Iterator[Element]:
    """Read "whom did it point it at", where a finger was pointed before, as "whom did it do so at"."""
    for n, element in enumerate(elements):
        then = elements[n + 1] if n + 1 < len(elements) else None
        if element.type in ("filler", "word") and then is not None and then.words in ("it", "them"):
            if any(e.type == "act" and _begins(e.words, element.words) for e in elements[:n]):
                element = Element("light", element.words, element.at, "do so", frozenset(("base", "past")))
        elif element.words in ("it", "them") and n and elements[n - 1].type in ("filler", "word"):
            if any(e.type == "act" and _begins(e.words, elements[n - 1].words) for e in elements[:n]):
                continue
        yield element


def _begins(said: str, verb: str) -> bool:
    """Say whether an idiom begins with a verb: "pointed finger at" with "point"."""
    first, _, noun = said.partition(" ")
    return bool(noun) and root(first) == root(verb)


def _owned(elements: list[Element], words: EventWords) -> list[Element]:
    """Let somebody's act be what its noun names, where the verb is another: "China's call on Iraq"."""
    out: list[Element] = []
    for element in elements:
        owner = next((e for e in reversed(out) if e.type not in ("first", "last", "next", "filler")), None)
        if element.type == "act" and owner is not None and (owner.type == "possessive" or owner.words == "whose"):
            others = words.also.get(element.words, [])
            if "noun" not in element.forms and "base" in element.forms and len(others) == 1:
                element = replace(element, value=others[0], forms=frozenset(("noun",)), other="")
        out.append(element)
    return out


def _called(elements: list[Element], words: EventWords) -> list[Element]:
    """Let "called on China" be a visit where nothing is called for: "called on China to ...", "for ..."."""
    out = []
    for n, element in enumerate(elements):
        others = words.also.get(element.words, [])
        if element.type == "act" and element.value == _APPEAL and _VISIT in others:
            stop = next((m for m in range(n, len(elements)) if elements[m].type in _CLOSING), len(elements))
            if not any(_is_to_do(elements, m) or elements[m].words == "for" for m in range(n, stop)):
                element = replace(element, value=_VISIT)
        out.append(element)
    return out


def _is_to_do(elements: list[Element], n: int) -> bool:
    then = elements[n + 1 : n + 2]
    return elements[n].words == "to" and bool(then) and ("base" in then[0].forms or then[0].type == "word")


def _such(elements: list[Element], words: EventWords) -> list[Element]:
    """Let "such a conversation" be the act that is named before, and "the fire" the small arms fire.

    So is "that conversation", where the act before is of its kind.
    """
    out: list[Element] = []
    for element in elements:
        before = next((e for e in reversed(out) if e.type == "act" and not e.other), None)
        such = bool(out) and out[-1].words == "such" and before is not None
        if such and before is not None and element.type == "light" and before.words.endswith(f" {element.words}"):
            element = replace(before, at=element.at)  # "negative remarks ... such remarks"
        that = bool(out) and out[-1].words in _THAT and "noun" in element.forms and before is not None
        kind = that and before is not None and before.value in words.wider.get(element.value, ())
        such = (such or kind) and element.type == "act"
        out.append(replace(element, value=before.value) if such and before is not None else _in_short(element, out))
    return out


def _in_short(element: Element, before: list[Element]) -> Element:
    """Let a noun alone be the act that more words named before, of which it is the last."""
    if element.type != "act" or " " in element.words:
        return element
    longer = [e for e in before if e.type in ("act", "manner") and e.words.endswith(f" {element.words}")]
    return replace(element, value=longer[-1].value) if len({e.value for e in longer}) == 1 else element
