"""Questions about a thing and not an act: offices, where a place lies, what somebody is called, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.asked import Asked
from communique.queries.ask.chunks import Chunk, Phrase, Verb
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Named, Read, Reader
from communique.queries.ask.question import Acts, Mention, Party, Question
from communique.queries.ask.windows import put_date


def thing_questions(asked: Asked, rest: list[Chunk], reader: Reader, *, truth: bool) -> Iterator[Question]:
    """Questions about a thing and not an act: who holds an office, where a place lies, what it is called."""
    reads = [reader.read(c) for c in rest if isinstance(c, Phrase)]
    verbs = [c for c in rest if isinstance(c, Verb)]
    named = [n for r in reads for n in r.named]
    if any("located_in" in v.item.ids("attribute") for v in verbs) and asked.preposition == "in" and len(named) > 1:
        # "In which region of China does Guilin lie": the subject lies there, in a place of that sort.
        subject = [n for r in reads if not r.phrase.preposition for n in r.named]
        if len(subject) == 1 and "places" in asked.classes:
            yield Question("attribute", entities=subject[0].ids, attributes=("located_in",))
            return
    if asked.word == "":
        if not truth and len(named) == 1 and named[0].offices and not verbs:
            yield Question("office", entities=named[0].offices, acts=_dated(reads))
        persons = [n for n in named if n.ids and not n.offices]
        offices = [n for n in named if n.offices and not n.ids]
        if truth and len(persons) == len(offices) == 1 and len(named) == 2 and not verbs:
            held = (Party(("by",), (), offices[0].offices),)
            yield Question("holds", replace(_dated(reads), parties=held), entities=persons[0].ids)
        if truth and named and not any(v.item.has("kind") for v in verbs) and not reads[0].kinds:
            yield from _described(reads, reader)
        places = [n for n in named if n.places]
        if truth and len(places) == len(named) == 2 and not verbs:
            yield Question("within", entities=named[0].ids, acts=Acts(parties=(Party(("at",), named[1].ids),)))
        return
    only_light = all(v.item.has("light") or v.item.has("attribute") for v in verbs)
    if not only_light or any(r.kinds for r in reads):
        return
    extra = [m for r in reads for m in reader.other_mentions(r, units=False)]
    yield from _photos(asked, reads, named)
    if len(named) == 1 and named[0].ids and not extra and not _attributes_of(reads, verbs, asked):
        if asked.word in ("who", "what") and not asked.noun and not verbs and len(reads) == 1 and not asked.preposition:
            about = ("office", "described_as", "known_as")
            yield Question("attribute", entities=named[0].ids, attributes=about)
        stranded = rest[-1].words if isinstance(rest[-1], Item) else ""
        if "from" in (asked.preposition, stranded) and "states" in asked.classes and not verbs:
            yield Question("attribute", entities=named[0].ids, attributes=("nationality",))
    if (
        len(named) == 1
        and named[0].offices
        and not named[0].ids
        and asked.word in ("who", "which", "what")
        and not extra
    ):
        yield Question("office", entities=named[0].offices, acts=_dated(reads))
    attributes = [a for r in reads for a in r.attributes] + (asked.noun.attributes if asked.noun else [])
    if asked.word not in ("asks", "how many"):  # "how long lay": no place is asked for
        attributes += [a for v in verbs for a in v.item.ids("attribute")]
    belongs = bool(verbs) and "located_in" in verbs[-1].item.ids("attribute") and rest[-1] is not verbs[-1]
    inside = named and (reads[0].phrase.preposition == "in" or (belongs and isinstance(rest[-1], Phrase)))
    if "places" in asked.classes and inside and not extra:
        yield Question("inside", entities=named[0].ids, acts=Acts(words=named[0].words))
        return
    if "office" in attributes and named and asked.word in ("what", "which"):
        yield Question("offices", entities=named[0].ids, acts=_dated(reads))
    elif (
        attributes and named and not extra and set(attributes) & {"located_in", "known_as", "photo_by", "described_as"}
    ):
        of = tuple(i for n in named[1:] for i in n.ids)
        yield Question("attribute", entities=named[0].ids, attributes=tuple(attributes), of=of)
    if named and len(named) == 1 and "place" in named[0].tokens[0] and not extra and not verbs:
        if asked.word == "where" or (asked.preposition == "in" and "places" in asked.classes):
            yield Question("attribute", entities=named[0].ids, attributes=("located_in",))


def _described(reads: list[Read], reader: Reader) -> Iterator[Question]:
    """ "Are zones territorial airspace?": whether the words are said of the thing, or that they do not hold."""
    thing, *others = [n for r in reads for n in r.named]
    words = [(s, *(t for t in m.tokens if ":" not in t)) for r in reads for m in r.mentions for s in m.stems]
    if words and thing.ids:
        mentions = tuple(Mention(w[0], w) for w in words)
        yield Question("described", Acts(mentions=mentions), entities=thing.ids, number=float(len(others)))


def _photos(asked: Asked, reads: list[Read], named: list[Named]) -> Iterator[Question]:
    """Who is in a picture, and who took it."""
    pictured = [r for r in reads if "photo_by" in r.attributes]
    if not pictured and not (asked.noun and "photo_by" in asked.noun.attributes):
        return
    if pictured and pictured[0].phrase.preposition in ("in", "on") and asked.word in ("who", "which", "whom"):
        yield Question("having", attributes=("photo_by",), labels=asked.labels)
    else:
        yield Question("attribute", entities=tuple(i for n in named for i in n.ids), attributes=("photo_by",))


def _attributes_of(reads: list[Read], verbs: list[Verb], asked: Asked) -> bool:
    """Say whether a question names an attribute of a thing."""
    of_verbs = any(v.item.ids("attribute") for v in verbs)
    return of_verbs or any(r.attributes for r in reads) or bool(asked.noun and asked.noun.attributes)


def _dated(reads: list[Read]) -> Acts:
    acts = Acts()
    for read in reads:
        for date in read.dates:
            acts = put_date(acts, date, read.phrase.preposition)
    return acts
