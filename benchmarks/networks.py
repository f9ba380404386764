"""Times to_networkx beside reading the same acts and edges bare: medians in turn, milliseconds.

Run: python benchmarks/networks.py [ROUNDS]; 2,000 coded events from the folder that KG_SHARED names, and the corpus.
"""

from __future__ import annotations

import gzip
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import communique as kg
from communique.settings import shared_folder

ROOT = Path(__file__).parents[1]
KG = str(Path(sys.executable).parent / "kg")
ACTS = 2000
BARE = (
    "MATCH (a:Act) RETURN a.id AS id, properties(a) AS properties",
    "MATCH (a:Act)-[r]->(m) RETURN a.id AS id, type(r) AS type, properties(r) AS properties, m.id AS other",
    "MATCH (a:Article)-[r]->(m) RETURN a.id AS id, type(r) AS type, properties(r) AS properties, m.id AS other",
)


def main(rounds: int = 15) -> None:
    """Print a table: what, how many acts, median milliseconds, and how many times the bare reading."""
    print(f"{'':24} {'acts':>6} {'ms':>6} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with gzip.open(shared_folder() / "data" / "icews0515.tsv.gz", "rb") as file:
            (folder / "events.tsv").write_bytes(b"".join(islice(file, ACTS + 1)))
        for label, command in (
            ("coded events", ["import", "icews", str(folder / "events.tsv")]),
            ("articles", ["load", str(ROOT / "corpus")]),
        ):
            store = str(folder / label.replace(" ", "-"))
            subprocess.run([KG, *command, "--store", store], check=True, stdout=subprocess.DEVNULL)
            with kg.open_graph(store) as graph:
                _compare(label, graph, rounds)


def _compare(label: str, graph: kg.Graph, rounds: int) -> None:
    acts = graph.read("MATCH (a:Act) RETURN count(a) AS n").rows[0]["n"]
    calls: dict[str, Callable[[], Any]] = {"bare": lambda: [graph.read(cypher) for cypher in BARE]}
    for view in ("acts", "actors", "sides"):
        calls[view] = lambda view=view: graph.to_networkx(view, status="all")  # type: ignore[misc]
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds + 1):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            times[name].append((time.perf_counter() - start) * 1000)
    bare = statistics.median(times["bare"][1:])
    for name, found in times.items():
        median = statistics.median(found[1:])
        print(f"{label + ', ' + name:24} {acts:6} {median:6.0f} {median / bare:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
