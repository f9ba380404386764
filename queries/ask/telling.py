"""Questions for articles or who publishes them by what they tell: "which articles mention X", "in which is it told"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.building import Building, near
from communique.queries.ask.chunks import Chunk, Phrase, Verb, chunk
from communique.queries.ask.clause import read_clause
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Mention, Question
from communique.schemas.stems import stem, stem_words

# What leaves some out, or takes others in: no set of articles that tell one thing.
TURNING = ("not", "no", "without", "or", "neither", "nor", "only", "except", "besides", "never")
_AFTER = ("of", "about", "on", "to", "with", "that", "regarding", "concerning")


def telling_questions(items: list[Item], reader: Reader) -> list[Question]:
    """Return the questions for the articles that tell something, if items ask that.

    With `roles` say or deny only those count that say or deny it; `units` says that their number is asked for,
    `attributes` whether the first or the last that was published.
    """
    at = next((n for n, i in enumerate(items[:2]) if i.words in ("which", "what", "how many")), None)
    noun = next((n for n, i in enumerate(items) if at is not None and n > at and not _passes(i)), None)
    verbs = _verbs_after(items[noun], reader) if noun is not None else frozenset()
    told = _told(items[noun + 1 :], verbs, last=bool(at)) if noun is not None and verbs else None
    if at is None or noun is None or told is None:
        return []
    verb, rest, before = told
    turning = [i for i in [*before, *rest] if i.type in TURNING or i.words in TURNING]
    denied = [i for i in turning if i in rest and i.type in ("not", "no")]
    chunks = chunk([i for i in rest if i not in denied], reader.lexicon)
    said = not at and any(isinstance(c, Verb) for c in chunks) and any(isinstance(c, Phrase) for c in chunks)
    if said and items[noun].words in reader.lexicon.grammar["publishers"] and not items[noun].words.endswith("s"):
        return []  # one newspaper that says something can be a voice in an article of another
    if turning and not (said and turning == denied and len(denied) == 1):
        word = turning[0].type if turning[0].type in TURNING else turning[0].words
        return [Question("articles", Acts(mentions=(Mention(word, stems=(word,)),)))]
    denying = bool(denied) != bool(verb and "deny" in verb.ids("kind"))
    asked = Question(
        "articles",
        roles=("deny",) if denying else ("say",) if said else (),
        units=("article",) if items[at].words == "how many" else (),
        attributes=tuple(str(i.value) for i in [*items[at:noun], *before] if i.type == "order"),
        number=next((i.number for i in items[at:noun] if i.type == "number"), None),
    )
    return [replace(asked, acts=acts) for acts in _acts(chunks, reader)]


def _passes(item: Item) -> bool:
    return item.type in ("filler", "number", "order") or item.words == "news"


def _verbs_after(noun: Item, reader: Reader) -> frozenset[str]:
    """Return the stems of what articles do, or who publishes them; none after other nouns."""
    grammar = reader.lexicon.grammar
    if noun.words in grammar["articles"] or (noun.words in grammar["publishers"] and noun.words.endswith("s")):
        return grammar["telling"] | grammar["voicing"]
    return grammar["telling"] if noun.words in grammar["publishers"] else frozenset()


def _told(items: list[Item], verbs: frozenset[str], *, last: bool) -> tuple[Item | None, list[Item], list[Item]] | None:
    """Return the verb of telling, what is told, and what stands before the verb; nothing where there is none."""
    at = next((n for n, i in enumerate(items) if i.type not in ("aux", "filler", "order", "not")), None)
    if at is None:
        return None
    if last:
        end = next((n for n in range(len(items) - 1, at, -1) if _stem(items[n]) in verbs), None)
        return (items[end], items[at:end], items[:at]) if end is not None else None
    if at and items[at].words in ("about", "on"):
        return None, items[at + 1 :], items[:at]
    rest = items[at + 1 :]
    if _stem(items[at]) not in verbs or not rest:
        return None
    return items[at], rest[1:] if rest[0].words in _AFTER else rest, items[:at]


def _stem(item: Item) -> str:
    word = item.words.partition(" ")[0]
    return stem(word) if word.isalpha() else ""


def _acts(chunks: list[Chunk], reader: Reader) -> Iterator[Acts]:
    """Yield the acts that are told of; without a deed, all near which the things stand that are named."""
    clauses = [c for c in read_clause(chunks, reader) if c.kinds]
    yield from (replace(clause.acts, soft=()) for clause in clauses)
    if not clauses:
        building = Building(reader, ())
        for phrase in [c for c in chunks if isinstance(c, Phrase)]:
            near(building, reader.read(phrase))
        if building.mentions:
            yield Acts(
                mentions=tuple(replace(m, stems=m.stems or tuple(stem_words(m.words))) for m in building.mentions)
            )
