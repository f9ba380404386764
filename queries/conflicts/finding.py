"""Finds every conflict of sources in a store."""

from __future__ import annotations

from collections.abc import Iterator

from communique.graph.store import Store
from communique.queries.conflicts import (
    bare,
    charges,
    facts,
    omitted,
    purposes,
    reasons,
    routes,
    strength,
    unquoted,
    voices,
    wording,
)
from communique.queries.conflicts.airspace import airspace_conflicts, shared_airspace
from communique.queries.conflicts.doers import doer_conflicts
from communique.queries.conflicts.figures import number_conflicts
from communique.queries.conflicts.inferred import effect_conflicts, reading_conflicts
from communique.queries.conflicts.judgement import judgement_conflicts
from communique.queries.conflicts.lists import list_conflicts
from communique.queries.conflicts.reader import read_record
from communique.queries.conflicts.record import Record
from communique.queries.conflicts.series import series_conflicts
from communique.queries.conflicts.sorts import kind_conflicts
from communique.queries.conflicts.told import KINDS, Conflict
from communique.queries.conflicts.whether import denials, narrower_denials, refusals, rejections, unanswered


def find_conflicts(store: Store, act: str = "") -> list[Conflict]:
    """Return the conflicts in a store, or those of one act: by kind in the order of `KINDS`, then by act.

    Acts that are said to be the same (SAME_AS) are looked at as one; coded events tell nothing and are left out.
    """
    record = read_record(store)
    found = [c for c in _all(record) if not act or c.thing == act or act in _ids(record, c)]
    return sorted(dict.fromkeys(found), key=lambda c: (KINDS.index(c.kind), c.thing, c.aspect, c.tellings[0].value))


def _all(record: Record) -> Iterator[Conflict]:
    yield from denials(record)
    yield from rejections(record)
    yield from refusals(record)
    yield from airspace_conflicts(record)
    yield from shared_airspace(record)
    yield from judgement_conflicts(record)
    yield from facts.owner_conflicts(record)
    yield from reasons.blame_conflicts(record)
    yield from reasons.why_conflicts(record)
    yield from charges.charge_conflicts(record)
    yield from charges.tone_conflicts(record)
    yield from list_conflicts(record)
    for told in record.acts:
        yield from number_conflicts(told, record)
        yield from kind_conflicts(told, record)
        yield from facts.date_conflicts(told)
        yield from facts.place_conflicts(told, record)
        yield from facts.area_conflicts(told, record)
        yield from facts.subject_conflicts(told, record)
        yield from facts.party_conflicts(told)
        yield from purposes.purpose_conflicts(told, record)
        yield from purposes.purposes_left_out(told, record)
        yield from reasons.cause_conflicts(told, record)
        yield from purposes.intent_conflicts(told, record)
        yield from narrower_denials(told, record)
        yield from unanswered(told, record)
        yield from routes.route_conflicts(told, record)
        yield from routes.stop_conflicts(told, record)
        yield from reading_conflicts(told, record)
        yield from effect_conflicts(told, record)
        yield from strength.certainty_conflicts(told, record)
        yield from strength.word_conflicts(told, record)
        yield from voices.attribution_conflicts(told)
        yield from doer_conflicts(told, record)
        yield from voices.announced_conflicts(told)
        yield from wording.phrase_conflicts(told, record)
        yield from wording.description_conflicts(told, record)
        yield from omitted.omissions(told, record)
        yield from bare.measures_left_out(told, record)
        yield from bare.occasions_left_out(told, record)
        yield from bare.comparisons_left_out(told)
        yield from unquoted.unheard(told, record)
        yield from omitted.circumstances(told, record)
        yield from wording.judged_by_some(told)
        yield from series_conflicts(told)
        yield from wording.text_conflicts(told)
        yield from unquoted.one_sided(told, record)
        yield from unquoted.claims_left_out(told, record)
    for thing in record.things:
        yield from wording.topic_conflicts(thing)
        yield from wording.title_conflicts(thing)
    for thing in [*record.acts, *record.things]:
        yield from wording.name_conflicts(thing, record)


def _ids(record: Record, conflict: Conflict) -> set[str]:
    told = record.by_id.get(conflict.thing)
    return told.ids if told else set()
