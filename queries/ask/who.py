"""The question for a party: who, whom, whose, to whom, which ministry; and which of them the noun can mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.asked import Asked
from communique.queries.ask.clause import Clause
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.roles import object_roles, preposition_roles
from communique.schemas.stems import stem_words


class Who:
    """Asks for parties of acts."""

    def __init__(self, lexicon: Lexicon, reader: Reader) -> None:
        self.lexicon, self.reader = lexicon, reader

    def party(self, asked: Asked, acts: Acts, clause: Clause) -> Iterator[Question]:
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
        if clause.main is not None and clause.main.item.type == "raising" and clause.main.item.words.endswith(" at"):
            preposition = preposition or "against"  # "whom was the flight aimed at"
        if preposition and asked.word != "whose":
            roles = preposition_roles(preposition, kinds, self.lexicon, passive=clause.passive)
        elif asked.word == "whose":
            borne = clause.has_subject or (clause.passive and asked.preposition != "by")
            roles = object_roles(kinds, self.lexicon) if borne else ("by",)
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
        if preposition == "with" and kinds and set(kinds) <= {"say", "comment"}:
            # Who talks with somebody is in talks.
            acts, kinds, roles = replace(acts, kinds=("consult",)), ("consult",), ("by", "toward", "to")
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
        holders = tuple(a for r in noun.roles for a in self.reader.role_holders(r) or self._narrower(r))
        offices = tuple(o for n in noun.named if not n.ids for o in n.offices)
        of = tuple(i for n in noun.named if n.owner for i in n.ids)
        unheld = noun.phrase.of("role") if noun.roles and not holders else []
        nouns = (*noun.phrase.of("class"), *unheld)
        ranks = [self.lexicon.ranks[i.words] for i in nouns if i.words in self.lexicon.ranks]
        sort = tuple(stem_words(" ".join(ranks))) or question.sort
        return replace(question, holders=holders, offices=offices, of=of, media=asked.media, sort=sort)

    def _narrower(self, role: str) -> Iterator[str]:
        """Yield who holds a role of which this is the general word: of a spokesperson, a foreign ministry's."""
        for narrower, holders in self.lexicon.roles.items():
            if narrower.endswith(f" {role}"):
                yield from holders
