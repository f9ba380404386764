"""Other readings of a question: a neutral verb as any way of saying, a newspaper's words as what its articles tell."""

from __future__ import annotations

from dataclasses import replace

from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Question
from communique.queries.ask.reported import SAYING

# What somebody wants may be intended, hoped for or asked of others.
_WANTING = ("intend", "hope", "demand", "call-for", "appeal", "propose")


def neutral(question: Question) -> Question | None:
    """Return the question with a neutral verb of reporting, or of wanting, read as any way of it."""
    kinds = question.acts.kinds
    if kinds and set(kinds) <= {"intend", "hope"} and question.form in ("what", "content"):
        return replace(question, acts=replace(question.acts, kinds=_WANTING, modal=True), rank=question.rank + 3)
    if question.form not in ("content", "truth", "party", "what") or not kinds or kinds == ("say",):
        return None
    if not set(kinds) <= set(SAYING) or not question.acts.parties:
        return None
    return replace(question, acts=replace(question.acts, kinds=("say",)), rank=question.rank + 2)


def printed(question: Question, lexicon: Lexicon) -> Question | None:
    """Return the question for what newspapers or agencies tell in their articles, where it is what they say."""
    acts = question.acts
    papers = tuple(p for p in acts.parties if p.roles == ("by",) and p.ids and set(p.ids) <= lexicon.media)
    said = set(acts.kinds) <= set(SAYING)
    if question.form != "content" or not papers or not said or not (acts.mentions or len(acts.parties) > 1):
        return None
    others = tuple(p for p in acts.parties if p not in papers)
    own = tuple(stem for m in acts.mentions for stem in m.stems)  # what only stands near it is not told of
    told = replace(acts, kinds=(), parties=others, speakers=papers, own=(*acts.own, *own))
    return replace(question, form="what", acts=told, rank=question.rank + 1)


def sent(question: Question, sender: tuple[str, ...], lexicon: Lexicon) -> Question:
    """Return a question for who takes part on somebody's behalf: not for the other side of what both do."""
    acts = question.acts
    if question.form != "party" or not any(lexicon.kinds[k]["symmetric"] for k in acts.kinds):
        return question
    others = tuple(p for p in acts.parties if not set(p.ids) & set(sender))
    return replace(question, acts=replace(acts, parties=others), of=sender)
