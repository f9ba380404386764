"""Puts the clauses of a question together: who is meant by "it", which act "did so" is, what is compared with what."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.ask.events.actors import Mention
from communique.queries.ask.events.asking import asks_object, find_asking
from communique.queries.ask.events.clauses import Clause, read_clause
from communique.queries.ask.events.dialects import Dialect
from communique.queries.ask.events.elements import Unread
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.parts import Part, Parts
from communique.queries.ask.events.pivots import pivot_of
from communique.queries.ask.events.question import OPPOSITE, TOGETHER, UNITS, Pivot

_PERSONAL = ("he", "she", "him", "his", "her")
_GUEST = {"042": "043", "043": "042"}


@dataclass(slots=True)
class Merged:
    """The clause that asks, with what it is compared with."""

    clause: Clause
    pivots: list[Pivot] = field(default_factory=list)
    stray: Mention | None = None


class Merging:
    """Merges the clauses of one question."""

    def __init__(self, parts: Parts, asked: str, order: str, words: EventWords, dialect: Dialect, dated: bool) -> None:
        self.parts, self.asked, self.order, self.words, self.dialect = parts, asked, order, words, dialect
        self.dated = dated
        self.acting = False
        told = any(sum(e.type == "name" for e in p.elements) > 1 for p in parts.clauses)
        if dated and not told and not parts.compared:
            parts.open = [r for r in parts.open if r not in UNITS]  # "2005: China came first that year. With whom?"
        self.open = [r for r in parts.open if r != "next"]

    def merge(self) -> Merged:
        """Return the one clause.

        Raises
        ------
        Unread
            With the reason why the clauses make none.
        """
        main, others = find_asking(self.parts, self.asked, self._read)
        least = 1 if main.mentions else 0  # "threats against China: who was behind them?"
        told = next((c.code for c in others if c.code and len(c.mentions) > least), "")
        if main.code and main.weak and told and told not in (main.code, _GUEST.get(main.code)):
            main, others = find_asking(self.parts, self.asked, lambda part: self._read(part, told))  # "received one"
        self.acting = bool(main.code)
        relations = self._relations(main, others)
        compared = [(p.relation, self._read(p, main.code)) for p in self.parts.compared]
        if not main.code:
            main.code = next((c.code for c in (*others, *(c for _, c in compared)) if c.code), "")
            if main.wishes:
                main.code = self.dialect.read_as(self.words.intended.get(main.code, main.code))
        if not main.code:
            raise Unread("the question names no act that is known")
        statements = [c for c in others if c.mentions or c.code]
        if not statements:  # "once China had ..., who was first after that"
            relations = [r for r in relations if r not in {known for known, _ in compared}]
        if relations and not compared and statements:
            compared = [(relations.pop(0), c) for c in statements[:1]]
            statements = statements[1:]
        self._persons(main, [*statements, *(c for _, c in compared)])
        if main.again or not (main.mentions or main.pron or self.acting):
            self._paired(main, statements, [c for _, c in compared])
        known = {m.ids for _, c in compared for m in c.mentions}
        for statement in statements:
            self._united(main, statement, known)
        merged = Merged(main)
        compared = self._along(compared, relations)
        self._anchored(main, [c for _, c in compared])
        if self.asked == "who" and not main.asked:
            main.asked = OPPOSITE["by" if main.by else "toward"] if main.by or main.toward else "by"
        merged.pivots = [pivot_of(main, relation, clause, self.asked) for relation, clause in compared]
        self._remaining(merged, relations)
        return merged

    def _read(self, part: Part, wanted: str = "") -> Clause:
        clause = read_clause(part.elements, self.words, wanted)
        clause.code = self.dialect.read_as(clause.code)
        return clause

    def _relations(self, main: Clause, others: list[Clause]) -> list[str]:
        """Return what the clause that asks says of its time beside another: before, after, the same month."""
        relations = list(dict.fromkeys(self.open))
        told = any(c.mentions and c.code for c in others)
        if self.dated and not told and not self.parts.compared:  # "November 2014: who came that month?"
            relations = [r for r in relations if r not in UNITS]
        compared = any(p.relation in ("before", "after") for p in self.parts.compared)
        if not relations and told and not compared and "next" not in self.parts.open:
            relations = list(dict.fromkeys(self.parts.somewhen))
        if not relations and told and self._had_then() and not self.parts.compared:
            if self.order == "last" or self._same_act(main, others):
                relations = ["before"]  # "who had been the last to do so", "who had already signed one"
        if not relations and "next" in self.parts.open and told and not self.parts.compared:
            relations = ["after"]
        return relations

    def _had_then(self) -> bool:
        """Say whether who is asked for had done it by the time that is told."""
        return any(e.words == "had" for p in self.parts.clauses if p.has("who") for e in p.elements)

    @staticmethod
    def _same_act(main: Clause, told: list[Clause]) -> bool:
        """Say whether who is asked for had done no other act than the one that is told."""
        alike = any(c.code and main.code in ("", c.code) and len(c.mentions) > 1 for c in told)
        return alike and not main.mentions

    @staticmethod
    def _persons(main: Clause, told: list[Clause]) -> None:
        """Let "he" and "her" be the one person that is told of, where he has the other part there."""
        for role, word in main.pron.items():
            own = {m.ids: m for c in told for m in c.mentions if m.own}
            if word not in _PERSONAL or role in ("", main.asked) or main.party(role) or len(own) != 1:
                continue
            person = next(iter(own.values()))
            if not any((there := c.party(role)) and there.ids == person.ids for c in told):
                main.give(role, person)

    @staticmethod
    def _paired(main: Clause, told: list[Clause], compared: list[Clause]) -> None:
        """Ask for the part that who is compared with has in what is told: "Iraq was praised. After Iraq, who?"."""
        for mention in (c.mentions[0] for c in compared if len(c.mentions) == 1 and not c.code):
            for role in ("by", "toward"):
                if any((there := c.party(role)) and there.ids == mention.ids for c in told):
                    main.asked = role

    def _united(self, main: Clause, told: Clause, compared: set[tuple[str, ...]]) -> None:
        """Add what another sentence says of the same act, but for who is compared with."""
        if main.asks and told.code in (*self.words.intended.values(), *self.words.wanted.values()):
            main.code = told.code  # "a request for a meeting came to China: whose request?"
        if told.code and told.code != main.code and (told.mentions or not told.weak):
            if told.code == _GUEST.get(main.code):
                told.by, told.toward = told.toward, told.by
            elif main.code in self.words.wider.get(told.code, ()):
                pass
            elif told.code in self.words.wider.get(main.code, ()):
                main.code = told.code
            else:
                raise Unread(f"which act is meant is not clear: {self.words.codes[told.code]}")
        for role in ("by", "toward"):
            mention = told.party(role)
            if mention is None or mention.ids in {m.ids for m in main.mentions}:
                continue
            if main.asked == role and mention.ids in compared:  # "China signed; who had done so before China?"
                continue
            other = OPPOSITE[role]
            if main.party(role) is None and main.asked != role:
                main.give(role, mention)
            elif (
                main.asked == role and main.code in TOGETHER and main.party(other) is None and told.party(other) is None
            ):
                main.give(other, mention)  # "China's agreements: signed by whom?"
            else:
                raise Unread(f"what {mention.words!r} has to do with it is not clear")
        main.names += [m for m in told.names if m.ids not in {o.ids for o in main.mentions}]
        if told.names and main.asked:
            role = OPPOSITE[main.asked]
            if main.party(role) is None:
                main.give(role, main.names.pop(0))

    def _along(self, compared: list[tuple[str, Clause]], relations: list[str]) -> list[tuple[str, Clause]]:
        """Say how those besides whom others are asked for, and acts by whose time it was, relate to the act."""
        found = []
        units = [r for r, _ in compared if r in UNITS]
        for relation, clause in compared:
            if relation in ("besides", "excluded"):
                if relation == "excluded" and not (relations or units):
                    found += [("excluded", Clause(names=[m])) for m in clause.mentions]
                    continue
                if relations:
                    relation = relations.pop(0)
                elif units:
                    self._joined(next(c for r, c in compared if r in UNITS), clause)
                    continue
                else:
                    raise Unread(
                        f"beside what time of {clause.mentions[0].words!r} is not clear (say: in the same month)"
                    )
            if relation == "when":
                if relations:
                    relation = relations.pop(0)
                elif self.order == "last" or any(e.words == "had" for p in self.parts.clauses for e in p.elements):
                    relation = "before"
                else:
                    raise Unread("whether before, after or on the same day is not clear")
            found.append((relation, clause))
        return found

    def _joined(self, clause: Clause, other: Clause) -> None:
        """Name in an act of the same time who did it besides: it must not be somebody else."""
        known = {m.ids for m in clause.mentions}
        clause.names += [m for m in other.mentions if m.ids not in known]

    def _anchored(self, main: Clause, compared: list[Clause]) -> None:
        """Give the clause that asks the party it takes from another: "it" is who has the same part there."""
        if self.asked != "who":
            return
        for clause in compared:
            if main.asks and clause.code in (*self.words.intended.values(), *self.words.wanted.values()):
                main.code = clause.code  # "Iraq asked to meet China; who was the last to ask before that?"
            if clause.code == _GUEST.get(main.code) and clause.code != main.code:
                clause.by, clause.toward, clause.code = clause.toward, clause.by, main.code
            elif clause.code and main.code in self.words.wider.get(clause.code, ()):
                clause.code = main.code
            elif clause.code in self.words.wider.get(main.code, ()):
                main.code = clause.code
        if main.again and not main.does and main.asked == "by" and not main.mentions and not main.pron:
            passive = any(
                c.subject == "toward" and c.by for c in compared
            )  # "Iraq was praised by China. Who followed?"
            main.asked = (
                "by" if passive else next((c.subject for c in compared if c.subject), "by")
            )  # "Iraq was praised. Who followed?"
        if not main.asked:
            roles = [r for r in ("by", "toward") if main.party(r)]
            if len(roles) == 1:
                main.asked = OPPOSITE[roles[0]]
            elif len(main.pron) == 1 and (role := next(iter(main.pron))):
                main.asked = OPPOSITE[role]
        if not main.asked and self.dialect.reverse and main.names and not (main.by or main.toward):
            wished = any(e.type == "intents" for p in self.parts.clauses for e in p.elements)
            main.asked = "toward" if wished else "by"  # "Iraq, visits; the last country before China"
        if not main.asked and not main.mentions:
            alike = next((c.subject for c in compared if c.subject), "by")  # "so was whom?"
            main.asked = "toward" if asks_object(self.parts) else alike
        if not main.asked:
            return
        role = OPPOSITE[main.asked]
        if main.party(role) is None and main.names and not compared:
            main.give(role, main.names.pop(0))
        for clause in compared:
            if main.party(role) is None and main.party(main.asked) is None and not main.names:
                if (mention := clause.party(role)) is not None and len(clause.mentions) > 1:
                    main.give(role, mention)
        if main.party(role) is None and main.names:
            main.give(role, main.names.pop(0))

    def _remaining(self, merged: Merged, relations: list[str]) -> None:
        """Let a name that shares the part asked for be what an open comparison means; else it is stray."""
        main = merged.clause
        for relation in relations:
            shared = main.party(main.asked) if main.asked else None
            if shared is not None:
                merged.pivots.append(Pivot(relation, shared))
                main.names = [m for m in main.names if m.ids != shared.ids]
                main.give(main.asked, None)
            elif main.names and relation not in UNITS:
                merged.pivots.append(Pivot(relation, main.names.pop(0)))
            else:
                merged.pivots.append(Pivot(relation))
        if main.asked and (shared := main.party(main.asked)) is not None:
            main.names.append(shared)
            main.give(main.asked, None)
        if self.asked != "who":
            if len(main.names) == 2 and main.by is main.toward:
                one, other = main.names
                if main.pron.get("by") == "latter" or main.pron.get("toward") == "former":
                    one, other = other, one
                main.by, main.toward, main.names = one, other, []
            for mention in list(main.names):
                free = next((r for r in ("toward", "by") if main.party(r) is None), "")
                if free:
                    main.give(free, mention)
                    main.names.remove(mention)
        if len(main.names) > 1:
            raise Unread(f"what {main.names[1].words!r} has to do with it is not clear")
        merged.stray = main.names[0] if main.names else None
        if main.by is None and main.toward is None:
            raise Unread("the question names no actor that is known")
