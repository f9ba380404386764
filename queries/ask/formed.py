"""The question that a wh-word asks of a clause: who, when, where, how many, what, whether ..."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.asked import Asked
from communique.queries.ask.chunks import Chunk, Phrase
from communique.queries.ask.clause import Clause
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Read, Reader
from communique.queries.ask.question import Acts, Mention, Question
from communique.queries.ask.roles import object_roles, preposition_roles
from communique.schemas.quantities import show_number
from communique.schemas.stems import stem_words


class Former:
    """Forms questions from clauses; `truth` where the question asks for yes or no."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        self.lexicon, self.reader = lexicon, reader
        self.truth = False

    def formed(self, asked: Asked, clause: Clause, rest: list[Chunk]) -> Iterator[Question]:
        """Yield the question that the wh-word asks of a clause."""
        acts, word = clause.acts, asked.word
        classes = asked.classes
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
        if asked.preposition in ("in light of", "of", "for") and word == "what" and _light_of(rest):
            yield Question("reason", _without(acts, "light"))
            return
        if word == "" and not self.truth:
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
                opposites = tuple(o for k in acts.kinds for o in self.lexicon.opposites.get(k, ()))
                yield self.detailed(Question("truth", replace(acts, opposites=opposites)), clause)
            return
        if word == "when" or "times" in classes:
            yield Question("date", acts)
        elif word == "asks" and asked.noun:
            yield Question("detail", acts, attributes=tuple(asked.noun.attributes))
        elif word == "how many" and asked.noun:
            yield from self._how_many(asked, acts, clause)
        elif word == "how many" and acts.kinds and not asked.noun and not clause.has_subject and not clause.details:
            yield Question("detail", acts, attributes=("participants", *_votes(acts.kinds)))
            yield Question("parties", acts, roles=("by",))
        elif word == "how many" and clause.details and clause.details.attributes:
            kept = tuple(m for m in acts.mentions if not all(t.startswith("attribute:") for t in m.tokens or ("",)))
            yield Question("detail", replace(acts, mentions=kept), attributes=tuple(clause.details.attributes))
        elif word == "how" and acts.kinds == ("vote",):
            yield Question("what", acts)
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
            if clause.passive and "by" not in (roles := object_roles(acts.kinds, self.lexicon)):
                yield Question("party", acts, roles=roles)
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
            if named := next((r for c in rest[:1] if isinstance(c, Phrase) and (r := self.reader.read(c)).kinds), None):
                yield Question("topic", acts, sort=tuple(stem_words(named.kinds[-1].words)))
        elif asked.preposition or clause.stranded:
            if clause.statement and "about" in (asked.preposition, clause.stranded):
                yield Question("content", acts)
            if word != "what":
                yield from self._party(asked, acts, clause)
            yield Question("topic", acts)
            yield Question("what", acts, rank=7)
        elif word in ("what", "which") and not (clause.bare and not asked.noun):
            spoken = asked.noun.kind_ids if asked.noun else ()
            if clause.statement and (not asked.noun or any(self.lexicon.kinds[k]["statement"] for k in spoken)):
                yield Question("content", acts)
            if "located_in" in clause.attributes or "known_as" in clause.attributes:
                yield Question("detail", acts, attributes=clause.attributes)
            yield Question("what", acts)

    def _of_sort(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
        """ "Near which rock", "which port": a place or party of which the noun is said."""
        yield Question("place", acts, attributes=(asked.preposition,) if asked.preposition else (), sort=asked.sort)
        for question in self._party(Asked(asked.word, None, asked.preposition), acts, clause):
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
            if noun.kinds and named.words == noun.kinds[-1].words:
                continue
            party = replace(self.reader.party(named, ("by",)), tokens=(), members="organizations" in noun.classes)
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

    def _craft(self, noun: Read) -> bool:
        """Say whether a noun is a sort of craft or weapon, which has a model."""
        return any({"aircraft", "ship", "missile"} & set(self.lexicon.units.get(u, ())) for u in noun.units)

    def _how_many(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
        noun = asked.noun
        assert noun is not None
        if noun.kinds and (shots := noun.kinds[-1].ids("unit")):
            # A figure that is recorded comes before a count of acts.
            yield Question("detail", acts, units=tuple(shots))
        if noun.units == ["time"] or noun.attributes == ["times"]:
            yield Question("count", acts)
        elif noun.units or noun.attributes:
            words = tuple(s for m in noun.mentions for s in m.stems)
            figure = Question("detail", acts, units=tuple(noun.units), attributes=tuple(noun.attributes), words=words)
            yield figure
            if of := tuple(i for n in noun.named if n.owner for i in n.ids):
                # "How many Chinese companies": they are Chinese, and need not be the doers.
                others = tuple(p for p in acts.parties if not set(p.ids) & set(of))
                yield replace(figure, acts=replace(acts, parties=others), of=of, rank=1)
        elif noun.kinds:
            yield Question("count", acts)
        elif noun.classes:
            yield Question("detail", acts, attributes=("participants", *_votes(acts.kinds)), units=())
            party = next(iter(self._party(Asked("which", noun, asked.preposition), acts, clause)), None)
            if party:
                yield replace(party, form="parties")
        elif noun.mentions:
            yield Question("detail", acts, attributes=("aircraft", "ships", "missiles"), number=None)

    def _party(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
        preposition = asked.preposition or clause.stranded
        kinds = acts.kinds
        spoken = asked.noun.kind_ids if asked.noun and asked.word == "whose" else ()
        if (
            clause.has_subject
            and acts.kinds != spoken
            and spoken
            and all(self.lexicon.kinds[k]["statement"] for k in spoken)
        ):
            yield self._whose_words(acts, spoken)
            return
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
        if preposition == "to" and "to" in roles and any(self.lexicon.kinds[k]["statement"] for k in kinds):
            # To whom it was said comes before at whom it was aimed.
            yield replace(
                self.filtered(Question("party", acts, roles=("to",), labels=asked.labels), asked), number=number
            )
            yield Question("party", acts, roles=roles, labels=asked.labels, number=number, rank=9)
            return
        yield replace(self.filtered(Question("party", acts, roles=roles, labels=asked.labels), asked), number=number)

    def _whose_words(self, acts: Acts, spoken: tuple[str, ...]) -> Question:
        """ "Whose remarks did Wang quote": who made remarks that Wang reports."""
        own = {f"kind:{k}" for k in spoken}
        mentions = tuple(m for m in acts.mentions if not set(m.tokens) & own)
        speakers = tuple(p for p in acts.parties if p.roles == ("by",))
        acts = replace(acts, kinds=spoken, parties=(), mentions=mentions, speakers=speakers)
        return Question("party", acts, roles=("by",), entities=tuple(i for p in speakers for i in p.ids))

    def filtered(self, question: Question, asked: Asked) -> Question:
        """Let only those answer that the noun can mean: "which Chinese spokesman", "which presidents"."""
        noun = asked.noun
        if noun is None:
            return question
        holders = tuple(a for r in noun.roles for a in self.reader.role_holders(r))
        of = tuple(i for n in noun.named if n.owner for i in n.ids)
        return replace(question, holders=holders, of=of, media=asked.media)

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


def _votes(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the figures that say how many cast such a vote."""
    sorts = {"vote-for": "votes_for", "vote-against": "votes_against", "abstain": "abstentions"}
    return tuple(sorts[k] for k in kinds if k in sorts)


def _light_of(rest: list[Chunk]) -> bool:
    return any(isinstance(c, Phrase) and c.preposition == "in" and "light" in c.words for c in rest)


def _without(acts: Acts, word: str) -> Acts:
    return replace(acts, mentions=tuple(m for m in acts.mentions if m.words != word))
