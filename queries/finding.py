"""Finds vocabulary entries by any name, by part of one, or by the nearest."""

from __future__ import annotations

from typing import Any

from communique.schemas.entries import Entry, Kind
from communique.schemas.names import close_names, normalize
from communique.schemas.vocabulary import NAMED, Vocabulary

_SORTS = {"actors": "actor", "offices": "office", "places": "place", "topics": "topic", "kinds": "kind"}
MOST = 20


def find_entries(words: str, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """Return entries whose name is meant: those that match exactly, else that contain it, else the nearest.

    Rows have `sort`, `id`, `name` and `aliases`; at most twenty.
    """
    form = normalize(words)
    exact, part = [], []
    for section in (*NAMED, "kinds"):
        for entry in vocabulary.entries[section].values():
            names = {normalize(n) for n in _names(entry, vocabulary)} | {entry.id}
            if form in names or words in names:
                exact.append(_row(section, entry))
            elif any(form in name for name in names):
                part.append(_row(section, entry))
    if found := exact or part:
        return found[:MOST]
    by_name = {n: (s, e) for s in (*NAMED, "kinds") for e in vocabulary.entries[s].values() for n in e.names()}
    return [_row(*by_name[name]) for name in close_names(words, by_name, most=5)]


def _names(entry: Entry, vocabulary: Vocabulary) -> list[str]:
    if isinstance(entry, Kind):
        return [entry.name, *entry.verbs, *entry.nouns, *entry.phrases]
    return [*vocabulary.all_names(entry), *getattr(entry, "demonyms", ())]


def _row(section: str, entry: Entry) -> dict[str, Any]:
    aliases = entry.aliases or (getattr(entry, "verbs", ())[:6])
    return {"sort": _SORTS[section], "id": entry.id, "name": entry.name, "aliases": list(aliases)}
