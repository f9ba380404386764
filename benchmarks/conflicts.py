"""The conflicts of the corpus, and how many of the readers' disagreements are found: tables of docs/conflicts.md.

Run: python benchmarks/conflicts.py > table.md
     python benchmarks/conflicts.py --judged [first second third fourth fifth sixth] [--now] > head.md

`--now` counts what is found of the fourth and the fifth list since both were at hand.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

import yaml

from communique.graph.loading.articles import Source, load
from communique.graph.store import open_store
from communique.loaders.articles import load_articles, merged_vocabulary
from communique.queries.conflicts import Conflict, find_conflicts

CORPUS = Path(__file__).parents[1] / "corpus"
JUDGED = {
    "first": "judged.yaml",
    "second": "second-judged.yaml",
    "third": "third-reader.yaml",
    "fourth": "fourth-reader.yaml",
    "fifth": "fifth-reader.yaml",
    "sixth": "sixth-reader.yaml",
}
KINDS = {"date": "contradiction, date", "contradiction": "contradiction, date"}


def main() -> None:
    """Print a row a conflict: kind, what about, of what, and each value with its sources."""
    with tempfile.TemporaryDirectory() as folder, open_store(folder, create=True) as store:
        store.prepare()
        articles = load_articles([CORPUS])
        sources = [Source(read.article, str(read.path), "", read.vocabulary.added) for read in articles]
        load(store, sources, merged_vocabulary(articles))
        print("| kind | about | of | values |\n|---|---|---|---|")
        for conflict in find_conflicts(store):
            print(f"| {conflict.kind} | {conflict.aspect} | {conflict.summary} | {_values(conflict)} |")


def judged(readers: list[str], *, now: bool) -> None:
    """Print a row a kind: how many disagreements each reader listed, and how many are found, whole or in part."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for reader in readers:
        name = JUDGED[reader]
        for row in yaml.safe_load((Path(__file__).parent / "disagreements" / name).read_text("utf-8"))["reader"]:
            for kind in (KINDS.get(row["kind"], row["kind"]), "all"):
                counts[reader, kind, "all"] += 1
                counts[reader, kind, row.get("now", row["found"]) if now else row["found"]] += 1
    print("".join(["|", *(f" | {reader} reader's | found | in part" for reader in readers), " |"]))
    print("|---" * (1 + 3 * len(readers)) + "|")
    for kind in dict.fromkeys(kind for _, kind, _ in sorted(counts, key=lambda key: key[1] == "all")):
        cells = [str(counts[reader, kind, found]) for reader in readers for found in ("all", "yes", "partly")]
        print(f"| {kind} | {' | '.join(cells)} |")


def _values(conflict: Conflict) -> str:
    values = {
        value: "; ".join(f"{' > '.join(t.chain) or t.publisher}, {t.article} {t.paragraph}" for t in tellings)
        for value, tellings in conflict.by_value().items()
    }
    return "<br>".join(f"**{value}**: {sources}" for value, sources in values.items())


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name in JUDGED]
    judged(names or ["first", "second"], now="--now" in sys.argv) if "--judged" in sys.argv else main()
