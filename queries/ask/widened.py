"""Reads a question more widely, step by step, where nothing fits it as it stands: each step is a reading of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Acts, Mention, Party, Question
from communique.queries.ask.windows import date_mentions
from communique.schemas.stems import stem_words

Step = Callable[[Question, Lexicon], "Question | None"]
_CERTAIN = ("truth", "count")


def widened(question: Question, lexicon: Lexicon) -> Iterator[Question]:
    """Yield wider readings of a question, with their ranks; a yes or no, or a count, is only dated by its report."""
    steps = [s for s in _STEPS if question.form not in _CERTAIN or s[0] is _reported]
    for some in range(1, len(steps) + 1):
        for chosen in combinations(steps, some):
            wider: Question | None = question
            for step, rank in chosen:
                wider = wider and step(wider, lexicon)
                wider = wider and replace(wider, rank=wider.rank + rank)
            if wider:
                yield wider


def _kin(question: Question, lexicon: Lexicon) -> Question | None:
    """The kinds with those that ordinary English does not tell apart (not where a movement says the place), and
    unnamed officials with their state."""
    parties = tuple(_with_state(p, lexicon) for p in question.acts.parties)
    if question.form == "place":
        return (
            replace(question, acts=replace(question.acts, parties=parties))
            if parties != question.acts.parties
            else None
        )
    kinds = tuple(dict.fromkeys(k for kind in question.acts.kinds for k in (kind, *lexicon.kin.get(kind, ()))))
    roles = question.roles
    if question.form == "source" and roles != ("deny",):
        roles = tuple(dict.fromkeys(k for kind in roles for k in (kind, *lexicon.kin.get(kind, ()))))
    if (kinds, roles, parties) == (question.acts.kinds, question.roles, question.acts.parties):
        return None
    return replace(question, roles=roles, acts=replace(question.acts, kinds=kinds, parties=parties))


def _with_state(party: Party, lexicon: Lexicon) -> Party:
    officials = [i for i in party.ids if i in lexicon.roles.get("government official", ())]
    states = [lexicon.states[i] for i in officials if i in lexicon.states]
    return replace(party, ids=tuple(dict.fromkeys([*party.ids, *states])))


def _delegates(question: Question, _: Lexicon) -> Question | None:
    """A minister in talks also did what the own side did there."""
    parties = tuple(replace(p, delegates=bool("by" in p.roles and p.ids)) for p in question.acts.parties)
    if not any(p.delegates for p in parties):
        return None
    return replace(question, acts=replace(question.acts, parties=parties))


def _reported(question: Question, _: Lexicon) -> Question | None:
    """An undated act belongs to the days on which it is reported."""
    acts = question.acts
    if not (any(w.since and w.until for w in acts.windows) or any(x.windows for x in acts.linked)):
        return None
    return replace(question, acts=replace(acts, reported=True))


def _loose(question: Question, _: Lexicon) -> Question | None:
    acts = loosened(question.acts)
    return replace(question, acts=acts) if acts is not None else None


def _around(question: Question, _: Lexicon) -> Question | None:
    """What is before or after an act stands near it, where their days do not tell."""
    acts = question.acts
    pivots = [p for p in (acts.before, acts.after) if p is not None and p.kinds]
    if not pivots or not acts.kinds or acts.order or acts.gap:
        return None
    mentions = [Mention(" or ".join(p.kinds), tuple(f"kind:{k}" for k in p.kinds)) for p in pivots]
    mentions += [Mention(q.words, q.tokens) for p in pivots for q in p.parties if q.tokens]
    mentions += [m for p in pivots for m in p.mentions]
    near = tuple(dict.fromkeys([*acts.mentions, *mentions]))
    return replace(question, acts=replace(acts, before=None, after=None, mentions=near))


_STEPS: tuple[tuple[Step, int], ...] = ((_kin, 1), (_delegates, 14), (_reported, 4), (_loose, 5), (_around, 12))


def loosened(acts: Acts) -> Acts | None:
    """Return acts with parties of uncertain role, linked acts and dates as words that stand near; None if certain."""
    loose = [p for p in acts.parties if p.tokens]
    dates = [] if acts.reported else date_mentions(acts)
    told = tuple(m if m.stems else replace(m, stems=tuple(stem_words(m.words))) for m in acts.mentions)
    if not loose and not dates and not acts.linked and told == acts.mentions:
        return None
    mentions = [Mention(p.words, p.tokens, tuple(stem_words(p.words))) for p in loose] + dates
    windows = acts.windows if acts.reported else tuple(w for w in acts.windows if not w.token)
    for linked in acts.linked:
        kinds = tuple(f"kind:{k}" for k in linked.kinds)
        mentions.append(Mention(" or ".join(linked.kinds), kinds, tuple(stem_words(linked.words))))
        mentions += [*linked.mentions, *(Mention(p.words, p.tokens) for p in linked.parties if p.tokens)]
        windows += linked.windows if acts.reported else ()
        mentions += [] if acts.reported else date_mentions(linked)
    return replace(
        acts,
        parties=tuple(p for p in acts.parties if not p.tokens),
        mentions=tuple(dict.fromkeys([*told, *mentions])),
        windows=windows,
        linked=(),
        month=acts.month if acts.reported else None,
        day=acts.day if acts.reported else None,
        weekday=acts.weekday if acts.reported else None,
    )
