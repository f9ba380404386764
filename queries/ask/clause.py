"""One clause to acts: the main verb or noun gives the kinds, the places of the others give their roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.queries.ask.building import Building, leftovers, near, own_noun, place
from communique.queries.ask.chunks import Chunk, Phrase, Verb
from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Read, Reader
from communique.queries.ask.question import Acts, Mention
from communique.queries.ask.roles import object_roles, preposition_roles
from communique.schemas.stems import stem_words


@dataclass(slots=True)
class Clause:
    """A clause read: the acts it describes, and what a question about it may need."""

    acts: Acts
    kinds: tuple[str, ...] = ()
    passive: bool = False
    has_subject: bool = False
    statement: bool = False
    stranded: str = ""
    main: Verb | None = None
    details: Read | None = None
    attributes: tuple[str, ...] = ()
    reason: bool = False
    carried: bool = False
    ratio: float | None = None
    rank: int = 0
    bare: bool = False


# A phrase after one of these belongs to the noun before it: "relations between Putin and Xi".
_NEAR = (("wh", "when"), ("that", "that"), ("during", "during"), ("if", "if"), ("wh", "where"))
_SUBJECTS = ("about", "regarding", "concerning", "on", "of")
_ATTACHED = ("of", "between", "with", "against", "over", "among")


def read_clause(chunks: list[Chunk], reader: Reader) -> Iterator[Clause]:
    """Yield the readings of a clause, the likeliest main verb or noun first; "when S", "during X" stand near it."""
    at = next((n for n, c in enumerate(chunks) if isinstance(c, Item) and (c.type, c.words) in _NEAR), None)
    if not at:
        yield from _read_clause(chunks, reader)
        return
    around = Building(reader, ())
    for c in chunks[at:]:
        if isinstance(c, Phrase):
            near(around, reader.read(c))
        elif isinstance(c, Verb) and (c.item.has("kind") or c.item.type == "word"):
            around.mentions.append(verb_mention(c, reader))
    for clause in _read_clause(chunks[:at], reader):
        clause.acts = join_mentions(clause.acts, around.mentions)
        yield clause


def verb_mention(verb: Verb, reader: Reader) -> Mention:
    """Return a verb as words that must stand near, also one that is not known."""
    if verb.item.senses:
        return reader.kind_mention(verb.item)
    return Mention(verb.item.words, reader.lexicon.alike(verb.item.words), tuple(stem_words(verb.item.words)))


def _read_clause(chunks: list[Chunk], reader: Reader) -> Iterator[Clause]:
    reads = {id(c): reader.read(c) for c in chunks if isinstance(c, Phrase)}
    verbs = [c for c in chunks if isinstance(c, Verb)]
    for main in _main_verbs(verbs, chunks, reads):
        cognate = main is not None and any(_cognate(main, r, reader) for r in _objects(main, chunks, reads))
        if main is not None and main.item.has("kind") and not cognate and not _carries(main, chunks, reads):
            yield _verbal(main, chunks, reads, reader)
            if not main.item.has("light") and not _carrying(main, reads):
                continue
        nouns = list(_main_nouns(main, chunks, reads))
        carried = main is not None and main.item.has("kind") and not main.item.has("light")
        for noun in [*nouns, *([None] if not nouns or any(r.mentions for r in reads.values()) else [])]:
            clause = _nominal(main, noun, chunks, reads, reader)
            clause.carried = carried and not (main and noun and _cognate(main, reads[id(noun)], reader))
            clause.rank = 2 if noun is not None and noun.preposition and noun is not nouns[0] else 0
            yield clause


def _main_verbs(verbs: list[Verb], chunks: list[Chunk], reads: dict[int, Read]) -> list[Verb | None]:
    real = [v for v in verbs if v.item.has("kind")]
    if not real:
        return [verbs[0] if verbs else None]
    if len(verbs) > 1 and real[0] is verbs[0] and "say" in real[0].item.ids("kind"):
        return [real[0]]
    light = [v for v in real if v.item.has("light")]
    if verbs[0].item.has("light") and not verbs[0].item.has("kind") and len(real) == 1 and real[0] is verbs[-1]:
        return [real[0], verbs[0]]
    return [*(v for v in real if v not in light), *light, *([None] if not real else [])]


def _carrying(main: Verb, reads: dict[int, Read]) -> bool:
    """Say whether a verb can stand for taking part with something ("sent six bombers on the flight")."""
    return bool({"deploy", "contribute", "join", "attend"} & set(main.item.ids("kind")))


def _carries(main: Verb, chunks: list[Chunk], reads: dict[int, Read]) -> bool:
    """Say whether a verb only carries the noun after it ("took part in the flight")."""
    if not main.item.has("light"):
        return False
    return any(read.kinds for read in reads.values())


def _objects(main: Verb, chunks: list[Chunk], reads: dict[int, Read]) -> list[Read]:
    after = chunks[chunks.index(main) + 1 :]
    return [reads[id(c)] for c in after[:1] if isinstance(c, Phrase) and not c.preposition]


def _cognate(main: Verb, read: Read, reader: Reader) -> bool:
    """Say whether a verb only repeats what its object says: "fly their first joint patrol"."""
    kinds = set(main.item.ids("kind"))
    return bool(read.kind_ids and kinds) and all(
        kinds & set(reader.lexicon.kinds[k]["ancestors"]) - {k, "say"} for k in read.kind_ids
    )


def _main_nouns(main: Verb | None, chunks: list[Chunk], reads: dict[int, Read]) -> Iterator[Phrase]:
    at = chunks.index(main) if main in chunks and main is not None else -1
    phrases = [(n, c) for n, c in enumerate(chunks) if isinstance(c, Phrase) and reads[id(c)].kinds]
    bare = [(n, c) for n, c in phrases if not c.preposition]
    after = [c for n, c in bare if n > at]
    before = [c for n, c in bare if n < at]
    order = [*after, *before] if at >= 0 else [*before, *after]
    yield from order
    yield from (c for _, c in phrases if c.preposition)


def _verbal(main: Verb, chunks: list[Chunk], reads: dict[int, Read], reader: Reader) -> Clause:
    kinds = tuple(main.item.ids("kind"))
    building = Building(reader, kinds)
    if " " in main.item.words and not main.item.words.endswith("s"):
        building.acts = replace(building.acts, soft=tuple(stem_words(main.item.words)))
    at = next(n for n, c in enumerate(chunks) if c is main)
    subject_seen = False
    context: Read | None = None
    inside = False
    for n, c in enumerate(chunks):
        inside |= n > at and isinstance(c, Item) and c.type == "that"
        if inside and isinstance(c, Phrase):
            near(building, reads[id(c)])
        elif isinstance(c, Phrase):
            read = reads[id(c)]
            if context is not None and c.preposition in _ATTACHED and read.named and not read.kinds:
                for named in read.named:
                    building.mentions.append(reader.mention(named))
                leftovers(building, read)
                continue
            context = read if read.kinds else None
            if c.preposition in _SUBJECTS and not read.kinds and _plain_speech(kinds, c.preposition, reader):
                building.mentions.extend(reader.mention(named) for named in read.named)
                leftovers(building, read)
                continue
            if c.preposition:
                roles = preposition_roles(c.preposition, kinds, reader.lexicon, passive=main.passive)
            elif n < at:
                roles = object_roles(kinds, reader.lexicon) if main.passive else ("by",)
                if read.units and any(i.words == "the" for i in c.items):
                    building.acts = replace(building.acts, definite=True)
                subject_seen |= bool(
                    read.named or read.kinds or read.units or read.roles or read.classes or read.attributes
                )
            else:
                roles = object_roles(kinds, reader.lexicon)
                if n == at + 1 and (ending := main.item.words.rpartition(" ")[2]) in ("with", "to", "from"):
                    roles = tuple(dict.fromkeys([*preposition_roles(ending, kinds, reader.lexicon), *roles]))
            place(building, read, roles)
        elif isinstance(c, Verb):
            context = None
            if c is not main and (c.item.has("kind") or c.item.type == "word"):
                building.mentions.append(verb_mention(c, reader))
    clause = _finish(
        building, main, chunks, reads, raised=main.raised or any(v.raised for v in chunks if isinstance(v, Verb))
    )
    clause.kinds, clause.passive, clause.has_subject = kinds, main.passive, subject_seen
    clause.statement = any(reader.lexicon.kinds[k]["statement"] for k in kinds)
    return clause


def _nominal(
    main: Verb | None, noun: Phrase | None, chunks: list[Chunk], reads: dict[int, Read], reader: Reader
) -> Clause:
    own = reads[id(noun)] if noun is not None else None
    kinds = own.kind_ids if own else ()
    building = Building(reader, kinds)
    at = next((n for n, c in enumerate(chunks) if c is main), -1)
    noun_at = next((n for n, c in enumerate(chunks) if c is noun), -1)
    subject_seen = False
    passive = bool(main and main.passive)
    if main is not None and noun is None and set(main.item.ids("light")) & reader.lexicon.grammar["carrying"]:
        building.mentions.append(verb_mention(main, reader))
    for n, c in enumerate(chunks):
        if isinstance(c, Verb) and ((c is not main and c.item.has("kind")) or c.item.type == "word"):
            building.mentions.append(verb_mention(c, reader))
            if noun is None and c.item.type == "word":
                building.acts = replace(building.acts, own=tuple(stem_words(c.item.words)))
        if not isinstance(c, Phrase):
            continue
        read = reads[id(c)]
        if c is noun:
            own_noun(building, read)
        elif c.preposition:
            after_noun = noun_at >= 0 and n == noun_at + 1
            roles = preposition_roles(c.preposition, kinds, reader.lexicon, passive=passive, noun=after_noun)
            place(building, read, roles)
        else:
            is_subject = n < at or (n < noun_at and (at < 0 or passive))
            subject_seen |= is_subject and bool(
                read.named or read.units or read.roles or read.classes or read.attributes
            )
            roles = ("by",) if is_subject or noun is None or at < 0 else ("by", *object_roles(kinds, reader.lexicon))
            if n > at >= 0 and main is not None and main.item.type == "raising" and main.item.words.endswith(" at"):
                roles = object_roles(kinds, reader.lexicon)  # "was the flight aimed at Japan"
            if noun is None:
                roles = ("by", "to", "toward", "affects", "about", "at") if not is_subject or main is None else ("by",)
            place(building, read, roles)
    clause = _finish(building, main, chunks, reads, raised=any(v.raised for v in chunks if isinstance(v, Verb)))
    clause.kinds, clause.passive = kinds, passive
    clause.has_subject, clause.bare = subject_seen, main is None and not kinds
    clause.statement = any(reader.lexicon.kinds[k]["statement"] for k in kinds)
    return clause


def _plain_speech(kinds: tuple[str, ...], preposition: str, reader: Reader) -> bool:
    """Say whether what stands after "about" is only the subject of these statements, and not their target."""
    about = [reader.lexicon.kinds[k] for k in kinds]
    return bool(about) and all(a["statement"] and a["prepositions"].get(preposition) != "toward" for a in about)


def _finish(
    building: Building, main: Verb | None, chunks: list[Chunk], reads: dict[int, Read], *, raised: bool
) -> Clause:
    preposition = next((c.words for c in reversed(chunks) if isinstance(c, Item) and c.type == "prep"), "")
    for c in chunks:
        if isinstance(c, Item) and c.type in ("word", "no"):
            building.mentions.extend(building.reader.read(Phrase([c])).mentions)
        if isinstance(c, Item) and c.type == "order" and isinstance(c.value, str):
            building.acts = replace(building.acts, order=c.value)
    attributes = tuple(main.item.ids("attribute")) if main else ()
    detail = next(
        (r for r in reads.values() if r.units or r.attributes or (r.number is not None and not r.classes)), None
    )
    acts = replace(
        building.acts,
        kinds=building.kinds,
        parties=tuple(dict.fromkeys(building.parties)),
        mentions=tuple(dict.fromkeys(building.mentions)),
        modal=raised,
    )
    reason = any(r.reason for r in reads.values())
    ratio = next((r.ratio for r in reads.values() if r.ratio is not None), None)
    return Clause(
        acts, stranded=preposition, main=main, details=detail, attributes=attributes, reason=reason, ratio=ratio
    )


def join_mentions(acts: Acts, mentions: Iterable[Mention]) -> Acts:
    """Return the acts with more words that must stand near."""
    return replace(acts, mentions=tuple(dict.fromkeys([*acts.mentions, *mentions])))
