"""Finds the words of a sentence that stand for acts, and how each is given: its verb's voice, mood and negation."""

from __future__ import annotations

from dataclasses import dataclass

from communique.loaders.drafting.items import Item
from communique.loaders.drafting.lexicon import Lexicon

_VERBAL = {"base", "s", "ing", "past", "participle"}


@dataclass(slots=True)
class Trigger:
    """A word for an act at `at`; `start` is where its verb group begins, `kind` is empty for verbs that are none.

    `factuality` is empty where the sentence gives none; `bare` where it has no auxiliary of its own.
    """

    at: int
    kind: str
    noun: bool
    start: int
    light: bool = False
    passive: bool = False
    factuality: str = ""
    infinitive: bool = False
    bare: bool = False


class Grammar:
    """Reads one sentence's items."""

    def __init__(self, items: list[Item], lexicon: Lexicon) -> None:
        self.items, self.lexicon = items, lexicon

    def is_(self, at: int, *groups: str) -> bool:
        """Say whether the word at a place belongs to one of the groups of grammar words."""
        if not 0 <= at < len(self.items):
            return False
        return any(self.lexicon.is_(group, self.items[at].words) for group in groups)

    def word(self, at: int) -> str:
        """Return the words at a place, or nothing outside the sentence."""
        return self.items[at].words if 0 <= at < len(self.items) else ""

    def triggers(self) -> list[Trigger]:
        """Return the words for acts, from left to right."""
        found: list[Trigger] = []
        for at, item in enumerate(self.items):
            if item.type == "according":
                found.append(Trigger(at, "say", False, at))
            elif item.type == "act" and not self._helps(at) and (trigger := self._trigger(at, item, found)):
                found.append(trigger)
        return found

    def _helps(self, at: int) -> bool:
        """Say whether a verb only helps the next one: "had" in "had not entered"."""
        if not self.is_(at, "auxiliaries"):
            return False
        at += 1
        while self.is_(at, "adverbs", "auxiliaries", "denied"):
            at += 1
        return at < len(self.items) and bool(self.items[at].forms("kind", "light", "plain") & {"participle", "base"})

    def _trigger(self, at: int, item: Item, before: list[Trigger]) -> Trigger | None:
        part = self._part(at, item, before)
        kinds = [s.id for s in item.senses if s.sort == "kind" and (s.form == "noun") == (part == "noun")]
        if part == "noun":
            return Trigger(at, kinds[0], True, at, factuality=self._nominal(at)) if kinds else None
        if part != "verb":
            return None
        start = at
        while self.is_(start - 1, "auxiliaries", "adverbs") or self.word(start - 1).endswith("n't"):
            start -= 1
        group = [self.word(n) for n in range(start, at)]
        trigger = Trigger(at, kinds[0] if kinds else "", False, start, bool(item.ids("light")))
        last = before[-1] if before and not before[-1].noun else None
        trigger.bare = not any(self.lexicon.is_("auxiliaries", w) or w.endswith("n't") for w in group)
        forms = item.forms("kind", "light", "plain")
        joined = last and trigger.bare and self._joined(last.at, start)
        if joined and last and (last.infinitive or not forms & {"past"} or last.passive):
            trigger.passive, trigger.infinitive, trigger.factuality = last.passive, last.infinitive, last.factuality
            return trigger
        done = "participle" in forms
        helped = any(self.lexicon.is_("passive", w) for w in group)
        trigger.passive = done and (helped or (trigger.bare and self.word(at + 1) == "by"))
        trigger.infinitive = "to" in group
        if trigger.bare and self.word(start - 1).endswith(" to") and "base" in forms:
            trigger.infinitive = True
            trigger.factuality = self._led(start)
            return trigger
        trigger.factuality = self._factuality(start, group)
        return trigger

    def _joined(self, last: int, start: int) -> bool:
        """Say whether a verb goes on from the last one: "develop and deepen", "to raise ..., to widen"."""
        return self.word(start - 1) in ("and", "or", ",") and start - last <= 12

    def _part(self, at: int, item: Item, before: list[Trigger]) -> str:
        """Return verb, noun or nothing: what a word that may be both is here."""
        forms = item.forms("kind", "light", "plain")
        nominal, verbal = "noun" in forms, bool(forms & _VERBAL)
        previous, following = at - 1, at + 1
        while self.is_(previous, "adverbs"):
            previous -= 1
        determined = self.is_(previous, "determiners") or self._attributive(previous)
        if not verbal:
            return "noun"
        helped = self.word(previous).endswith(("n't", " to"))
        if helped or self.is_(previous, "auxiliaries", "pronouns"):
            return "verb"
        if forms & {"ing", "past", "participle"} and not forms & {"base", "s"}:
            if not determined:
                return "verb"
            return "noun" if nominal else ""
        if not nominal:
            return "" if determined or (forms == {"base"} and self._single(previous)) else "verb"
        if determined or self.is_(previous, "prepositions", "places", "sources"):
            return "noun"
        if self.word(previous) in ("and", "or") and before and before[-1].at >= at - 4:
            return "noun" if before[-1].noun else "verb"
        opened = self.is_(following, "determiners") or self.word(following) == "that" or self._named(following)
        return "verb" if opened and at else "noun"

    def _single(self, at: int) -> bool:
        """Say whether a word can be no subject of a base form: "President-elect"."""
        word = self.word(at)
        return (
            0 <= at and self.items[at].type == "word" and not word.endswith("s") and word not in ("and", "or", "that")
        )

    def _attributive(self, at: int) -> bool:
        return 0 <= at < len(self.items) and bool(self.items[at].ids("demonym"))

    def _named(self, at: int) -> bool:
        return 0 <= at < len(self.items) and self.items[at].type == "name"

    def _nominal(self, at: int) -> str:
        return "denied" if any(self.is_(n, "denied") for n in range(max(0, at - 3), at)) else ""

    def _factuality(self, start: int, group: list[str]) -> str:
        if any(self.lexicon.is_("denied", w) or w.endswith("n't") for w in group):
            return "denied"
        if "to" in group:
            return self._led(start + group.index("to"))
        for name in ("possible", "called_for", "planned", "habitual"):
            if any(self.lexicon.is_(name, w) for w in group):
                return name
        return "denied" if self.is_(self._head(start), "denied") else ""

    def _head(self, start: int) -> int:
        """Return where the subject's first word is, for "no military aircraft had violated"."""
        at = start - 1
        while at >= 0 and self.items[at].type in ("word", "name", "figure") and not self.is_(at, "openers", "denied"):
            at -= 1
        return at

    def _led(self, to: int) -> str:
        """Return what an infinitive is, by the nearest word before "to" that leads to one; else a purpose."""
        leads = self.lexicon.words["leads_to"]
        for at in range(to - 1, max(-1, to - 5), -1):
            word = self.word(at).removesuffix(" to")
            for name, words in leads.items():
                if (word in words or word.rsplit(" ", 1)[-1] in words) and not (
                    at < to - 1 and self.is_(at, "auxiliaries")
                ):
                    return str(name)
        return "planned"
