"""English to a typed question about coded events: what is asked, when, compared with what, and of which act."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.queries.ask.events.actors import Actors, Mention
from communique.queries.ask.events.acts import PALE
from communique.queries.ask.events.asides import apart
from communique.queries.ask.events.asked import sentences, take_asked
from communique.queries.ask.events.backgrounds import without_background
from communique.queries.ask.events.cutting import cut_parts
from communique.queries.ask.events.denials import undenied
from communique.queries.ask.events.dialects import Dialect
from communique.queries.ask.events.elements import Element, Unread
from communique.queries.ask.events.framing import without_asker
from communique.queries.ask.events.idioms import whole
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.merging import Merging
from communique.queries.ask.events.ordering import take_order
from communique.queries.ask.events.periods import take_periods
from communique.queries.ask.events.places import asks_act, asks_place, with_where
from communique.queries.ask.events.preambles import without_closing, without_opening
from communique.queries.ask.events.question import UNITS, EventQuestion, NotRead, Period, Pivot
from communique.queries.ask.events.rereading import reread
from communique.queries.ask.events.resembling import near, resembling
from communique.queries.ask.events.retelling import retold
from communique.queries.ask.events.scanning import scan
from communique.queries.ask.events.settling import foreseen, settled
from communique.queries.ask.events.sparing import spared
from communique.queries.ask.events.told import (
    is_ordered,
    without_denied,
    without_frequency,
    without_idle,
    without_limits,
)
from communique.queries.ask.events.told_dates import dated, take_told
from communique.queries.ask.events.typed import compared as named_act
from communique.schemas.date_words import MONTHS


class Grammar:
    """Reads questions with the names of one store, in one dialect."""

    def __init__(self, actors: Actors, words: EventWords, dialect: Dialect) -> None:
        self.actors, self.words, self.dialect = actors, words, dialect

    def read(self, text: str) -> EventQuestion | NotRead:
        """Return the typed question, or why there is none."""
        elements = scan(text, self.actors, self.words, self.dialect.short_dates)
        framed = without_asker(elements)
        read = self._read_through(framed, text)
        if isinstance(read, NotRead) and framed != elements:
            return self._read_through(elements, text)
        return read

    def _read_through(self, elements: list[Element], text: str) -> EventQuestion | NotRead:
        elements = [e for sentence in sentences(elements) for e in undenied(sentence)]
        for again in (whole, foreseen, spared, retold, reread):
            elements = list(again(elements, self.words))
        elements = settled(without_closing(without_opening(list(apart(elements)))), self.words)
        exact = elements = without_denied(dated(elements))
        if self.dialect.similar:
            elements = resembling(elements, self.actors)
        elements = [e for e in elements if e.words not in self.dialect.ignored]
        read = self._read(elements, text)
        if isinstance(read, NotRead) and (asking := without_background(exact)):
            alone = self._read(resembling(asking, self.actors) if self.dialect.similar else asking, text)
            if isinstance(alone, EventQuestion):
                return replace(alone, unknown=tuple(dict.fromkeys(e.words for e in exact if e.type == "word")))
        if isinstance(read, NotRead) and self.dialect.unknown:
            for said in (elements, without_idle(elements)):
                loose = self._read(said, text, loosely=True)
                if isinstance(loose, EventQuestion):
                    return loose
        return read

    def _read(self, elements: list[Element], text: str, loosely: bool = False) -> EventQuestion | NotRead:
        """Return what elements ask; `loosely`, words that limit what is only told are left aside."""
        elements = [e for sentence in sentences(elements) for e in without_frequency(sentence)]
        told: list[str] = []
        if loosely:
            ordered = is_ordered(elements)
            read = [without_limits(sentence, ordered) for sentence in sentences(elements)]
            elements = [e for sentence, _ in read for e in sentence]
            told = [word for _, words in read for word in words]
        unknown = list(dict.fromkeys(e.words for e in elements if e.type in ("word", "limits")))
        limited = any(e.type == "limits" for e in elements) or not all(_idle(word, text) for word in unknown)
        if limited or len(unknown) > self.dialect.unknown:
            suggestions = near(unknown, elements, self.actors, self.words)
            return NotRead("not understood: " + ", ".join(unknown), tuple(suggestions))
        try:
            question = self._question([e for e in with_where(elements) if e.type not in ("filler", "word")])
        except Unread as reason:
            return NotRead(str(reason))
        weak = all(e.other for e in elements if e.type == "act") and not any(e.type == "manner" for e in elements)
        if unknown and (weak or question.code in PALE):
            return NotRead("not understood: " + ", ".join(unknown))
        if any(e.words == "where" for e in elements) and asks_place(elements, question):
            return NotRead("not understood: where (no place of coded events is known by name)")
        return replace(
            question, unknown=tuple(dict.fromkeys([*told, *unknown])), also=self._also(elements, question.code)
        )

    def _question(self, elements: list[Element]) -> EventQuestion:
        if asks_act(elements):
            raise Unread(
                "which act is asked for is not said: what happened, what ... do "
                "(name one: whom did ... criticize; kg timeline NAME lists all acts of somebody)"
            )
        counted = self._counted(elements)
        asked, elements = take_asked(elements)
        order, elements = take_order(elements, asked)
        elements, told = take_told(elements)
        periods, elements = take_periods(elements)
        compared = take_periods(told)[0] if told else []
        parts = cut_parts(elements, asked)
        merged = Merging(parts, asked, order, self.words, self.dialect, bool(periods)).merge()
        clause, pivots = merged.clause, merged.pivots
        if merged.stray:
            pivots = self._strayed(pivots, merged.stray)
        if any(p.actor is None and p.act is None for p in pivots):
            raise Unread("the act on the same day, month or year is not named (say: as whom)")
        asked = clause.asked if asked == "who" else asked
        if asked in UNITS and any(_settles(p, asked) for p in periods):
            raise Unread(f"the {asked} is given: what else is asked for is not clear")
        mutual = clause.mutual and clause.by is not None and clause.toward is not None
        question = EventQuestion(
            asked, clause.code, clause.by, clause.toward, tuple(periods), order, tuple(pivots), counted, mutual
        )
        if not compared:
            return question
        if len(pivots) != 1:
            raise Unread(f"which act was {compared[0].words} is not clear")
        act = replace(named_act(question, pivots[0]), periods=tuple(compared))
        return replace(question, pivots=(Pivot(pivots[0].relation, act=act),))

    def _also(self, elements: list[Element], code: str) -> tuple[str, ...]:
        """Return what other acts the words of the act name: "called on" is a visit or an appeal."""
        acts = [e for e in elements if e.type == "act" and self.dialect.read_as(e.value) == code and not e.other]
        if len({e.words for e in acts}) != 1:
            return ()
        meant = [m[1] for m in self.words.look_up(acts[0].words) if m[0] == "act"]
        others = (self.dialect.read_as(c) for c in (*meant, *self.words.also.get(acts[0].words, ())))
        return tuple(c for c in dict.fromkeys(others) if c != code)

    def _counted(self, elements: list[Element]) -> str:
        """Return whether different actors are counted, or the states for which they act; '' for neither."""
        many = next((n for n, e in enumerate(elements) if e.type == "many"), None)
        if many is None:
            return ""
        noun = next((e for e in elements[many:] if e.type == "somebody"), None)
        return "states" if noun is not None and noun.words in self.words.states else "actors"

    def _strayed(self, pivots: list[Pivot], stray: Mention) -> list[Pivot]:
        """Give a name that has no part in the clause to a comparison that lacks one, where the dialect allows it."""
        at = next((n for n, p in enumerate(pivots) if p.actor is None and p.act is None), None)
        if at is not None and self.dialect.stray_pivot:
            return [*pivots[:at], replace(pivots[at], actor=stray), *pivots[at + 1 :]]
        hint = "" if at is None else " (say: as)"
        raise Unread(f"what {stray.words!r} has to do with it is not clear{hint}")


def _settles(period: Period, unit: str) -> bool:
    """Say whether a time that is given is one day, month or year already."""
    ends = (str(period.since), str(period.until))
    length = {"day": 10, "month": 7, "year": 4}[unit]
    return period.since is not None and ends[0][:length] == ends[1][:length]


def _idle(word: str, text: str) -> bool:
    """Say whether an unknown word may be of no weight: no figure, month, name or superlative."""
    named = re.search(rf"(?<![.?!:;] )(?<!^)(?<!\")\b{re.escape(word.title())}\b", text)
    return word.isalpha() and not named and word not in MONTHS and not word.endswith("est")
