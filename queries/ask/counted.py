"""The question how many: a figure that is recorded, else a count of acts or parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.asked import Asked
from communique.queries.ask.clause import Clause
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.who import Who

# The figures of a vote.
_VOTES = ("votes_for", "votes_against", "abstentions")


def how_many(asked: Asked, acts: Acts, clause: Clause, who: Who) -> Iterator[Question]:
    """Yield the questions for a figure, a count of acts, or a count of parties."""
    noun = asked.noun
    assert noun is not None
    if noun.kinds and (shots := noun.kinds[-1].ids("unit")):
        # A figure that is recorded comes before a count of acts.
        yield Question("detail", acts, units=tuple(shots))
    if noun.units == ["time"] or noun.attributes == ["times"]:
        yield Question("detail", acts, attributes=("times",))
        if acts.kinds:
            yield Question("count", acts, attributes=("times",))
    elif asked.preposition in ("by", "with") and "vote" in noun.kind_ids:
        yield Question("detail", acts, attributes=_VOTES)
    elif noun.units or noun.attributes:
        words = tuple(s for m in noun.mentions for s in m.stems)
        figure = Question("detail", acts, units=tuple(noun.units), attributes=tuple(noun.attributes), words=words)
        of = tuple(i for n in noun.named if n.owner for i in n.ids)
        if of and not any(set(p.ids) & set(of) for p in acts.parties):
            yield replace(figure, of=of)  # they do nothing: somebody else does it to them
            return
        yield figure
        if of:
            # "How many Chinese companies": they are Chinese, and need not be the doers.
            others = tuple(p for p in acts.parties if not set(p.ids) & set(of))
            yield replace(figure, acts=replace(acts, parties=others), of=of, rank=1)
    elif noun.kinds:
        yield Question("count", acts)
    elif noun.classes or (noun.named and not noun.mentions):
        counted = {i for n in noun.named for i in n.ids}
        others = tuple(p for p in acts.parties if noun.classes or not counted & set(p.ids))
        figures = ("participants", *votes(acts.kinds))
        yield Question("detail", replace(acts, parties=others), attributes=figures, units=())
        if not noun.classes:
            return
        party = next(iter(who.party(Asked("which", noun, asked.preposition), acts, clause)), None)
        if party and acts.kinds:  # whoever does anything is no answer
            yield replace(party, form="parties")
    elif noun.mentions:
        yield Question("detail", acts, attributes=("aircraft", "ships", "missiles"), number=None)


def votes(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the figures that say how many cast such a vote."""
    sorts = {"vote-for": "votes_for", "vote-against": "votes_against", "abstain": "abstentions"}
    return tuple(sorts[k] for k in kinds if k in sorts)
