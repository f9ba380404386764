"""The conflicts of the corpus as the table that docs/conflicts.md holds.

Run: python benchmarks/conflicts.py > table.md
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from communique.graph.loading.articles import Source, load
from communique.graph.store import open_store
from communique.loaders.articles import load_articles, merged_vocabulary
from communique.queries.conflicts import Conflict, find_conflicts

CORPUS = Path(__file__).parents[1] / "corpus"


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


def _values(conflict: Conflict) -> str:
    values = {
        value: "; ".join(f"{t.voice}, {t.article} {t.paragraph}" for t in tellings)
        for value, tellings in conflict.by_value().items()
    }
    return "<br>".join(f"**{value}**: {sources}" for value, sources in values.items())


if __name__ == "__main__":
    main()
