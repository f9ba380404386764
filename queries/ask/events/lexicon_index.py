"""Makes the words of questions about coded events: what builds a question, with what each CAMEO code is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from communique.queries.ask.events.act_words import act_words
from communique.queries.ask.events.lexicon import DROPPED, FOLDER, OUTER, Meaning
from communique.queries.ask.events.tokens import cut

if TYPE_CHECKING:
    from communique.schemas.vocabulary import Vocabulary

_VERBAL = {
    "be": "be",
    "light": "light",
    "again": "light",
    "mirror": "mirror",
    "intents": "intents",
    "ask_for": "ask_for",
}
_NOMINAL = {
    "patients": ("mirror", "patient"),
    "agents": ("light", "agent"),
    "sayings": ("light", "noun"),
    "aims": ("intents", "noun"),
}
_PLAIN: tuple[str, ...] = (
    *(type_ for type_ in OUTER if type_ != "unit"),
    *("who", "somebody", "pron", "since", "until", "and", "limits", "topic", "relative", "auxiliary"),
    *("prepositions", "filler"),
)
_INTENT = "Express intent to "


def build_words(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the words, as plain data."""
    from communique.schemas.marked_yaml import load_plain
    from communique.schemas.vocabulary import SHIPPED

    data = {**load_plain(FOLDER / "words.yaml"), "acts": load_plain(FOLDER / "acts.yaml")}
    irregular = {k: (v[0], v[1]) for k, v in load_plain(SHIPPED / "english.yaml")["irregular"].items()}
    meanings: dict[str, list[Meaning]] = defaultdict(list)
    for words, meaning in _grammar(data, irregular):
        _add(meanings[skeleton(words)], meaning)
    called: dict[str, str] = {}  # the words of an act mean one code: the first that they are listed under
    also: dict[str, list[str]] = defaultdict(list)
    for words, meaning in act_words(vocabulary, data, irregular):
        key = skeleton(words)
        if words.startswith("own "):  # a verb here, and left out elsewhere
            continue
        if meaning[0] == "manner" or called.setdefault(key, meaning[1]) == meaning[1]:
            _add(meanings[key], meaning)
        elif meaning[0] == "act" and meaning[1] not in also[key]:
            also[key].append(meaning[1])
    for key, found in meanings.items():
        if any(type_ == "manner" for type_, _, _ in found):  # "encouraging words" encourage nobody
            meanings[key] = [m for m in found if m[0] != "act" or m[2] != "ing"]
    codes = {c.id: c.name for c in vocabulary.cameo.values()}
    return {
        "meanings": dict(meanings),
        "also": {key: codes for key, codes in also.items() if codes},
        "codes": codes,
        "intended": {**_intended(codes), **data["intended"]},
        "wanted": data["wanted"],
        "wider": data["wider"],
        "manner_of": {code: listed["of"] for code, listed in data["acts"].items() if "manner" in listed},
        "mutual": frozenset(kind.cameo for kind in vocabulary.kinds.values() if kind.symmetric and kind.cameo),
        "longest": max(key.count(" ") + 1 for key in meanings),
        "single": frozenset(key for key in meanings if " " not in key),
        "beginnings": frozenset(begun for key in meanings for begun in _beginnings(key)),
        **{
            listed: frozenset(data[listed])
            for listed in ("states", "acting", "outlooks", "forecasts", "previous", "persons")
        },
        "pron": frozenset(key for key in meanings if " " not in key and any(m[0] == "pron" for m in meanings[key])),
    }


def _beginnings(words: str) -> Iterator[str]:
    parts = words.split(" ")
    for n in range(1, len(parts) + 1):
        yield " ".join(parts[:n])


def _add(meanings: list[Meaning], meaning: Meaning) -> None:
    if meaning not in meanings:
        meanings.append(meaning)


def skeleton(words: str) -> str:
    """Return words without those that may come and go."""
    return " ".join(w for w in cut(words) if w not in DROPPED) or " ".join(cut(words))


def _grammar(data: Mapping[str, Any], irregular: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, Meaning]]:
    from communique.schemas.inflection import noun_forms, verb_forms

    for type_ in _PLAIN:
        for words in data[type_]:
            for said in [words.replace("*", day) for day in data["that_day"]] if "*" in words else [words]:
                yield said, (type_, said, "")
    for nouns, (type_, form) in _NOMINAL.items():
        for words in data[nouns]:
            for spelling in noun_forms(words):
                yield spelling, (type_, words, form)
    for word, unit in data["units"].items():
        yield word, ("unit", unit, "")
    for listed, type_ in _VERBAL.items():
        for words in data[listed]:
            for form, spelling in [("base", words)] if type_ == "be" else verb_forms(words, irregular):
                if type_ != "light" or words not in data["patients"] or form not in ("base", "s"):  # "target" is a noun
                    yield spelling, (type_, words, form)


def _intended(codes: Mapping[str, str]) -> dict[str, str]:
    """Return the code of the intention by the code of the act: 'Express intent to mediate' by 'Mediate'."""
    by_name = {name.casefold(): code for code, name in codes.items()}
    found = {}
    for code, name in codes.items():
        if name.startswith(_INTENT) and (act := by_name.get(name.removeprefix(_INTENT).casefold())):
            found[act] = code
    return found
