"""Which loaded articles hang together by acts that they share, and which vocabulary nodes each of them needs.

What is written of an act (its dates, its status, the words near it) depends on every article that gives it, on the
acts it is linked to, and so on the articles that give those: a load looks at all articles that hang together.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable

from communique.graph.mapping.vocabulary import LABELS
from communique.graph.rows import Key, Rows
from communique.graph.shape import VOCABULARY_EDGES
from communique.graph.store import Store
from communique.schemas.records import Article

_REPORTING = (
    "MATCH (act:Act)<-[:REPORTS]-(paper:Article) WHERE act.id IN $acts AND NOT paper.id IN $ids "
    "RETURN DISTINCT paper.id AS id ORDER BY id"
)
# A link is an edge only while both acts are there: the record of the load tells the others.
_RECORDED = "MATCH (l:Load) WHERE l.id IN $ids RETURN l.id AS id, l.acts AS acts, l.linked AS linked ORDER BY id"
# Links to coded events that came after the article, and are not drawn yet.
_WAITING = (
    "MATCH (l:Load) WHERE l.linked IS NOT NULL UNWIND l.linked AS target MATCH (e:Act {id: target}) "
    "OPTIONAL MATCH (e)<-[r:SAME_AS|NOT_SAME_AS|UNSURE]-(:Act) WITH l.id AS id, target, collect(r.article) AS drawn "
    "RETURN id, drawn ORDER BY id, target"
)
_LINKING = "MATCH (l:Load) WHERE l.linked IS NOT NULL RETURN l.id AS id, l.linked AS linked ORDER BY id"


def read_articles(store: Store, ids: Iterable[str]) -> dict[str, Article]:
    """Return loaded articles by id, as they were loaded."""
    found = store.read(
        "MATCH (l:Load) WHERE l.id IN $ids RETURN l.id AS id, l.facts AS facts ORDER BY id",
        {"ids": list(ids)},
    )
    return {row["id"]: unpacked(row["facts"]) for row in found.rows}


def packed(article: Article) -> str:
    """Return an article as the record of its load keeps it: JSON, an eighth of its size by zlib, in Base64."""
    text = json.dumps(article.to_json(), ensure_ascii=False, sort_keys=True)
    return b64encode(zlib.compress(text.encode())).decode()


def unpacked(facts: str) -> Article:
    """Return the article that a load's record keeps."""
    return Article.from_json(json.loads(zlib.decompress(b64decode(facts))))


def read_neighbours(store: Store, acts: Iterable[str], without: Iterable[str]) -> dict[str, Article]:
    """Return the loaded articles that share an act with these, or with one that does, and so on."""
    known, found, reached = set(without), dict[str, Article](), set(acts)
    while near := read_near(store, reached, known):
        more = read_articles(store, sorted(near))
        found |= more
        known |= near
        reached = touched(more.values())
    return found


def read_near(store: Store, acts: set[str], without: Iterable[str]) -> set[str]:
    """Return the ids of the loaded articles that give one of these acts or link to it."""
    known = set(without)
    near = {row["id"] for row in store.read(_REPORTING, {"ids": sorted(known), "acts": sorted(acts)}).rows}
    linking = store.read(_LINKING).rows
    return near | {row["id"] for row in linking if not acts.isdisjoint(row["linked"])} - known


def read_waiting(store: Store) -> set[str]:
    """Return the ids of the loaded articles with a link that is not drawn, though what it leads to is there."""
    return {row["id"] for row in store.read(_WAITING).rows if row["id"] not in row["drawn"]}


def recorded_acts(store: Store, articles: Iterable[str]) -> dict[str, set[str]]:
    """Return by loaded article the acts that it gave or linked to when it was loaded."""
    rows = store.read(_RECORDED, {"ids": sorted(articles)}).rows
    return {row["id"]: {*(row["acts"] or ()), *(row["linked"] or ())} for row in rows}


def linked_events(store: Store, articles: Iterable[Article]) -> set[str]:
    """Return which of the acts that articles link to are coded events of the graph."""
    targets = sorted({target for article in articles for target in linked(article)})
    if not targets:
        return set()
    found = store.read(
        "MATCH (a:Act) WHERE a.id IN $ids AND a.dataset IS NOT NULL RETURN a.id AS id ORDER BY id", {"ids": targets}
    )
    return {row["id"] for row in found.rows}


def linked(article: Article) -> list[str]:
    """Return the ids of others' acts and of coded events that an article says are, may be or are not its own."""
    return sorted({link.target for act in article.acts for link in act.links if link.article})


def touched(articles: Iterable[Article]) -> set[str]:
    """Return the ids of the acts that articles give or link to."""
    return {i for article in articles for i in (*(act.id for act in article.acts), *linked(article))}


def vocabulary_keys(rows: Rows) -> set[Key]:
    """Return the keys of the vocabulary nodes among rows."""
    return {key for key in rows.nodes if key[0] in LABELS.values()}


def uses(rows: Rows, articles: Iterable[Article]) -> dict[str, set[Key]]:
    """Return by article the vocabulary nodes that its facts lead to, and what these hang on."""
    out: dict[Key, list[Key]] = defaultdict(list)
    for source, kind, target in rows.edges:
        if target[0] in LABELS.values() and (source[0] not in LABELS.values() or kind in VOCABULARY_EDGES):
            out[source].append(target)
    return {article.id: _reached(out, _facts(article)) for article in articles}


def _facts(article: Article) -> list[Key]:
    acts, details = (("Act", act.id) for act in article.acts), (("Detail", d.id) for d in article.details)
    return [("Article", article.id), *acts, *details]


def _reached(out: dict[Key, list[Key]], start: list[Key]) -> set[Key]:
    seen, queue = set[Key](), start
    while queue:
        for target in out.get(queue.pop(), []):
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return seen


def recorded_uses(store: Store, ids: Iterable[str]) -> set[Key]:
    """Return the keys of the vocabulary nodes that loaded articles use."""
    found = store.read("MATCH (l:Load) WHERE l.id IN $ids RETURN l.uses AS uses", {"ids": list(ids)})
    return {_key(use) for row in found.rows for use in row["uses"] or []}


def used_elsewhere(store: Store, keys: set[Key], without: Iterable[str]) -> set[Key]:
    """Return which of these vocabulary nodes other loaded articles use."""
    found = store.read(
        "MATCH (l:Load) WHERE NOT l.id IN $ids AND any(u IN l.uses WHERE u IN $uses) RETURN l.uses AS uses",
        {"ids": list(without), "uses": written(keys)},
    )
    return {_key(use) for row in found.rows for use in row["uses"]} & keys


def written(keys: Iterable[Key]) -> list[str]:
    """Return keys as a load record keeps them."""
    return sorted(f"{label}/{node_id}" for label, node_id in keys)


def _key(use: str) -> Key:
    label, _, node_id = use.partition("/")
    return label, node_id
