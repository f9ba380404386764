"""What the place of a name in a clause says of its part: whether it does the act, or the act is aimed at it."""

from __future__ import annotations

from communique.queries.ask.events.governed import COMING, HOST, VISITS, Cue, Governed
from communique.queries.ask.events.voice import PARTIES

_STRANDED = frozenset("with to by from against about at on for of in toward towards upon into over".split())
_DID = ("did", "does", "do", "had", "has")
_AIMED = (" with", " on", " upon", " against", " at", " toward", " towards")
_NOTHING = ("", 0)


class Cues(Governed):
    """The parts that places in one clause give, each with how sure it is: 3 is surest, 0 says nothing."""

    def of(self, n: int) -> Cue:
        """Return the part of the name, pronoun or question word at a place: by or toward."""
        element = self.elements[n]
        if element.words == "whose" or self._type(n + 1) == "possessive" or self._adjective(n):
            if self._type(n + 1) != "possessive" or not self._owns_nothing(n):
                return self._possessor(n)
        before = self.elements[n - 1] if n else None
        if before is not None and before.type == "and" and n > 1 and self.elements[n - 2].type in PARTIES:
            return self._joined(n)
        if before is not None and before.type == "prepositions" and not self._bare(n):
            return self._preposition(before.words, n - 1)
        if n == self.subject and self._topic():
            return _NOTHING  # "Iraq, formal agreements, 2010"
        if n == self.subject and (element.words != "whom" or self._stranded() is None):
            return ("toward" if self.turned else "by"), 2
        if element.type == "who" and (at := self._stranded()) is not None:
            return self._preposition(self.elements[at].words, at)
        if self.head is not None and n > self.head:
            return self._object(n)
        if element.type == "who" and self.subject is not None:
            return ("by" if self.turned else "toward"), 1
        return _NOTHING

    def _topic(self) -> bool:
        """Say whether a clause is no more than a name and the noun of a deed behind it."""
        nouns = [e for e in self.elements if e.type not in ("name", "comma")]
        plain = all(e.type == "manner" or (e.type == "act" and e.forms <= {"noun"}) for e in nouns)
        alone = sum(e.type == "name" for e in self.elements) == 1
        return (
            alone
            and plain
            and self._apart(self.subject or 0)
            and self.subject is not None
            and self.head is not None
            and self.subject < self.head
        )

    def _owns_nothing(self, n: int) -> bool:
        """Say whether a name with an s stands behind "of" and before no deed: "a partner of China's"."""
        of = n > 0 and self.elements[n - 1].words == "of"
        return of and self._type(n + 2) in ("", "prepositions", "comma", "relative", "be", "auxiliary")

    def _adjective(self, n: int) -> bool:
        """Say whether a name stands before the noun of its deed: "Iranian criticism"."""
        before = self.elements[n - 1].type if n else ""
        return (
            self._type(n) == "name"
            and self._type(n + 1) == "act"
            and before in ("", "be", "mirror", "auxiliary")
            and (self.elements[n + 1].forms == {"noun"})
            and not self._apart(n)
        )

    def _apart(self, n: int) -> bool:
        """Say whether a comma stands behind a name: "Iran, criticism of Japan"."""
        element = self.elements[n]
        return self.elements[n + 1].at > element.at + len(element.words.replace("'s", " 's").split())

    def _stands_at(self, n: int) -> bool:
        """Say whether a preposition of aim or place stands before: "at whose feet"."""
        before = self.elements[n - 1] if n else None
        return (
            before is not None
            and before.type == "prepositions"
            and before.words in ("at", "on", "upon", "against", "to", "toward")
        )

    def _possessor(self, n: int) -> Cue:
        then = next((m for m in self.verbs if m > n), None)
        if then is None:
            return ("by", 1) if self.elements[n].words == "whose" else _NOTHING
        if self._stands_at(n) and self.subject is not None and n < self.subject < then:
            return ("by" if self.turned else "toward"), 2  # "at whose door did China lay the blame"
        element = self.elements[then]
        deeds = [m for m in self.verbs if m < n and self._type(m) == "act" and not self._nominal(m)]
        helping = element.type in ("intents", "ask_for", "light") and self.subject not in (None, n)
        if deeds and element.type == "light" and self.subject not in (None, n):  # "declined China's offer"
            return ("by" if self.turned else "toward"), 2
        if helping and self._type((self.subject or 0) + 1) in ("act", "manner"):  # "whose request did Iraq reject"
            return ("by" if self.turned else "toward"), 2
        if element.value in VISITS and self.code == HOST:
            return "toward", 3
        if "agent" in element.forms or self.wanted_as(then):
            return "toward", 3
        others = [m for m in range(len(self.elements)) if m != n and self._type(m) in PARTIES]
        if any(self._type(m - 1) == "prepositions" and self.elements[m - 1].words == "by" for m in others):
            return ("by" if self.turned else "toward"), 1
        comes = self._comes(then) or any(self.elements[m].value in COMING for m in self.verbs if m > then)
        if any(self.elements[m - 1].words == "from" and m > then for m in others) and comes:
            return "toward", 1  # "China's rebuff from Iraq", "its next praise came from Iraq"
        return "by", 3

    def _joined(self, n: int) -> Cue:
        first = self.of(n - 2)
        if any(e.type == "who" for e in self.elements) or not first[0]:
            return first[0], min(first[1], 1)
        return ("toward" if first[0] == "by" else "by"), 1

    def _stranded(self) -> int | None:
        """Return where a preposition stands without anybody behind it: "which country did China sign with"."""
        for n, element in enumerate(self.elements):
            if element.type == "prepositions" and element.words in _STRANDED and n:
                if self._type(n + 1) in ("", "prepositions", "relative", "be", "auxiliary"):
                    return n
        return None

    def _object(self, n: int) -> Cue:
        """Return the part of who stands behind the verb: "criticized X", "made X suffer", "is X"."""
        inverted = n == len(self.elements) - 1 and self.elements[n].type == "who" and self.elements[n - 1].words in _DID
        if inverted and self._type(n - 1) == "light":
            return "by", 2  # "and so did whom?"
        if self.elements[n].type == "who" and self.head == n - 1 and "agent" in self.elements[n - 1].forms:
            return "by", 2  # "its previous host was who?"
        if self._type(n - 1) == "be" and self.head is not None and n - 1 > self.head:
            return _NOTHING
        if self.turned and self.subject is None and self.elements[n - 1].words.endswith(_AIMED):
            return "toward", 2  # "an agreement was signed with China", "force was turned on China"
        sure = self.subject is not None and not self.turned and self._governor(n) is not None
        return ("by" if self.turned else "toward"), 2 if sure else 1
