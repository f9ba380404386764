"""Makes sentences of what is said apart: "as for China, when ...", "China, which Japan had criticized, ..."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.events.asked import sentences
from communique.queries.ask.events.elements import Element, Elements

_TAKING_UP = ("it", "him", "her", "them")
_ASKING = ("who", "when", "count", "many")


def apart(elements: Elements) -> Iterator[Element]:
    """Yield elements with a stop behind a topic, and an aside about somebody as a sentence before the rest."""
    for sentence in _relatives_apart(elements):
        sentence = _described(_taken_up(sentence))
        if sentence[0].type == "topic":
            yield from _topic(sentence[1:])
        else:
            yield from _aside(sentence)


def _relatives_apart(elements: Elements) -> Iterator[Elements]:
    """Yield the sentences; "it was kind to China, which had visitors" are two, where the question comes behind."""
    parts = list(sentences(elements))
    for sentence in parts[:-1]:
        at = next((n for n in range(1, len(sentence) - 1) if _relative(sentence, n)), None)
        alone = at is not None and sum(e.type in _ASKING for e in sentence) == 1
        if at is None or not alone or sum(e.type == "comma" for e in sentence) > 1:
            yield sentence
        else:
            yield [*sentence[:at], replace(sentence[at], type="stop", words=";")]
            yield [sentence[at - 1], *sentence[at + 2 :]]
    yield from parts[-1:]


def _relative(sentence: Elements, n: int) -> bool:
    """Say whether a comma stands between a name and a clause about it."""
    types = [e.type for e in sentence[n - 1 : n + 2]]
    return types == ["name", "comma", "who"] and sentence[n + 1].words in ("which", "who")


def _taken_up(sentence: Elements) -> Elements:
    """Read "China, requests made to it" as "requests made to China"."""
    names = [n for n, e in enumerate(sentence) if e.type == "name"]
    pronouns = [n for n, e in enumerate(sentence) if e.type == "pron"]
    if names != [0] or len(pronouns) != 1 or [e.type for e in sentence[1:2]] != ["comma"]:
        return sentence
    at = pronouns[0]
    if sentence[at].words not in _TAKING_UP:
        return sentence
    return [*sentence[2:at], replace(sentence[0], at=sentence[at].at), *sentence[at + 1 :]]


def _described(sentence: Elements) -> Elements:
    """Read "China was a country that Iraq wanted to meet" as "Iraq wanted to meet China"."""
    types = [e.type for e in sentence if e.type != "filler"]
    plain = [e for e in sentence if e.type != "filler"]
    start = 4 if types[3:4] == ["relative"] else 3
    if types[:3] != ["name", "be", "somebody"] or types[start : start + 1] != ["name"] or _asks(sentence):
        return sentence
    stop = len(plain) - 1 if types[-1] == "stop" else len(plain)
    return [*plain[start:stop], plain[0], *plain[stop:]]


def _topic(sentence: Elements) -> Elements:
    at = next((n for n, e in enumerate(sentence) if e.type == "comma"), None)
    if at is None or not _asks(sentence[at:]) or any(e.type == "act" for e in sentence[:at]):
        return sentence
    topic = [e for e in sentence[:at] if e.type != "be" and e.words not in ("concerned", "goes")]
    return [*topic, replace(sentence[at], type="stop"), *sentence[at + 1 :]]


def _aside(sentence: Elements) -> Elements:
    """Read "China, which Japan had criticized, ..." as "Japan had criticized China; China ..."."""
    if [e.type for e in sentence[:3]] == ["name", "comma", "act"] and "participle" in sentence[2].forms:
        if not any(e.type in ("name", "pron", "who", "be") for e in sentence[3:]):  # "China, visited in June 2013."
            return [sentence[0], Element("be", "was", sentence[1].at), *sentence[2:]]
    commas = [n for n, e in enumerate(sentence) if e.type == "comma"]
    if len(commas) < 2 or commas[0] == 0 or sentence[commas[0] - 1].type != "name":
        return sentence
    first, last = commas[:2]
    name, aside, rest = sentence[first - 1], sentence[first + 1 : last], sentence[last + 1 :]
    if first != 1 or len(aside) < 3 or not _asks(rest) or not any(e.type == "name" for e in aside):
        return sentence
    stop = replace(sentence[last], type="stop")
    if aside[0].words in ("which", "who"):
        return [name, *aside[1:], stop, name, *rest]
    if aside[0].type == "act" and "participle" in aside[0].forms and aside[1].words == "by":
        return [name, Element("be", "was", aside[0].at), *aside, stop, name, *rest]
    return sentence


def _asks(elements: Elements) -> bool:
    return any(e.type in _ASKING for e in elements)
