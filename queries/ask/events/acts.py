"""Which act a clause names, and which words are the act where several can be."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from communique.queries.ask.events.elements import HAVE, Element, Elements, Unread
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.question import TOGETHER
from communique.queries.ask.events.voice import VERBAL

# Of two acts in a clause: the instrument, the host, the appeal are the act ("host a visit", "attack with small arms").
_WINS = ("043", "193", "180", "041", "138", "057", "020")
_ABOUT = ("for", "of", "to", "with", "against", "on", "about")
_BLOWS = ("012", "111", "112", "130", "180", "190")
_AIMS = ("aim", "aim at")
# What every act of words is besides: "made a negative statement".
PALE = ("010",)


def resolved(elements: Elements, wanted: str = "") -> Elements:
    """Let words that can be an act or help one ("release", "request") be the act only where there is no other.

    With `wanted`, they are the act only where that is its code.
    """
    elements = _finite([_taken(_had(_got(elements, n), elements, n), elements, n) for n in range(len(elements))])
    acts = [e for e in elements if e.type == "act"]
    firm = [e for e in acts if not e.other]
    if any(_meant(elements, n) for n in range(len(elements))):  # "let it be known that it would love to come to China"
        firm = [e for e in firm if e.value not in PALE]
    pale = bool(firm) and all(e.value in PALE for e in firm)  # "wrote with a request"
    if firm and not (pale and any(e.other == "ask_for" for e in acts)):
        return [replace(e, type=e.other) if e.type == "act" and e.other else e for e in elements]
    if wanted:
        acts = [e for e in acts if e.value == wanted]
    elif any(e.value not in PALE for e in acts):  # "a desire to go to Iraq was expressed"
        acts = [e for e in acts if e.value not in PALE]
    # Of several, the last that is more than a helping word.
    better = [e for e in acts if e.other in (("ask_for",) if pale else ("mirror", "ask_for", "intents"))] or acts[-1:]
    keep = better[-1] if better else None
    if len(better) > 1 and keep is not None and keep.other == "ask_for" and "participle" in keep.forms:
        if elements[elements.index(keep) - 1].type == "be":  # "a meeting was requested"
            keep = better[0]
    if keep is not None and any(e.type == "manner" for e in elements) and keep.other == "light":
        keep = None
    return [replace(e, type=e.other) if e.type == "act" and e.other and e is not keep else e for e in elements]


def _meant(elements: Elements, n: int) -> bool:
    """Say whether "to" stands at a place between what is wanted and an act that can help another."""
    then = elements[n + 1 : n + 2]
    if not n or elements[n].words != "to" or elements[n - 1].type != "intents" or not then:
        return False
    return then[0].type == "act" and then[0].other == "light" and "base" in then[0].forms


def _finite(elements: Elements) -> Elements:
    """Let "did" be the verb of a clause that has no other: "before China did"."""
    if any(e.type in VERBAL for e in elements):
        return elements
    last = next((n for n in range(len(elements) - 1, -1, -1) if elements[n].type == "auxiliary"), None)
    if last is None or any(e.type == "be" for e in elements[last:]):
        return elements  # "who had been before"
    aimed = elements[last].words in HAVE and any(e.words == "from" for e in elements)  # "from whom had it had one"
    return [*elements[:last], replace(elements[last], type="mirror" if aimed else "light"), *elements[last + 1 :]]


def _got(elements: Elements, n: int) -> Element:
    """Tell "got a request" from "got criticized"."""
    element = elements[n]
    if element.type != "be" or not element.words.startswith(("get", "got")):
        return element
    then = elements[n + 1] if n + 1 < len(elements) else None
    passive = then is not None and "participle" in then.forms and then.words != "talks"
    if then is not None and then.words == "to" and n + 2 < len(elements) and "base" in elements[n + 2].forms:
        return replace(element, type="auxiliary")  # "got to visit"
    if then is not None and then.words == "in":  # "got in first with"
        return replace(element, type="light")
    return element if passive else replace(element, type="mirror")


def _had(element: Element, elements: Elements, n: int) -> Element:
    """Tell "had visitors" and "had requests from", where the act is aimed at who has them, from "had visited"."""
    if element.type == "light" and element.value == "take":  # "took a call from"
        if _beaten(elements[n + 1 :]):
            return replace(element, type="mirror")
        call = [e.type for e in elements[n + 1 : n + 2]] == ["act"] and elements[n + 1].forms <= {"noun", "base"}
        return (
            replace(element, type="mirror") if call and any(e.words == "from" for e in elements[n + 2 :]) else element
        )
    if element.type != "auxiliary" or element.words not in HAVE:
        return element
    if _owned(elements[n + 1 :]):  # "had China's praise"
        return replace(element, type="mirror")
    then = next((e for e in elements[n + 1 :] if e.type != "who"), None)
    if then is None or then.type != "act" or not then.forms <= {"noun", "agent", "s", "base"}:
        return element
    alone = elements[-1] is then and "noun" in then.forms and then.value not in TOGETHER  # "has had endorsements"
    aimed = alone or "agent" in then.forms or any(e.words == "from" for e in elements[n + 1 :] + elements[:1])
    made = any(e.type in ("light", "act") and "participle" in e.forms for e in elements[n + 1 :])
    aimed = aimed or (made and any(e.type == "pron" for e in elements[n + 1 :]))  # "had threats made against it"
    return replace(element, type="mirror") if aimed and then.forms & {"agent", "noun"} else element


def _beaten(behind: Elements) -> bool:
    """Say whether a blow follows that is aimed at nobody: "took a tongue-lashing", not "took a swipe at Iraq"."""
    blow = bool(behind) and behind[0].type == "act" and behind[0].value in _BLOWS and "noun" in behind[0].forms
    return blow and not any(e.type in ("name", "pron") or e.words in _ABOUT for e in behind[1:])


def _owned(elements: Elements) -> bool:
    """Say whether somebody's deed follows, and nothing behind it: "China's praise"."""
    if [e.type for e in elements[:3]] != ["name", "possessive", "act"]:
        return False
    behind = elements[3].words if len(elements) > 3 else ""
    return "noun" in elements[2].forms and elements[2].value not in TOGETHER and behind not in _ABOUT


def _taken(element: Element, elements: Elements, n: int) -> Element:
    """Tell "drew Iraq into negotiations" from "drew criticism from Iraq"."""
    then = [e.type for e in elements[n + 1 : n + 3]]
    if element.words in ("target", "subject") and (then[:1] == ["name"] or (n > 1 and _does(elements[n - 2]))):
        return replace(element, type="light", forms=frozenset(("base",)))
    if (
        element.type == "mirror"
        and "patient" not in element.forms
        and then[:1] == ["name"]
        and "possessive" not in then
        and not (len(then) > 1 and _deed(elements, n + 2))  # "came under an Iraqi investigation", "got Iraqi praise"
    ):
        return replace(element, type="light")
    return element


def _deed(elements: Elements, n: int) -> bool:
    """Say whether an act is a noun, with no object behind it."""
    then = elements[n + 1].type if n + 1 < len(elements) else ""
    return "noun" in elements[n].forms and elements[n].type == "act" and then not in ("name", "pron", "who")


def _does(element: Element) -> bool:
    return element.type == "auxiliary" and element.words not in HAVE


def code_of(elements: Elements, words: EventWords) -> str:
    """Return the code of the act, or nothing: of two, the one that carries the other.

    Raises
    ------
    Unread
        Where two acts are named and neither carries the other.
    """
    acts = [e for e in elements if e.type == "act"]
    codes = list(dict.fromkeys(e.value for e in acts))
    codes = [c for c in codes if c not in PALE] or codes[:1]
    for manner in dict.fromkeys(e.value for e in elements if e.type == "manner"):
        how = next(e for e in elements if e.type == "manner" and e.value == manner)
        if any(c != manner and c not in words.manner_of[manner] for c in codes):
            raise Unread(f"which act is meant is not clear: {how.words}")
        codes = [manner]
        acts = [how]
    if not codes:
        return ""
    for code in codes:  # "spoke with optimism", "attacked with small arms"
        if code in words.manner_of and all(c == code or c in words.manner_of[code] for c in codes):
            codes = [code]
            break
    if len(codes) > 1:
        winning = [c for c in _WINS if c in codes]
        general = [c for c in codes if all(o == c or o in words.wider.get(c, ()) for o in codes)]
        if winning == ["020"]:  # "appealed for diplomatic cooperation"
            codes = [next((words.wanted[c] for c in codes if c in words.wanted), "020")]
        elif winning:
            codes = winning
        elif general and len(general) < len(codes):
            codes = [c for c in codes if c not in general]
        else:
            other = next(e for e in acts if e.value == codes[1])
            raise Unread(f"which act is meant is not clear: {other.words}")
    if len(codes) > 1:
        raise Unread(f"which act is meant is not clear: {next(e for e in acts if e.value == codes[1]).words}")
    return _wished(elements, codes[0], words)


def _possessed(elements: Elements, n: int) -> bool:
    """Say whether somebody's wish is what the act is aimed at: "whose request did China reject"."""
    if not n or n + 1 >= len(elements) or elements[n].type not in ("ask_for", "intents"):
        return False
    owned = elements[n - 1].words == "whose" or elements[n - 1].type == "possessive"
    wish = elements[n].words.endswith(" to")  # "whose wish to visit China"
    return owned and not wish and elements[n + 1].type in ("name", "be", "auxiliary", "act")


def _sought(elements: Elements, carrying: list[int]) -> Element | None:
    """Return the verb in whose passive the act is wished or asked for: "was a meeting sought"."""
    behind = elements[carrying[-1] + 1 :] if carrying else []
    wish = next((e for e in behind if e.type in ("intents", "ask_for")), None)
    if wish is None or "participle" not in wish.forms or not elements[carrying[-1]].forms & {"noun", "ing", "s"}:
        return None
    then = next((e for e in behind[behind.index(wish) + 1 :]), None)
    reduced = then is None or then.words == "by"  # "talks with China sought by whom"
    return wish if reduced or any(e.type == "be" for e in elements) else None


def _aimed_at(behind: Elements) -> bool:
    """Say whether a clause behind says that somebody wants it: "a meeting was what they were aiming at"."""
    was = next((n for n, e in enumerate(behind) if e.type == "be"), len(behind))
    wanted = any(e.type == "intents" or e.value in _AIMS for e in behind[was + 2 :])
    wants = [e.type for e in behind[was + 1 : was + 2]] in (["name"], ["pron"], ["who"])
    return wanted and wants and not any(e.type == "act" for e in behind[was:])


def _wished(elements: Elements, code: str, words: EventWords) -> str:
    """Return the code of what is wanted or asked for, where the act is."""
    carrying = [n for n, e in enumerate(elements) if e.type in ("act", "manner") and e.value == code]
    if (wish := _sought(elements, carrying)) is not None:
        return words.wanted.get(code, "020") if wish.type == "ask_for" else words.intended.get(code, code)
    before = [e.type for n, e in enumerate(elements[: carrying[-1]]) if not _possessed(elements, n)] if carrying else []
    if "ask_for" in before:
        return words.wanted.get(code, "020")
    promised = any(
        e.words in ("would", "will") and any(b.type in ("light", "act") for b in elements[:n])
        for n, e in enumerate(elements[: carrying[-1]] if carrying else [])
    )
    behind = elements[carrying[-1] :] if carrying else []
    aimed = any(e.type == "intents" and e.forms == {"noun"} for e in behind)  # "had talks with China in mind"
    aimed = aimed or any(b.type == "be" and w.type == "intents" and "base" in w.forms for b, w in pairwise(behind))
    if promised or aimed or "intents" in before or _aimed_at(behind):
        return words.intended.get(code, "" if code in PALE else code)  # "expressed the same wish"
    return code
