"""Loads articles: what the files given had brought is replaced by what they bring now, or nothing happens."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.errors import ConflictError, StoreError
from communique.graph.loaded import read_added
from communique.graph.loading.component import (
    linked,
    linked_events,
    packed,
    read_articles,
    read_neighbours,
    recorded_uses,
    touched,
    used_elsewhere,
    uses,
    vocabulary_keys,
    written,
)
from communique.graph.loading.current import compare, read_rows
from communique.graph.loading.statements import statements
from communique.graph.mapping.articles import map_articles
from communique.graph.rows import Change, Key, Node
from communique.graph.store import Statement, Store, read_revision
from communique.schemas.records import Article
from communique.schemas.vocabulary import Vocabulary

_ATTEMPTS = 10


@dataclass(frozen=True, slots=True)
class Source:
    """An article with the file it was read from, its SHA-256, the vocabulary entries it adds, how it was read."""

    article: Article
    path: str
    sha256: str
    added: dict[str, Any] = field(default_factory=dict)
    read_by: str = ""


@dataclass(slots=True)
class Outcome:
    """What a load did, by article: `added`, `changed`, `removed`, `same`; and the numbers of facts."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    facts_added: int = 0
    facts_removed: int = 0
    nodes_added: int = 0
    nodes_changed: int = 0
    nodes_removed: int = 0

    def include(self, other: Outcome) -> None:
        """Add what another load did."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def load(
    store: Store,
    sources: Iterable[Source],
    vocabulary: Vocabulary,
    *,
    remove: Iterable[str] = (),
    dry_run: bool = False,
    flush: bool = True,
    progress: Callable[[str], None] | None = None,
) -> Outcome:
    """Bring articles into the graph and take others out, in one transaction.

    Parameters
    ----------
    sources
        The articles to load; each replaces what its id had brought before.
    remove
        Ids of articles to take out.
    dry_run
        Say what would change and write nothing.
    flush
        Make sure that it stays; whoever leaves that out does it after the last of several loads.
    progress
        Told each step of the work.

    Raises
    ------
    StoreError
        For an act that a loaded article introduces already, or a detail whose id another article has.
    """
    tell = progress or (lambda step: None)
    if others := read_added(store):  # articles that share acts with these may have words of their own
        vocabulary = vocabulary.with_missing(others)
    given, leaving = {s.article.id: s for s in sources}, frozenset(remove)
    for attempt in range(_ATTEMPTS):
        tell("reading what is loaded" if not attempt else "another load was quicker: reading again")
        revision = read_revision(store)
        outcome, written_statements = _worked_out(store, given, leaving, vocabulary)
        if dry_run or not written_statements:
            return outcome
        tell(f"writing {outcome.nodes_added + outcome.nodes_changed} nodes")
        try:
            store.write(written_statements, since=revision)
        except ConflictError:
            continue
        if flush:
            store.flush()
        return outcome
    raise StoreError(f"{store.address}: other loads were quicker {_ATTEMPTS} times (load again)")


def _worked_out(
    store: Store, new: dict[str, Source], remove: frozenset[str], vocabulary: Vocabulary
) -> tuple[Outcome, list[Statement]]:
    """Return what a load comes to, and the statements that carry it out (none: nothing changes)."""
    old = read_articles(store, [*new, *remove])
    outcome = Outcome(removed=sorted(remove & set(old)))
    for article_id, source in new.items():
        before = old.get(article_id)
        group = outcome.added if before is None else outcome.changed
        (outcome.same if before == source.article else group).append(article_id)
    facts_before = {(a.id, r.fact) for a in old.values() for r in a.reports}
    facts_after = {(s.article.id, r.fact) for s in new.values() for r in s.article.reports}
    outcome.facts_added = len(facts_after - facts_before)
    outcome.facts_removed = len(facts_before - facts_after)
    change, acts = _change(store, new, old, vocabulary)
    outcome.nodes_added, outcome.nodes_changed = len(change.create), len(change.update)
    outcome.nodes_removed = len(change.delete)
    return outcome, statements(change, acts) if change else []


def _change(
    store: Store, new: dict[str, Source], old: dict[str, Article], vocabulary: Vocabulary
) -> tuple[Change, set[str]]:
    """Return what must change, and the acts looked at: all that hang together with those of `new` and `old`."""
    own = {i: source.article for i, source in new.items()}
    given = [*old.values(), *own.values()]
    neighbours = read_neighbours(store, touched(given), [*new, *old])
    staying, looked_at = [*own.values(), *neighbours.values()], [*given, *neighbours.values()]
    _check_introductions(staying)
    _check_details(store, own.values(), [*new, *old])
    acts = {act.id for a in looked_at for act in a.acts}
    keys: set[Key] = {("Act", i) for i in acts} | {("Detail", d.id) for a in looked_at for d in a.details}
    keys |= {(label, i) for i in {*new, *old, *neighbours} for label in ("Article", "Load")}
    before = recorded_uses(store, [*old, *neighbours])
    wanted = map_articles(staying, vocabulary, linked_events(store, staying))
    used = vocabulary_keys(wanted)
    current = read_rows(store, keys | used | before, acts)
    for article_id, needed in uses(wanted, staying).items():
        if article_id in new:
            wanted.node(_record(new[article_id], needed))
        else:
            known = current.nodes["Load", article_id]
            wanted.node(Node("Load", article_id, known.properties | {"uses": written(needed)}))
    elsewhere = used_elsewhere(store, before - used, [*new, *old, *neighbours])
    return compare(current, wanted, elsewhere), acts


def _check_introductions(articles: Iterable[Article]) -> None:
    introduced: dict[str, str] = {}
    for article in articles:
        for act in article.acts:
            if not act.same and (other := introduced.setdefault(act.id, article.id)) != article.id:
                raise StoreError(
                    f"{act.id!r} is introduced by {other} and by {article.id} (write `same: true` in one, "
                    f"or another id)"
                )


def _check_details(store: Store, articles: Iterable[Article], without: list[str]) -> None:
    """A detail belongs to one article: its id may not be that of another one's detail."""
    owner: dict[str, str] = {}
    for article, detail in ((a, d) for a in articles for d in a.details):
        if (other := owner.setdefault(detail.id, article.id)) != article.id:
            raise StoreError(f"the detail {detail.id!r} is in {other} and in {article.id} (give one another id)")
    found = store.read(
        "MATCH (a:Article)-[:REPORTS]->(d:Detail) WHERE d.id IN $ids AND NOT a.id IN $without "
        "RETURN d.id AS id, a.id AS article ORDER BY id, article",
        {"ids": sorted(owner), "without": without},
    )
    for row in found.rows:
        raise StoreError(f"the detail {row['id']!r} is in {row['article']} too (give it another id)")


def _record(source: Source, needed: Iterable[Key]) -> Node:
    article = source.article
    properties: dict[str, object] = {
        "name": Path(source.path).name,
        "path": source.path,
        "sha256": source.sha256,
        "read_by": source.read_by,
        "acts": sorted(act.id for act in article.acts),
        "uses": written(needed),
        "reports": len({report.fact for report in article.reports}),
        "complete": True,
        "facts": packed(article),
    }
    if others := linked(article):
        properties["linked"] = others
    if source.added:
        properties["vocabulary"] = json.dumps(source.added, ensure_ascii=False, sort_keys=True)
    return Node("Load", article.id, properties)
