"""Times many articles: checking, loading beside a bare script, loading again, memory.

Run: python benchmarks/articles.py make FOLDER [WORLDS] | check FOLDER | bare FOLDER STORE | load FOLDER STORE
| again FOLDER STORE
`make` writes the corpus as often as asked (a world: its 25 articles, their ids with the world's number, so that acts
are shared within a world as they are in the corpus): 400 worlds are 10,000 articles. STORE is a path or an address.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from processes import kg

from communique.graph.loading.statements import created, joined
from communique.graph.mapping.articles import map_articles
from communique.graph.rows import Key
from communique.graph.shape import VOCABULARY
from communique.graph.store import open_store
from communique.loaders.articles import load_articles
from communique.schemas.vocabulary import read_vocabulary

CORPUS = Path(__file__).parents[1] / "corpus"


def make(folder: Path, worlds: int) -> None:
    """Write the corpus `worlds` times, each with ids of its own."""
    vocabulary = read_vocabulary()
    known = {i for section in vocabulary.entries.values() for i in section}
    articles = load_articles([CORPUS])
    ids = {read.article.id for read in articles}
    ids |= {act.id for read in articles for act in read.article.acts if "." not in act.id}
    ids |= {d.id for read in articles for d in read.article.details if "/" not in d.id and "#" not in d.id}
    names = "|".join(sorted(map(re.escape, ids - known), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])({names})(?![\w-])")
    for world in range(worlds):
        inside = folder / f"{world:04}"
        inside.mkdir(parents=True)
        for path in sorted(CORPUS.glob("*.yaml")):
            text = pattern.sub(rf"\1-w{world}", path.read_text("utf-8"))
            (inside / path.name).write_text(text, "utf-8")
    print(f"{worlds * len(articles):,} articles in {folder}")


def bare(folder: Path, address: str) -> None:
    """Read, map and write the same nodes and relationships as a plain script: no comparing, no records, no retry."""
    begun, seen, counts = time.perf_counter(), set[Key](), [0, 0, 0]
    vocabulary = read_vocabulary()
    with open_store(address, create=True) as store:
        store.prepare()
        for worlds in _batched(sorted(p for p in folder.iterdir() if p.is_dir()), 8):
            articles = [read for world in worlds for read in load_articles([world])]
            rows = map_articles(
                [read.article for read in articles], vocabulary.with_missing(r.vocabulary.added for r in articles)
            )
            nodes = [node for key, node in rows.nodes.items() if key not in seen]
            new = {node.key for node in nodes}
            edges = [
                e for e in rows.all_edges() if e.source in new or e.source[0] not in VOCABULARY or "act" in e.properties
            ]
            store.write([*created(nodes), *joined(edges)])
            seen |= {key for key in new if key[0] in VOCABULARY}
            counts = [counts[0] + len(articles), counts[1] + len(nodes), counts[2] + len(edges)]
        store.flush()
    seconds = time.perf_counter() - begun
    said = f"{counts[1]:,} nodes, {counts[2]:,} relationships"
    print(f"bare script: {counts[0]:,} articles, {seconds:.1f} s ({counts[0] / seconds:.0f} a second), {said}")


def _batched(items: list[Path], size: int) -> Iterator[list[Path]]:
    return (items[n : n + size] for n in range(0, len(items), size))


def main(what: str, folder: Path, *rest: str) -> None:
    """Run one of them."""
    if what == "make":
        make(folder, int(rest[0]) if rest else 400)
        return
    if what == "bare":
        bare(folder, rest[0])
        return
    where = ("--store", rest[0]) if rest else ()
    if what in ("check", "load"):
        count, ran = sum(1 for _ in folder.rglob("*.yaml")), kg(what, str(folder), *where)
        took = f"{ran.seconds:.1f} s ({count / ran.seconds:.0f} a second), {ran.memory:.0f} MB"
        print(f"kg {what}: {count:,} articles, {took}: {ran.lines[-1]}")
        return
    path = min(folder.rglob("*.yaml"))
    for given, name in ((path, "by its name"), (folder, "in its folder")):
        path.write_text(path.read_text("utf-8") + "\n# changed\n", "utf-8")
        begun = time.perf_counter()
        with open_store(rest[0], create=True):
            opening = time.perf_counter() - begun
        ran = kg("load", str(given), *where)
        print(f"again, one file changed, {name}: {ran.seconds:.1f} s, opening {opening:.1f} s: {ran.lines[-1]}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
