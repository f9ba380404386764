"""Times the catalogue over all events, whole commands on a cold start, and how the embedded import grows.

Run: python benchmarks/analysis.py queries | cold | growth [FILE]
FILE is icews0515.tsv.gz of the data folder (KG_SHARED, default ../shared) unless another is given. `queries` asks each
question of both stores, of sqlite3 and of pandas (which must be installed), for pairs and actors drawn by their share
of the events, and stops where two answers differ.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from event_tables import SQL, Answer, Tables, ask_pandas, ask_sqlite, read_tables
from neo4j_speed import EVENTS, MINIMAL, SIDES, Bench, tenfold
from processes import KG, kg

from communique.graph.mapping.events import CodedMapper
from communique.graph.server import stop
from communique.graph.store import Store, open_store
from communique.loaders.events import EventReader, read_events
from communique.queries.catalogue import catalogue, run
from communique.schemas.vocabulary import read_vocabulary

BATCH, ASKED, WARM, ROUNDS = 10_000, 20, 3, 3  # a server compiles what it runs often: the first rounds warm up
PAIR = ("intensity", "timeline-of-a-pair", "who-initiates", "common-targets")
ACTOR = ("acts-of-an-actor", "acts-toward-an-actor", "acts-by-year of an actor", "largest-changes of an actor")
COLD = (
    ("kg ask", ("ask", "When did China last criticize Japan?")),
    ("kg query", ("query", "first-and-last-of-a-kind", "--kind", "criticize", "--actor", "China", "--target", "Japan")),
    ("kg intensity", ("intensity", "China", "Japan")),
)


def ask_store(store: Store, question: str, values: dict[str, str]) -> Answer:
    """Return the answer to a question by the catalogue, in the form of `event_tables`."""
    name, _, variant = question.partition(" of a")
    name, variant = (question, "") if name not in catalogue() else (name, variant)
    given = {("actor" if name.startswith("acts-") else k): v for k, v in values.items()}
    if name == "acts-toward-an-actor":
        given = {"target": values["one"]}
    if variant == " kind":
        given = {"kind": "criticize"}
    rows = run(store, catalogue()[name], given).rows
    return [_answer(name, row, values.get("one")) for row in rows] if name != "who-initiates" else sorted(
        _answer(name, row, values.get("one")) for row in rows
    )  # fmt: skip


def _answer(name: str, row: dict[str, Any], one: str | None) -> tuple[Any, ...]:
    if name == "who-initiates":
        return int(row["sort"] == "conflict"), int(row["who_id"] == one), row["acts"], row["initiated"], row["answered"]
    columns = {
        "intensity": "period acts one_to_other other_to_one goldstein plover verbal_cooperation material_cooperation "
        "verbal_conflict material_conflict",
        "common-targets": "target_id acts_of_one acts_of_other joint_acts",
        "acts-by-year": "year acts goldstein",
        "largest-changes": "one_id other_id earlier later change",
        "most-active-pairs": "one_id other_id acts goldstein",
    }.get(name, "act")
    return tuple(row[column] for column in columns.split())


def drawn_values(tables: Tables, question: str) -> list[dict[str, str]]:
    """Return what to ask for: pairs or actors of events drawn at random, so the active ones most; nothing for all."""
    chance = random.Random(2015)
    pairs = [dict(zip(("one", "other"), row[1:], strict=True)) for row in chance.sample(tables.rows["pair"], ASKED)]
    if question in PAIR:
        return pairs
    return [{"one": pair["one"]} for pair in pairs] if question in ACTOR else [{}]


def queries(bench: Bench, folder: Path, events: Path) -> None:
    """Import the events into both stores, and compare."""
    compare(*_imported(bench, folder, events), events)


def _imported(bench: Bench, folder: Path, events: Path) -> tuple[str, str]:
    addresses = str(folder / "embedded"), bench.address
    for address in addresses:
        kg("import", "icews", str(events), "--store", address)
    return addresses


def compare(embedded: str, neo4j: str, events: Path) -> None:
    """Each question on both stores, by sqlite3 and by pandas: median and 95th percentile in milliseconds."""
    tables = read_tables(events)
    database, frames = tables.database(), tables.frames()
    print(f"{'question':30}{'embedded':>16}{'Neo4j':>16}{'sqlite3':>16}{'pandas':>16}   median / 95th percentile, ms")
    with open_store(embedded) as here, open_store(neo4j) as there:
        for question in SQL:
            asked = drawn_values(tables, question)
            ways: tuple[Callable[[dict[str, str]], Answer], ...] = (
                lambda v: ask_store(here, question, v),  # noqa: B023
                lambda v: ask_store(there, question, v),  # noqa: B023
                lambda v: ask_sqlite(database, question, dict(v)),  # noqa: B023
                lambda v: ask_pandas(frames, question, dict(v)),  # noqa: B023
            )
            times: list[list[float]] = [[] for _ in ways]
            for turn in range(WARM + ROUNDS):
                for values in asked:
                    answers = []
                    for way, taken in zip(ways, times, strict=True):
                        begun = time.perf_counter()
                        answers.append(_sorted(question, way(values)))
                        if turn >= WARM:
                            taken.append((time.perf_counter() - begun) * 1000)
                    for answer in answers[1:]:
                        assert answer == answers[0], (question, values, answer[:3], answers[0][:3])
            cells = "".join(f"{statistics.median(taken):8.1f} /{_high(taken):6.0f}" for taken in times)
            print(f"{question:30}{cells}", flush=True)


def _sorted(question: str, answer: Answer) -> Answer:
    """Common targets are in the order of their names in the catalogue, of their ids elsewhere."""
    return sorted(answer) if question == "common-targets" else answer


def _high(taken: list[float]) -> float:
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]


def cold(bench: Bench, folder: Path, events: Path, rounds: int = 7) -> None:
    """Whole commands in processes of their own: median and largest, in seconds."""
    addresses = _imported(bench, folder, events)
    print(f"{'command':14}{'embedded':>16}{'Neo4j':>16}   median / largest, s")
    for name, arguments in COLD:
        cells = ""
        for address in addresses:
            taken = []
            for _ in range(rounds):
                begun = time.perf_counter()
                subprocess.run([KG, *arguments, "--store", address], check=True, capture_output=True)
                taken.append(time.perf_counter() - begun)
            cells += f"{statistics.median(taken):8.2f} /{max(taken):6.2f}"
        print(f"{name:14}{cells}", flush=True)


def growth(folder: Path, events: Path) -> None:
    """The embedded import beside a script that writes the same by UNWIND, and the same for ten times the events."""
    print(f"{'events':>10}{'kg import, s':>14}{'script, s':>12}{'ratio':>8}{'MB':>8}{'MB a million':>14}")
    first = 0.0
    for path in (events, tenfold(folder / "tenfold.tsv")):
        ran = kg("import", "icews", str(path), "--store", str(folder / f"kg-{path.stem}"))
        plain, acts = minimal_embedded(folder / f"script-{path.stem}.kgl", path)
        per_million = ran.memory / acts * 1e6
        print(
            f"{acts:10,}{ran.seconds:14.1f}{plain:12.1f}{ran.seconds / plain:8.2f}{ran.memory:8.0f}{per_million:14.0f}",
            flush=True,
        )
        first = first or ran.seconds
    print(f"ten times the rows: {ran.seconds / first:.1f} times the time")


def minimal_embedded(path: Path, events: Path) -> tuple[float, int]:
    """Write the events as a plain script does, actors first; return its seconds and how many events there were."""
    code = "import sys; from analysis import write_plainly; write_plainly(sys.argv[1], sys.argv[2])"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, path, events], check=True, capture_output=True, text=True, env=environment
    )
    return time.perf_counter() - begun, int(done.stdout)


def write_plainly(path: str, events: str) -> None:
    """Write the same nodes and edges under the same constraints in batches: no records, no second look."""
    vocabulary = read_vocabulary()
    mapper, seen, known = CodedMapper(vocabulary), set(), set()
    with open_store(path, create=True) as store:
        store.prepare()
        batch: list[Any] = []
        for row in read_events(Path(events), EventReader("icews", vocabulary).read):
            event = row.event
            if event is None or event.id in seen:
                continue
            seen.add(event.id)
            actors = {}
            if not {event.by[0].id, event.toward[0].id, *(state for state, _ in mapper.sides(event))} <= known:
                nodes = mapper.actor_rows(event).nodes
                actors = {k[1]: n for k, n in nodes.items() if k[0] == "Actor" and k[1] not in known}
                known |= actors.keys()
            batch.append((event, mapper.kind(event), mapper.own(event), mapper.sides(event), actors))
            if len(batch) == BATCH:
                _write(store, batch)
                batch = []
        _write(store, batch)
    print(len(seen))


def _write(store: Store, batch: list[Any]) -> None:
    nodes = [{"id": n.id, **n.properties} for *_, actors in batch for n in actors.values()]
    statements: list[Any] = [("UNWIND $rows AS row CREATE (a:Actor) SET a = row", {"rows": nodes})]
    for label in ("Event", "Statement"):
        rows = [
            {"by": e.by[0].id, "toward": e.toward[0].id, "properties": {"id": e.id, **kind.properties, **own}}
            for e, kind, own, _, _ in batch
            if kind.label == label
        ]
        statements.append((MINIMAL.format(label=label), {"rows": rows}))
    sides = [{"act": e.id, "state": s, "properties": p} for e, _, _, found, _ in batch for s, p in found]
    store.write([*statements, (SIDES, {"rows": sides})])


def main(what: str, events: Path) -> None:
    """Run one of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if what == "growth":
            growth(folder, events)
            return
        if what not in ("queries", "cold"):
            raise SystemExit(__doc__)
        bench = Bench(folder)
        bench.begin()
        try:
            with open_store(bench.address, create=True) as store:
                store.prepare()
            (queries if what == "queries" else cold)(bench, folder, events)
        finally:
            stop(bench.server.home)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "", Path(sys.argv[2]) if len(sys.argv) > 2 else EVENTS)
