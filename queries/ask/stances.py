"""Questions for where somebody stands: "China's position on Ukraine", "what view does X take of Y"."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.building import Building, near
from communique.queries.ask.chunks import Phrase, chunk
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Question
from communique.schemas.stems import stem_words

# What may stand between "what" and the noun: "what is the present Chinese position".
_BETWEEN = ("aux", "filler", "entity", "role", "possessive", "word", "asks")
_ON = ("on", "about", "regarding", "concerning", "toward", "towards", "over", "against")
# What takes a side besides the kinds that have a stance: calls and denials.
_CALLS = ("appeal", "call-for", "demand", "deny")


def stance_questions(items: list[Item], reader: Reader) -> list[Question]:
    """Return the questions for what somebody supports, criticizes, calls for or denies of a thing, else says of it.

    Nothing where items do not ask that: an office is held on nothing, so a position without "on" is none of these.
    """
    at = next((n for n, i in enumerate(items) if reader.lexicon.is_("stances", i.words)), None)
    if at is None and items and items[0].words == "where":
        at = next((n for n, i in enumerate(items) if i.words in ("stand", "stands", "stood")), None)
    if at is None or not items or items[0].words not in ("what", "which", "where", "how", items[at].words):
        return []
    if not all(i.type in _BETWEEN for i in items[1:at]):
        return []
    owned = any(i.type == "entity" for i in items[:at])
    on = next((n for n, i in enumerate(items) if n > at and i.words in ((*_ON, "of") if owned else _ON)), None)
    if on is None:
        return []
    acts = _acts_of(items, on, reader)
    if acts is None:
        return []
    return [
        Question("what", replace(acts, kinds=_sides(reader), words="taking a side")),
        Question("content", replace(acts, kinds=("say",)), rank=1),
    ]


def reaction_questions(items: list[Item], reader: Reader) -> list[Question]:
    """Return the question for the side that somebody took to a thing, where it is asked how somebody reacted to it."""
    at = next((n for n, i in enumerate(items) if "respond" in i.ids("kind")), None)
    if at is None or not all(i.type in _BETWEEN or i.words == "how" for i in items[1:at]):
        return []
    to = next((n for n, i in enumerate(items) if n > at and i.words in ("to", "on")), None)
    acts = _acts_of(items, to, reader) if to is not None and items[0].words in ("what", "how") else None
    return [Question("what", replace(acts, kinds=_sides(reader), words="taking a side"), rank=8)] if acts else []


def _sides(reader: Reader) -> tuple[str, ...]:
    return (*(k for k, told in reader.lexicon.kinds.items() if told["stance"]), *_CALLS)


def _acts_of(items: list[Item], on: int, reader: Reader) -> Acts | None:
    """Return the acts of whom stands before a preposition that have to do with what stands after it."""
    subject = [i for i in items[:on] if i.type in ("entity", "role", "possessive", "and")]
    named = [n for n in reader.read(Phrase(subject)).named if n.ids or n.offices]
    building = Building(reader, ())
    for phrase in chunk(items[on + 1 :], reader.lexicon):
        if isinstance(phrase, Phrase):
            near(building, reader.read(phrase))
    about = tuple(replace(m, stems=m.stems or tuple(stem_words(m.words))) for m in building.mentions)
    if not named or not about:
        return None
    parties = tuple(replace(reader.party(n, ("by",)), tokens=()) for n in named)
    return Acts(parties=parties, mentions=tuple(dict.fromkeys(about)))
