"""The question that a wh-word asks of a clause: who, when, where, how many, what, whether ..."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.asked import Asked
from communique.queries.ask.chunks import Chunk, Phrase, Verb
from communique.queries.ask.clause import Clause, join_mentions, verb_mention
from communique.queries.ask.counted import how_many, votes
from communique.queries.ask.items import BE, PREPOSITIONS
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Read, Reader
from communique.queries.ask.question import ANY_ROLE, Acts, Mention, Question
from communique.queries.ask.roles import object_roles
from communique.queries.ask.who import Who
from communique.schemas.quantities import show_number
from communique.schemas.stems import stem_words

# How something was told is not what was told.
_TELLING = {"say", "announce", "report", "inform", "quote"}


class Former:
    """Forms questions from clauses; `truth` where the question asks for yes or no."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        self.lexicon, self.reader = lexicon, reader
        self.who, self.truth = Who(lexicon, reader), False

    def formed(self, asked: Asked, clause: Clause, rest: list[Chunk]) -> Iterator[Question]:
        """Yield the question that the wh-word asks of a clause."""
        acts, word = clause.acts, asked.word
        classes = asked.classes
        if set(acts.kinds) <= {"say", "comment"} and acts.kinds and _between(acts) and _of_talks(word, clause):
            acts = replace(acts, kinds=("consult",))  # of two who speak, it is to each other
        if clause.carried and word != "how many":
            return
        if asked.sort:
            yield from self._of_sort(asked, acts, clause)
            return
        if asked.noun and word != "asks":
            acts = self._about_noun(asked, acts, clause)
        if (asked.noun and asked.noun.reason) or word == "why" or (clause.reason and word in ("what", "which", "")):
            yield Question("reason", acts)
            if clause.reason and not acts.kinds and acts.parties:
                aims = replace(acts, modal=True, parties=tuple(replace(p, roles=("by",)) for p in acts.parties))
                yield Question("what", aims)
            return
        if (
            word == "what"
            and clause.main is not None
            and clause.main.item.words.split()[0] in ("aim", "aimed", "intend")
        ):
            if clause.main.item.type == "raising":
                yield Question("reason", acts)
                return
        if asked.preposition in ("in light of", "of", "for") and word == "what" and _light_of(rest):
            yield Question("reason", _without(acts, "light"))
            return
        if word == "" and not self.truth:
            yield from self._named_thing(clause, acts, rest)
            return
        if word == "":
            ratio = clause.ratio
            if ratio is not None:
                yield Question("truth", replace(acts, mentions=()), number=ratio, comparator="ratio")
            elif acts.kinds or (_told(acts) and not (clause.main and clause.main.item.has("kind"))):
                opposites = tuple(o for k in acts.kinds for o in self.lexicon.opposites.get(k, ()))
                yield self.detailed(Question("truth", replace(acts, opposites=opposites)), clause)
            return
        if word == "when" or "times" in classes:
            yield Question("date", acts, attributes=("until",) if asked.preposition == "until" else ())
        elif word == "asks" and asked.noun:
            yield Question("detail", acts, attributes=tuple(asked.noun.attributes))
        elif word == "how many" and asked.noun:
            yield from how_many(asked, acts, clause, self.who)
        elif word == "how many" and acts.kinds and not asked.noun and not clause.has_subject and not clause.details:
            yield Question("detail", acts, attributes=("participants", *votes(acts.kinds)))
            yield Question("parties", acts, roles=("by",))
        elif word == "how many" and clause.details and clause.details.attributes:
            kept = tuple(m for m in acts.mentions if not all(t.startswith("attribute:") for t in m.tokens or ("",)))
            yield Question("detail", replace(acts, mentions=kept), attributes=tuple(clause.details.attributes))
        elif word == "how" and acts.kinds == ("vote",):
            yield Question("what", acts)
        elif word == "how" and clause.statement and not clause.attributes and not set(acts.kinds) <= _TELLING:
            if "respond" in acts.kinds:
                yield Question("content", acts)
            yield Question("detail", acts, attributes=("means",))
            yield Question("content", acts)
        elif word == "how":
            done = clause.main is not None and clause.main.item.words not in BE
            plain = (("means",),) if done and not acts.kinds else (("means",), ("described_as",))
            for attribute in (clause.attributes,) if clause.attributes else plain:
                yield Question("detail", acts, attributes=attribute)
        elif word == "where" or "places" in classes:
            sort = tuple(i.words.removesuffix("s") for i in asked.noun.phrase.of("class")) if asked.noun else ()
            if sort == ("area",) and {asked.preposition, clause.stranded, _last_word(clause)} & {"on", "about"}:
                yield Question("topic", acts)  # of work, and not of land or sea
                return
            ending = _last_word(clause)  # "which islands did they fly between"
            preposition = asked.preposition or clause.stranded or (ending if ending in PREPOSITIONS else "")
            counted = asked.noun is not None and asked.noun.phrase.items[0].type == "number"
            number = asked.noun.number if asked.noun and counted else None
            placed = (preposition,) if preposition else ()
            yield Question("place", acts, units=sort, attributes=placed, number=number)
            if sort == ("area",):
                yield Question("topic", acts)
            if clause.passive and "by" not in (roles := object_roles(acts.kinds, self.lexicon)):
                yield Question("party", acts, roles=roles)
        elif word in ("who", "whom", "whose") or asked.labels or "actors" in classes or "sources" in classes:
            if "photo_by" in clause.attributes:
                yield Question("detail", acts, attributes=("photo_by",))
            elif clause.main and not acts.kinds and self._does(clause.main):
                return  # who took a thing is not whoever had to do with it
            elif not (word == "who" and clause.bare and _names_role(rest, self.reader)):
                yield from self.who.party(asked, acts, clause)
        elif "topics" in classes:
            yield Question("topic", acts)
        elif asked.noun and word == "which" and "entities" in asked.noun.attributes:
            roles = (
                ("by",)
                if not clause.has_subject and clause.main is not None and not clause.passive
                else object_roles(acts.kinds, self.lexicon)
            )
            yield Question("party", acts, roles=roles, labels=("Organization", "Group"))
        elif asked.noun and self._craft(asked.noun) and asked.preposition in ("against", "toward", "towards", "at"):
            return  # the other side's, of which an act tells nothing
        elif asked.noun and self._sort_of_craft(asked.noun, clause) and not asked.noun.kinds:
            if self._craft(asked.noun):
                yield Question("detail", acts, attributes=("model",), units=tuple(asked.noun.units))
            elif (craft := self._typed(rest)) is not None:  # "what type of Russian fighters"
                of = tuple(i for n in craft.named if n.owner for i in n.ids)
                units = tuple(u for u in craft.units if u != "aircraft")
                yield Question("detail", acts, attributes=("model",), units=units, of=of)
                return
            yield Question("detail", acts, attributes=tuple(asked.noun.attributes))
        elif word == "what" and "respond" in acts.kinds and "to" in (asked.preposition, clause.stranded):
            yield Question("reply", acts)
        elif asked.preposition in ("at", "during") and word in ("what", "which"):
            yield Question("during", acts)
        elif asked.noun and asked.noun.attributes == ["model"]:
            yield Question("detail", acts, attributes=("described_as",))
            if named := next((r for c in rest[:1] if isinstance(c, Phrase) and (r := self.reader.read(c)).kinds), None):
                yield Question("topic", acts, sort=tuple(stem_words(named.kinds[-1].words)))
        elif asked.preposition or clause.stranded:
            accused = "accuse" in acts.kinds and clause.stranded == "of"
            if clause.statement and ("about" in (asked.preposition, clause.stranded) or accused):
                yield Question("content", acts)
            if word != "what":
                yield from self.who.party(asked, acts, clause)
            if not (set(acts.kinds) <= _TELLING and {asked.preposition, clause.stranded} & {"against", "from", "by"}):
                yield Question("topic", acts)
            if word != "what" or asked.preposition not in ("by", "through", "via"):  # the means are asked for
                yield Question("what", acts, rank=7)
        elif word == "which" and not asked.noun:
            return  # of what sort an answer must be is not known
        elif word in ("what", "which") and not (clause.bare and not asked.noun):
            spoken = asked.noun.kind_ids if asked.noun else ()
            if clause.statement and (not asked.noun or any(self.lexicon.kinds[k]["statement"] for k in spoken)):
                yield Question("content", acts)
            elif clause.statement and (noun := self._noun(asked, acts)):
                yield Question("content", acts, noun=noun)
            if "located_in" in clause.attributes or "known_as" in clause.attributes:
                yield Question("detail", acts, attributes=clause.attributes)
            if clause.main and not acts.kinds and self._hands(clause.main):
                acts = join_mentions(acts, [verb_mention(clause.main, self.reader)])
            yield Question("what", acts, noun=self._noun(asked, acts))

    def _does(self, verb: Verb) -> bool:
        """Say whether a verb that says little is of doing something with a thing, and not of being somewhere."""
        base = {i for sort, i, _ in verb.item.senses if sort == "light"}
        return bool(base & self.lexicon.grammar["acting"])

    def _noun(self, asked: Asked, acts: Acts) -> Mention | None:
        """Return the noun that says of what kind an answer must be, where the verb names another: "what call for"."""
        noun = asked.noun
        if noun is None or not noun.kinds or set(noun.kind_ids) & set(acts.kinds):
            return None
        return self.reader.kind_mention(noun.kinds[-1])

    def _hands(self, verb: Verb) -> bool:
        """Say whether the object of a verb is a thing rather than an act: "what did X give Y?"."""
        return any(self.lexicon.is_("handing", s) for s in stem_words(verb.item.words))

    def _of_sort(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
        """ "Near which rock", "which port": a place or party of which the noun is said."""
        yield Question("place", acts, attributes=(asked.preposition,) if asked.preposition else (), sort=asked.sort)
        for question in self.who.party(Asked(asked.word, None, asked.preposition), acts, clause):
            yield replace(question, sort=asked.sort)

    def _named_thing(self, clause: Clause, acts: Acts, rest: list[Chunk]) -> Iterator[Question]:
        """A noun phrase alone: a figure, a statement's content, or the acts themselves."""
        reads = [self.reader.read(c) for c in rest if isinstance(c, Phrase)]
        attributes = tuple(a for r in reads[:1] for a in r.attributes)
        attributes = ("model",) if "model" in attributes else attributes
        vague = any(i.words in ("type", "kind", "kinds", "sort", "class") for r in reads[:1] for i in r.phrase.items)
        if attributes == ("model",) and vague and not (clause.details and self._craft(clause.details)):
            return
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
        doer = clause.has_subject or any(n.owner for n in noun.named)
        if self._craft(noun) and asked.word not in ("how many", "whose") and not doer:
            mentions += self.reader.other_mentions(noun)
        parties = list(acts.parties)
        for named in noun.named:
            if (noun.kinds and named.words == noun.kinds[-1].words) or (named.offices and not named.ids):
                continue
            if clause.passive and any(p.roles == ("by",) for p in parties):
                continue  # "which Russian agencies are listed by X": they are Russian, and do nothing
            # "In what Chinese city": it lies there, and its country need not act.
            role = ("at",) if "places" in noun.classes and named.ids else ("by",)
            party = replace(self.reader.party(named, role), tokens=(), members="organizations" in noun.classes)
            parties.append(party)
        kinds = acts.kinds
        light = clause.main is None or not clause.main.item.has("kind") or clause.main.item.has("light")
        if noun.kinds and kinds and not light and asked.word == "how many" and self._repeats(kinds, noun.kind_ids):
            kinds = ()
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

    def _repeats(self, verb: tuple[str, ...], noun: tuple[str, ...]) -> bool:
        """Say whether a verb only repeats what a noun says: "how many joint patrols had they flown"."""
        return all(set(verb) & set(self.lexicon.kinds[k]["ancestors"]) - {"say"} for k in noun)

    def _sort_of_craft(self, noun: Read, clause: Clause) -> bool:
        """Say whether a noun asks for a detail; "type" and "kind" only do so of craft."""
        if noun.attributes == ["model"]:
            return self._craft(noun) or bool(clause.details and self._craft(clause.details))
        return bool(noun.attributes) or self._craft(noun)

    def _typed(self, rest: list[Chunk]) -> Read | None:
        """Return the craft of which the type is asked for."""
        of = next((c for c in rest[:1] if isinstance(c, Phrase) and c.preposition == "of"), None)
        read = self.reader.read(of) if of is not None else None
        return read if read is not None and self._craft(read) else None

    def _craft(self, noun: Read) -> bool:
        """Say whether a noun is a sort of craft or weapon, which has a model."""
        return any({"aircraft", "ship", "missile"} & set(self.lexicon.units.get(u, ())) for u in noun.units)

    def detailed(self, question: Question, clause: Clause) -> Question:
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


def _of_talks(word: str, clause: Clause) -> bool:
    """Say whether a question asks for something that talks have: their time, place, number or subject."""
    return word in ("when", "where", "how many") or (word == "what" and clause.stranded in ("about", "on", "over"))


def _between(acts: Acts) -> bool:
    """Say whether acts have two parties that do the same, and nobody else."""
    return len(acts.parties) == 2 and all(p.roles == ("by",) and p.ids for p in acts.parties)


def _names_role(rest: list[Chunk], reader: Reader) -> bool:
    """Say whether who somebody is is asked by a role, "Japan's ambassador to China", and not by a deed."""
    return any(isinstance(c, Phrase) and not c.preposition and reader.read(c).roles for c in rest)


def _last_word(clause: Clause) -> str:
    """Return the last word of the main verb: "work together on"."""
    return clause.main.item.words.rpartition(" ")[2] if clause.main is not None else ""


def _told(acts: Acts) -> bool:
    """Say whether more is told than things of a state: "were the planes American" asks for more than a part in it."""
    things = all(any(t.startswith(("unit:", "attribute:")) for t in m.tokens) for m in acts.mentions)
    return bool(acts.mentions) and not (things and any(p.roles == ANY_ROLE and p.names for p in acts.parties))


def _light_of(rest: list[Chunk]) -> bool:
    return any(isinstance(c, Phrase) and c.preposition == "in" and "light" in c.words for c in rest)


def _without(acts: Acts, word: str) -> Acts:
    return replace(acts, mentions=tuple(m for m in acts.mentions if m.words != word))
