"""Coded events: every row is accounted for, and whatever interrupts an import, the same command ends in one graph."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.graph.loaded import count_untied, read_import
from communique.graph.loading.events import EventImport, Imported
from communique.graph.server import Server, start, stop, stored_password
from communique.graph.store import Store, open_store
from communique.loaders.events import EventReader, read_events
from communique.schemas.coded_events import EventRow
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import ROOT, SEED, content, load_paths
from tests.graph.wire import Wire
from tests.loaders.event_files import POLECAT, header, polecat

FILE = (
    "subject\trelation\tobject\tdate\n"
    "China\tConsult\tRussia\t2014-05-20\n"
    "Foreign Affairs (South Korea)\tCriticize or denounce\tJapan\t2014-05-21\n"
    "Evo Morales\tMake statement\tAcademy (Atlantis)\t2014-05-21\n"
    "China\tConsult\tRussia\t2014-05-20\n"
    "China\tHug\tRussia\t2014-05-20\n"
    "China\tConsult\tRussia\t2014-13-20\n"
    "China\tConsult\tRussia\n"
    '"Andrew ""Andy"" Burnham"\tMake a visit\tIraq\t2014-05-22\n'
)
SOUTH_KOREAN = "foreign-affairs@south-korea"
RELATIONS = ("Consult", "Make a visit", "Criticize or denounce", "Make statement", "Threaten", "Provide aid")


def take_in(
    store: Store, path: Path, batch: int = 3, rejected: list[EventRow] | None = None, dataset: str = "icews"
) -> Imported:
    """Import a file, as `kg import` does."""
    vocabulary = read_vocabulary()
    reader = EventReader(dataset, vocabulary)
    keep = (lambda row: None) if rejected is None else rejected.append
    work = EventImport(store, f"{dataset}/{path.name}", vocabulary, keep, batch=batch)
    return work.run(lambda: read_events(path, reader.read))


def made_up(path: Path, rows: int, seed: int = 1) -> Path:
    """Write events between some known and two hundred unknown actors; some rows stand twice."""
    draw = random.Random(seed)
    actors = ["China", "Japan", "Russia", "Iran", "France", *(f"Citizen {n} (Peru)" for n in range(200))]
    lines = ["\t".join(("subject", "relation", "object", "date"))]
    for _ in range(rows):
        day = f"{draw.randint(2005, 2015)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        lines.append("\t".join((draw.choice(actors), draw.choice(RELATIONS), draw.choice(actors), day)))
        if draw.random() < 0.05:
            lines.append(draw.choice(lines[1:]))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_every_row_is_loaded_a_duplicate_or_rejected(store: Store, tmp_path: Path) -> None:
    (tmp_path / "events.tsv").write_text(FILE, "utf-8")
    rejected: list[EventRow] = []
    done = take_in(store, tmp_path / "events.tsv", rejected=rejected)
    assert (done.rows, done.loaded, done.duplicates, done.rejected) == (8, 4, 1, 3)
    assert [(row.number, row.reason) for row in rejected] == [
        (5, "unknown relation 'Hug' (a CAMEO code, or the name of one)"),
        (6, "no date: '2014-13-20' (write 2014-01-31)"),
        (7, "3 columns (4 expected: subject, relation, object, date)"),
    ]
    record = read_import(store, "icews/events.tsv")
    assert (record.rows, record.rejected, record.complete) == (8, 3, True)


def test_an_event_is_an_act_with_its_parties_their_states_and_its_codes(store: Store, tmp_path: Path) -> None:
    (tmp_path / "events.tsv").write_text(FILE, "utf-8")
    take_in(store, tmp_path / "events.tsv")
    acts = store.read(
        "MATCH (a:Act)-[:BY]->(b:Actor) MATCH (a)-[:TOWARD]->(c:Actor) RETURN a.row AS row, a.summary AS summary, "
        "a.date AS date, a.cameo AS cameo, a.quad AS quad, b.id AS by, c.id AS toward ORDER BY row"
    ).rows
    assert [tuple(row.values()) for row in acts] == [
        (1, "China consulted with Russia", "2014-05-20", "040", 1, "china", "russia"),
        (
            2,
            "Foreign Affairs (South Korea) criticized or denounced Japan",
            "2014-05-21",
            "111",
            3,
            SOUTH_KOREAN,
            "japan",
        ),
        (
            3,
            "Evo Morales made a statement to or about Academy (Atlantis)",
            "2014-05-21",
            "010",
            1,
            "evo-morales",
            "academy@atlantis",
        ),
        (8, 'Andrew "Andy" Burnham made a visit to Iraq', "2014-05-22", "042", 1, "andrew-andy-burnham", "iraq"),
    ]
    sides = "MATCH (:Act)-[s:SIDE]->(a:Actor) RETURN s.role AS role, s.party AS party, a.id AS state"
    assert [tuple(row.values()) for row in store.read(sides).rows] == [("by", SOUTH_KOREAN, "south-korea")]
    parts = "MATCH (a:Actor)-[:PART_OF]->(b:Actor) WHERE a.id CONTAINS '@' RETURN a.id AS a, b.id AS b ORDER BY a"
    assert [tuple(row.values()) for row in store.read(parts).rows] == [
        ("academy@atlantis", "atlantis"),
        (SOUTH_KOREAN, "south-korea"),
    ]


def test_a_body_has_the_names_that_its_role_and_its_country_give(store: Store, tmp_path: Path) -> None:
    (tmp_path / "events.tsv").write_text(FILE, "utf-8")
    take_in(store, tmp_path / "events.tsv")
    (body,) = store.read("MATCH (a:Organization {id: $id}) RETURN a.aliases AS aliases", {"id": SOUTH_KOREAN}).rows
    assert {"South Korean Foreign Affairs", "Foreign Affairs of South Korea"} <= set(body["aliases"])
    assert count_untied(store) == 3, "Evo Morales, Atlantis and Andrew Burnham"


def test_parties_of_other_data_sets_may_be_several_or_one_side_only(store: Store, tmp_path: Path) -> None:
    lines = [
        header(POLECAT),
        polecat("1", Actor_Name="Wang Yi; Jane Roe", Actor_Country="CHN; PER", Recipient_Name="None"),
        polecat("2", Recipient_Name="None", Recipient_Country="None", Recipient_Name_Raw="None"),
        polecat("3", Actor_Name="None", Actor_Country="None", Primary_Actor_Sector="None", Actor_Name_Raw="None"),
        polecat("4", Event_Type="ASSAULT", Event_Mode="drone", Actor_Name="Jane Roe", Actor_Country="PER"),
    ]
    (tmp_path / "events.txt").write_text("".join(lines), "utf-8")
    done = take_in(store, tmp_path / "events.txt", dataset="polecat")
    assert (done.rows, done.loaded, done.rejected) == (4, 4, 0)
    acts = store.read(
        "MATCH (a:Act) "
        "CALL (a) { OPTIONAL MATCH (a)-[:BY]->(x:Actor) WITH x ORDER BY x.id RETURN collect(x.id) AS who } "
        "RETURN a.id AS id, a.summary AS summary, who, a.plover AS plover, a.plover_mode AS mode, "
        "a.plover_score AS score, a.quad AS quad, a.cameo AS cameo, a.contexts AS contexts ORDER BY id"
    ).rows
    visit = ["CONSULT", "visit", 4.0, 1, None, ["diplomatic", "military"]]
    assert [list(row.values())[1:] for row in acts] == [
        ["Wang Yi and Jane Roe made a visit to Russia", ["jane-roe", "wang-yi"], *visit],
        ["Wang Yi made a visit", ["wang-yi"], *visit],
        ["Somebody made a visit to Russia", [], *visit],
        ["Jane Roe assaulted Russia with drones", ["jane-roe"], "ASSAULT", "drone", -9.5, 4, *visit[4:]],
    ]
    again = take_in(store, tmp_path / "events.txt", dataset="polecat")
    assert (again.loaded, again.before) == (0, 4)


def test_importing_again_changes_nothing_and_a_longer_file_adds_its_rest(store: Store, tmp_path: Path) -> None:
    (tmp_path / "events.tsv").write_text(FILE, "utf-8")
    take_in(store, tmp_path / "events.tsv")
    before = content(store)
    again = take_in(store, tmp_path / "events.tsv")
    assert (again.loaded, again.duplicates, again.rejected, again.before) == (0, 0, 3, 5)
    assert content(store) == before
    (tmp_path / "events.tsv").write_text(FILE + "Iran\tThreaten\tIsrael\t2015-01-02\n", "utf-8")
    longer = take_in(store, tmp_path / "events.tsv")
    assert (longer.loaded, longer.before) == (1, 5)
    (tmp_path / "other.tsv").write_text(FILE, "utf-8")
    other = take_in(store, tmp_path / "other.tsv")
    assert (other.loaded, other.duplicates) == (0, 5), "an event is one, whichever file brings it"


def test_articles_and_events_share_actors_and_leave_each_other_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "events.tsv").write_text(FILE, "utf-8")
    take_in(store, tmp_path / "events.tsv")
    alone = content(store)
    load_paths(store, SEED)
    assert store.read("MATCH (a:Actor {id: 'china'}) RETURN count(a) AS n").rows == [{"n": 1}]
    from communique.graph.loading.articles import load

    load(store, [], read_vocabulary(), remove=["jn-2020-12-25"])
    assert content(store) == alone


def _import(path: Path, address: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "communique.cli", "import", "icews", str(path)]
    return subprocess.Popen(
        [*command, "--store", address, "--batch", "100"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _imported(address: str) -> int:
    with open_store(address, create=not address.startswith("bolt")) as store:
        rows = store.read("MATCH (a:Act) RETURN count(a) AS n").rows
    return int(rows[0]["n"])


@pytest.fixture
def reference(tmp_path: Path) -> Callable[[Path], list[str]]:
    """What a file comes to when nothing interrupts its import."""

    def graph_of(path: Path) -> list[str]:
        with open_store(str(tmp_path / "reference"), create=True) as store:
            store.prepare()
            take_in(store, path, batch=1_000)
            return content(store)

    return graph_of


@pytest.mark.slow
def test_killed_at_any_moment_it_is_taken_up_again(
    store_address: str, tmp_path: Path, reference: Callable[[Path], list[str]]
) -> None:
    path = made_up(tmp_path / "events.tsv", 3_000)
    draw = random.Random(7)
    for _ in range(4):
        process = _import(path, store_address)
        time.sleep(draw.uniform(1.0, 2.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = _import(path, store_address)
    assert process.communicate(timeout=120) and process.returncode == 0
    with open_store(store_address) as store:
        assert content(store) == reference(path)


@pytest.mark.slow
@pytest.mark.neo4j
def test_imports_at_the_same_time_neither_lose_nor_double(
    neo4j_address: str, tmp_path: Path, reference: Callable[[Path], list[str]]
) -> None:
    _empty(neo4j_address)
    path = made_up(tmp_path / "events.tsv", 2_000)
    processes = [_import(path, neo4j_address) for _ in range(3)]
    said = [process.communicate(timeout=240) for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    with open_store(neo4j_address) as store:
        assert content(store) == reference(path)


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_connection_that_breaks_is_made_again(
    neo4j_address: str, tmp_path: Path, reference: Callable[[Path], list[str]]
) -> None:
    _empty(neo4j_address)
    path = made_up(tmp_path / "events.tsv", 3_000)
    with Wire(int(neo4j_address.rpartition(":")[2])) as wire:
        process = _import(path, f"bolt://127.0.0.1:{wire.port}")
        cuts = 0
        while process.poll() is None and cuts < 3:
            time.sleep(0.7)
            cuts += wire.cut()
        said = process.communicate(timeout=240)
    assert process.returncode == 0 and cuts and not said[1], (cuts, said)
    with open_store(neo4j_address) as store:
        assert content(store) == reference(path)


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_server_that_is_restarted_is_waited_for(
    tmp_path: Path, reference: Callable[[Path], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server.on_free_ports(tmp_path / "home", heap="512m", pagecache="64m")
    address = start(server).bolt
    try:
        monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
        monkeypatch.setenv("NEO4J_PASSWORD", stored_password(server.home) or "")
        path = made_up(tmp_path / "events.tsv", 3_000)
        with open_store(address, create=True) as store:
            store.prepare()
        process = _import(path, address)
        while _imported(address) < 300:
            assert process.poll() is None
        stop(server.home)
        start(server)
        said = process.communicate(timeout=240)
        if process.returncode:
            assert "Traceback" not in said[1]
            process = _import(path, address)
            said = process.communicate(timeout=240)
        assert process.returncode == 0, said
        with open_store(address) as store:
            assert content(store) == reference(path)
    finally:
        stop(server.home)


def _empty(address: str) -> None:
    with open_store(address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
