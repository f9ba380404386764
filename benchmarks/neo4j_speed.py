"""Times Neo4j: loading beside a minimal script, the bulk way beside the driver, the catalogue beside the bare driver.

Run: python benchmarks/neo4j_speed.py load | bulk | bulk10 | catalogue | start
The events are `icews0515.tsv.gz` of the data folder (KG_SHARED, default ../shared); `bulk10` makes ten times as many
of them, each row once more in every eleventh year that follows, so that the skew is the same.
"""

from __future__ import annotations

import datetime
import gzip
import os
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import neo4j
from processes import kg

from communique.graph.mapping.events import CodedMapper
from communique.graph.server import Server, start, stop, stored_password
from communique.graph.store import open_store
from communique.loaders.events import EventReader, read_events
from communique.queries.catalogue import Query, catalogue, run
from communique.queries.drawing import drawings
from communique.schemas.vocabulary import read_vocabulary
from communique.settings import shared_folder

EVENTS = shared_folder() / "data" / "icews0515.tsv.gz"
BATCH = 10_000
MINIMAL = (
    "UNWIND $rows AS row MATCH (source:Actor {{id: row.by}}) MATCH (target:Actor {{id: row.toward}}) "
    "CREATE (act:Act:{label}) SET act = row.properties CREATE (act)-[:BY]->(source) CREATE (act)-[:TOWARD]->(target)"
)
SIDES = (
    "UNWIND $rows AS row MATCH (act:Act {id: row.act}) MATCH (state:Actor {id: row.state}) "
    "CREATE (act)-[side:SIDE]->(state) SET side = row.properties"
)


class Bench:
    """A server of its own, with the memory that a million events want."""

    def __init__(self, folder: Path) -> None:
        self.server = Server.on_free_ports(folder / "home", heap="2g", pagecache="1g")
        self.address = ""

    def begin(self) -> None:
        """Start it."""
        self.address = start(self.server).bolt
        os.environ |= {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": stored_password(self.server.home) or ""}

    def empty(self) -> None:
        """Begin anew with a home that holds nothing, and put constraints and indexes in."""
        stop(self.server.home)
        shutil.rmtree(self.server.home)
        self.begin()
        with open_store(self.address, create=True) as store:
            store.prepare()

    def counts(self) -> dict[str, int]:
        """Return how many nodes and relationships there are."""
        with open_store(self.address) as store:
            acts = store.read("MATCH (n:Act) RETURN count(n) AS n").rows[0]["n"]
            edges = store.read("MATCH (:Act)-[r]->() RETURN count(r) AS n").rows[0]["n"]
        return {"acts": acts, "their relationships": edges}


def load(bench: Bench, rounds: int = 2) -> None:
    """`kg import` in turn with a script that writes the same nodes and relationships under the same constraints."""
    ours, theirs = [], []
    for _ in range(rounds):
        bench.empty()
        seconds, memory, _ = kg("import", "icews", str(EVENTS), "--store", bench.address)
        ours.append(seconds)
        here = bench.counts()
        bench.empty()
        theirs.append(minimal(bench.address, EVENTS))
        assert bench.counts() == here, (bench.counts(), here)
        print(f"  kg import {seconds:.1f} s ({memory:.0f} MB), minimal script {theirs[-1]:.1f} s, {here}", flush=True)
    rate = statistics.median(theirs) / statistics.median(ours)
    print(f"rate over that of the script: {rate:.2f} ({here['acts'] / statistics.median(ours):,.0f} events/s)")


def minimal(address: str, path: Path) -> float:
    """Write the events of a file as a plain script does: actors first, then batches; return the seconds it took."""
    begun = time.perf_counter()
    vocabulary = read_vocabulary()
    mapper, seen = CodedMapper(vocabulary), set()
    actors: dict[str, Any] = {}
    rows = []
    for row in read_events(path, EventReader("icews", vocabulary).read):
        event = row.event
        if event is None or event.id in seen:
            continue
        seen.add(event.id)
        needed = {event.by[0].id, event.toward[0].id, *(state for state, _ in mapper.sides(event))}
        if not needed <= actors.keys():
            actors |= {key[1]: node for key, node in mapper.actor_rows(event).nodes.items() if key[0] == "Actor"}
        kind = mapper.kind(event)
        properties = {"id": event.id, **kind.properties, **mapper.own(event)}
        rows.append((kind.label, event.by[0].id, event.toward[0].id, properties, mapper.sides(event)))
    login = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(address, auth=login) as driver, driver.session() as session:
        nodes = [{"id": n.id, **n.properties} for n in actors.values()]
        session.run("UNWIND $rows AS row CREATE (a:Actor) SET a = row", rows=nodes).consume()
        for batch in _batches(rows):
            session.execute_write(_write_batch, batch)
    return time.perf_counter() - begun


def _write_batch(transaction: Any, batch: list[Any]) -> None:
    for label in ("Event", "Statement"):
        rows = [{"by": b, "toward": t, "properties": p} for kind, b, t, p, _ in batch if kind == label]
        transaction.run(MINIMAL.format(label=label), rows=rows).consume()
    sides = [{"act": p["id"], "state": s, "properties": e} for _, _, _, p, found in batch for s, e in found]
    transaction.run(SIDES, rows=sides).consume()


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield batch


def bulk(bench: Bench, path: Path, folder: Path, rounds: int = 1) -> None:
    """`kg export neo4j-admin` and `kg server import` beside `kg import`, as whole commands."""
    for number in range(rounds):
        bench.empty()
        driver, memory, _ = kg("import", "icews", str(path), "--store", bench.address)
        here = bench.counts()
        stop(bench.server.home)
        files = folder / f"bulk-{number}"
        export, size, _ = kg("export", "neo4j-admin", str(files), "--icews", str(path))
        ports = ["--bolt-port", str(bench.server.bolt_port), "--http-port", str(bench.server.http_port)]
        taken, *_ = kg("server", "import", str(files), "--home", str(bench.server.home), *ports)
        assert bench.counts() == here, (bench.counts(), here)
        shutil.rmtree(files, ignore_errors=True)
        print(
            f"  {here['acts']:,} events: driver {driver:.1f} s ({memory:.0f} MB); "
            f"export {export:.1f} s ({size:.0f} MB) + import, start, constraints {taken:.1f} s: "
            f"{driver / (export + taken):.2f} times as fast",
            flush=True,
        )


def tenfold(path: Path) -> Path:
    """Write ten times the events, in every eleventh year that follows."""
    with gzip.open(EVENTS, "rt", encoding="utf-8") as source, path.open("w", encoding="utf-8") as sink:
        sink.write(next(source))
        rows = [line.rstrip("\n").rpartition("\t") for line in source]
        for years in range(0, 110, 11):
            for names, _, day in rows:
                moved = datetime.date.fromisoformat(day) + datetime.timedelta(days=years * 365)
                sink.write(f"{names}\t{moved}\n")
    return path


def rows_of(transaction: neo4j.ManagedTransaction, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a query finds, by the bare driver."""
    return [record.data() for record in transaction.run(cypher, parameters)]


def queries(bench: Bench, seconds: float = 2) -> None:
    """Each catalogue query as kg runs it, in turn with the same Cypher by the bare driver; over corpus and events.

    Fifteen rounds, and more while `seconds` have not passed: a query of few milliseconds needs some hundred.
    """
    bench.empty()
    kg("load", "corpus", "--store", bench.address)
    kg("import", "icews", str(EVENTS), "--store", bench.address)
    login = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    ratios = []
    with (
        open_store(bench.address) as store,
        neo4j.GraphDatabase.driver(bench.address, auth=login) as driver,
        driver.session(default_access_mode=neo4j.READ_ACCESS) as session,
    ):
        for name, form in drawings().items():
            values = dict(form.examples)
            query = catalogue()[name]
            parameters = {p.name: values.get(p.name, p.default) for p in query.parameters}

            def ours(query: Query = query, values: dict[str, Any] = values) -> int:
                return len(run(store, query, values).rows)

            def bare(query: Query = query, parameters: dict[str, Any] = parameters) -> int:
                return len(session.execute_read(rows_of, query.cypher, parameters))

            rows = ours()
            assert bare() == rows
            times: dict[Callable[[], int], list[float]] = {ours: [], bare: []}
            begun, order = time.perf_counter(), [ours, bare]
            while len(times[ours]) < 15 or (time.perf_counter() - begun < seconds and len(times[ours]) < 300):
                for one in order:
                    before = time.perf_counter()
                    one()
                    times[one].append(time.perf_counter() - before)
                order.reverse()
            mine, plain = (statistics.median(t) * 1000 for t in times.values())
            ratios.append(mine / plain)
            print(f"  {name:32} {rows:6} rows {mine:9.1f} ms {plain:9.1f} ms {mine / plain:5.2f}", flush=True)
    print(f"kg over the bare driver: median {statistics.median(ratios):.2f}, largest {max(ratios):.2f}")


def starts(folder: Path) -> None:
    """`kg server start` on an empty cache and after."""
    os.environ["KG_CACHE"] = str(folder / "cache")
    ports = ["--bolt-port", "17687", "--http-port", "17474"]
    for word in ("first, empty cache", "second", "third"):
        seconds, *_ = kg("server", "start", *ports)
        kg("server", "stop")
        print(f"  {word}: {seconds:.1f} s", flush=True)


def main(what: str) -> None:
    """Run one of them."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["KG_STORE"] = str(folder / "none")  # what is exported is the events alone
        if what == "start":
            starts(folder)
            return
        bench = Bench(folder)
        bench.begin()
        try:
            if what == "load":
                load(bench)
            elif what == "bulk":
                bulk(bench, EVENTS, folder)
            elif what == "bulk10":
                bulk(bench, tenfold(folder / "tenfold.tsv"), folder)
            elif what == "catalogue":
                queries(bench)
            else:
                raise SystemExit(__doc__)
        finally:
            stop(bench.server.home)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
