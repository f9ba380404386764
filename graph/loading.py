"""Loads articles: what the files given had brought is replaced by what they bring now, or nothing happens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.errors import StoreError
from communique.graph.current import compare, read_rows, statements
from communique.graph.loaded import Loaded, list_loaded
from communique.graph.mapping import map_articles
from communique.graph.rows import Change, Key, Node, Rows
from communique.graph.store import Store
from communique.graph.vocabulary_rows import LABELS
from communique.schemas.records import Article
from communique.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Source:
    """An article with the file it was read from, that file's SHA-256, and the vocabulary entries it adds."""

    article: Article
    path: str
    sha256: str
    added: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """What a load did, by article: `added`, `changed`, `removed`, `same`; and the numbers of facts."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    change: Change = field(default_factory=Change)
    facts_added: int = 0
    facts_removed: int = 0


def load(
    store: Store,
    sources: Iterable[Source],
    vocabulary: Vocabulary,
    *,
    remove: Iterable[str] = (),
    prune: bool = False,
    dry_run: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Bring articles into the graph and take others out, in one transaction.

    Parameters
    ----------
    sources
        The articles to load; each replaces what its id had brought before.
    remove
        Ids of articles to take out.
    prune
        Also take out every loaded article that `sources` do not hold.
    dry_run
        Say what would change and write nothing.
    progress
        Told each step of the work.

    Raises
    ------
    StoreError
        For an act that a loaded article introduces already, or a reference to one that no article introduces.
    """
    tell = progress or (lambda step: None)
    new = {s.article.id: s for s in sources}
    tell("reading what is loaded")
    loaded = {row.id: row for row in list_loaded(store)}
    leaving = (set(remove) | (set(loaded) - set(new) if prune else set())) & set(loaded)
    outcome = Outcome(removed=sorted(leaving))
    old = read_articles(store, [*(i for i in new if i in loaded), *leaving])
    for article_id, source in new.items():
        before = old.get(article_id)
        group = outcome.added if before is None else outcome.changed
        (outcome.same if before == source.article else group).append(article_id)
    facts_before = {(a.id, r.fact) for a in old.values() for r in a.reports}
    facts_after = {(s.article.id, r.fact) for s in new.values() for r in s.article.reports}
    outcome.facts_added, outcome.facts_removed = (
        len(facts_after - facts_before),
        len(facts_before - facts_after),
    )
    tell("comparing with the graph")
    outcome.change = _change(store, new, old, loaded, vocabulary)
    if outcome.change and not dry_run:
        acts = {act.id for a in [*old.values(), *(s.article for s in new.values())] for act in a.acts}
        tell(f"writing {len(outcome.change.write)} nodes")
        store.write(statements(outcome.change, acts))
    return outcome


def _change(
    store: Store,
    new: dict[str, Source],
    old: dict[str, Article],
    loaded: dict[str, Loaded],
    vocabulary: Vocabulary,
) -> Change:
    touched = {act.id for a in [*old.values(), *(s.article for s in new.values())] for act in a.acts}
    neighbours = _neighbours(store, touched, [*new, *old])
    _check_introductions([*(s.article for s in new.values()), *neighbours.values()], touched)
    wanted = map_articles([*(s.article for s in new.values()), *neighbours.values()], vocabulary)
    used = _used(wanted)
    for source in new.values():
        _add_record(wanted, source, map_articles([source.article], vocabulary))
    keys: set[Key] = {*(("Article", i) for i in {*new, *old}), *(("Load", i) for i in {*new, *old})}
    keys |= {("Act", i) for i in touched}
    keys |= {("Detail", d.id) for a in [*old.values(), *(s.article for s in new.values())] for d in a.details}
    before = map_vocabulary_keys(store, list(old))
    current = read_rows(store, keys | used | before, touched)
    others = _used_elsewhere(store, before - used, [*new, *old])
    wanted.nodes = {k: n for k, n in wanted.nodes.items() if k in keys or k in used}
    wanted.edges = {t: e for t, e in wanted.edges.items() if t[0] in keys or t[0] in used}
    derived = {t for t in wanted.edges if t[0][0] == "Actor"}
    for triple in derived:
        kept = [p for p in wanted.edges[triple] if "act" not in p or p["act"] in touched]
        wanted.edges[triple] = kept
    wanted.edges = {t: e for t, e in wanted.edges.items() if e}
    return compare(current, wanted, others)


def _check_introductions(articles: Iterable[Article], touched: set[str]) -> None:
    introduced: dict[str, str] = {}
    articles = list(articles)
    for article in articles:
        for act in article.acts:
            if act.same or act.id not in touched:
                continue
            other = introduced.setdefault(act.id, article.id)
            if other != article.id:
                raise StoreError(
                    f"{act.id!r} is introduced by {other} and by {article.id} (write `same: true` in one, "
                    f"or another id)"
                )


def _used(rows: Rows) -> set[Key]:
    return {key for key in rows.nodes if key[0] in LABELS.values()}


def _add_record(rows: Rows, source: Source, own: Rows) -> None:
    article = source.article
    rows.node(
        Node(
            "Load",
            article.id,
            {
                "name": Path(source.path).name,
                "path": source.path,
                "sha256": source.sha256,
                "acts": sorted(act.id for act in article.acts),
                "uses": sorted(f"{label}/{i}" for label, i in _used(own)),
                "reports": len(article.reports),
                "complete": True,
                "facts": json.dumps(article.to_json(), ensure_ascii=False, sort_keys=True),
                **(
                    {"vocabulary": json.dumps(source.added, ensure_ascii=False, sort_keys=True)} if source.added else {}
                ),
            },
        )
    )


def read_articles(store: Store, ids: Iterable[str]) -> dict[str, Article]:
    """Return loaded articles by id, as they were loaded."""
    found = store.read(
        "MATCH (l:Load) WHERE l.id IN $ids RETURN l.id AS id, l.facts AS facts ORDER BY id",
        {"ids": list(ids)},
    )
    return {row["id"]: Article.from_json(json.loads(row["facts"])) for row in found.rows}


def _neighbours(store: Store, acts: set[str], without: Iterable[str]) -> dict[str, Article]:
    found = store.read(
        "MATCH (l:Load) WHERE NOT l.id IN $ids AND any(a IN l.acts WHERE a IN $acts) RETURN l.id AS id ORDER BY id",
        {"ids": list(without), "acts": sorted(acts)},
    )
    return read_articles(store, [row["id"] for row in found.rows])


def map_vocabulary_keys(store: Store, ids: Iterable[str]) -> set[Key]:
    """Return the keys of the vocabulary nodes that loaded articles use."""
    found = store.read("MATCH (l:Load) WHERE l.id IN $ids RETURN l.uses AS uses", {"ids": list(ids)})
    return {_key(use) for row in found.rows for use in row["uses"] or []}


def _used_elsewhere(store: Store, keys: set[Key], without: Iterable[str]) -> set[Key]:
    found = store.read(
        "MATCH (l:Load) WHERE NOT l.id IN $ids AND any(u IN l.uses WHERE u IN $uses) RETURN l.uses AS uses",
        {"ids": list(without), "uses": sorted(f"{a}/{b}" for a, b in keys)},
    )
    return {_key(use) for row in found.rows for use in row["uses"]} & keys


def _key(use: str) -> Key:
    label, _, node_id = use.partition("/")
    return label, node_id
