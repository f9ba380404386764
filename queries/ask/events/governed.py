"""What a preposition before a name says of its part: "by China", "from China", "of China"."""

from __future__ import annotations

from communique.queries.ask.events.elements import Element, Elements
from communique.queries.ask.events.voice import Voice

VISITS = ("042",)
HOST = "043"
_WISHES = ("020", "036", "030", "032")
COMING = ("come", "come to", "come forward", "arrive", "reach", "date", "emerge", "rise", "be heard")
Cue = tuple[str, int]


class Governed(Voice):
    """The parts that prepositions give in one clause, by the verb or the noun of a deed before them."""

    def __init__(self, elements: Elements, code: str) -> None:
        super().__init__(elements)
        self.code = code

    def _governor(self, at: int) -> int | None:
        before = [n for n in self.verbs if n < at]
        if before:
            return before[-1]
        return self.head

    def _preposition(self, word: str, at: int) -> Cue:
        governor = self._governor(at)
        if governor is None:
            return ("by", 2 if word != "of" else 1) if word in ("by", "from", "of") else ("toward", 1)
        element = self.elements[governor]
        turned = self.turned or any(
            self.elements[n].type == "mirror" or self.elements[n].turned or "patient" in self.elements[n].forms
            for n in self.verbs
            if n <= at
        )
        if self.code == HOST and word in ("from", "by") and element.value in VISITS and governor == at - 1:
            return "toward", 3  # "welcomed a visit from China"
        match word:
            case "by":
                received = (element.type == "mirror" or element.turned) and self._passive(governor)
                return ("toward" if received else "by"), 3
            case "from" | "on the part of" | "at hands of":
                if turned:
                    return "by", 3
                if word == "from" and self._comes(governor):
                    return "by", 3  # "an appeal came from China", "its first appeal from China"
                if word == "from" and (self.code in _WISHES or not self._deed(governor)):
                    return ("by" if self.turned else "toward"), 1
                return "by", 2
            case "of":
                return self._of(element, governor, turned)
            case "between" | "among" | "amongst":
                return "by", 1
            case "in" | "inside" | "within" if self.code not in VISITS:
                return ("by" if self.turned else "toward"), 1
        if turned and self._passive(governor) is False and self.elements[governor].type == "mirror" and word == "to":
            return "by", 1
        return "toward", 2

    def _comes(self, governor: int) -> bool:
        """Say whether a deed is from somebody: it came from him, or the clause is no more than its noun."""
        if self.elements[governor].value in COMING:
            return not self.code or any(self._deed(n) for n in self.verbs if n < governor)
        noun = self._nominal(governor) or (self.subject is None and self._deed(governor))
        return self.head == governor and noun and self.elements[governor].type == "act"

    def _deed(self, n: int) -> bool:
        return self._nominal(n) or "noun" in self.elements[n].forms

    def _of(self, element: Element, governor: int, turned: bool) -> Cue:
        if "agent" in element.forms:
            return "toward", 3
        if self.wanted_as(governor):
            return "toward", 2
        if "patient" in element.forms or turned or element.type == "intents":  # "the wish of whom"
            return "by", 2
        if not self._deed(governor):
            return "toward", 2
        parties = [n for n in range(len(self.elements)) if self._type(n) == "name"]
        if any(n and self.elements[n - 1].words in ("by", "from") for n in parties):
            return "toward", 2  # "criticism of Japan from China"
        return ("by" if self.code in VISITS or len(parties) > 1 else "toward"), 1
