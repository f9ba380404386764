"""Reported speech in questions: "who said that P", "how did X describe Y", "in reply to what", "accuse X of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.asked import Asked, asked_of, is_item
from communique.queries.ask.chunks import Chunk, Phrase, Verb
from communique.queries.ask.clause import read_clause
from communique.queries.ask.formed import Former
from communique.queries.ask.items import Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Party, Question
from communique.queries.ask.roles import CALLING, preposition_roles
from communique.schemas.stems import stem_words

# Neutral verbs of reporting: each may stand for any way of saying.
SAYING = (
    *("say", "claim", "report", "announce", "assess", "predict", "expect", "quote", "confirm", "inform", "comment"),
    "explain",
)
_SUGGESTING = ("suggest", "suggests", "suggested", "imply", "implies", "indicate", "indicates", "reveal", "reveals")


class Reported:
    """Reads reported speech with one lexicon."""

    def __init__(self, lexicon: Lexicon, reader: Reader, former: Former) -> None:
        self.lexicon, self.reader, self.former = lexicon, reader, former

    def embedded(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
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
        reasons = any(isinstance(c, Phrase) and self.reader.read(c).reason for c in rest)
        if (asked.noun and asked.noun.reason) or (asked.word == "what" and reasons):
            return  # "what reason did X give for asking": nobody who asked is asked for
        before, after = rest[: verbs[0]], rest[verbs[0] + 1 :]
        if any(is_item(c, "no") or (isinstance(c, Verb) and c.negated) for c in after) and kinds != ["deny"]:
            kinds, after = ["deny"], [c for c in after if not is_item(c, "no")]
        that = next((n for n, c in enumerate(after) if isinstance(c, Item) and c.type == "that"), None)
        if that is not None:
            heard, inner = after[:that], after[that + 1 :]
        else:
            heard, inner = [], after
        counted = asked.word == "how many" and "sources" in asked.classes and not before and not first.passive
        counted = counted and set(kinds) <= {*SAYING, "deny"}
        has_verb = any(isinstance(c, Verb) and (c.item.type == "aux" or not _is_light(c.item)) for c in inner)
        if counted and not heard:
            form = "denying" if "deny" in kinds else "sources"
            yield from (Question(form, clause.acts) for clause in read_clause(inner, self.reader))
            return
        if not has_verb and that is None:
            if asked.word in ("who", "which", "what") and not before and not first.passive:
                kinds = [] if set(kinds) <= set(SAYING) else kinds
                objects = [c for c in inner if isinstance(c, Phrase)]
                if (
                    objects
                    and self.reader.read(objects[0]).kinds
                    and objects[0].preposition in ("", "on", "about", "of")
                ):
                    for clause in read_clause(inner, self.reader):
                        found = Question("source", clause.acts, labels=asked.labels, roles=tuple(kinds), rank=1)
                        yield self.former.who.filtered(found, asked)
            return
        subjects = [n for c in before if isinstance(c, Phrase) and not c.preposition for n in self.reader.read(c).named]
        addressees = [
            Party(("to",), n.ids, n.offices, n.words)
            for c in heard
            if isinstance(c, Phrase)
            for n in self.reader.read(c).named
        ]
        told = any(isinstance(c, Phrase) and c.preposition in ("", "to") and not c.of("date") for c in heard)
        by = [self.reader.party(n, ("by",)) for n in subjects]
        if "accuse" in kinds and by and len(inner) > 1 and isinstance(inner[0], Phrase) and isinstance(inner[1], Verb):
            # "accuse X of doing Y": X does Y, according to the accuser.
            for clause in read_clause(inner, self.reader):
                yield from self.former.formed(
                    asked, replace(clause, acts=replace(clause.acts, speakers=tuple(by))), inner
                )
        for clause in read_clause(inner, self.reader):
            if not clause.kinds and not clause.acts.parties and not clause.acts.mentions:
                continue
            if asked.word in ("who", "whom", "which", "what") and not by and not first.passive:
                acts = replace(clause.acts, words="")
                if (clause.kinds or (clause.details and clause.details.number)) and not told:
                    found = Question("source", acts, labels=asked.labels, roles=tuple(kinds))
                    yield self.former.detailed(self.former.who.filtered(found, asked), clause)
            elif by and not addressees:
                acts = replace(clause.acts, speakers=tuple(by), modal=clause.acts.modal or bool(CALLING & set(kinds)))
                owned = asked.word == "whose" and asked.noun is not None and not asked.noun.kinds
                # "Whose airspace does X deny having violated": X is who would have done it.
                inside = replace(clause, acts=acts, has_subject=clause.has_subject or owned)
                for found in self.former.formed(asked, inside, inner):
                    # Whether somebody denies it is no question of whether it is so.
                    yield replace(found, roles=("deny",)) if found.form == "truth" and kinds == ["deny"] else found

    def described(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """ "How did X describe Y", "what did X call Y": the descriptions of Y that X gave."""
        verb = next((c for c in rest if isinstance(c, Verb) and "described_as" in c.item.ids("attribute")), None)
        if verb is None or asked.word not in ("how", "what", "who", "which"):
            return
        at = rest.index(verb)
        if asked.word in ("who", "which"):
            if verb.item.has("kind") and _only_named(rest[at + 1 :], self.reader):
                return  # "who called X on that day" asks for no name
            if not any(isinstance(c, Phrase) for c in rest[:at]) and not verb.passive:
                if asked.media:
                    for clause in read_clause(rest[at + 1 :], self.reader):
                        yield self.former.who.filtered(Question("source", clause.acts, labels=asked.labels), asked)
                    return
                told, words = _as(rest[at + 1 :])
                for clause in read_clause(told, self.reader):
                    found = Question(
                        "source", clause.acts, attributes=("described_as",), labels=asked.labels, words=words
                    )
                    yield self.former.who.filtered(found, asked)
            return
        before = [self.reader.read(c) for c in rest[:at] if isinstance(c, Phrase)]
        subject, left = [n for r in before for n in r.named], any(self.reader.other_mentions(r) for r in before)
        speakers = tuple(self.reader.party(n, ("by",)) for n in subject)
        for clause in read_clause(_unaddressed(rest[at + 1 :], self.reader), self.reader):
            acts = replace(clause.acts, speakers=speakers)
            yield Question("detail", acts, attributes=("described_as",))
            called = rest[at + 1] if at + 1 < len(rest) else None
            known = isinstance(called, Phrase) and bool((r := self.reader.read(called)).named or r.kinds)
            if asked.word == "what" and speakers and clause.acts.mentions and not (left or known):
                # "What did X call a duty": what X says of it.
                said = replace(clause.acts, kinds=("say",), parties=(*speakers, *clause.acts.parties))
                yield Question("content", said, rank=2)

    def suggesting(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
        """ "What does X's report suggest": what is inferred from it."""
        verb = next((c for c in rest if isinstance(c, Verb) and c.item.words.split()[0] in _SUGGESTING), None)
        if verb is None or asked.word != "what":
            return
        subject = rest[: rest.index(verb)]
        for clause in read_clause(subject, self.reader):
            if clause.kinds:
                yield Question("suggests", clause.acts)

    def reply(self, asked: Asked, rest: list[Chunk]) -> Iterator[Question]:
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

    def attached(self, asked: Asked, chunks: list[Chunk]) -> Iterator[Question]:
        """ "An attack on what ...": the wh-word belongs to the noun before it."""
        at = next((n for n, c in enumerate(chunks) if is_item(c, "wh")), 0)
        if at < 2 or asked.preposition not in ("on", "against", "of", "about", "to", "toward", "towards"):
            return
        noun = chunks[at - 2]
        if not isinstance(noun, Phrase) or noun.preposition or not self.reader.read(noun).kinds:
            return
        _, rest = asked_of(chunks, self.reader)
        for clause in read_clause([c for c in rest if not isinstance(c, Verb)], self.reader):
            if clause.kinds == self.reader.read(noun).kind_ids:
                verbs = [self.reader.kind_mention(c.item) for c in rest if isinstance(c, Verb) and c.item.has("kind")]
                acts = replace(clause.acts, mentions=(*clause.acts.mentions, *verbs), modal=True)
                yield Question("party", acts, roles=preposition_roles(asked.preposition, acts.kinds, self.lexicon))


def _only_named(chunks: list[Chunk], reader: Reader) -> bool:
    """Say whether nothing follows but one name and days."""
    told = [c for c in chunks if not (isinstance(c, Phrase) and c.of("date"))]
    return len(told) == 1 and isinstance(told[0], Phrase) and bool(reader.read(told[0]).named)


def _is_light(item: Item) -> bool:
    return item.has("light") and not item.has("kind")


def _as(chunks: list[Chunk]) -> tuple[list[Chunk], tuple[str, ...]]:
    """Cut "as a patrol" off what is described; return the stems of its words."""
    at = next((n for n, c in enumerate(chunks) if isinstance(c, Phrase) and c.preposition == "as"), None)
    if at is None or not at:
        return chunks, ()
    phrase = chunks[at]
    assert isinstance(phrase, Phrase)
    return chunks[:at], tuple(stem_words(phrase.words))


def _unaddressed(chunks: list[Chunk], reader: Reader) -> list[Chunk]:
    """Leave out to whom something is described; it says nothing of what is described."""
    addressed = [c for c in chunks[1:] if isinstance(c, Phrase) and c.preposition == "to" and reader.read(c).named]
    return [c for c in chunks if c not in addressed]
