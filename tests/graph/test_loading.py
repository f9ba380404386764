"""What a load leaves in the graph: what its files say, and nothing that they no longer say."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import StoreError
from communique.graph.loading.articles import Source, load
from communique.graph.loading.batches import Spool, load_spooled
from communique.graph.store import Store, open_store
from communique.loaders.articles import load_articles
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import ROOT, SEED, content, load_paths, load_text
from tests.graph.wire import Wire

HEAD = "article: {id}\nheadline: H\npublisher: reuters\npublished: 2021-03-0{day}\n"
ONE = HEAD.format(id="one", day=1) + (
    "P1:\n  - meet: talks\n    by: [Japan, China]\n    date: 2021-02\n"
    "  - criticize: china-criticizes-us\n    by: China\n    toward: USA\n"
)
TWO = HEAD.format(id="two", day=2) + (
    "P1:\n  - meet: talks\n    same: true\n    by: [Japan, South Korea]\n    date: 2021-02-10\n    duration: 2 hours\n"
)
THREE = HEAD.format(id="three", day=3) + "P1:\n  - visit: trip\n    by: India\n    toward: Nepal\n    date: 2021\n"
TEXTS = {"one": ONE, "two": TWO, "three": THREE}


def ids(store: Store, label: str) -> list[str]:
    return [row["id"] for row in store.read(f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id").rows]


def test_a_fact_that_leaves_the_file_leaves_the_graph(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path / "a", one=ONE)
    assert ids(store, "Act") == ["china-criticizes-us", "talks"]
    assert "usa" in ids(store, "Actor")
    outcome = load_text(store, tmp_path / "a", one=ONE.split("  - criticize")[0])
    assert outcome.changed == ["one"] and outcome.facts_removed == 1
    assert ids(store, "Act") == ["talks"]
    assert "usa" not in ids(store, "Actor"), "an actor that nobody names any more goes too"
    assert store.read("MATCH (:Actor)-[r:CRITICIZED]->(:Actor) RETURN count(r) AS n").rows == [{"n": 0}]


def test_an_act_of_two_articles_keeps_what_each_says(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path / "a", one=ONE, two=TWO)
    by = "MATCH (:Act {id: 'talks'})-[r:BY]->(x) RETURN x.id AS id, r.articles AS articles ORDER BY id"
    assert store.read(by).rows == [
        {"id": "china", "articles": ["one"]},
        {"id": "japan", "articles": ["one", "two"]},
        {"id": "south-korea", "articles": ["two"]},
    ]
    dated = "MATCH (a:Act {id: 'talks'}) RETURN a.date AS date"
    assert store.read(dated).rows == [{"date": "2021-02-10"}], "the more precise date that nobody contradicts"
    load(store, [], read_vocabulary(), remove=["two"])
    assert [r["id"] for r in store.read(by).rows] == ["china", "japan"]
    assert store.read(dated).rows == [{"date": "2021-02"}]
    assert ids(store, "Detail") == []


def test_two_files_that_introduce_one_act_are_refused(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path / "a", one=ONE)
    before = content(store)
    with pytest.raises(StoreError, match="introduced by"):
        load_text(store, tmp_path / "b", two=TWO.replace("    same: true\n", ""))
    assert content(store) == before


def test_loading_in_pieces_equals_loading_at_once(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path / "a", one=ONE, two=TWO, three=THREE)
    at_once = content(store)
    load(store, [], read_vocabulary(), remove=["one", "two", "three"])
    assert ids(store, "Act") == ids(store, "Load") == []
    for name in ("three", "one", "two"):
        load_text(store, tmp_path / "a", **{name: TEXTS[name]})
    assert content(store) == at_once


def test_prune_takes_out_what_is_not_given(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path / "a", one=ONE, three=THREE)
    articles = load_articles([tmp_path / "a" / "three.yaml"])
    sources = [Source(r.article, str(r.path), "") for r in articles]
    with Spool() as spool:
        for source in sources:
            spool.add(source)
        outcome = load_spooled(store, spool, articles[0].vocabulary, prune=True)
    assert outcome.removed == ["one"] and outcome.same == ["three"]
    assert ids(store, "Article") == ["three"]


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(sorted(TEXTS)), st.booleans()), max_size=6))
def test_any_sequence_of_loads_ends_as_loading_the_last_state(
    steps: list[tuple[str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    with open_store(str(folder / "a"), create=True) as store:
        store.prepare()
        there: set[str] = set()
        for name, in_ in steps:
            if in_ and not (name == "two" and "one" not in there):
                load_text(store, folder / "texts", **{name: TEXTS[name]})
                there.add(name)
            elif not in_ and not (name == "one" and "two" in there):
                load(store, [], read_vocabulary(), remove=[name])
                there.discard(name)
        ended = content(store)
    with open_store(str(folder / "b"), create=True) as fresh:
        fresh.prepare()
        if there:
            load_text(fresh, folder / "texts", **{name: TEXTS[name] for name in sorted(there)})
        assert content(fresh) == ended


@pytest.mark.slow
def test_a_load_that_is_killed_leaves_the_earlier_graph_or_the_later_one(store_address: str, tmp_path: Path) -> None:
    with open_store(store_address, create=True) as store:
        store.prepare()
        load_text(store, tmp_path / "a", one=ONE)
        earlier = content(store)
    (tmp_path / "a" / "three.yaml").write_text(THREE, "utf-8")
    (tmp_path / "a" / "seed.yaml").write_text(SEED.read_text("utf-8"), "utf-8")
    command = [sys.executable, "-m", "communique.cli", "load", str(tmp_path / "a"), "--store", store_address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    started = time.monotonic()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    whole = time.monotonic() - started
    with open_store(store_address, create=True) as store:
        later = content(store)
        assert later != earlier
    seen = set()
    for attempt in range(8):
        with open_store(store_address, create=True) as store:
            load(store, [], read_vocabulary(), remove=["three", "jn-2020-12-25"])
            assert content(store) == earlier
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.Random(attempt).uniform(0.4, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with open_store(store_address) as store:
            found = content(store)
        assert found in (earlier, later)
        seen.add(found == later)
    load_paths_again = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert load_paths_again.returncode == 0, load_paths_again.stderr
    with open_store(store_address) as store:
        assert content(store) == later


def test_the_seed_article_has_every_sort_of_fact(store: Store) -> None:
    load_paths(store, SEED)
    marks = {r["mark"] for r in store.read("MATCH ()-[r:REPORTS]->() RETURN DISTINCT r.mark AS mark").rows}
    assert marks == {"reported", "attributed", "inferred", "derived"}
    chain = "MATCH (:Article)-[r:REPORTS]->(:Act {id: 'us-against-trend'}) RETURN r.speakers AS chain, r.holds AS holds"
    assert store.read(chain).rows == [{"chain": ["Chinese Foreign Ministry", "Wang Yi"], "holds": True}]
    denied = "MATCH (a:Act {id: 'no-airspace-violation'}) RETURN a.status AS status"
    assert store.read(denied).rows == [{"status": "denied"}]
    hedges = "MATCH ()-[r:REPORTS]->() WHERE r.hedge = 'maybe' RETURN count(r) AS n"
    assert store.read(hedges).rows == [{"n": 2}]


@pytest.mark.slow
@pytest.mark.neo4j
def test_loads_at_the_same_time_end_as_one_after_the_other(neo4j_address: str, tmp_path: Path) -> None:
    with open_store(neo4j_address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        load_text(store, tmp_path / "a", one=ONE)
    (tmp_path / "b").mkdir()
    for name in ("two", "three", "four", "five"):
        text = THREE.replace("three", name).replace("trip", f"trip-{name}") if name in ("four", "five") else TEXTS[name]
        (tmp_path / "b" / f"{name}.yaml").write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "communique.cli", "load", str(path), "--store", neo4j_address],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for path in sorted((tmp_path / "b").glob("*.yaml")) * 2
    ]
    said = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), said
    with open_store(neo4j_address, create=True) as store:
        together = content(store)
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        load_paths(store, tmp_path / "a", tmp_path / "b")
        assert content(store) == together


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_load_whose_connection_breaks_is_done_once_or_not_at_all(neo4j_address: str, tmp_path: Path) -> None:
    with open_store(neo4j_address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        earlier = content(store)
        load_text(store, tmp_path / "a", one=ONE, three=THREE)
        load_paths(store, SEED)
        later = content(store)
    command = [sys.executable, "-m", "communique.cli", "load", str(tmp_path / "a"), str(SEED)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    draw = random.Random(3)
    for _ in range(4):
        with open_store(neo4j_address, create=True) as store:
            load(store, [], read_vocabulary(), remove=ids(store, "Article"))
            assert content(store) == earlier
        with Wire(int(neo4j_address.rpartition(":")[2])) as wire:
            address = f"bolt://127.0.0.1:{wire.port}"
            process = subprocess.Popen(
                [*command, "--store", address],
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
            while not wire.connections and process.poll() is None:
                time.sleep(0.01)
            for _ in range(3):  # then the line holds, and the load comes to its end
                time.sleep(draw.uniform(0.05, 0.4))
                wire.cut()
                time.sleep(draw.uniform(0.5, 1.5))
            assert "Traceback" not in process.communicate()[1]
        with open_store(neo4j_address) as store:
            assert content(store) in (earlier, later)
    assert subprocess.run([*command, "--store", neo4j_address], env=environment, capture_output=True).returncode == 0
    with open_store(neo4j_address) as store:
        assert content(store) == later


def test_many_articles_are_loaded_in_batches_that_hang_together(store: Store, tmp_path: Path) -> None:
    """The same graph as in one transaction; articles that share an act are never parted."""
    for number in range(6):
        act = f"  - speech: s{number // 2}\n    by: Putin\n    to: USA\n"
        same = "    same: true\n" if number % 2 else ""
        text = f"article: n{number}\nheadline: H\npublisher: japan-news\npublished: 2020-12-25\nP1:\n{act}{same}"
        (tmp_path / f"n{number}.yaml").write_text(text, "utf-8")
    articles = load_articles([tmp_path])
    with Spool() as spool:
        for read in reversed(articles):
            spool.add(Source(read.article, str(read.path), ""))
        batches = [{source.article.id for source in batch} for batch in spool.batches(3)]
        assert sorted(map(sorted, batches)) == [["n0", "n1"], ["n2", "n3"], ["n4", "n5"]]
        outcome = load_spooled(store, spool, read_vocabulary())
    assert sorted(outcome.added) == [f"n{number}" for number in range(6)] and outcome.facts_added == 6
    by_batches = content(store)
    load(store, [], read_vocabulary(), remove=ids(store, "Article"))
    load_paths(store, tmp_path)
    assert content(store) == by_batches


def test_an_act_may_move_to_an_article_of_an_earlier_batch(store: Store, tmp_path: Path) -> None:
    head = "headline: H\npublisher: japan-news\npublished: 2020-12-25\nP1:\n"
    speech = "  - speech: moved\n    by: Putin\n    to: USA\n"
    other = "  - visit: {0}\n    by: Putin\n    to: USA\n"
    for one, both in ((False, True), (True, False)):
        for name, has in (("a", one), ("b", both)):
            text = f"article: {name}\n{head}{other.format('v' + name)}{speech if has else ''}"
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        with Spool() as spool:
            for read in load_articles([tmp_path]):
                spool.add(Source(read.article, str(read.path), ""))
            outcome = load_spooled(store, spool, read_vocabulary(), most=1)
    assert outcome.changed == ["a", "b"] and ids(store, "Act") == ["moved", "va", "vb"]


def test_the_file_of_a_graph_is_written_only_when_something_changes(tmp_path: Path) -> None:
    address, file = str(tmp_path / "graph"), tmp_path / "graph" / "graph.kgl"
    texts = {"one": ONE}
    for changed in (True, False, True):
        before = file.stat().st_ino if file.exists() else None  # a save puts another file in its place
        with open_store(address, create=True) as store:
            store.prepare()
            load_text(store, tmp_path / "texts", **texts)
        assert (file.stat().st_ino != before) == changed
        if not changed:
            texts = {"one": ONE + "P2:\n  - visit: trip\n    by: India\n    date: 2021\n"}
    with open_store(address) as store:
        assert ids(store, "Act") == ["china-criticizes-us", "talks", "trip"]


def test_a_graph_is_let_go_of_after_a_load_that_failed(tmp_path: Path) -> None:
    address = str(tmp_path / "graph")
    with open_store(address, create=True) as store:
        store.prepare()
        with pytest.raises(StoreError) as failed:
            store.write([("CREATE (:Act {id: 'a'}) CREATE (:Act {id: 'a'})", {})])
    with open_store(address, create=True) as again:
        assert ids(again, "Act") == [], failed.value
