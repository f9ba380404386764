"""Nodes and edges for vocabulary entries: actors, offices with holders, places, topics, and what they hang on."""

from __future__ import annotations

from communique.graph.rows import Key, Node, Rows
from communique.schemas.entries import Actor, Entry, Office, Place, Topic
from communique.schemas.vocabulary import Vocabulary

LABELS = {"actors": "Actor", "offices": "Office", "places": "Place", "topics": "Topic"}


def add_entry(rows: Rows, entry_id: str, vocabulary: Vocabulary) -> Key:
    """Add the entry with this id and everything it hangs on; return its key."""
    section = vocabulary.section_of(entry_id)
    if section is None:
        raise KeyError(f"{entry_id} is in no section of the vocabulary")
    entry = vocabulary.entries[section][entry_id]
    key = (LABELS[section], entry_id)
    if key not in rows.nodes:
        _add(rows, key, entry, vocabulary)
    return key


def _add(rows: Rows, key: Key, entry: Entry, vocabulary: Vocabulary) -> None:
    properties: dict[str, object] = {"name": entry.name}
    if entry.aliases:
        properties["aliases"] = list(entry.aliases)
    finer: tuple[str, ...] = ()
    match entry:
        case Actor():
            finer = (entry.is_,)
            if entry.unnamed:
                properties["unnamed"] = True
            if entry.iso:
                properties["iso"] = entry.iso
            rows.node(Node(*key, properties, finer))
            if entry.part_of:
                rows.edge(key, "PART_OF", add_entry(rows, entry.part_of, vocabulary))
            for office, span in vocabulary.offices_held(entry.id, None):
                target = add_entry(rows, office.id, vocabulary)
                rows.edge(key, "HELD", target, date=span.text, earliest=span.earliest, latest=span.latest)
        case Office():
            more = {"note": entry.note, "vacant": list(entry.vacant)}
            rows.node(Node(*key, properties | {k: v for k, v in more.items() if v}))
            if entry.of:
                rows.edge(key, "OFFICE_OF", add_entry(rows, entry.of, vocabulary))
        case Place():
            rows.node(Node(*key, properties | ({"names": sorted(entry.names_by.values())} if entry.names_by else {})))
            for outer in entry.in_:
                rows.edge(key, "LOCATED_IN", add_entry(rows, outer, vocabulary))
            for user, name in sorted(entry.names_by.items()):
                rows.edge(key, "NAMED_BY", add_entry(rows, user, vocabulary), name=name)
        case Topic():
            rows.node(Node(*key, properties))
            if entry.of:
                rows.edge(key, "OWNED_BY", add_entry(rows, entry.of, vocabulary))
