"""Checks what a reading by grammar found: other acts that bear out more of the question may be meant."""

from __future__ import annotations

from collections.abc import Iterable

from communique.queries.ask.answer import Found, Value
from communique.queries.ask.details import FIGURE
from communique.queries.ask.elements import LOOSELY, NEGATED, Element
from communique.queries.ask.levels import CHAIN, NEAR, OWN
from communique.queries.ask.question import Mention, Question
from communique.queries.ask.soundness import LEAST_WORD
from communique.queries.ask.support import Meant, Support
from communique.queries.ask.wanted import Wanted

_FORMS = (
    "date",
    "place",
    "detail",
    "party",
    "parties",
    "truth",
    "what",
    "count",
    "topic",
    "source",
    "content",
    "reason",
)
# Of these, several answers may be of acts that bear out the question in part.
_NARROWED = ("date", "place", "detail", "party", "source")
# Where no deed is asked about, or how long one took, whatever several acts tell is no answer to these.
_OF_ONE = ("date", "place", "detail", "party")
# What acts that are left out bear out.
_FAR = 0.1
_SEVERAL = 2
# Of several answers those count whose acts bear out nearly as much as the best.
_NEAREST = 0.9


class Checked:
    """Weighs answers to one question at a time against all acts that can be meant."""

    def __init__(self, wanted: Wanted, support: Support) -> None:
        self.wanted, self.support = wanted, support
        self._of: tuple[str, list[Element], list[Meant]] = ("", [], [])

    def narrowed(self, text: str, question: Question, values: list[Value]) -> list[Value]:
        """Return those of several values that rest on the acts which bear out most of a question."""
        if len(values) < _SEVERAL or question.form not in _NARROWED or "model" in question.attributes:
            return values
        _, elements, meant = self._meant(text)
        if not elements:
            return values
        shares = [self._share(self._numbers(v.facts), meant, 0.0) for v in values]
        return [v for v, share in zip(values, shares, strict=True) if share >= max(shares) * _NEAREST]

    def stand(self, text: str, question: Question, found: Found) -> float:
        """Return how much of the best share the acts bear out on which an answer rests.

        0 where each leaves out a word or a date of the question, denies what has a yes, or is singled out by nothing
        where no deed is asked about; 1 where they are no acts, or no sound act is the best.
        """
        if question.form not in _FORMS:
            return 1.0
        alone = not question.acts.kinds or question.attributes == ("duration",)
        if alone and question.form in _OF_ONE and not (found.of_one() or self._of_one_picture(question, found)):
            return 0.0
        _, elements, meant = self._meant(text)
        own = self._numbers(found.acts or found.facts)
        if not elements or not own:
            return 1.0
        if alone and question.form == "reason" and not self._near(found, elements):
            return 0.0
        if any(v.value == "yes" for v in found.values) and self._denied(own, elements):
            return 0.0
        told = [e for e in elements if e.sort == "word" or (e.date and e.date.date)]
        voiceless = question.form == "content" and not (question.acts.parties or question.acts.speakers)
        if voiceless:  # who speaks is told by the statement's own names and kinds
            told += [e for e in elements if e.sort in ("name", "kind") and not e.saying]
        counted = any(FIGURE.search(v.value) for v in found.values) and "model" not in question.attributes
        if question.form in ("detail", "parties") and counted:  # a figure is of those who are named
            voices = {i for p in question.acts.speakers for i in p.ids}  # looked at already
            told += [e for e in elements if e.sort == "name" and not (e.person or voices.intersection(e.ids))]
        told = [e for e in told if not (e.plain or e.aside or e.turning)]
        # Where no deed is asked about, who does something is told by the act's own words.
        word = OWN * LOOSELY if (alone and question.form == "party") or voiceless else LEAST_WORD
        least = [(self.support.index.levels(e), self._least(e, question, word)) for e in told]
        if not any(all(there.get(n, 0.0) >= worth for there, worth in least) for n in own):
            return 0.0
        if not meant:
            return 0.0 if alone and question.form == "party" and not _named(question) else 1.0
        if not (meant[0].sound and meant[0].done):
            return 1.0
        return self._share(own, meant, _FAR) / meant[0].share

    def is_of(self, noun: Mention, act: str) -> bool:
        """Say whether an act is of the kind that a noun names, or tells of one."""
        one = self.support.by_id.get(act)
        said = one.own | one.chain if one else set()
        return not said.isdisjoint(noun.tokens) or bool(noun.stems and said.issuperset(noun.stems))

    def _numbers(self, facts: Iterable[str]) -> list[int]:
        return [n for fact in facts for n in self.support.resting.get(fact, ())]

    def _least(self, element: Element, question: Question, word: float) -> float:
        """Return how near an element must stand; who does something does it with the model that is named."""
        if element.date is not None:
            return NEAR
        return CHAIN if question.form == "party" and FIGURE.search(element.words) else word

    def _of_one_picture(self, question: Question, found: Found) -> bool:
        """Say whether all answers are for the same picture: one may have several sources."""
        acts = [set(self._numbers(v.facts)) for v in found.values]
        return question.attributes == ("photo_by",) and bool(acts) and bool(set.intersection(*acts))

    def _share(self, acts: list[int], meant: list[Meant], least: float) -> float:
        """Return how much of a question the best of some acts bears out."""
        ids = {self.support.candidates[n].id for n in acts}
        return max((m.share for m in meant if not ids.isdisjoint(m.ids)), default=least)

    def _near(self, found: Found, elements: list[Element]) -> bool:
        """Say whether each reason that was found tells of a thing that the question names."""
        told = [e for e in elements if e.sort in ("name", "kind", "word") and not (e.plain or e.aside or e.person)]
        reasons = [self.support.candidates[n] for n in self._numbers(f for v in found.values for f in v.facts)]
        return all(any(e.borne_out(one.own) for e in told) for one in reasons)

    def _denied(self, own: list[int], elements: list[Element]) -> bool:
        """Say whether acts are denied or denials, and a question says nothing of that."""
        denied = all(NEGATED in self.support.candidates[n].own for n in own)
        return denied and not any(NEGATED in e.tokens for e in elements)

    def _meant(self, text: str) -> tuple[str, list[Element], list[Meant]]:
        if self._of[0] != text:
            elements = self.wanted.elements(text)
            self._of = (text, elements, self.support.meant(elements) if elements else [])
        return self._of


def _named(question: Question) -> bool:
    """Say whether a question names anybody who takes part or speaks."""
    return bool(question.acts.parties or question.acts.speakers)
