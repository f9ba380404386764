"""Maps coded events to the lean rows of the graph: an act with its two parties and the states that they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from communique.graph.mapping.derived import states_of
from communique.graph.mapping.pairs import pairs_of
from communique.graph.mapping.scores import scores, stance_of
from communique.graph.mapping.summaries import with_article
from communique.graph.mapping.vocabulary import add_entry
from communique.graph.rows import Key, Node, Properties, Rows
from communique.schemas.coded_events import CodedActor, CodedEvent
from communique.schemas.dates import parse_edtf
from communique.schemas.records import Role
from communique.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class CodedKind:
    """What all acts of one kind and code share: their finer label and properties."""

    label: str
    past: str  # with which the target is joined: "criticized", "said, toward"
    properties: Properties


class CodedMapper:
    """Gives the rows of events; what events share (kinds, actors, sides) is worked out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._kinds: dict[tuple[str, str], CodedKind] = {}
        self._sides: dict[tuple[str, date | None], tuple[tuple[str, str], ...]] = {}

    def kind(self, event: CodedEvent) -> CodedKind:
        """Return what the acts of an event's kind and code share."""
        key = event.kind, event.code
        if key not in self._kinds:
            kind = self.vocabulary.kinds[event.kind]
            code = self.vocabulary.cameo.get(event.code)
            properties = {
                "kind": event.kind,
                "kinds": self.vocabulary.ancestors(event.kind),
                "status": "asserted",
                "precision": "day",
                "dataset": event.dataset,
                "cameo": event.code,
                **scores(kind, code, self.vocabulary),
                **stance_of((event.kind,), self.vocabulary),
            }
            past = (kind.past or kind.name) + ("" if kind.object == "toward" else ", toward")
            self._kinds[key] = CodedKind("Statement" if kind.statement else "Event", past, properties)
        return self._kinds[key]

    def own(self, event: CodedEvent) -> Properties:
        """Return the properties that only this act has, but for its id."""
        sentence = f"{with_article(event.by.name)} {self.kind(event).past} {with_article(event.toward.name)}"
        sentence = sentence[:1].upper() + sentence[1:]
        return {
            "name": sentence,
            "summary": sentence,
            "date": event.day.isoformat(),
            "earliest": event.day,
            "latest": event.day,
            "row": event.row,
            **({"pairs": pairs} if (pairs := self._pairs(event)) else {}),
        }

    def _pairs(self, event: CodedEvent) -> list[str]:
        acting, meant = (
            [state for state, _ in self._states(actor, event.day)] or [actor.id] for actor in (event.by, event.toward)
        )
        return pairs_of(acting, meant)

    def sides(self, event: CodedEvent) -> list[tuple[str, Properties]]:
        """Return the states for which the parties act on that day, each with the properties of its SIDE edge."""
        return [
            (state, {"role": role, "party": actor.id, "via": via})
            for role, actor in (("by", event.by), ("toward", event.toward))
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
        for actor in (event.by, event.toward):
            self._add(rows, actor)
        for state, _ in self.sides(event):
            add_entry(rows, state, self.vocabulary)
        return rows

    def _add(self, rows: Rows, actor: CodedActor) -> Key:
        if actor.known:
            return add_entry(rows, actor.id, self.vocabulary)
        key = rows.node(Node("Actor", actor.id, {"name": actor.name}, ("Organization",) if actor.part_of else ()))
        if actor.part_of:
            rows.edge(key, "PART_OF", self._add(rows, actor.part_of))
        return key
