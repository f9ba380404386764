"""What is written for neo4j-admin, and imported with the real tool, is the graph that a load makes."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from communique.connection import Connection
from communique.errors import ServerError, UsageError
from communique.graph.export.neo4j_admin import AdminExport, Written
from communique.graph.mapping.articles import map_articles
from communique.graph.migrations import pending
from communique.graph.server import Server, ensure_jars, import_folder, start, stop, stored_password
from communique.graph.server.home import configure
from communique.graph.server.java import find_java
from communique.graph.shape import DERIVED, EDGE_PROPERTIES, PROPERTIES, VOCABULARY_EDGES
from communique.graph.store import Store, open_store
from communique.loaders.articles import load_articles, merged_vocabulary
from communique.loaders.events import EventReader, read_events
from communique.queries.networks import selected
from communique.queries.selection import Selection, read_selection
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import CORPUS, SEED, content, load_paths, load_text
from tests.graph.test_importing import made_up, take_in

AWKWARD = (
    "article: one\nheadline: 'Of \"quotes\", commas; and semicolons'\npublisher: reuters\npublished: 2021-03-01\n"
    'note: "two lines,\\nthe second of them"\n'
    "P1:\n  - meet: talks\n    by: [Japan, China]\n    date: 2021-02\n    summary: 'They met: \"at last\", é, 中国'\n"
)


@pytest.mark.slow
@pytest.mark.neo4j
def test_what_neo4j_admin_imports_is_the_same_graph(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "embedded"), create=True) as store:
        written = _exported(store, tmp_path, tmp_path)
        before = content(store)
    assert written.nodes == sum('["node"' in line for line in before)
    assert written.nodes + written.relationships == len(before)
    server = Server.on_free_ports(tmp_path / "home", heap="512m", pagecache="64m")
    import_folder(server, tmp_path / "bulk")
    assert _started(server) == before


@pytest.mark.slow
@pytest.mark.neo4j
def test_selected_acts_are_imported_with_all_that_belongs_to_them(corpus_address: str, tmp_path: Path) -> None:
    with open_store(corpus_address) as store:
        selection = read_selection(store, actors=["Russia"], since="2020", status="all")
        export = AdminExport(tmp_path / "bulk")
        export.add_rows(selected(store, selection, words=True))
        written = export.close()
        rows = selected(store, selection)
    server = Server.on_free_ports(tmp_path / "home", heap="512m", pagecache="64m")
    import_folder(server, tmp_path / "bulk")
    assert written.nodes == len(rows.nodes)
    address = start(server).bolt
    try:
        with open_store(Connection(address, password=stored_password(server.home)), create=True) as imported:
            again = selected(imported, Selection(status="all"))
    finally:
        stop(server.home)
    assert (again.nodes, again.edges) == (rows.nodes, rows.edges)


@pytest.mark.slow
@pytest.mark.neo4j
def test_both_stores_write_the_same_files(store: Store, tmp_path: Path) -> None:
    for name, source in (("a", store), ("b", open_store(str(tmp_path / "other"), create=True))):
        _exported(source, tmp_path / name, tmp_path)
    with_lines = [
        {path.name: sorted(path.read_text("utf-8").splitlines()) for path in (tmp_path / name / "bulk").iterdir()}
        for name in "ab"
    ]
    assert with_lines[0] == with_lines[1]


def _exported(store: Store, folder: Path, sources: Path) -> Written:
    store.prepare()
    load_paths(store, SEED)
    load_text(store, sources / "texts", one=AWKWARD)
    take_in(store, made_up(sources / "events.tsv", 500), batch=1_000)
    export = AdminExport(folder / "bulk")
    export.add_store(store)
    return export.close()


@pytest.mark.slow
@pytest.mark.neo4j
def test_events_go_from_their_file_to_neo4j_by_the_command_that_is_written(tmp_path: Path) -> None:
    path = made_up(tmp_path / "events.tsv", 2_000)
    with open_store(str(tmp_path / "embedded"), create=True) as store:
        store.prepare()
        take_in(store, path, batch=1_000)
        loaded = content(store)
    vocabulary = read_vocabulary()
    export = AdminExport(tmp_path / "bulk")
    rows = read_events(path, EventReader("icews", vocabulary).read)
    done = export.add_events("icews/events.tsv", rows, vocabulary, lambda row: None)
    export.close()
    assert done.duplicates > 20 and done.rows == done.loaded + done.duplicates
    server = Server.on_free_ports(tmp_path / "home", heap="512m", pagecache="64m")
    configure(server)
    admin = tmp_path / "neo4j-admin"
    classes = f"{ensure_jars()}/*"
    command = [find_java(), "-cp", classes, "org.neo4j.server.startup.Neo4jAdminBoot"]
    admin.write_text(f'#!/bin/sh\nexec {" ".join(map(shlex.quote, command))} "$@"\n', "utf-8")
    admin.chmod(0o755)
    home = str(server.home)
    environment = {**os.environ, "NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf", "NEO4J_ADMIN": str(admin)}
    ran = subprocess.run([tmp_path / "bulk" / "import.sh"], env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert _started(server, (tmp_path / "bulk" / "constraints.cypher").read_text("utf-8")) == loaded


def _started(server: Server, constraints: str = "") -> list[str]:
    """Start the server, bring the constraints, and return what it holds."""
    address = start(server).bolt
    try:
        os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"] = "neo4j", stored_password(server.home) or ""
        with open_store(address, create=True) as store:
            if constraints:
                lines = [line for line in constraints.splitlines() if not line.startswith("//")]
                store.define([s for s in "\n".join(lines).split(";") if s.strip()])
                assert pending(store) == []
            store.prepare()
            return content(store)
    finally:
        stop(server.home)


@pytest.fixture(autouse=True)
def _own_login(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "store" in request.fixturenames:
        request.getfixturevalue("store")
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD"):
        monkeypatch.setenv(name, os.environ.get(name, ""))


def test_every_property_of_the_corpus_has_a_column_of_its_type() -> None:
    articles = load_articles(sorted(CORPUS.glob("*.yaml")))
    rows = map_articles([read.article for read in articles], merged_vocabulary(articles))
    for node in rows.nodes.values():
        _typed(node.properties, {"name": "", **PROPERTIES[node.label]}, str(node.key))
    for edge in rows.all_edges():
        derived = edge.source[0] == edge.target[0] == "Actor" and edge.type not in VOCABULARY_EDGES
        _typed(edge.properties, DERIVED if derived else EDGE_PROPERTIES.get(edge.type, {}), edge.type)


def _typed(properties: dict[str, object], columns: dict[str, object], where: str) -> None:
    for name, value in properties.items():
        assert name in columns, f"{where}: no column for {name}"
        assert type(value) is type(columns[name]), f"{where}: {name} is {value!r}"


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    with pytest.raises(UsageError, match="is not empty"):
        AdminExport(tmp_path)


def test_a_folder_that_is_no_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ServerError, match="is no export"):
        import_folder(Server.on_free_ports(tmp_path / "home"), tmp_path)
