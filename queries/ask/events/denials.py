"""Reads what nobody did before somebody as his being the first: "nobody praised Iraq before this country"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.events.elements import Element, Elements

_NOBODY = ("nobody", "no one", "none")
_ORDER = {"before": "first", "until": "first", "after": "last"}
_SOONER = {"earlier": "first", "later": "last"}
_ONE = ("one", "country", "nation", "state", "actor", "party", "person")
_HARDLY = ("hardly", "barely", "scarcely")
_WHOM = ("who", "somebody", "pron")


def undenied(sentence: Elements) -> Elements:
    """Return a sentence in which nobody was before or after who is asked for as one that asks for the first or last."""
    sentence = _no_sooner(sentence)
    at = next((n for n, e in enumerate(sentence) if _is_nobody(sentence, n)), None)
    if at is None:
        return sentence
    behind = at + (2 if sentence[at].words == "no" else 1)
    for n in range(behind, len(sentence)):
        order = _ORDER.get(sentence[n].type) or _SOONER.get(sentence[n].type, "")
        stop = _taken_up(sentence, n + 1)
        if order and stop > n + 1:
            asked = Element("who", "which", sentence[at].at)
            first = Element(order, sentence[n].words, sentence[n].at)
            body = [e for e in (*sentence[behind:n], *sentence[stop:]) if e.type != "limits" or e.words != "than"]
            return [*sentence[:at], asked, first, *body]
        than = next((m for m in range(n + 1, len(sentence)) if sentence[m].words == "than"), None)
        if order and than is not None and (stop := _taken_up(sentence, than)) > than:
            asked = Element("who", "which", sentence[at].at)  # "nobody came later in 2015 than this one"
            first = Element(order, sentence[n].words, sentence[n].at)
            return [*sentence[:at], asked, first, *sentence[behind:n], *sentence[n + 1 : than], *sentence[stop:]]
    return sentence


def _is_nobody(sentence: Elements, n: int) -> bool:
    if sentence[n].words in _NOBODY:
        return True
    return sentence[n].words == "no" and [e.type for e in sentence[n + 1 : n + 2]] == ["somebody"]


def _taken_up(sentence: Elements, n: int) -> int:
    """Return where "than this one", "this country" ends: who is asked for."""
    start = n + 1 if n < len(sentence) and sentence[n].words == "than" else n
    stop = start
    while stop < len(sentence) and (sentence[stop].type in _WHOM or sentence[stop].words in (*_ONE, "this", "certain")):
        stop += 1
    if stop > start and stop < len(sentence) and sentence[stop].type == "auxiliary":
        stop += 1  # "before this country did"
    return stop if stop > start else n


def _no_sooner(sentence: Elements) -> Elements:
    """Read "Iraq had hardly praised Oman when another did" as "once Iraq had praised Oman, another did first"."""
    at = next((n for n, e in enumerate(sentence) if e.words in _HARDLY), None)
    when = next((n for n, e in enumerate(sentence) if e.type == "when"), None)
    if at is None or when is None or when < at:
        return sentence
    then = [*sentence[:at], *sentence[at + 1 : when], replace(sentence[when], type="comma", words=",")]
    return [Element("after", "no sooner", sentence[0].at), *then, *sentence[when + 1 :]]
