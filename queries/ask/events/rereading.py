"""Reads elements again beside their neighbours: "said that month", "before that of China", "offered to meet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.scanning import Element

_SUIT = re.compile(r"(?:to )?follow(?:s|ed|ing)? (?:suit|.*(?:lead|example))|(?:take|took) up baton")
_FOLLOWED = ("follow", "follows", "followed")
_AND_THEN = ("and after", "and before")
_PRECEDED = ("precede", "precedes", "preceded")
_OBJECTS = ("name", "act", "pron", "light", "mirror", "intents", "ask_for", "somebody", "date", "who", "manner", "unit")
_VISITS = ("042", "043")
_CARRYING = ("act", "manner", "light", "mirror", "intents", "ask_for")
_SEE = ("see", "witness")
_WAS = ("was", "were", "is", "are")
_PREVIOUS = ("previous", "preceding", "prior", "foregoing")
_ACTING = frozenset(
    ("representatives", "representative", "officials", "people", "delegates", "delegation", "envoys", "leaders",
     "ministers", "citizens", "nationals", "troops", "forces", "army", "military", "investigators", "diplomats",
     "negotiators", "authorities", "government", "soldiers", "leader", "minister", "envoy")
)  # fmt: skip
_STATES = ("012", "013", "030", "032", "036")
_MEANT = ("in question", "concerned", "at issue")
_HAVE = ("have", "has", "had", "having")
_TO_HAVE = (["to", "have"], ["as", "having"])
_WHOSE = (["of"], ["from"], ["by"])
_DOING = ("do", "done", "doing", "did", "be")
_ABOUT = ("on", "about", "of", "over", "concerning", "regarding", "for", "in")
_OUTLOOKS = frozenset(
    ("prospects", "prospect", "chances", "future", "outlook", "fortunes", "odds", "performance", "record", "progress",
     "situation", "potential", "course", "direction", "handling", "conduct", "policies", "policy", "position", "plight")
)  # fmt: skip


def reread(elements: list[Element], words: EventWords) -> Iterator[Element]:
    """Yield elements; "said that" before a month is "said", and the month is "that month"."""
    for n, element in enumerate(elements):
        then = elements[n + 1].type if n + 1 < len(elements) else ""
        if then == "unit" and element.type != "relative" and element.words.endswith(" that"):
            yield replace(element, words=element.words.removesuffix(" that"))
            yield Element("relative", "that", element.at, "that")
        elif element.words == "than" and any(e.words == "no sooner" for e in elements[:n]):
            yield replace(element, type="comma")
        elif element.type == "onwards" and then == "relative" and (not n or elements[n - 1].type != "date"):
            yield replace(element, type="later")  # "and after that"
        elif element.type == "onwards" and (not n or elements[n - 1].type != "date") and element.words.startswith("and "):
            yield replace(element, type="later")  # "China was praised by Iraq, and later by whom?"
        elif element.type == "act" and element.other == "filler" and (not n or elements[n - 1].type == "stop"):
            continue  # "looking at the time before May 2010: who ..."
        elif element.type in ("first", "last", "next") and element.words.endswith(" one"):
            yield replace(element, words=element.words.removesuffix(" one"))
            yield Element("somebody", "one", element.at)
        elif any(_happens(elements, m) for m in (n, n - 1, n + 1, n + 2)) and _leads(elements, n):
            continue  # "when did it first happen that"
        elif element.type == "act" and _is_preposition(element) and _named_before(elements, n):
            be, _, preposition = element.words.partition(" ")  # "its last threats were against whom?"
            yield Element("be", be, element.at, be)
            yield Element("prepositions", preposition, element.at, preposition)
        elif element.words == "only" and n and elements[n - 1].type in ("date", "unit"):
            continue  # "in 2010 only", "the year only"
        elif element.words in _AND_THEN and (not n or elements[n - 1].type != "date"):
            yield replace(element, type=element.words.removeprefix("and "))  # "and after him"
        elif element.words in ("before", "after") and then == "be" and elements[n + 1].words in _WAS:
            yield replace(element, type="earlier" if element.type == "before" else "later")
        elif element.words == "state" and then == "same" and n and elements[n - 1].words == "to":
            yield replace(element, type="light", forms=frozenset(("base",)))  # "who was the first to state the same"
        elif element.type in ("earlier", "later") and _that_of(elements, n):
            yield replace(element, type={"earlier": "before", "later": "after"}[element.type])
            yield Element("relative", "that", element.at, "that")
        elif element.words == "to" and n + 1 < len(elements) and elements[n + 1].words in _SEE:
            continue  # "the last month to see China visited"
        elif element.words in _DOING and _takes_up(elements, n):  # "the last to do that", "the first to be so"
            yield Element("light", element.words, element.at, "do so", frozenset(("base",)))
        elif n and elements[n - 1].words in _DOING and _takes_up(elements, n - 1):
            continue
        elif element.words == "one" and _is_to_do(elements, n + 1):
            yield replace(element, type="somebody")  # "the one to praise it"
        elif element.words == "whose" and n + 1 < len(elements) and elements[n + 1].words in _ACTING:
            yield replace(element, words="which")  # "the country whose representatives visited China"
        elif n and elements[n - 1].words == "whose" and element.words in _ACTING:
            continue
        elif _are_names(elements, n) or _are_names(elements, n - 1):
            continue  # "the visitors' names"
        elif element.words == "since" and then in ("stop", "comma", ""):
            yield replace(element, type="later")  # "whom has it praised since?"
        elif element.words in _PREVIOUS and (then in ("act", "somebody", "stop", "") or elements[n + 1].words == "one"):
            yield Element("last", element.words, element.at)  # "the previous visitor"
            yield Element("earlier", element.words, element.at)
        elif element.words == "concerned" and then in ("who", "name"):
            yield replace(element, type="prepositions")  # "its comments concerned which country"
        elif element.words == "under" and then == "act" and "noun" in elements[n + 1].forms:
            yield replace(element, type="mirror", forms=frozenset(("past",)))  # "China under criticism"
        elif element.type == "act" and _had_from(elements, n):
            yield replace(element, turned=True)
        elif element.type == "pron" and n and _had_done(elements[n - 1], words):
            continue
        elif _had_done(element, words) and then == "pron":
            yield replace(element, turned=True)  # "China had an agreement signed with it"
        elif element.type == "filler" and element.words.startswith("of all ") and then in ("relative", "who", "to"):
            yield Element("prepositions", "of", element.at, "of")  # "of all countries that visited China"
            yield Element("somebody", "those", element.at)
        elif element.words == "as of" and then == "date" and _is_state(elements):
            yield replace(element, type="prepositions", words="on")
        elif _is_outlook(elements, n) or _is_outlook(elements, n - 1):
            continue  # "on China's prospects" is "on China"
        elif n and elements[n - 1].type in ("earlier", "later") and _is_named_again(elements, n):
            continue  # "before that visit"
        elif element.type == "mirror" and [e.words for e in elements[n + 1 : n + 3]] in _TO_HAVE:
            yield replace(element, type="light")  # "can be shown to have praised"
        elif element.type == "light" and _wishes(elements, n, words):
            yield replace(element, type="intents")
        elif element.type == "unit" and n + 1 < len(elements) and elements[n + 1].words in _MEANT:
            yield Element("relative", "that", element.at, "that")
            yield element
        elif element.words == "alone" and n and elements[n - 1].type == "date":
            continue  # "in 2012 alone"
        elif element.type == "act" and element.other == "light" and n and elements[n - 1].type == "manner":
            yield replace(element, type="light", forms=frozenset(("noun",)))  # "a glowing review"
        elif element.words == "once" and n and elements[n - 1].type == "name" and then in ("act", "light", "manner"):
            continue  # "China once praised"
        elif element.words == "upon" and n + 1 < len(elements) and elements[n + 1].words == "which":
            yield replace(element, type="prepositions")  # "the date upon which"
        elif element.type == "after" and element.words in _FOLLOWED and _alone(elements, n):
            yield replace(element, type="later")  # "which country followed?" is "which did so later?"
            yield Element("light", element.words, element.at, "do so", frozenset(("past",)))
        elif element.words in (*_FOLLOWED, *_PRECEDED) and n and elements[n - 1].type in ("who", "somebody"):
            yield Element("light", element.words, element.at, "do so", frozenset(("past",)))
            yield element  # "which country followed China?" is "which did so after China?"
        elif element.type == "later" and (then_does := _SUIT.match(element.words)):  # "followed suit" is "did so later"
            yield element
            yield Element("light", then_does[0], element.at, "do so", frozenset(("past",)))
        else:
            yield element


def _happens(elements: list[Element], n: int) -> bool:
    """Say whether "happen that" stands at a place."""
    if not 0 < n < len(elements) - 1 or elements[n].value not in ("happen", "occur", "take place", "come about"):
        return False
    return elements[n + 1].type == "relative"


def _leads(elements: list[Element], n: int) -> bool:
    return elements[n].words == "it" or _happens(elements, n) or _happens(elements, n - 1)


def _is_preposition(element: Element) -> bool:
    be, _, preposition = element.words.partition(" ")
    return be in _WAS and preposition in ("against", "with", "at", "on", "to", "for", "from", "about", "toward", "towards")


def _named_before(elements: list[Element], n: int) -> bool:
    """Say whether the noun of an act stands before in the same sentence."""
    start = max((m for m in range(n) if elements[m].type == "stop"), default=0)
    return any(e.type == "act" and "noun" in e.forms for e in elements[start:n])


def _takes_up(elements: list[Element], n: int) -> bool:
    """Tell "the last to do that before China" from "do that country's visitors ..."."""
    what = elements[n + 1 : n + 2]
    then = elements[n + 2].type if n + 2 < len(elements) else ""
    if not n or not what or then in _OBJECTS and then != "date":
        return False
    if elements[n].words == "be":
        return elements[n - 1].words == "to" and what[0].words == "so"
    return elements[n].words != "did" and what[0].words in ("that", "this", "it")


def _is_named_again(elements: list[Element], n: int) -> bool:
    """Say whether the noun of an act stands behind "before that" and ends there."""
    then = elements[n + 1].type if n + 1 < len(elements) else "stop"
    that = elements[n - 1].words.endswith((" that", " this"))
    return that and elements[n].type == "act" and "noun" in elements[n].forms and then in ("comma", "stop")


def _had_done(element: Element, words: EventWords) -> bool:
    """Say whether words are "had an agreement signed with", which is done to the subject."""
    had = element.words.split()
    if element.type != "act" or len(had) < 4 or had[0] not in _HAVE:
        return False
    return any(m[2] == "participle" for m in words.look_up(had[-2]))


def _are_names(elements: list[Element], n: int) -> bool:
    """Say whether "'s name" stands behind who does something."""
    if n < 1 or n + 1 >= len(elements) or elements[n].type != "possessive" or "agent" not in elements[n - 1].forms:
        return False
    return elements[n + 1].words in ("name", "names", "identity", "identities")


def _is_to_do(elements: list[Element], n: int) -> bool:
    then = elements[n : n + 2]
    return len(then) == 2 and then[0].words == "to" and "base" in then[1].forms


def _had_from(elements: list[Element], n: int) -> bool:
    """Tell "had praise from China" from "had praise for China"."""
    had = elements[n].words.split()
    from_ = [e.words for e in elements[n + 1 : n + 2]] == ["from"]
    return from_ and len(had) > 1 and had[0] in _HAVE and "participle" in elements[n].forms and not had[-1].endswith("ed")


def _is_state(elements: list[Element]) -> bool:
    """Say whether somebody is or wants something, which is so on a day."""
    acts = [e for e in elements if e.type == "act"]
    return any(e.type == "intents" for e in elements) or any(
        e.value in _STATES or e.words.split()[0] in _WAS for e in acts
    )


def _is_outlook(elements: list[Element], n: int) -> bool:
    """Say whether "'s prospects" begins at a place: what a remark is about besides the one whose they are."""
    if n < 2 or elements[n].type != "possessive" or elements[n - 2].words not in _ABOUT:
        return False
    return n + 1 < len(elements) and elements[n + 1].words in _OUTLOOKS


def settled(elements: list[Element], words: EventWords) -> list[Element]:
    """Let words that can be several acts be the one that is named beside: "called on Iraq ... its last visit"."""
    elements = _been(_such(elements))
    clear = [e for e in elements if e.type == "act" and e.words not in words.also]
    firm = {e.value for e in clear if not e.other} or {e.value for e in clear}
    out = []
    for element in elements:
        meant = [c for c in words.also.get(element.words, ()) if c in firm]
        several = element.type == "act" and element.value not in firm and len(meant) == 1
        out.append(replace(element, value=meant[0]) if several else element)
    return out


def _been(elements: list[Element]) -> list[Element]:
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


def _such(elements: list[Element]) -> list[Element]:
    """Let "such a conversation" be the act that is named before."""
    out: list[Element] = []
    for element in elements:
        before = next((e for e in reversed(out) if e.type == "act" and not e.other), None)
        such = bool(out) and out[-1].words == "such" and element.type == "act" and "noun" in element.forms
        out.append(replace(element, value=before.value) if such and before is not None else element)
    return out


def _that_of(elements: list[Element], n: int) -> bool:
    """Tell "before that of China" from "before that"."""
    then = elements[n + 1 : n + 3]
    return elements[n].words.endswith(" that") and [e.words for e in then[:1]] in _WHOSE and then[-1].type == "name"


def _alone(elements: list[Element], n: int) -> bool:
    """Say whether a verb has no object, and a clause before it: "China visited Iraq; who followed?"."""
    then = next((e for e in elements[n + 1 :] if e.type != "filler"), None)
    told = any(e.type in ("act", "manner") for e in elements[:n]) and not (n and elements[n - 1].type == "be")
    return told and (then is None or then.type not in _OBJECTS) and not (then is not None and then.words == "by")


def _wishes(elements: list[Element], n: int, words: EventWords) -> bool:
    """Tell "offered to meet" from "was offered to China"."""
    then = elements[n + 1 : n + 3]
    if len(then) < 2 or then[0].words != "to" or "base" not in then[1].forms or then[1].type not in ("act", "light"):
        return False
    return any(m[0] == "intents" for m in words.look_up(elements[n].words))
