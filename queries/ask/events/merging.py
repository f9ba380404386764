"""Puts the clauses of a question together: who is meant by "it", which act "did so" is, what is compared with what."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.ask.events.actors import Mention
from communique.queries.ask.events.clauses import OPPOSITE, Clause, read_clause
from communique.queries.ask.events.lexicon import EventWords
from communique.queries.ask.events.parts import Part, Parts
from communique.queries.ask.events.question import EventQuestion, Pivot
from communique.queries.ask.events.scanning import Element, Unread

_UNITS = ("day", "month", "year")
_GUEST = {"042": "043", "043": "042"}


@dataclass(slots=True)
class Merged:
    """The clause that asks, with what it is compared with."""

    clause: Clause
    pivots: list[Pivot] = field(default_factory=list)
    stray: Mention | None = None


class Merging:
    """Merges the clauses of one question."""

    def __init__(self, parts: Parts, asked: str, order: str, words: EventWords) -> None:
        self.parts, self.asked, self.order, self.words = parts, asked, order, words
        self.open = [r for r in parts.open if r != "next"]

    def merge(self) -> Merged:
        """Return the one clause.

        Raises
        ------
        Unread
            With the reason why the clauses make none.
        """
        main, others = self._main()
        relations = self._relations(others)
        compared = [(p.relation, self._read(p, main.code)) for p in self.parts.compared]
        if not main.code:
            main.code = next((c.code for c in (*others, *(c for _, c in compared)) if c.code), "")
        if not main.code:
            raise Unread("the question names no act that is known")
        statements = [c for c in others if c.mentions or c.code]
        if relations and not compared and statements:
            compared = [(relations.pop(0), c) for c in statements[:1]]
            statements = statements[1:]
        for statement in statements:
            self._united(main, statement)
        merged = Merged(main)
        compared = self._along(compared, relations)
        self._anchored(main, [c for _, c in compared])
        if self.asked == "who" and not main.asked:
            main.asked = OPPOSITE["by" if main.by else "toward"] if main.by or main.toward else "by"
        merged.pivots = [self._pivot(main, relation, clause) for relation, clause in compared]
        self._remaining(merged, relations)
        return merged

    def _read(self, part: Part, wanted: str = "") -> Clause:
        return read_clause(part.elements, self.words, wanted)

    def _main(self) -> tuple[Clause, list[Clause]]:
        """Return the clause that asks, and the others."""
        clauses = [p for p in self.parts.clauses if p.elements]
        if self.asked != "who":
            read = [self._read(p) for p in clauses]
            at = max(range(len(read)), key=lambda n: (bool(read[n].code), n), default=None)
            if at is None:
                return Clause(), []
            return read[at], [c for n, c in enumerate(read) if n != at]
        asking = [p for p in clauses if p.has("who")]
        if not asking:
            raise Unread("what is asked for is not clear (who, when, which country ...)")
        main = next((p for p in asking if self._acting(p)), asking[0])
        others = [p for p in clauses if p is not main and p not in asking]
        if not self._acting(main) and not self.parts.compared:
            told = next((p for p in reversed(others) if self._acting(p)), None)
            if told is not None and not self.parts.open and not self.parts.somewhen and not main.has("name"):
                others.remove(told)
                main = self._completed(told, main)
        return self._read(main), [self._read(p) for p in others]

    def _bare(self) -> bool:
        """Say whether who is asked for takes the place of the object: "..., and in the same month which country?"."""
        asking = next(p for p in self.parts.clauses if p.has("who"))
        return not any(e.words in ("who", "whose") or e.type in ("be", "light", "auxiliary") for e in asking.elements)

    def _acting(self, part: Part) -> bool:
        return part.has("act", "manner")

    def _completed(self, told: Part, asking: Part) -> Part:
        """Return what is told, with who is asked for behind it: "China was denounced. By whom?"."""
        if told.has("somebody"):  # "of the countries that signed, which came last?"
            found = next(n for n, e in enumerate(told.elements) if e.type == "somebody")
            return Part([*told.elements[:found], Element("who", "who", -1), *told.elements[found + 1 :]])
        at = next(n for n, e in enumerate(asking.elements) if e.type == "who")
        preposition = [e for e in asking.elements[max(0, at - 1) : at] if e.type == "prepositions"]
        if not preposition:
            stranded = [e for e in asking.elements[at + 1 :] if e.type == "prepositions"]
            preposition = stranded[-1:]
        return Part([*told.elements, *preposition, asking.elements[at]])

    def _relations(self, others: list[Clause]) -> list[str]:
        """Return what the clause that asks says of its time beside another: before, after, the same month."""
        relations = list(dict.fromkeys(self.open))
        told = any(c.mentions and c.code for c in others)
        if not relations and told:
            relations = list(dict.fromkeys(self.parts.somewhen))
        if not relations and "next" in self.parts.open and told and not self.parts.compared:
            relations = ["after"]
        return relations

    def _united(self, main: Clause, told: Clause) -> None:
        """Add what another sentence says of the same act."""
        if told.code and told.code != main.code:
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
            if main.party(role) is None and main.asked != role:
                main.give(role, mention)
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
        units = [r for r, _ in compared if r in _UNITS]
        for relation, clause in compared:
            if relation == "besides":
                if relations:
                    relation = relations.pop(0)
                elif units:
                    self._joined(next(c for r, c in compared if r in _UNITS), clause)
                    continue
                else:
                    raise Unread(
                        f"beside what time of {clause.mentions[0].words!r} is not clear (say: in the same month)"
                    )
            if relation == "when":
                if relations:
                    relation = relations.pop(0)
                elif self.order == "last":
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
            if clause.code == _GUEST.get(main.code) and clause.code != main.code:
                clause.by, clause.toward, clause.code = clause.toward, clause.by, main.code
            elif clause.code and main.code in self.words.wider.get(clause.code, ()):
                clause.code = main.code
            elif clause.code in self.words.wider.get(main.code, ()):
                main.code = clause.code
        if not main.asked:
            roles = [r for r in ("by", "toward") if main.party(r)]
            if len(roles) == 1:
                main.asked = OPPOSITE[roles[0]]
            elif len(main.pron) == 1 and (role := next(iter(main.pron))):
                main.asked = OPPOSITE[role]
        if not main.asked and not main.mentions:
            main.asked = "toward" if self._bare() else "by"
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

    def _pivot(self, main: Clause, relation: str, clause: Clause) -> Pivot:
        """Return what the act is compared with."""
        if self.asked != "who":
            return self._dated(main, relation, clause)
        role = OPPOSITE[main.asked]
        anchor = main.party(role)
        fresh = [m for m in clause.mentions if not (anchor and m.ids == anchor.ids)]
        same = not clause.code or clause.code == main.code
        if same and len(fresh) <= 1:
            if not fresh:  # somebody toward himself: "before Thailand", of acts by Thailand
                return Pivot(relation, clause.mentions[0])
            if clause.code and clause.party(role) is fresh[0] and main.asked not in clause.pron and not clause.names:
                if len(clause.mentions) == 1 and role not in clause.pron and not clause.party(main.asked):
                    return Pivot(relation, fresh[0])
            return Pivot(relation, fresh[0])
        return self._own(main, relation, clause)

    def _own(self, main: Clause, relation: str, clause: Clause) -> Pivot:
        """Return another act to compare with; "it" in it is who the question names."""
        for role in ("by", "toward"):
            if clause.party(role) is None:
                if clause.names:
                    clause.give(role, clause.names.pop(0))
                elif (other := main.party(role)) is not None:
                    clause.give(role, other)
        if clause.by is None or clause.toward is None or clause.names:
            named = clause.mentions[0].words if clause.mentions else "it"
            raise Unread(f"what {named!r} has to do with it is not clear")
        return Pivot(relation, act=EventQuestion("acts", clause.code or main.code, clause.by, clause.toward))

    def _dated(self, main: Clause, relation: str, clause: Clause) -> Pivot:
        same = not clause.code or clause.code == main.code
        if same and len(clause.mentions) == 1:
            return Pivot(relation, clause.mentions[0])
        return self._own(main, relation, clause)

    def _remaining(self, merged: Merged, relations: list[str]) -> None:
        """Let a name that shares the part asked for be what an open comparison means; else it is stray."""
        main = merged.clause
        for relation in relations:
            shared = main.party(main.asked) if main.asked else None
            if shared is not None:
                merged.pivots.append(Pivot(relation, shared))
                main.names = [m for m in main.names if m.ids != shared.ids]
                main.by, main.toward = (None, main.toward) if main.asked == "by" else (main.by, None)
            elif main.names and relation not in _UNITS:
                merged.pivots.append(Pivot(relation, main.names.pop(0)))
            else:
                merged.pivots.append(Pivot(relation))
        if main.asked and (shared := main.party(main.asked)) is not None:
            main.names.append(shared)
            main.by, main.toward = (None, main.toward) if main.asked == "by" else (main.by, None)
        if self.asked != "who":
            if len(main.names) == 2 and main.by is main.toward:
                main.by, main.toward, main.names = main.names[0], main.names[1], []  # "the former", "the latter"
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
