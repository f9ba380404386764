"""The verb of a clause, its subject, and whether the subject does the act or the act is aimed at it."""

from __future__ import annotations

from communique.queries.ask.events.elements import Elements

PARTIES = ("name", "who", "pron")
PARTICLES = frozenset("up out off down away forward together across along as through around".split())
VERBAL = ("act", "manner", "light", "mirror", "intents", "ask_for")


class Voice:
    """The verbs of one clause; `head` is the first of them, `turned` where the act is aimed at the subject."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.verbs = [n for n, e in enumerate(elements) if e.type in VERBAL]
        self.head = self._head()
        self.subject = self._subject()
        self.turned = self._turned()

    @property
    def clashing(self) -> int | None:
        """Where a second act stands that has a subject of its own, if one does."""
        own = [
            n
            for n in self.verbs
            if self.elements[n].type == "act"
            and not self._nominal(n)
            and not self.elements[n].forms <= {"ing"}
            and n
            and self._type(n - 1) == "name"
            and self._bare(n - 1)
            and self.elements[n].forms & {"past", "s"}
        ]
        return own[1] if len(own) > 1 else None

    def _type(self, n: int) -> str:
        return self.elements[n].type if 0 <= n < len(self.elements) else ""

    def _nominal(self, n: int) -> bool:
        """Say whether an act is a noun: "the criticism", "on a visit", "China's visit"; not "to visit"."""
        element = self.elements[n]
        if element.forms & {"agent", "patient"}:
            return True
        if element.type == "act" and element.forms <= {"noun"}:
            return True
        if (
            (element.type == "intents" or (element.type == "light" and "base" in element.forms))
            and n
            and (self._type(n - 1) == "possessive" or self.elements[n - 1].words == "whose")
        ):
            return True
        if element.type == "intents" and not element.forms & {"past", "participle", "s", "ing"}:
            return self._type(n - 1) in ("possessive", "light", "mirror", "prepositions")
        if element.type == "light" and element.forms == {"noun"}:
            return True
        if "noun" not in element.forms or self._type(n - 1) in ("auxiliary",):
            return False
        before = self.elements[n - 1] if n else None
        return before is not None and (
            before.type in ("possessive", "light", "mirror")
            or before.words == "whose"
            or (before.type == "prepositions" and before.words != "to")
        )

    def _bare(self, n: int) -> bool:
        element = self.elements[n]
        if element.type not in PARTIES or element.words == "whose" or self._type(n + 1) == "possessive":
            return False
        before = self.elements[n - 1] if n else None
        if (
            before is not None
            and before.words in ("of", "with", "for")
            and self._doing(n + 1)
            and n == 1 + self._first()
        ):
            return True  # "the first time of Iraq praising China"
        return before is None or before.type != "prepositions" or before.words in PARTICLES

    def _first(self) -> int:
        """Return where the first preposition stands before which no act is."""
        before = self.verbs[0] if self.verbs else len(self.elements)
        return next((n for n in range(before) if self._type(n) == "prepositions"), -1)

    def _doing(self, n: int) -> bool:
        return n < len(self.elements) and self._type(n) in VERBAL and "ing" in self.elements[n].forms

    def _head(self) -> int | None:
        """Return where the first verb stands, or the noun of a deed where there is none."""
        finite = [n for n in self.verbs if not self._nominal(n)]
        return finite[0] if finite else (self.verbs[0] if self.verbs else None)

    def _subject(self) -> int | None:
        """Return where the subject stands: the nearest bare name before the verb, else who is asked for."""
        if self.head is None:
            return None
        before = [n for n in range(self.head) if self._bare(n) and not self._of_deed(n)]
        if any(self._nominal(n) for n in self.verbs if n < self.head):
            noun = next(n for n in self.verbs if n < self.head and self._nominal(n))
            if not self.elements[noun].forms & {"agent", "patient"} and not before:
                return None  # "an agreement was signed", "a visit was paid": nobody is the subject
        named = [n for n in before if self.elements[n].type != "who"]
        if named:
            return named[-1]
        return before[-1] if before else None

    def _of_deed(self, n: int) -> bool:
        """Say whether a name stands before the noun of its deed, with a verb behind: "Iraqi force was turned on"."""
        deed = self._type(n) == "name" and self._type(n + 1) == "act" and self.elements[n + 1].forms == {"noun"}
        return deed and self.head is not None and self.head > n + 1

    def _turned(self) -> bool:
        """Say whether the act is aimed at the subject: "suffered from", "was criticized", "was the target of"."""
        if self.head is None:
            return False
        turned = self._received()
        for n in range(self.head, len(self.elements)):
            element = self.elements[n]
            if element.type in PARTIES and n > self.head and self._type(n - 1) != "be":
                break
            if element.type not in VERBAL:
                continue
            if self.wanted_as(n):
                continue
            if element.type == "mirror" or element.turned or "patient" in element.forms:
                if not (turned and element.type == "mirror"):
                    turned = not turned
            if self._passive(n):
                turned = not turned
            if element.type in ("act", "manner"):
                break
        return turned

    def _received(self) -> bool:
        """Say whether a deed is received by somebody who is named before it: "Iraq, praise received"."""
        deed = [n for n in self.verbs if self.elements[n].type == "act" and "noun" in self.elements[n].forms]
        then = deed[0] + 1 if deed else len(self.elements)
        if then >= len(self.elements) or self._type(then) != "mirror" or "participle" not in self.elements[then].forms:
            return False
        return len(self.verbs) == 2 and self._type(then + 1) in ("", "prepositions") and self._type(then - 2) == "name"

    def wanted_as(self, n: int) -> bool:
        """Say whether the subject acts for a noun to be true: "want China as a partner", "want to be its partner"."""
        if "patient" not in self.elements[n].forms:
            return False
        before = self.elements[:n]
        wants = any(e.type == "intents" for e in before)
        if before and before[-1].words == "as":
            return wants or any(e.words in ("have", "had", "has") for e in before)
        wanting = next((m for m, e in enumerate(before) if e.type == "intents"), n)
        return any(e.words in ("be", "become", "becoming", "being") for e in before[wanting + 1 :])

    def _passive(self, n: int) -> bool:
        element = self.elements[n]
        if "participle" not in element.forms or element.type == "manner":
            return False
        if element.type == "intents" and "base" in element.forms:
            return False  # "interested", "prepared": adjectives
        if element.type in ("light", "intents") and self._raised(n):
            return False
        if self._type(n - 1) == "be":
            return True
        # "is China threatened", but not "was the last time China threatened"
        if n > 1 and self._type(n - 1) in PARTIES and self._type(n - 2) == "be":
            return element.at - self.elements[n - 1].at >= 1 and self.elements[n - 1].at - self.elements[n - 2].at <= 2
        return False

    def _raised(self, n: int) -> bool:
        """Say whether a clause hangs on a passive: "was said to have visited", "was interested in"."""
        to = self._type(n + 1) == "prepositions" and self.elements[n + 1].words == "to"
        return to and self._type(n + 2) in ("act", "light", "be", "auxiliary", "intents")
