"""What articles tell of each act and thing, as one record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from communique.queries.conflicts.told import Telling, Told
from communique.schemas.vocabulary import Vocabulary, read_vocabulary

ENOUGH = 5  # paragraphs


@dataclass(slots=True)
class Record:
    """Everything that articles tell, read once: the acts with what is the same joined, and what lies within what.

    `by_id` finds an act by any of its ids, `claims` what a statement says and `parts` what is within an act or
    answers it, `pieces` only its parts, `after` what follows it, `unsure` what says that it may be the same, `about`
    the statements and `touching` the events about it and `drawn` what is derived from it, all by the first of its ids;
    `heard` holds the states for which somebody is quoted in an article, `kept` the last of its paragraphs that tells
    something.
    """

    acts: list[Told]
    things: list[Told]
    within: set[tuple[str, str]]
    by_id: dict[str, Told]
    claims: dict[str, list[tuple[Told, Telling]]] = field(default_factory=dict)
    parts: dict[str, list[Told]] = field(default_factory=dict)
    heard: dict[str, set[str]] = field(default_factory=dict)
    unsure: dict[str, list[Told]] = field(default_factory=dict)
    about: dict[str, list[Told]] = field(default_factory=dict)
    drawn: dict[str, list[Told]] = field(default_factory=dict)
    pieces: dict[str, list[Told]] = field(default_factory=dict)
    after: dict[str, list[Told]] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    touching: dict[str, list[Told]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for told in self.acts:
            for telling in told.reports:
                self.heard.setdefault(telling.article, set()).update(telling.sides if telling.chain else ())
                paragraph = int(telling.paragraph[1:])
                self.kept[telling.article] = max(paragraph, self.kept.get(telling.article, 0))
            for whole in self.others(told, "DURING", "PART_OF", "RESPONDS_TO"):
                self.parts.setdefault(whole.id, []).append(told)
            for whole in self.others(told, "PART_OF"):
                self.pieces.setdefault(whole.id, []).append(told)
            for earlier in self.others(told, "FOLLOWS"):
                self.after.setdefault(earlier.id, []).append(told)
            for ground in self.others(told, "DERIVED_FROM"):
                self.drawn.setdefault(ground.id, []).append(told)
            for other in self.others(told, "UNSURE"):
                if told.id < other.id and other.linked("UNSURE") & told.ids:
                    continue  # where both say so, the pair is kept once
                self.unsure.setdefault(other.id, []).append(told)
            for telling in (t for t in told.reports if t.via in self.by_id):
                self.claims.setdefault(self.by_id[telling.via].id, []).append((told, telling))
            about = self.about if told.act["statement"] else self.touching
            acts = {self.by_id[r["id"]].id for r in told.roles if r["role"] == "ABOUT" and r["id"] in self.by_id}
            for act in sorted(acts):
                about.setdefault(act, []).append(told)

    def enough(self, telling: Telling) -> bool:
        """Say whether it stands in a whole article, or in an excerpt of as many paragraphs as hold the news."""
        return not telling.excerpt or self.kept[telling.article] >= ENOUGH

    def breaks_off(self, telling: Telling) -> bool:
        """Say whether an excerpt ends with what it tells there, or a paragraph later."""
        return telling.excerpt and int(telling.paragraph[1:]) >= self.kept[telling.article] - 1

    def apart(self, one: str, other: str) -> bool:
        """Say whether two places are two, and neither lies within the other."""
        return one != other and not {(one, other), (other, one)} & self.within

    def all_apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Say whether none of some places is one of the others, or lies within one or around it."""
        return all(self.apart(a, b) for a in some for b in others)

    def meet(self, one: Told, other: Told, *roles: str) -> bool:
        """Say whether nothing in some roles (targets, places) keeps two acts apart."""
        for role in roles:
            here, there = one.sides(role), other.sides(role)
            if here and there and self.all_apart(here, there):
                return False
        return True

    def others(self, told: Told, *relations: str) -> list[Told]:
        """Return the acts to which an act has one of these links."""
        found = {self.by_id[i].id: self.by_id[i] for i in sorted(told.linked(*relations) & self.by_id.keys())}
        return [other for other in found.values() if other is not told]

    def speaks_for(self, telling: Telling) -> set[str]:
        """Return the states of who says it: of the original source, or of whom that one quotes."""
        statement = self.by_id.get(telling.via)
        return set(telling.sides) if len(telling.chain) == 1 or statement is None else statement.states("BY")

    def some_apart(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Say whether one of some places and one of the others lie apart."""
        return any(self.apart(a, b) for a in some for b in others)

    def within_it(self, told: Told) -> list[Told]:
        """Return the parts of an act, and theirs."""
        found: dict[str, Told] = {}
        inside = self.pieces.get(told.id, [])
        while inside:
            found |= {piece.id: piece for piece in inside}
            inside = [p for piece in inside for p in self.pieces.get(piece.id, []) if p.id not in {*found, told.id}]
        return [found[i] for i in sorted(found)]

    def wholes(self, told: Told) -> list[Told]:
        """Return the acts of which an act is a part, and those of which they are parts."""
        found: dict[str, Told] = {}
        around = self.others(told, "PART_OF")
        while around:
            found |= {whole.id: whole for whole in around}
            around = [o for whole in around for o in self.others(whole, "PART_OF") if o.id not in {*found, told.id}]
        return [*found.values()]

    def maybe(self, told: Told) -> list[Told]:
        """Return the acts that may be the same as one, whichever of them says so."""
        ours = self.others(told, "UNSURE")
        return [*ours, *(other for other in self.unsure.get(told.id, []) if other not in ours)]

    def linked(self, one: Told, other: Told, *relations: str) -> bool:
        """Say whether one of these links leads from either act to the other."""
        return bool(one.linked(*relations) & other.ids or other.linked(*relations) & one.ids)


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once."""
    return read_vocabulary()
