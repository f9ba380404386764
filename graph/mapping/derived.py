"""What follows from roles: the state on whose side a party acts, the act's pairs, who did what to whom in one hop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from communique.graph.mapping.pairs import pairs_of
from communique.graph.mapping.vocabulary import add_entry
from communique.graph.rows import Key, Rows
from communique.schemas.dates import Edtf
from communique.schemas.entries import Actor, Kind
from communique.schemas.records import Role
from communique.schemas.vocabulary import Vocabulary


def add_derived(
    rows: Rows,
    act: Key,
    kinds: list[Kind],
    roles: list[Role],
    date: Edtf | None,
    vocabulary: Vocabulary,
) -> None:
    """Add SIDE edges to states and, where the act holds, its pairs and the kinds' own edges between the parties."""
    parties: dict[str, list[Key]] = {"by": [], "to": [], "toward": []}
    states: dict[str, list[Key]] = {"by": [], "to": [], "toward": []}
    sides: dict[str, list[str]] = {"by": [], "to": [], "toward": []}
    for role in roles:
        if role.role not in parties or role.section != "actors":
            continue
        parties[role.role].append(("Actor", role.target))
        if vocabulary.actors[role.target].is_ == "State":
            states[role.role].append(("Actor", role.target))
        found = list(states_of(role, date, vocabulary))
        for state, via in found:
            target = add_entry(rows, state, vocabulary)
            rows.edge(act, "SIDE", target, role=role.role, party=role.target, via=via)
            states[role.role].append(target)
        sides[role.role] += [state for state, _ in found] or [role.target]
    node = rows.nodes[act].properties
    if not node["holds"]:
        return
    if pairs := pairs_of(sides["by"], sides["toward"] or sides["to"]):
        node["pairs"] = pairs
    dates = {k: node[k] for k in ("earliest", "latest") if k in node}
    named = {k for level in states.values() for k in level}
    for kind in (k for k in kinds if k.edge):
        for level in (parties, states):
            for source, target in _pairs(kind, level, named if level is parties else set()):
                if source != target:
                    rows.edge(source, kind.edge, target, act=act[1], **dates)


def _pairs(kind: Kind, parties: dict[str, list[Key]], apart: set[Key]) -> Iterable[tuple[Key, Key]]:
    """Pair the parties; of a mutual act only equals: states with states, the others without `apart`."""
    if kind.symmetric:
        return combinations(sorted(set(parties["by"]) - apart), 2)
    return ((by, to) for by in parties["by"] for to in parties["toward"] or parties["to"])


def states_of(role: Role, date: Edtf | None, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the states for which a party acts on a date, each with what it acts through: an office, a ministry."""
    actor = vocabulary.actors[role.target]
    if actor.is_ == "State":
        return
    if role.acting_for and (state := vocabulary.state_of(role.acting_for)):
        yield state.id, "acting for it"
        return
    offices = [vocabulary.offices[o] for o in role.offices] or [
        office for office, _ in (vocabulary.offices_held(actor.id, date) if date else [])
    ]
    found: dict[str, str] = {}
    for office in offices:
        if state := vocabulary.state_of(office.of):
            found.setdefault(state.id, office.name)
    if not found and _official(actor, vocabulary) and (state := vocabulary.state_of(actor.id)):
        found[state.id] = vocabulary.actors[actor.part_of].name if actor.part_of else actor.name
    yield from sorted(found.items())


def _official(actor: Actor, vocabulary: Vocabulary) -> bool:
    """Say whether a body acts for its state: a ministry or force, or a part of one, and no newspaper."""
    above = vocabulary.actors.get(actor.part_of)
    return bool(actor.role or (above and (above.is_ == "State" or above.role)))
