"""Reads the clause of a question: the act, who does it, at whom it is aimed, and which of the two is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from communique.queries.ask.events.actors import Mention
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.scanning import Element, Unread

Elements = list[Element]
_PARTIES = ("name", "who")
_VERBAL = ("act", "light", "mirror", "intents", "ask_for")
# Of two acts in a clause: the instrument, the host, the appeal are the act ("host a visit", "attack with small arms").
_WINS = ("043", "193", "180", "041", "138", "057", "020")
# What every act of words is besides: "made a negative statement".
_PALE = ("010",)
_OPPOSITE = {"by": "toward", "toward": "by"}
_VISITS = ("042",)


@dataclass(slots=True)
class Clause:
    """An act with its parties; `asked` is the part of who is asked for; `stray` a name that has no part."""

    code: str
    by: Mention | None = None
    toward: Mention | None = None
    asked: str = ""
    stray: Mention | None = None


def read_clause(elements: Elements, asked: str, words: EventWords) -> Clause:
    """Return the clause.

    Raises
    ------
    Unread
        With the reason why there is none.
    """
    elements = [e for e in elements if e.type not in ("comma", "when", "unit", "time", "same")]
    elements = _questioned(elements, asked)
    code = _code(elements, words)
    parties = [n for n, e in enumerate(elements) if e.type in _PARTIES]
    if asked == "who" and not any(elements[n].type == "who" for n in parties):
        raise Unread("what is asked for is not clear (who, when, which country ...)")
    verbal = [n for n, e in enumerate(elements) if e.type in _VERBAL]
    if len(verbal) > 1 and _whose(elements, verbal[0]):
        verbal.pop(0)  # "whose visit did Iran host": Iran is the host
    head = verbal[0] if verbal else len(elements)
    roles = _roles(elements, parties, head, code)
    return _placed(elements, parties, roles, code, asked)


def _whose(elements: Elements, at: int) -> bool:
    """Say whether an act is that of who is asked for: "whose visit", "which actor's visit"."""
    before = [e.words if e.type == "who" else e.type for e in elements[max(0, at - 2) : at]]
    return before[-1:] == ["whose"] or (before[-1:] == ["possessive"] and elements[at - 2].type == "who")


def _questioned(elements: Elements, asked: str) -> Elements:
    """Keep one word that asks for somebody: "who was the first country that" is one, and "which country" too."""
    if asked != "who":
        return [e for e in elements if e.type not in ("who", "somebody")]
    asking = next((e for e in elements if e.type in ("who", "somebody")), None)
    kept = []
    for element in elements:
        if element is asking:
            kept.append(Element("who", element.words, element.at))
        elif element.type not in ("who", "somebody"):
            kept.append(element)
    return kept


def _code(elements: Elements, words: EventWords) -> str:
    """Return the code of the act: of two, the one that carries the other."""
    acts = [e for e in elements if e.type == "act"]
    codes = list(dict.fromkeys(e.value for e in acts))
    codes = [c for c in codes if c not in _PALE] or codes[:1]
    if not codes:
        raise Unread("the question names no act that is known")
    if len(codes) > 1:
        winning = [c for c in _WINS if c in codes]
        if not winning:
            other = next(e for e in acts if e.value == codes[1])
            raise Unread(f"which act is meant is not clear: {other.words}")
        codes = winning
    code = codes[0]
    at = next(n for n, e in enumerate(elements) if e.type == "act" and e.value == code)
    if any(e.type == "ask_for" for e in elements[:at]):
        return words.wanted.get(code, "020")
    if any(e.type == "intents" for e in elements[:at]):
        return words.intended.get(code, code)
    return code


def _roles(elements: Elements, parties: list[int], head: int, code: str) -> dict[int, str]:
    """Return the part that each party has, as far as the sentence says: by or toward."""
    roles: dict[int, str] = {}
    mirrored = _mirrored(elements)
    by = [n for n in parties if n and elements[n - 1].words == "by"]
    passive = _passive(elements) or (bool(by) and _passive_light(elements))
    turned = passive != mirrored
    before = [n for n in parties if n < head and n not in by]
    names = [n for n in before if elements[n].type == "name"]
    subject = next(iter(names or before), None)
    if subject is not None:
        roles[subject] = "toward" if turned else "by"
    for n in by:
        roles[n] = "by"
        if subject is not None and subject != n:
            roles[subject] = "toward"
    if subject is None:
        after = [n for n in parties if n not in roles]
        roles.update(_by_prepositions(elements, after, code, bool(by)))
    elif mirrored and not passive:
        for n in parties:
            if n not in roles and elements[n - 1].words == "from":
                roles[n] = "by"
    return roles


def _mirrored(elements: Elements) -> bool:
    """Say whether the subject receives the act: "suffered from"; not where it is made to suffer by somebody."""
    for n, element in enumerate(elements):
        if element.type == "mirror":
            before = [e.type for e in elements[:n] if e.type != "prepositions"]
            return before[-2:] not in (["light", "name"], ["light", "who"])
    return False


def _passive(elements: Elements) -> bool:
    for n, element in enumerate(elements):
        if element.type == "act" and "participle" in element.forms:
            if n == 0 or elements[n - 1].type == "be":
                return n > 0
            # "is China threatened", but not "was the last time China threatened"
            between, be = elements[n - 1], elements[n - 2]
            return n > 1 and between.type == "name" and be.type == "be" and between.at - be.at <= 2
    return False


def _passive_light(elements: Elements) -> bool:
    return any(
        e.type in ("light", "intents") and "participle" in e.forms and n and elements[n - 1].type == "be"
        for n, e in enumerate(elements)
    )


def _by_prepositions(elements: Elements, parties: list[int], code: str, has_by: bool) -> dict[int, str]:
    """Give parts to parties that all stand behind the noun of an act: "the first visit of X to Y"."""
    roles: dict[int, str] = {}
    for n in parties:
        before = elements[n - 1].words if n else ""
        if before == "from" or (before == "of" and (code in _VISITS or len(parties) > 1)):
            roles[n] = "by" if not has_by and "by" not in roles.values() else "toward"
        elif before == "between" or (not before):
            roles[n] = "by"
        else:
            roles[n] = "toward"
    return roles


def _placed(elements: Elements, parties: list[int], roles: dict[int, str], code: str, asked: str) -> Clause:
    clause = Clause(code)
    asking = next((n for n in parties if elements[n].type == "who"), None)
    names = [n for n in parties if elements[n].type == "name"]
    if asking is not None:
        role = roles.get(asking) or next((_OPPOSITE[roles[n]] for n in names if n in roles), "by")
        clause.asked = role
        return _fill(clause, elements, names, roles, _OPPOSITE[role])
    used: dict[str, int] = {}
    for n in names:
        role = roles.get(n) or next((r for r in ("toward", "by") if r not in used), "")
        if role in used:
            role = _OPPOSITE[role]
        if not role or role in used:
            if clause.stray:
                raise Unread(f"what {elements[n].words!r} has to do with it is not clear")
            clause.stray = elements[n].mention
            continue
        used[role] = n
    clause.by = elements[used["by"]].mention if "by" in used else None
    clause.toward = elements[used["toward"]].mention if "toward" in used else None
    if not used:
        raise Unread("the question names no actor that is known")
    return clause


def _fill(clause: Clause, elements: Elements, names: list[int], roles: dict[int, str], role: str) -> Clause:
    """Put the one name into the part that is left over; a second one is repeated, or stray."""
    mentions = [m for n in names if (m := elements[n].mention)]
    different = list({m.ids: m for m in mentions}.values())
    if not different:
        raise Unread("the question names no actor that is known")
    if len(different) > 2:
        raise Unread(f"what {different[2].words!r} has to do with it is not clear")
    if role == "by":
        clause.by = different[0]
    else:
        clause.toward = different[0]
    clause.stray = different[1] if len(different) > 1 else None
    return clause
