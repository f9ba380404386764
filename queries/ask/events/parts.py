"""Cuts a question into the clauses it is made of, and says how each relates to the one that asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.scanning import Element, Unread

Elements = list[Element]
_PARTITIVE = ("of", "out", "among", "amongst")
_AS = ("as", "of", "with", "for", "like", "to")
_ACTS = ("act", "manner")
# Where what is compared with ends, once it has begun.
_ENDS = (
    "before",
    "after",
    "until",
    "by_the_time",
    "earlier",
    "later",
    "same",
    "besides",
    "then_when",
    "next",
    "else",
    "someday",
    "when",
)
# Words of time that are without weight where nothing follows.
_LIGHT = ("following", "once", "past", "follow", "follows", "followed", "upon", "succeeded", "beyond")
# What may stand between a comma and the word that asks.
_LEADING = ("prepositions", "and", "later", "earlier", "next", "comma", "same", "unit", "relative", "else", "time")
_INVERSE = {"before": "after", "after": "before"}
_PASSIVE = ("followed", "preceded", "succeeded")
_CONTENT = ("name", "act", "manner", "light", "mirror", "intents", "ask_for", "pron", "possessive")


@dataclass(slots=True)
class Part:
    """A clause; `relation` is before, after, day, month, year (the same), when, besides, or nothing."""

    elements: Elements
    relation: str = ""

    def has(self, *types: str) -> bool:
        """Say whether an element is of one of these types."""
        return any(e.type in types for e in self.elements)


@dataclass(slots=True)
class Parts:
    """All clauses; `open` are relations to what another sentence says: "that month", "before that"."""

    clauses: list[Part] = field(default_factory=list)
    compared: list[Part] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    somewhen: list[str] = field(default_factory=list)


def cut_parts(elements: Elements, asked: str) -> Parts:
    """Return the clauses of a question.

    Raises
    ------
    Unread
        Where it is not clear what is compared with.
    """
    parts = Parts()
    for sentence in sentences(elements):
        sentence = [e for e in sentence if e.type != "stop"]
        if len(sentence) > 1 and sentence[0].type == "prepositions" and sentence[0].words in _PARTITIVE:
            if sentence[1].type in ("somebody", "who"):  # "of those who visited China, which came last?"
                sentence = sentence[1:]
        _walk(sentence, asked, parts)
    return parts


def _walk(sentence: Elements, asked: str, parts: Parts) -> None:
    own: Elements = []
    at = 0
    while at < len(sentence):
        element = sentence[at]
        relation, start = _related(sentence, at, own, asked)
        if element.words in _PASSIVE and _is_by(sentence, at):  # "China's visit was followed by that of whom?"
            parts.compared.append(Part([e for e in own if e.type != "be"], element.type))
            own = []
            at += 2
        elif relation:
            at = _compared(sentence, start, relation, own, parts)
        elif element.type == "trail" and [e.type for e in own[-2:]] == ["name", "possessive"]:
            parts.compared.append(Part([own[-2]], "after"))  # "in China's wake"
            del own[-2:]
            _drop_prepositions(own)
            at += 1
        elif element.type in ("earlier", "later", "next"):
            parts.open.append({"earlier": "before", "later": "after"}.get(element.type, "next"))
            at += 1
        elif element.type in ("someday", "unit"):  # "one month", "in some month"
            parts.somewhen.append(element.value if element.type == "unit" else element.words.rpartition(" ")[2])
            while own and own[-1].type == "prepositions":
                own.pop()
            at += 1
        elif element.type == "comma":
            if _asks_next(sentence, at, asked) and any(e.type == "name" for e in own):
                parts.clauses.append(Part(own))
                own = []
            at += 1
        else:
            if element.type not in ("same", "else"):
                own.append(element)
            at += 1
    if own:
        parts.clauses.append(Part(own))


def _is_by(sentence: Elements, at: int) -> bool:
    return at > 0 and sentence[at - 1].type == "be" and [e.words for e in sentence[at + 1 : at + 2]] == ["by"]


def _asks_next(sentence: Elements, at: int, asked: str) -> bool:
    """Say whether the question begins behind a comma, and had not before it."""
    if any(e.type == "who" for e in sentence[:at]) or asked != "who":
        return False
    for element in sentence[at + 1 :]:
        if element.type == "who":
            return True
        if element.type not in _LEADING:
            return False
    return False


def _related(sentence: Elements, at: int, own: Elements, asked: str) -> tuple[str, int]:
    """Return how what follows relates to the clause, and where it begins; no relation where it is no comparison."""
    element = sentence[at]
    then = sentence[at + 1] if at + 1 < len(sentence) else None
    if element.type in ("before", "after"):
        if element.words in _LIGHT and (then is None or then.type not in ("name", "act", "pron", "light")):
            return "", at
        return element.type, at + 1
    if element.type in ("when", "then_when") and then is not None and "ing" in then.forms:
        return "", at  # "optimistic when speaking about China"
    if element.type in ("until", "by_the_time"):
        return "before", at + 1
    if element.type == "since" and then is not None and then.type in ("name", "act", "pron"):
        return "after", at + 1
    if element.words == "having" and not own:
        return "after", at + 1
    if element.words == "with" and not own and [e.words for e in sentence[at + 2 : at + 3]] == ["having"]:
        return "after", at + 1  # "with China having criticized Japan"
    if element.type == "besides":
        return ("besides", at + 1) if then is not None else ("", at)
    if element.type in ("then_when", "when"):
        return "when", at + 1
    bound = element.type in ("same", "relative") or element.words == "this"
    if bound and then is not None and then.type in ("unit", "time"):
        _drop_prepositions(own)
        return then.value if then.type == "unit" else "day", at + 2
    if element.type == "unit":
        begins = then is not None and (then.type in ("relative", "when", "name", "pron") or _names_after(sentence, at))
        if begins and asked == "who":
            _drop_prepositions(own)
            return element.value, at + 1
        if begins or asked != "who" or any(e.type == "who" for e in sentence):
            raise Unread(f"which {element.value} is not clear: {element.words}")
    return "", at


def _names_after(sentence: Elements, at: int) -> bool:
    """Say whether a unit is that of an act: "the month of the talks with China", "the month in which"."""
    behind = [e.type for e in sentence[at + 1 : at + 3]]
    return behind[:1] == ["prepositions"]


def _drop_prepositions(own: Elements) -> None:
    while own and own[-1].type == "prepositions" and own[-1].words in ("in", "on", "at", "of", "during", "within"):
        own.pop()


def _compared(sentence: Elements, start: int, relation: str, own: Elements, parts: Parts) -> int:
    """Take what is compared with away, and return where it ends."""
    unit = relation in ("day", "month", "year")
    at = start
    while at < len(sentence) and (sentence[at].type in ("relative", "when", "besides") or _as(sentence, at, unit)):
        at += 1
    begun = at
    asked = any(e.type == "who" for e in own)
    while at < len(sentence) and not _ended(sentence, at, begun, asked):
        at += 1
    if not asked and at < len(sentence) and sentence[at].type == "who":
        named = any(e.type == "name" for e in sentence[begun:at])
        if relation in _INVERSE and not named and Part(own).has("act") and Part(own).has("name"):
            return _inverted(sentence, begun, relation, own, parts)
        while at > begun and sentence[at - 1].type == "prepositions":
            at -= 1
    if relation == "besides":
        at = _after_names(sentence, begun)
    body = [e for e in sentence[begun:at] if e.type not in ("comma", "else", "same")]
    if unit and begun == start and sentence[start : start + 1] and sentence[start].type not in ("name", "pron", "act"):
        parts.open.append(relation)  # "that month" and the question goes on
        return begun
    if any(e.type == "name" for e in body):
        parts.compared.append(Part(body, relation))
        return at
    told = any(p.has("name") for p in parts.clauses)
    if relation in ("before", "after") and not told and not any(e.type in _CONTENT for e in body):
        raise Unread(f"{relation} what is not clear (a date or an actor is expected)")
    if relation not in ("besides", "when"):
        parts.open.append(relation)
        return at if not unit else begun
    return at if relation == "when" else begun


def _inverted(sentence: Elements, begun: int, relation: str, own: Elements, parts: Parts) -> int:
    """Read "Iraq praised China before praising whom?": the question is in what the act came before."""
    if not any(e.type in ("act", "light", "mirror", "auxiliary") for e in sentence[begun:]):
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
    return unit and sentence[at].type == "prepositions" and sentence[at].words in (*_AS, "in", "on")


def _ended(sentence: Elements, at: int, begun: int, asked: bool) -> bool:
    element = sentence[at]
    if element.type == "comma":
        return any(e.type in _CONTENT for e in sentence[begun:at])
    if element.type == "who":
        return not asked
    if element.type in _ENDS and at > begun:
        return not (element.type == "else" and not asked)
    if element.words == "in" and at > begun and at + 1 < len(sentence):  # "after China in criticizing Iraq"
        then = sentence[at + 1]
        if "ing" in then.forms or then.words == "being":
            return not any(e.type in ("act", "light") for e in sentence[begun:at])
    if element.type == "auxiliary" and not asked and at > begun and at + 1 < len(sentence):
        return sentence[at + 1].type == "name" and sentence[at - 1].type in ("name", "auxiliary")
    return False
