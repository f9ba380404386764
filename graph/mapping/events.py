"""Maps coded events to the lean rows of the graph: an act with its parties and the states that they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from communique.graph.mapping.derived import states_of
from communique.graph.mapping.pairs import pairs_of
from communique.graph.mapping.scores import plover_scores, scores, stance_of
from communique.graph.mapping.summaries import aimed_or_not, join_names, with_article
from communique.graph.mapping.vocabulary import add_entry
from communique.graph.rows import Key, Node, Properties, Rows
from communique.schemas.coded_events import CodedActor, CodedEvent, Coding
from communique.schemas.dates import parse_edtf
from communique.schemas.names import role_names
from communique.schemas.records import Role
from communique.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class CodedKind:
    """What all acts of one data set and coding share: a name for it, their finer label, words and properties."""

    name: str
    label: str
    aimed: str  # what they are told with, after who acts; `_` is the target
    alone: str  # the same where there is no target
    properties: Properties


class CodedMapper:
    """Gives the rows of events; what events share (kinds, actors, sides) is worked out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._kinds: dict[tuple[str, Coding], CodedKind] = {}
        self._sides: dict[tuple[str, date | None], tuple[tuple[str, str], ...]] = {}

    def kind(self, event: CodedEvent) -> CodedKind:
        """Return what the acts of an event's data set and coding share."""
        key = event.dataset, event.coding
        if key not in self._kinds:
            coding = event.coding
            kind = self.vocabulary.kinds[coding.kind]
            properties = {
                "kind": coding.kind,
                "kinds": self.vocabulary.ancestors(coding.kind),
                "status": "asserted",
                "holds": True,
                "precision": "day",
                "dataset": event.dataset,
                **({"mirror": mirror} if (mirror := coding.kind if kind.symmetric else kind.mirror) else {}),
                **self._codes(coding),
                **stance_of((coding.kind,), self.vocabulary),
            }
            label = "Statement" if kind.statement else "Event"
            name = "/".join(filter(None, (coding.kind, coding.cameo, coding.plover, coding.mode)))
            aimed, alone = aimed_or_not(self._words(coding))
            self._kinds[key] = CodedKind(name, label, aimed, alone, properties)
        return self._kinds[key]

    def _words(self, coding: Coding) -> str:
        if coding.cameo:
            return self.vocabulary.cameo[coding.cameo].sentence
        plover = self.vocabulary.plover[coding.plover]
        return plover.sentences.get(coding.mode, plover.sentence)

    def _codes(self, coding: Coding) -> Properties:
        if coding.cameo:
            kind, code = self.vocabulary.kinds[coding.kind], self.vocabulary.cameo[coding.cameo]
            return {"cameo": coding.cameo, **scores(kind, code, self.vocabulary)}
        quad = int(self.vocabulary.plover[coding.plover].quad)
        return {"quad": quad, **plover_scores(coding.plover, coding.mode, self.vocabulary)}

    def own(self, event: CodedEvent) -> Properties:
        """Return the properties that only this act has, but for its id."""
        sentence = self._sentence(event)
        return {
            "name": sentence,
            "summary": sentence,
            "date": event.day.isoformat(),
            "earliest": event.day,
            "latest": event.day,
            "row": event.row,
            **({"pairs": pairs} if (pairs := self._pairs(event)) else {}),
            **event.more,
        }

    def _pairs(self, event: CodedEvent) -> list[str]:
        acting, meant = (
            [side for actor in actors for side in [state for state, _ in self._states(actor, event.day)] or [actor.id]]
            for actors in (event.by, event.toward)
        )
        return pairs_of(acting, meant)

    def _sentence(self, event: CodedEvent) -> str:
        kind = self.kind(event)
        by = join_names([with_article(actor.name) for actor in event.by]) or "somebody"
        toward = join_names([with_article(actor.name) for actor in event.toward])
        return f"{by[:1].upper()}{by[1:]} {kind.aimed.replace('_', toward) if toward else kind.alone}"

    def sides(self, event: CodedEvent) -> list[tuple[str, Properties]]:
        """Return the states for which the parties act on that day, each with the properties of its SIDE edge."""
        return [
            (state, {"role": role, "party": actor.id, "via": via})
            for role, actor in event.parties
            for state, via in self._states(actor, event.day)
        ]

    def _states(self, actor: CodedActor, day: date) -> tuple[tuple[str, str], ...]:
        key = actor.id, (day if actor.known and actor.id in self._holders else None)
        if key not in self._sides:
            self._sides[key] = tuple(self._states_on(actor, day))
        return self._sides[key]

    def _states_on(self, actor: CodedActor, day: date) -> Iterator[tuple[str, str]]:
        if actor.known:
            yield from states_of(Role("by", actor.id, "actors"), parse_edtf(day.isoformat()), self.vocabulary)
        elif actor.part_of and actor.part_of.known and (state := self.vocabulary.state_of(actor.part_of.id)):
            yield state.id, actor.name

    @cached_property
    def _holders(self) -> frozenset[str]:
        return frozenset(person for office in self.vocabulary.offices.values() for person in office.held)

    def actor_rows(self, event: CodedEvent) -> Rows:
        """Return the nodes and edges of an event's parties, of what they are part of, and of their states."""
        rows = Rows()
        for _, actor in event.parties:
            self._add(rows, actor)
        for state, _ in self.sides(event):
            add_entry(rows, state, self.vocabulary)
        return rows

    def _add(self, rows: Rows, actor: CodedActor) -> Key:
        if actor.known:
            return add_entry(rows, actor.id, self.vocabulary)
        properties: Properties = {"name": actor.name}
        if actor.role and actor.part_of:
            properties["aliases"] = self._aliases(actor.role, actor.part_of)
        key = rows.node(Node("Actor", actor.id, properties, ("Organization",) if actor.role else ()))
        if actor.part_of:
            rows.edge(key, "PART_OF", self._add(rows, actor.part_of))
        return key

    def _aliases(self, role: str, owner: CodedActor) -> list[str]:
        """Return the names that a role and its owner give: "South Korean Foreign Affairs" and the like."""
        entry = self.vocabulary.actors.get(owner.id)
        return [*role_names([role], [owner.name], entry.demonyms if entry else ())]
