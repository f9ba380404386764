"""Questions for an office or who holds it, in whatever words: "which offices does X combine", "who runs Y"."""

from __future__ import annotations

from communique.queries.ask.asked import Asked
from communique.queries.ask.elements import Element
from communique.queries.ask.items import BE, Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.windows import put_date
from communique.schemas.stems import stem_words

# Whom a body is led by, by what its name ends in.
_LEADING = {s for word in ("commander", "head", "director", "chief", "chairman") for s in stem_words(word)}
_LEAST = 3
# What ends the name of an office.
_ENDS = ("wh", "that", "date", "comma", "during", "before", "after", "aux")
_HEADS = {"ministry": "minister", "department": "secretary", "government": "prime minister"}


def office_questions(asked: Asked, elements: list[Element], items: list[Item], reader: Reader) -> list[Question]:
    """Return the question for an office, where nothing else is told than a person or body, a date, and plain words."""
    told = [e for e in elements if not (e.plain or e.aside or e.date) and "attribute:office" not in e.tokens]
    acts = Acts()
    for element in elements:
        if element.date is not None:
            acts = put_date(acts, element.date, "in")
    asks_office = asked.noun is not None and "office" in asked.noun.attributes
    asks_office |= asked.word == "what" and any("attribute:office" in e.tokens for e in elements)
    people = [e for e in told if e.person]
    others = [e for e in told if e not in people]
    if asks_office and len(people) == 1 and all(_is_state(e, reader) for e in others):
        return [Question("offices", acts, entities=tuple(i for i in people[0].ids if reader.is_person(i)))]
    at_head = [e for e in elements if e.verb and any(reader.lexicon.is_("leading", s) for s in e.stems)]
    leading = [e for e in elements if "kind:lead" in e.tokens or e in at_head]
    bodies = [e for e in told if e not in leading]
    if (
        (asked.word == "who" or "Person" in asked.labels)
        and leading
        and bodies
        and (heads := heads_of([e.words for e in bodies], reader))
    ):
        return [Question("office", acts, entities=heads)]
    if named := offices_named(items, reader.lexicon):
        if any(i.type == "that" or i.words == "who" for i in items[2:]):  # who held it, and did something
            return [Question("thing", labels=("Person",), offices=named, number=1)]
        return [Question("office", acts, entities=named)]
    timed = any(e.aside and e.date is None for e in elements) and any(e.date for e in elements)
    offices = tuple(i for what, i, _ in reader.lexicon.lookup(told[0].words) if what == "office") if told else ()
    if asked.word == "who" and timed and len(told) == 1 and offices and not leading:
        return [Question("office", acts, entities=offices)]  # "who was president when X came in 2023"
    return []


def offices_named(items: list[Item], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the offices that "who was ..." names, by a name of theirs or by words that only their names have."""
    if len(items) < _LEAST or items[0].words != "who" or items[1].words not in BE:
        return ()
    end = next((n for n, i in enumerate(items) if n > 1 and i.type in _ENDS), len(items))
    for stop in range(end, 2, -1):
        if any(i.words == "to" for i in items[2:end]) and any(i.type == "entity" for i in items[stop:end]):
            break  # "the ambassador of X to Y" is none of X alone
        words = " ".join(i.words for i in items[2:stop] if i.type != "filler").replace(" 's", "'s")
        if found := tuple(i for what, i, _ in lexicon.lookup(words) if what == "office"):
            return found
        if sum(any(lexicon.states.get(a) == a for a in i.ids("actor", "demonym")) for i in items[2:stop]) > 1:
            continue  # which of two states sends somebody, words alone do not tell
        named = [i.words for i in items[2:stop] if i.type not in ("filler", "prep", "possessive")]
        stems = {s for word in named for s in stem_words(word)}
        fitting = [o for o, own in lexicon.office_stems.items() if _of_words(stems, set(own), lexicon)]
        if len(named) > 1 and len(fitting) == 1:
            return tuple(fitting)
    return ()


def _of_words(stems: set[str], own: set[str], lexicon: Lexicon) -> bool:
    return all(s in own or not own.isdisjoint(lexicon.synonyms.get(s, ())) for s in stems)


def _is_state(element: Element, reader: Reader) -> bool:
    return bool(element.ids) and all(reader.lexicon.states.get(i) == i for i in element.ids)


def heads_of(bodies: list[str], reader: Reader) -> tuple[str, ...]:
    """Return the offices of who leads a body: of the Russian Defense Ministry, the Russian defense minister."""
    body = " ".join(bodies)
    for whole, head in _HEADS.items():
        if whole in body and len(bodies) == 1:
            words = body.replace(whole, head)
            return tuple(i for what, i, _ in reader.lexicon.lookup(words) if what == "office")
    stems = set(stem_words(body.replace("'s", "")))
    if len(stems) < _LEAST:
        return ()
    offices = reader.lexicon.office_stems.items()
    fitting = [o for o, own in offices if not _LEADING.isdisjoint(own) and _of_words(stems, set(own), reader.lexicon)]
    return tuple(fitting) if len(fitting) == 1 else ()
