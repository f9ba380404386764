"""What each CAMEO code is called: the words of its kinds, those of acts.yaml, and CAMEO's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from communique.queries.ask.events.lexicon import Meaning

if TYPE_CHECKING:
    from communique.schemas.vocabulary import Vocabulary

_HOST = "043"
# Prepositions at the end of a phrase that may be elsewhere: "whom it cast doubt on", "at whom".
_ENDINGS = frozenset("of in on at to with about from against for into upon".split())
_EITHER = re.compile(r"((?:[\w-]+, )*[\w-]+,?) or ([\w-]+)")
_HOLLOW = frozenset("been it out up over down in on off way back its their his her go concerned".split())


def act_words(
    vocabulary: Vocabulary, data: Mapping[str, Any], irregular: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, Meaning]]:
    """Yield what acts are called: the words of their kinds, those of words.yaml, and CAMEO's own names."""
    from communique.schemas.inflection import noun_forms

    by_name = {}
    for entry in sorted(vocabulary.cameo.values(), key=lambda c: (len(c.id), c.id)):
        by_name[entry.name.casefold()] = entry.id
    finest = {entry.id: by_name[entry.name.casefold()] for entry in vocabulary.cameo.values()}
    for name, code in by_name.items():
        plain = re.sub(r"\s*\(.*?\)", "", name)
        if " " in plain:
            yield plain, ("act", code, "base")
    for code, listed in data["acts"].items():
        for words in listed.get("verbs", ()):
            yield from _forms(words, code, irregular)
        for words in listed.get("turned", ()):
            yield from ((spelling, ("turned", code, form)) for spelling, (_, _, form) in _forms(words, code, irregular))
        for words in listed.get("participles", ()):
            yield words, ("act", code, "participle")
        for words in listed.get("manner", ()):
            yield words, ("manner", code, "")
        for listed_as, form in (("nouns", "noun"), ("agents", "agent"), ("patients", "patient")):
            for words in listed.get(listed_as, ()):
                yield from ((spelling, ("act", code, form)) for spelling in noun_forms(words))
    for kind in vocabulary.kinds.values():
        if code := finest.get(kind.cameo, kind.cameo):
            for words in (*kind.verbs, *kind.phrases):
                # Who receives an act is at its other end; "receive a visit" alone is an act of its own.
                if code == _HOST or not words.startswith(tuple(f"{m} " for m in data["receiving"])):
                    yield from _forms(words, code, irregular)
            for noun in kind.nouns:
                for spelling in noun_forms(noun):
                    yield spelling, ("act", code, "noun")
    for name, code in by_name.items():
        for words in code_names(name, data["heads"]) if len(code) > 2 else ():
            yield words, ("act", code, "noun")
            yield from _forms(words, code, irregular)
            if words.startswith("engage in "):
                yield words.removeprefix("engage in "), ("act", code, "noun")


def _forms(verb: str, code: str, irregular: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Meaning]]:
    from communique.schemas.inflection import verb_forms

    # "sing the praises of China", "sing China's praises"; "set foot in China", "set foot there"
    head, _, end = verb.rpartition(" ")
    if end in _ENDINGS and head.count(" ") == 1:  # "fingers were pointed at China"
        thing = head.partition(" ")[2]
        for form, spelling in verb_forms(head.partition(" ")[0], irregular):
            if form == "participle" and thing not in _HOLLOW:
                yield from ((f"{thing} {be} {spelling} {end}", ("act", code, "noun")) for be in ("was", "were", "been"))
    for said in (verb, head) if _whole(head) and end in _ENDINGS else (verb,):
        for form, spelling in verb_forms(said, irregular):
            yield spelling, ("act", code, form)


def _whole(head: str) -> bool:
    """Say whether words mean an act without the preposition behind them: "set foot", not "make it"."""
    return " " in head and head.rpartition(" ")[2] not in _HOLLOW


def code_names(name: str, heads: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what CAMEO's name of a code says, one way after the other.

    >>> list(code_names("Ease curfew", {"ease": ["ease", "lift"]}))
    ['ease curfew', 'lift curfew']
    >>> list(code_names("Abduct, hijack, or take hostage", {}))
    ['abduct, hijack, or take hostage', 'abduct hostage', 'hijack hostage', 'take hostage']
    """
    name = re.sub(r"\s*\(.*?\)", "", name.casefold()).replace("'", "")
    every = [name]
    if either := _EITHER.search(name):
        for one in [*either[1].strip(",").split(", "), either[2]]:
            every.append(f"{name[: either.start()]}{one}{name[either.end() :]}")
    elif ", " in name:
        one, other = name.split(", ", 1)
        every += [one, f"{one.rpartition(' ')[0]} {other}"]
    for words in every:
        yield words
        for head, others in heads.items():
            if words.startswith(head + " "):
                yield from (other + words.removeprefix(head) for other in others if other != head)
