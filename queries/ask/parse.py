"""English to typed questions: what is asked for, of which acts; several readings, the most natural first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.queries.ask.chunks import Chunk, Phrase, Verb, chunk
from communique.queries.ask.clause import CLASS_LABELS, Clause, loosened, read_clause
from communique.queries.ask.items import AUXILIARIES, Item, read_items
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Named, Read, Reader
from communique.queries.ask.openings import open_plainly
from communique.queries.ask.question import Acts, Mention, Party, Question
from communique.queries.ask.roles import object_roles, preposition_roles
from communique.queries.ask.windows import put_date
from communique.schemas.quantities import show_number

LABELS = {**CLASS_LABELS, "sources": ("Organization",)}
_SAYING = ("say", "claim", "report", "announce", "assess", "predict", "expect", "quote", "confirm", "inform", "comment")


@dataclass(slots=True)
class Asked:
    """What is asked for: the wh-word, the noun phrase after it, the preposition before it."""

    word: str = ""
    noun: Read | None = None
    preposition: str = ""

    @property
    def classes(self) -> list[str]:
        """The classes of the noun: states, places, times ..."""
        return self.noun.classes if self.noun else []

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that an answer must have."""
        if self.noun and self.noun.roles:
            bodies = {"ministry", "foreign ministry", "defense ministry", "parliament", "military", "government"}
            return ("Organization",) if set(self.noun.roles) & bodies else ("Person",)
        return next((LABELS[c] for c in self.classes if c in LABELS), ())


_SUGGESTING = ("suggest", "suggests", "suggested", "imply", "implies", "indicate", "indicates", "reveal", "reveals")
_BESIDES = ("besides", "except", "other than", "apart from", "aside from", "in addition to", "excluding")
_VIEWS = ("view", "opinion", "words", "eyes", "judgment", "judgement", "assessment", "account")


class Parser:
    """Parses questions with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.reader = Reader(lexicon)
        self.asks_truth = False
        self.source_labels: tuple[str, ...] = ()

    def parse(self, text: str) -> list[Question]:
        """Return the readings of a question; none where it has no shape that is known."""
        return self._parse(open_plainly(read_items(text, self.lexicon)))

    def parse_all(self, text: str) -> list[list[Question]]:
        """Return the readings of each question in a text: "who criticized X, and when" are two of the same acts."""
        items = open_plainly(read_items(text, self.lexicon))
        at = next((n for n in range(2, len(items) - 1) if _joins_question(items, n)), None)
        if at is None:
            return [self._parse(items)]
        head = items[: at - 1] if items[at - 1].type == "comma" else items[:at]
        first, tail = self._parse(head), items[at + 1 :]
        if len(tail) == 1 or (len(tail) == 2 and tail[0].type == "prep"):
            wanted = tail[-1].words
            form = {"when": "date", "where": "place", "why": "reason"}.get(wanted)
            if form:
                return [first, [Question(form, q.acts) for q in first]]
            if tail[0].type == "prep" and wanted in ("whom", "who", "what"):
                second = [
                    Question("party", q.acts, roles=preposition_roles(tail[0].words, q.acts.kinds, self.lexicon))
                    for q in first
                ]
                return [first, second]
        return [first, self._parse(tail)]

    def _parse(self, items: list[Item]) -> list[Question]:
        self.asks_truth = bool(items) and (
            items[0].type == "truth" or items[0].words == "any" or items[0].words.split()[0] in AUXILIARIES
        )
        items = [i for i in items if i.type != "truth"]
        if first := self._which_first(items):
            return first
        items, excluded = self._besides(items)
        if excluded:
            asked = self._parse(items)
            return [replace(q, entities=(*q.entities, *excluded)) for q in asked if q.form == "party"]
        items, speakers, source = self._according(items)
        items, sides = _pivot(items)
        chunks = chunk(items, self.lexicon)
        if sides and sides[0] == "order":
            return list(self._orders(chunks, chunk(sides[1], self.lexicon)))
        readings = list(self._readings(chunks, source))
        if sides:
            readings = [q for q in readings for q in self._with_pivot(q, sides)]
        if speakers:
            readings = [replace(q, acts=replace(q.acts, speakers=(*q.acts.speakers, *speakers))) for q in readings]
        readings += [r for q in readings if (r := self._neutral(q)) is not None]
        for question in list(readings):
            if question.form != "truth" and (acts := loosened(question.acts)) is not None:
                readings.append(replace(question, acts=acts, rank=question.rank + 5))
        return sorted(dict.fromkeys(readings), key=lambda q: q.rank)

    def _neutral(self, question: Question) -> Question | None:
        """Return the question with a neutral verb of reporting read as any way of saying."""
        kinds = question.acts.kinds
        if question.form not in ("content", "truth", "party", "what") or not kinds or kinds == ("say",):
            return None
        if not set(kinds) <= set(_SAYING) or not question.acts.parties:
            return None
        return replace(question, acts=replace(question.acts, kinds=("say",)), rank=2)

    def _which_first(self, items: list[Item]) -> list[Question]:
        """Read "which came first, A or B"."""
        comma = next((n for n, i in enumerate(items) if i.type == "comma"), None)
        order = next((i.value for i in items[: comma or 0] if i.type == "order"), None)
        either = next((n for n, i in enumerate(items) if comma and n > comma and i.type == "or"), None)
        if comma is None or either is None or order not in ("first", "last", "previous", "next"):
            return []
        one, other = items[comma + 1 : either], items[either + 1 :]
        words = tuple(" ".join(i.words for i in part if i.words != "the").replace(" 's", "'s") for part in (one, other))
        head = [i for i in items[:comma] if i.type not in ("order", "wh", "aux") and not i.has("light")]
        if order in ("last", "next"):
            words = words[::-1]
        return [
            Question("came_first", replace(a.acts, order=""), other=b.acts, words=words)
            for a in read_clause(chunk([*one, *head], self.lexicon), self.reader)
            for b in read_clause(chunk([*other, *head], self.lexicon), self.reader)
        ]

    def _besides(self, items: list[Item]) -> tuple[list[Item], list[str]]:
        """Take "besides X" out of a question; return the ids that are not meant."""
        at = next((n for n, i in enumerate(items) if i.words in _BESIDES), None)
        if at is None:
            return items, []
        stop = at + 1
        while stop < len(items) and items[stop].type in ("filler", "entity", "and", "prep"):
            stop += 1
        read = self.reader.read(Phrase([i for i in items[at + 1 : stop] if i.type != "prep"]))
        rest = [*items[:at], *items[stop:]]
        while rest and rest[0].type == "comma":
            rest = rest[1:]
        return rest, [i for n in read.named for i in n.ids]

    def _according(self, items: list[Item]) -> tuple[list[Item], list[Party], bool]:
        """Take "according to X" out of a question; say whether it is what is asked."""
        at = next((n for n, i in enumerate(items) if i.type == "according"), None)
        if at is None:
            return self._view(items)
        stop = at + 1
        if stop < len(items) and items[stop].type == "wh":
            stop += 1
            self.source_labels = ()
            while stop < len(items) and items[stop].type in ("class", "thing", "role"):
                self.source_labels = Asked(noun=self.reader.read(Phrase([items[stop]]))).labels
                stop += 1
            return items[:at] + items[stop:], [], True
        while stop < len(items) and items[stop].type in ("filler", "entity", "role", "possessive", "and", "class"):
            stop += 1
        read = self.reader.read(Phrase(items[at + 1 : stop]))
        parties = [self.reader.party(n, ("by",)) for n in read.named]
        if not parties and read.classes and read.classes[0] in CLASS_LABELS:
            parties = [Party(("by",), (), (), read.phrase.words, CLASS_LABELS[read.classes[0]])]
        before = items[: at - 1] if at and items[at - 1].type == "comma" else items[:at]
        return [*before, *items[stop:]], parties, False

    def _view(self, items: list[Item]) -> tuple[list[Item], list[Party], bool]:
        """Take "in X's view" out of a question."""
        stop = next((n for n, i in enumerate(items) if i.words in _VIEWS), None)
        if stop is None:
            return items, [], False
        start = next((n for n in range(stop, -1, -1) if items[n].words == "in"), None)
        read = self.reader.read(Phrase(items[start + 1 : stop])) if start is not None else None
        if start is None or read is None or not read.named:
            return items, [], False
        parties = [self.reader.party(n, ("by",)) for n in read.named]
        head, tail = items[:start], items[stop + 1 :]
        head = head[:-1] if head and head[-1].type == "comma" else head
        return [*head, *(tail[1:] if tail and tail[0].type == "comma" else tail)], parties, False

    def _with_pivot(self, question: Question, sides: tuple[str, list[Item]]) -> Iterator[Question]:
        side, items = sides
        for clause in read_clause(chunk(items, self.lexicon), self.reader):
            match side:
                case "before":
                    acts = replace(question.acts, before=clause.acts)
                case "after":
                    acts = replace(question.acts, after=clause.acts)
                case _:
                    acts = replace(question.acts, same=clause.acts)
            yield replace(question, acts=acts)

    def _orders(self, first: list[Chunk], second: list[Chunk]) -> Iterator[Question]:
        for one in read_clause(first, self.reader):
            for other in read_clause(second, self.reader):
                yield Question("order", one.acts, other=other.acts)

    def _readings(self, chunks: list[Chunk], source: bool) -> Iterator[Question]:
        asked, rest = self._asked(chunks)
        if source:
            for clause in read_clause(rest, self.reader):
                yield self._detailed(Question("source", clause.acts, labels=self.source_labels), clause)
            return
        yield from self._suggesting(asked, rest)
        yield from self._attached(asked, chunks)
        yield from self._described(asked, rest)
        yield from self._reply(asked, rest)
        yield from self._things(asked, rest)
        embedded = list(self._embedded(asked, rest))
        yield from embedded
        if any(q.acts.kinds and q.acts.parties for q in embedded):
            return
        for clause in read_clause(rest, self.reader):
            yield from self._formed(asked, clause, rest)

    def _asked(self, chunks: list[Chunk]) -> tuple[Asked, list[Chunk]]:
        at = next((n for n, c in enumerate(chunks) if isinstance(c, Item) and c.type in ("wh", "asks")), None)
        if at is None:
            return Asked(), chunks
        item = chunks[at]
        assert isinstance(item, Item)
        asked_then_aux = at + 1 < len(chunks) and _is_item(chunks[at + 1], "aux")
        chunks = [c for c in chunks if not _is_item(c, "aux")]
        start, stop = at, at + 1
        preposition = ""
        if at and isinstance(chunks[at - 1], Item) and chunks[at - 1].type == "prep":  # type: ignore[union-attr]
            start, preposition = at - 1, chunks[at - 1].words  # type: ignore[union-attr]
        noun = None
        if item.type == "asks":
            return Asked("asks", Read(Phrase([item]), attributes=item.ids("attribute")), preposition), [
                *chunks[:start],
                *chunks[stop:],
            ]
        following = chunks[stop] if stop < len(chunks) and not asked_then_aux else None
        if (
            item.words in ("which", "what", "how many", "whose")
            and isinstance(following, Phrase)
            and not following.preposition
            and following.items[0].words != "the"
        ):
            noun = self.reader.read(following)
            if _useful(noun, item.words):
                return Asked(item.words, noun, preposition), [*chunks[:start], *chunks[stop + 1 :]]
            noun = None
        return Asked(item.words, noun, preposition), [*chunks[:start], *chunks[stop:]]

    def _reply(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """ "In reply to what did X ..."""
        for n, c in enumerate(rest):
            if (
                isinstance(c, Phrase)
                and c.preposition == "in"
                and any("respond" in i.ids("kind") for i in c.items)
                and asked.preposition == "to"
                and asked.word in ("what", "whom", "who", "which")
            ):
                for clause in read_clause(rest[:n] + rest[n + 1 :], self.reader):
                    form = "reply" if asked.word in ("what", "which") else "replied"
                    yield Question(form, clause.acts)

    def _suggesting(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """ "What does X's report suggest": what is inferred from it."""
        verb = next((c for c in rest if isinstance(c, Verb) and c.item.words.split()[0] in _SUGGESTING), None)
        if verb is None or asked.word != "what":
            return
        subject = rest[: rest.index(verb)]
        for clause in read_clause(subject, self.reader):
            if clause.kinds:
                yield Question("suggests", clause.acts)

    def _attached(self, asked: Asked, chunks: list[Chunk]) -> Iterator[Question]:
        """ "An attack on what ...": the wh-word belongs to the noun before it."""
        at = next((n for n, c in enumerate(chunks) if _is_item(c, "wh")), 0)
        if at < 2 or asked.preposition not in ("on", "against", "of", "about", "to", "toward", "towards"):
            return
        noun = chunks[at - 2]
        if not isinstance(noun, Phrase) or noun.preposition or not self.reader.read(noun).kinds:
            return
        _, rest = self._asked(chunks)
        for clause in read_clause([c for c in rest if not isinstance(c, Verb)], self.reader):
            if clause.kinds == self.reader.read(noun).kind_ids:
                verbs = [self.reader.kind_mention(c.item) for c in rest if isinstance(c, Verb) and c.item.has("kind")]
                acts = replace(clause.acts, mentions=(*clause.acts.mentions, *verbs), modal=True)
                yield Question("party", acts, roles=preposition_roles(asked.preposition, acts.kinds, self.lexicon))

    def _described(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """ "How did X describe Y", "what did X call Y": the descriptions of Y that X gave."""
        verb = next((c for c in rest if isinstance(c, Verb) and "described_as" in c.item.ids("attribute")), None)
        if verb is None or asked.word not in ("how", "what", "who", "which"):
            return
        at = rest.index(verb)
        if asked.word in ("who", "which"):
            if not any(isinstance(c, Phrase) for c in rest[:at]) and not verb.passive:
                for clause in read_clause(rest[at + 1 :], self.reader):
                    yield Question("source", clause.acts, attributes=("described_as",), labels=asked.labels)
            return
        subject = [n for c in rest[:at] if isinstance(c, Phrase) for n in self.reader.read(c).named]
        speakers = tuple(self.reader.party(n, ("by",)) for n in subject)
        for clause in read_clause(rest[at + 1 :], self.reader):
            acts = replace(clause.acts, speakers=speakers)
            yield Question("detail", acts, attributes=("described_as",))

    def _things(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """Questions about a thing and not an act: who holds an office, where a place lies, what it is called."""
        reads = [self.reader.read(c) for c in rest if isinstance(c, Phrase)]
        verbs = [c for c in rest if isinstance(c, Verb)]
        named = [n for r in reads for n in r.named]
        if asked.word == "":
            if not self.asks_truth and len(named) == 1 and named[0].offices and not verbs:
                yield Question("office", entities=named[0].offices, acts=_dated(reads))
            persons = [n for n in named if n.ids and not n.offices]
            offices = [n for n in named if n.offices and not n.ids]
            if self.asks_truth and len(persons) == len(offices) == 1 and len(named) == 2 and not verbs:
                held = (Party(("by",), (), offices[0].offices),)
                yield Question("holds", replace(_dated(reads), parties=held), entities=persons[0].ids)
            places = [n for n in named if n.places]
            if self.asks_truth and len(places) == len(named) == 2 and not verbs:
                yield Question("within", entities=named[0].ids, acts=Acts(parties=(Party(("at",), named[1].ids),)))
            return
        only_light = all(v.item.has("light") or v.item.has("attribute") for v in verbs)
        if not only_light or any(r.kinds for r in reads):
            return
        extra = [m for r in reads for m in self.reader.other_mentions(r, units=False)]
        yield from self._photos(asked, reads, named)
        if len(named) == 1 and named[0].ids and not extra and not attributes_of(reads, verbs, asked):
            if (
                asked.word in ("who", "what")
                and not asked.noun
                and not verbs
                and len(reads) == 1
                and not asked.preposition
            ):
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
        attributes += [a for v in verbs for a in v.item.ids("attribute")]
        belongs = bool(verbs) and "located_in" in verbs[-1].item.ids("attribute") and rest[-1] is not verbs[-1]
        inside = named and (reads[0].phrase.preposition == "in" or (belongs and isinstance(rest[-1], Phrase)))
        if "places" in asked.classes and inside and not extra:
            yield Question("inside", entities=named[0].ids, acts=Acts(words=named[0].words))
            return
        if "office" in attributes and named and asked.word in ("what", "which"):
            yield Question("offices", entities=named[0].ids, acts=_dated(reads))
        elif (
            attributes
            and named
            and not extra
            and set(attributes) & {"located_in", "known_as", "photo_by", "described_as"}
        ):
            yield Question("attribute", entities=named[0].ids, attributes=tuple(attributes))
        if named and len(named) == 1 and "place" in named[0].tokens[0] and not extra and not verbs:
            if asked.word == "where" or (asked.preposition == "in" and "places" in asked.classes):
                yield Question("attribute", entities=named[0].ids, attributes=("located_in",))

    def _photos(self, asked: Asked, reads: list[Read], named: list[Named]) -> Iterator[Question]:
        """Who is in a picture, and who took it."""
        pictured = [r for r in reads if "photo_by" in r.attributes]
        if not pictured and not (asked.noun and "photo_by" in asked.noun.attributes):
            return
        if pictured and pictured[0].phrase.preposition in ("in", "on") and asked.word in ("who", "which", "whom"):
            yield Question("having", attributes=("photo_by",), labels=asked.labels)
        else:
            yield Question("attribute", entities=tuple(i for n in named for i in n.ids), attributes=("photo_by",))

    def _embedded(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """ "Who said that P", "with whom does X say P", "did X say that P"."""
        verbs = [n for n, c in enumerate(rest) if isinstance(c, Verb)]
        if not verbs:
            return
        first = rest[verbs[0]]
        assert isinstance(first, Verb)
        kinds = [k for k in first.item.ids("kind") if "say" in self.lexicon.kinds[k]["ancestors"]]
        if not kinds:
            return
        if asked.word in ("when", "where") or asked.preposition == "to" or "times" in asked.classes:
            return
        before, after = rest[: verbs[0]], rest[verbs[0] + 1 :]
        that = next((n for n, c in enumerate(after) if isinstance(c, Item) and c.type == "that"), None)
        if that is not None:
            heard, inner = after[:that], after[that + 1 :]
        else:
            heard, inner = [], after
        has_verb = any(isinstance(c, Verb) and not (c.item.has("light") and not c.item.has("kind")) for c in inner)
        if not has_verb and that is None:
            if asked.word in ("who", "which", "what") and not before and not first.passive:
                kinds = [] if set(kinds) <= set(_SAYING) else kinds
                objects = [c for c in inner if isinstance(c, Phrase)]
                if (
                    objects
                    and self.reader.read(objects[0]).kinds
                    and objects[0].preposition in ("", "on", "about", "of")
                ):
                    for clause in read_clause(inner, self.reader):
                        yield Question("source", clause.acts, labels=asked.labels, roles=tuple(kinds), rank=1)
            return
        subjects = [n for c in before if isinstance(c, Phrase) and not c.preposition for n in self.reader.read(c).named]
        addressees = [
            Party(("to",), n.ids, n.offices, n.words)
            for c in heard
            if isinstance(c, Phrase)
            for n in self.reader.read(c).named
        ]
        by = [self.reader.party(n, ("by",)) for n in subjects]
        if "accuse" in kinds and by and len(inner) > 1 and isinstance(inner[0], Phrase) and isinstance(inner[1], Verb):
            # "accuse X of doing Y": X does Y, according to the accuser.
            for clause in read_clause(inner, self.reader):
                yield from self._formed(asked, replace(clause, acts=replace(clause.acts, speakers=tuple(by))), inner)
        for clause in read_clause(inner, self.reader):
            if not clause.kinds and not clause.acts.parties and not clause.acts.mentions:
                continue
            if asked.word in ("who", "whom", "which", "what") and not by and not first.passive:
                acts = replace(clause.acts, words="")
                if (clause.kinds or (clause.details and clause.details.number)) and not addressees:
                    yield self._detailed(Question("source", acts, labels=asked.labels, roles=tuple(kinds)), clause)
            elif by and not addressees:
                acts = replace(clause.acts, speakers=tuple(by))
                inside = replace(clause, acts=acts)
                yield from self._formed(asked, inside, inner)

    def _formed(self, asked: Asked, clause: Clause, rest: list[Chunk]) -> Iterator[Question]:
        """Yield the question that the wh-word asks of a clause."""
        acts, word = clause.acts, asked.word
        classes = asked.classes
        if clause.carried and word != "how many":
            return
        if asked.noun and word != "asks":
            acts = self._about_noun(asked, acts, clause)
        if (asked.noun and asked.noun.reason) or word == "why" or (clause.reason and word in ("what", "which", "")):
            yield Question("reason", acts)
            if clause.reason and not acts.kinds and acts.parties:
                aims = replace(acts, modal=True, parties=tuple(replace(p, roles=("by",)) for p in acts.parties))
                yield Question("what", aims)
            return
        if asked.preposition in ("in light of", "of", "for") and word == "what" and _light_of(rest):
            yield Question("reason", _without(acts, "light"))
            return
        if word == "" and not self.asks_truth:
            yield from self._named_thing(clause, acts, rest)
            return
        if word == "":
            ratio = clause.ratio
            dated = acts.parties or acts.windows or acts.month or acts.weekday or acts.mentions
            if (acts.order or acts.number) and not dated:
                return
            if ratio is not None:
                yield Question("truth", replace(acts, mentions=()), number=ratio, comparator="ratio")
            elif acts.kinds or acts.mentions:
                yield self._detailed(Question("truth", acts), clause)
            return
        if word == "when" or "times" in classes:
            yield Question("date", acts)
        elif word == "asks" and asked.noun:
            yield Question("detail", acts, attributes=tuple(asked.noun.attributes))
        elif word == "how many" and asked.noun:
            yield from self._how_many(asked, acts, clause)
        elif word == "how" and clause.statement and not clause.attributes:
            if "respond" in acts.kinds:
                yield Question("content", acts)
            yield Question("detail", acts, attributes=("means",))
            yield Question("content", acts)
        elif word == "how":
            yield Question("detail", acts, attributes=clause.attributes or ("means", "described_as"))
        elif word == "where" or "places" in classes:
            sort = tuple(i.words.removesuffix("s") for i in asked.noun.phrase.of("class")) if asked.noun else ()
            yield Question("place", acts, units=sort, attributes=(asked.preposition,) if asked.preposition else ())
            if sort == ("area",):
                yield Question("topic", acts)
            if clause.passive:
                yield Question("party", acts, roles=object_roles(acts.kinds, self.lexicon))
        elif word in ("who", "whom", "whose") or asked.labels or "actors" in classes or "sources" in classes:
            yield from self._party(asked, acts, clause)
        elif "topics" in classes:
            yield Question("topic", acts)
        elif asked.noun and self._sort_of_craft(asked.noun, clause) and not asked.noun.kinds:
            if self._craft(asked.noun):
                yield Question("detail", acts, attributes=("model",), units=tuple(asked.noun.units))
            yield Question("detail", acts, attributes=tuple(asked.noun.attributes))
        elif word == "what" and "respond" in acts.kinds and "to" in (asked.preposition, clause.stranded):
            yield Question("reply", acts)
        elif asked.preposition in ("at", "during") and word in ("what", "which"):
            yield Question("during", acts)
        elif asked.noun and asked.noun.attributes == ["model"]:
            yield Question("detail", acts, attributes=("described_as",))
        elif asked.preposition or clause.stranded:
            if clause.statement and "about" in (asked.preposition, clause.stranded):
                yield Question("content", acts)
            if word != "what":
                yield from self._party(asked, acts, clause)
            yield Question("topic", acts)
            yield Question("what", acts)
        elif word in ("what", "which"):
            spoken = asked.noun.kind_ids if asked.noun else ()
            if clause.statement and (not asked.noun or any(self.lexicon.kinds[k]["statement"] for k in spoken)):
                yield Question("content", acts)
            if "located_in" in clause.attributes or "known_as" in clause.attributes:
                yield Question("detail", acts, attributes=clause.attributes)
            yield Question("what", acts)

    def _named_thing(self, clause: Clause, acts: Acts, rest: list[Chunk]) -> Iterator[Question]:
        """A noun phrase alone: a figure, a statement's content, or the acts themselves."""
        reads = [self.reader.read(c) for c in rest if isinstance(c, Phrase)]
        attributes = tuple(a for r in reads[:1] for a in r.attributes)
        attributes = ("model",) if "model" in attributes else attributes
        if attributes:
            yield Question("detail", acts, attributes=attributes)
        if clause.statement:
            yield Question("content", acts)
        yield Question("what", acts)

    def _about_noun(self, asked: Asked, acts: Acts, clause: Clause) -> Acts:
        """Let the noun that is asked for limit the acts too: "which joint flight", "how many H-6K bombers"."""
        noun = asked.noun
        assert noun is not None
        mentions = [*acts.mentions, *noun.mentions]
        if self._craft(noun) and asked.word != "how many":
            mentions += self.reader.other_mentions(noun)
        parties = list(acts.parties)
        for named in noun.named:
            if noun.kinds and named.words == noun.kinds[-1].words:
                continue
            parties.append(self.reader.party(named, ("by",)))
        kinds = acts.kinds
        light = clause.main is None or not clause.main.item.has("kind") or clause.main.item.has("light")
        if noun.kinds and kinds and light and asked.word == "how many":
            mentions.append(Mention(" or ".join(kinds), tuple(f"kind:{k}" for k in kinds)))
            kinds = noun.kind_ids
        elif noun.kinds:
            if not kinds or (kinds == ("say",) and any(self.lexicon.kinds[k]["statement"] for k in noun.kind_ids)):
                kinds = noun.kind_ids
            else:
                mentions.append(self.reader.kind_mention(noun.kinds[-1]))
        order = acts.order or (noun.order if isinstance(noun.order, str) else "")
        number = acts.number or (noun.order if isinstance(noun.order, int) else None)
        acts = replace(
            acts, kinds=kinds, mentions=tuple(dict.fromkeys(mentions)), parties=tuple(dict.fromkeys(parties))
        )
        return replace(acts, order=order, number=number)

    def _sort_of_craft(self, noun: Read, clause: Clause) -> bool:
        """Say whether a noun asks for a detail; "type" and "kind" only do so of craft."""
        if noun.attributes == ["model"]:
            return self._craft(noun) or bool(clause.details and self._craft(clause.details))
        return bool(noun.attributes) or self._craft(noun)

    def _craft(self, noun: Read) -> bool:
        """Say whether a noun is a sort of craft or weapon, which has a model."""
        return any({"aircraft", "ship", "missile"} & set(self.lexicon.units.get(u, ())) for u in noun.units)

    def _how_many(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
        noun = asked.noun
        assert noun is not None
        if noun.units or noun.attributes:
            words = tuple(s for m in noun.mentions for s in m.stems)
            yield Question("detail", acts, units=tuple(noun.units), attributes=tuple(noun.attributes), words=words)
        elif noun.kinds:
            yield Question("count", acts)
        elif noun.classes:
            party = next(iter(self._party(Asked("which", noun, asked.preposition), acts, clause)), None)
            if party:
                yield replace(party, form="parties")
        elif noun.mentions:
            yield Question("detail", acts, attributes=("aircraft", "ships", "missiles"), number=None)

    def _party(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
        preposition = asked.preposition or clause.stranded
        kinds = acts.kinds
        if preposition == "from" and not kinds:
            return
        if preposition and asked.word != "whose":
            roles = preposition_roles(preposition, kinds, self.lexicon, passive=clause.passive)
        elif asked.word == "whose":
            roles = object_roles(kinds, self.lexicon) if clause.has_subject else ("by",)
        elif clause.passive:
            roles = object_roles(kinds, self.lexicon) if not clause.has_subject else ("by",)
        elif clause.has_subject:
            roles = object_roles(kinds, self.lexicon)
        else:
            roles = ("by",)
        ratio = clause.ratio
        if ratio is not None and roles == ("by",):
            yield Question("figure", replace(acts, mentions=()), number=ratio)
        number = asked.noun.number if asked.noun else None
        yield Question("party", acts, roles=roles, labels=asked.labels, number=number)

    def _detailed(self, question: Question, clause: Clause) -> Question:
        """Let a figure in a yes-or-no question or a source question be the detail that it is about."""
        read = clause.details
        attributes = clause.attributes
        if clause.main is not None and clause.main.item.has("light", "kind"):
            attributes = ()
        if read is None and not attributes:
            return question
        if read is not None and (read.number is not None or attributes):
            figure = (show_number(read.number),) if read.number is not None else ()
            mentions = tuple(m for m in question.acts.mentions if m.stems != figure)
            return replace(
                question,
                acts=replace(question.acts, mentions=mentions),
                units=tuple(read.units),
                attributes=attributes,
                number=read.number,
                comparator=read.comparator,
            )
        return question


def _useful(noun: Read, word: str) -> bool:
    return bool(
        noun.classes
        or noun.units
        or noun.attributes
        or noun.kinds
        or noun.roles
        or noun.reason
        or noun.thing
        or (word in ("whose", "how many"))
    )


def _light_of(rest: list[Chunk]) -> bool:
    return any(isinstance(c, Phrase) and c.preposition == "in" and "light" in c.words for c in rest)


def _without(acts: Acts, word: str) -> Acts:
    return replace(acts, mentions=tuple(m for m in acts.mentions if m.words != word))


def _dated(reads: list[Read]) -> Acts:
    acts = Acts()
    for read in reads:
        for date in read.dates:
            acts = put_date(acts, date, read.phrase.preposition)
    return acts


def _joins_question(items: list[Item], at: int) -> bool:
    """Say whether "and" at this place joins a second question."""
    if items[at].type != "and":
        return False
    one, *more = items[at + 1 : at + 3]
    return one.type in ("wh", "asks") or bool(one.type == "prep" and more and more[0].type == "wh")


def attributes_of(reads: list[Read], verbs: list[Verb], asked: Asked) -> bool:
    """Say whether a question names an attribute of a thing."""
    of_verbs = any(v.item.ids("attribute") for v in verbs)
    return of_verbs or any(r.attributes for r in reads) or bool(asked.noun and asked.noun.attributes)


def _is_item(part: Chunk, kind: str) -> bool:
    return isinstance(part, Item) and part.type == kind


def _same_day(items: list[Item]) -> tuple[list[Item], tuple[str, list[Item]] | None]:
    """Cut a question at "on the (same) day of"."""
    for n, item in enumerate(items):
        if item.words in ("day", "date") and n + 1 < len(items) and (items[n + 1].words in ("of", "as", "that")):
            start = n
            while start and (items[start - 1].type == "filler" or items[start - 1].words == "on"):
                start -= 1
            if start and items[start].words == "on":
                return items[:start], ("same", items[n + 2 :])
    return items, None


def _pivot(items: list[Item]) -> tuple[list[Item], tuple[str, list[Item]] | None]:
    """Cut a question at "before", "after" or "before or after"; with a date after it, make it a preposition."""
    for n, item in enumerate(items):
        if item.type in ("before", "after", "since", "until"):
            following = [i for i in items[n + 1 :] if i.type != "filler"]
            if following and following[0].type == "date":
                items = [*items[:n], Item("prep", item.type), *items[n + 1 :]]
                continue
            if n + 2 < len(items) and items[n + 1].type == "or" and items[n + 2].type in ("before", "after"):
                return items[:n], ("order", items[n + 3 :])
            if item.type in ("before", "after"):
                comma = next((k for k in range(n, len(items)) if items[k].type == "comma"), len(items))
                if n == 0:
                    return items[comma + 1 :], (item.type, items[1:comma])
                return [*items[:n], *items[comma:]], (item.type, items[n + 1 : comma])
    return _same_day(items)
