"""The names of a store's actors and the words of events, ready to be looked up: made once, kept in a cache."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.events.actors import Actors, build_index
from communique.queries.ask.events.lexicon import FOLDER, EventWords, build_words
from communique.settings import cache_folder

_KEPT = 4
_ACTORS = "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.aliases AS aliases ORDER BY id"


def open_names(store: Store) -> tuple[Actors, EventWords]:
    """Return the actors of a store and the words of events, from the cache where nothing has changed."""
    rows = [(r["id"], r["name"], r["aliases"] or []) for r in store.read(_ACTORS).rows]
    stamps = [(p.name, p.stat().st_mtime_ns) for p in [*_sources()]]
    key = hashlib.blake2b(repr((sys.version, stamps, rows)).encode(), digest_size=8).hexdigest()
    path = cache_folder() / f"events-{key}"
    with suppress(OSError, ValueError, EOFError, TypeError):
        return _opened(marshal.loads(path.read_bytes()))
    data = _build(rows)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in sorted(path.parent.glob("events-*"), key=lambda p: p.stat().st_mtime)[: -_KEPT + 1]:
            old.unlink()
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        partial.write_bytes(marshal.dumps(data))
        partial.replace(path)
    return _opened(data)


def _sources() -> Any:
    vocabulary = FOLDER.parents[2] / "schemas" / "vocabulary"
    return [*sorted(FOLDER.glob("*.*")), *sorted(vocabulary.glob("*.yaml"))]


def _opened(data: dict[str, Any]) -> tuple[Actors, EventWords]:
    return Actors(data["index"]), EventWords(**data["words"])


def _build(rows: list[tuple[str, str, list[str]]]) -> dict[str, Any]:
    from communique.schemas.marked_yaml import load_plain
    from communique.schemas.vocabulary import read_vocabulary

    vocabulary = read_vocabulary()
    data = load_plain(FOLDER / "roles.yaml")
    names: dict[str, list[str]] = {}
    listed = data["names"]
    for id_, name, _ in rows:
        entry = vocabulary.actors.get(id_)
        names[id_] = [*listed.get(name, ())]
        if entry:
            names[id_] += [*vocabulary.all_names(entry), *entry.demonyms]
            names[id_] += [f"{d}s" for d in entry.demonyms if d.endswith(("n", "i"))]
    return {"index": build_index(rows, names, data["roles"]), "words": build_words(vocabulary)}
