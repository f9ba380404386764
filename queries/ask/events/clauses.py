"""Reads a clause: the act, who does it, at whom it is aimed, and which of the two is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.ask.events.actors import Mention
from communique.queries.ask.events.acts import code_of, resolved
from communique.queries.ask.events.cues import Cues
from communique.queries.ask.events.elements import Elements, Unread
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.question import OPPOSITE
from communique.queries.ask.events.voice import PARTIES

_DOES = ("do", "did", "done")


@dataclass(slots=True)
class Clause:
    """An act with its parties; `asked` is the part of who is asked for, `names` those that have no part yet.

    `code` is empty where the act is only taken up again: "did so". `pron` are pronouns by their
    parts, `subject` is the part of the subject. `asks` where no more is said than that somebody asked, `mutual` where
    two do together what each does: "Iraq and Oman signed", `wishes` where an act is wanted, `again` where
    it only takes one up ("who did so"), `weak` where what names the act may only help another, `does` where
    it is "do so" itself.
    """

    code: str = ""
    by: Mention | None = None
    toward: Mention | None = None
    asked: str = ""
    names: list[Mention] = field(default_factory=list)
    pron: dict[str, str] = field(default_factory=dict)
    subject: str = ""
    asks: bool = False
    mutual: bool = False
    wishes: bool = False
    again: bool = False
    weak: bool = False
    does: bool = False

    def party(self, role: str) -> Mention | None:
        """Return who has a part."""
        return self.by if role == "by" else self.toward

    def give(self, role: str, mention: Mention | None) -> None:
        """Give somebody a part, or nobody."""
        if role == "by":
            self.by = mention
        else:
            self.toward = mention

    @property
    def mentions(self) -> list[Mention]:
        """Everybody who is named."""
        return [m for m in (self.by, self.toward, *self.names) if m]


def read_clause(elements: Elements, words: EventWords, wanted: str = "") -> Clause:
    """Return the clause; with `wanted`, of words that can be an act or help one those with that code are the act.

    Raises
    ------
    Unread
        With the reason why there is none.
    """
    elements = resolved(_one_asking(elements), wanted)
    clause = Clause(code_of(elements, words))
    helping = {e.other for e in elements if e.type == "act"}
    clause.weak = bool(helping) and helping <= {"mirror", "light"}
    clause.asks = {e.other for e in elements if e.type == "act"} == {"ask_for"}
    clause.again = not clause.code and any(e.type == "light" for e in elements)
    clause.does = any(e.value == "do so" and e.words.startswith(_DOES) for e in elements)
    clause.wishes = any(e.type == "intents" for e in elements)
    clause.mutual = clause.code in words.mutual and any(
        [e.type for e in elements[n : n + 3]] == ["name", "and", "name"] for n in range(len(elements))
    )
    cues = Cues(elements, clause.code)
    if cues.clashing is not None:
        raise Unread(f"which act is meant is not clear: {elements[cues.clashing].words}")
    if cues.subject is not None and elements[cues.subject].type == "name":
        clause.subject = "toward" if cues.turned else "by"
    votes = {n: cues.of(n) for n, e in enumerate(elements) if e.type in PARTIES}
    _agreed(elements, votes)
    for n in sorted(votes, key=lambda n: -votes[n][1]):
        role, _ = votes[n]
        element = elements[n]
        if element.type == "who":
            clause.asked = role
        elif element.type == "pron":
            clause.pron[role] = element.words
        elif element.mention and element.mention.ids not in {m.ids for m in clause.mentions}:
            if role and not clause.party(role):
                clause.give(role, element.mention)
            else:
                clause.names.append(element.mention)
    if len(set(clause.pron.values())) < len(clause.pron):  # "with whom he said he wanted to meet"
        clause.pron.pop(clause.asked, None)
    if not clause.asked and clause.code and clause.names and len(clause.mentions) == 2 and (clause.by or clause.toward):
        clause.give("toward" if clause.by else "by", clause.names.pop())
    return clause


def _one_asking(elements: Elements) -> Elements:
    """Keep one word that asks for somebody: "who was the first country that" is one, and "which country" too."""
    asking = [e for e in elements if e.type == "who"]
    best = next((e for n, e in enumerate(elements) if e.type == "who" and _marked(elements, n)), None)
    best = best or (asking[0] if asking else None)
    return [e for e in elements if e.type not in ("who", "somebody") or e is best]


def _marked(elements: Elements, at: int) -> bool:
    """Say whether a word that asks shows its own part: "whose", "with which"."""
    return elements[at].words in ("whose", "whom") or (at > 0 and elements[at - 1].type == "prepositions")


def _agreed(elements: Elements, votes: dict[int, tuple[str, int]]) -> None:
    """Let the surer of who is asked for and who is named decide where they claim the same part."""
    asking = next((n for n in votes if elements[n].type == "who"), None)
    if asking is None:
        return
    others = [n for n in votes if n != asking and votes[n][0]]
    if not others:
        return
    named = max(others, key=lambda n: (votes[n][1], elements[n].type == "name"))
    role, strength = votes[asking]
    if not role or (role == votes[named][0] and strength <= votes[named][1] and len(others) == 1):
        votes[asking] = OPPOSITE[votes[named][0]], votes[named][1]
    elif role == votes[named][0] and len(others) == 1:
        votes[named] = OPPOSITE[role], 1
