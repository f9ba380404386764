"""What an act is compared with: "before China did", "in the month when China visited Iraq", "besides China"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.elements import Elements, Unread
from communique.queries.ask.events.parts import Part, Parts
from communique.queries.ask.events.question import UNITS

_AS = ("as", "of", "with", "for", "like", "to", "in", "on")
# Where what is compared with ends, once it has begun.
_ENDS = (
    *(
        "before",
        "after",
        "until",
        "by_the_time",
        "earlier",
        "later",
        "same",
        "besides",
        "excluded",
        "then_when",
        "when",
    ),
    *("next", "else", "someday"),
)
_INVERSE = {"before": "after", "after": "before"}
_OTHERS = ("somebody", "prepositions", "relative", "auxiliary")
_CONTENT = ("name", "act", "manner", "light", "mirror", "intents", "ask_for", "pron", "possessive")


def take_compared(sentence: Elements, start: int, relation: str, own: Elements, parts: Parts) -> int:
    """Take what is compared with away, and return where it ends."""
    unit = relation in UNITS
    at = start
    while at < len(sentence) and (
        sentence[at].type in ("relative", "when", "besides", "excluded") or _as(sentence, at, unit)
    ):
        at += 1
    begun = at
    asked = any(e.type == "who" for e in own)
    while at < len(sentence) and not _ended(sentence, at, begun, asked):
        at += 1
    if not asked and at < len(sentence) and sentence[at].type == "who":
        named = any(e.type == "name" for e in sentence[begun:at])
        taken_up = at > begun and all(e.type in ("pron", "prepositions") for e in sentence[begun:at])
        if relation in _INVERSE and taken_up and Part(own).has("act") and Part(own).has("name"):
            parts.clauses.append(Part(list(own)))  # "China was praised by Iraq, and after it by whom?"
            parts.open.append(relation)
            own.clear()
            return at - 1 if sentence[at - 1].type == "prepositions" else at
        if relation in _INVERSE and not named and Part(own).has("act") and Part(own).has("name"):
            return _inverted(sentence, begun, relation, own, parts)
        while at > begun and sentence[at - 1].type == "prepositions":
            at -= 1
    if relation in ("besides", "excluded"):
        at = _after_names(sentence, begun)
    body = [e for e in sentence[begun:at] if e.type not in ("comma", "else", "same")]
    if start and sentence[start - 1].words == "having":  # "China having visited Japan"
        body = [*own, *body]
        own.clear()
    if unit and begun == start and sentence[start : start + 1] and sentence[start].type not in ("name", "pron", "act"):
        parts.open.append(relation)  # "that month" and the question goes on
        return begun
    if (
        unit
        and asked
        and not Part(own).has("act", "manner")
        and body
        and body[0].type != "name"
        and not _as(sentence, start, unit)
    ):
        parts.open.append(relation)  # "who said that month that they were ready to meet China"
        return start
    if any(e.type == "name" for e in body):
        parts.compared.append(Part(body, relation))
        return at
    told = any(p.has("name") for p in parts.clauses)
    if relation in _INVERSE and not asked and _are_others(body) and Part(own).has("name"):
        parts.open.append(_INVERSE[relation])  # "Iraq came after somebody else had. Who was that?"
        return at
    if relation in ("before", "after") and not told and not any(e.type in _CONTENT for e in body):
        raise Unread(f"{relation} what is not clear (a date or an actor is expected)")
    if relation not in ("besides", "excluded", "when"):
        parts.open.append(relation)
        return at if not unit else begun
    return at if relation == "when" else begun


def _are_others(body: Elements) -> bool:
    """Say whether no more is named than somebody, or his act: "somebody else", "that of another country"."""
    people = [e.type == "somebody" or (e.type == "act" and "agent" in e.forms) for e in body]
    return any(people) and all(known or e.type in _OTHERS for e, known in zip(body, people, strict=True))


def _inverted(sentence: Elements, begun: int, relation: str, own: Elements, parts: Parts) -> int:
    """Read "Iraq praised China before praising whom?": the question is in what the act came before."""
    asking = sentence[begun:]
    if all(e.type in ("who", "somebody", "possessive") for e in asking) and asking[-1].type == "possessive":
        sentence[begun:] = asking = [replace(asking[0], words="whose")]  # "came after which country's?"
    if asking[-1].words != "whose" and not any(e.type in ("act", "light", "mirror", "auxiliary") for e in asking):
        raise Unread(f"{relation} what is not clear (say: who did it, to whom)")
    parts.compared.append(Part(list(own), _INVERSE[relation]))
    own.clear()
    return begun


def _after_names(sentence: Elements, at: int) -> int:
    """Return where "besides China and Japan", "like China did" end."""
    while at < len(sentence) and sentence[at].type in ("name", "and", "prepositions", "relative", "someday"):
        if sentence[at].type == "prepositions" and sentence[at + 1 : at + 2] and sentence[at + 1].type != "name":
            break
        at += 1
    if sentence[at : at + 1] and sentence[at].type == "auxiliary":
        then = sentence[at + 1].type if at + 1 < len(sentence) else ""
        if then not in ("act", "light", "mirror", "intents", "name"):
            at += 1
    return at


def _as(sentence: Elements, at: int, unit: bool) -> bool:
    return unit and sentence[at].type == "prepositions" and sentence[at].words in _AS


def _ended(sentence: Elements, at: int, begun: int, asked: bool) -> bool:
    element = sentence[at]
    if element.type == "comma":
        return any(e.type in _CONTENT for e in sentence[begun:at])
    if element.type == "who":
        return not asked
    if element.type in _ENDS and at > begun:
        return not (element.type == "else" and not asked)
    verbal = any(e.type in ("act", "intents", "light") for e in sentence[begun:at])
    if (
        element.words == "to"
        and at > begun
        and at + 1 < len(sentence)
        and sentence[begun].type == "name"
        and not verbal
    ):
        if "base" in sentence[at + 1].forms and sentence[-1].type != "who":  # "next after China to praise it"
            return any(e.type == "pron" for e in sentence[at + 1 :])
    if element.words in ("in", "to") and at > begun and at + 1 < len(sentence):  # "after China in criticizing Iraq"
        then = sentence[at + 1]
        if "ing" in then.forms or then.words == "being" or (element.words == "in" and then.type == "manner"):
            return not any(e.type in ("act", "light") for e in sentence[begun:at])
    if element.type == "be" and not asked and at > begun and sentence[at - 1].type == "name":
        return sentence[begun].type in (
            "prepositions",
            "relative",
            "somebody",
        )  # "after that of Iraq was aimed at whom"
    if element.type == "auxiliary" and not asked and at > begun and at + 1 < len(sentence):
        return sentence[at + 1].type == "name" and sentence[at - 1].type in ("name", "auxiliary")
    return False
