"""Real stores for the tests: an embedded one in a temporary folder, and a real Neo4j server."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from communique.graph.loading.articles import Outcome, Source, load
from communique.graph.server import Running, Server, start, stop, stored_password
from communique.graph.store import Store, open_store
from communique.graph.values import clean
from communique.loaders.articles import load_articles, merged_vocabulary
from communique.settings import shared_folder

ROOT = Path(__file__).parents[1]
collect_ignore = [] if find_spec("pyspark") else ["graph/test_spark.py"]  # half a gigabyte: `make long` has it
CORPUS = ROOT / "corpus"
SEED = CORPUS / "2020-12-25-japan-news-china-russia.yaml"


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep a person's own store, vocabulary and settings out of the tests."""
    names = ("KG_STORE", "KG_CERTIFICATE", "NEO4J_URI", "NEO4J_DATABASE", "NEO4J_PASSWORD_FILE")
    for name in (*names, "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-config"))


# Each test fills an empty graph: by default every query would be planned anew each time, which takes most of a run.
_PLANNED_ONCE = {"dbms.cypher.min_replan_interval": "1d", "dbms.cypher.statistics_divergence_threshold": "1.0"}


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A real server: the one of KG_NEO4J_URI (and KG_NEO4J_HTTP), else one that is put together and started here."""
    if given := os.environ.get("KG_NEO4J_URI"):
        yield Running(given, os.environ.get("KG_NEO4J_HTTP", ""), 0, already=True)
        return
    if shutil.which("java") is None:
        pytest.skip("Neo4j needs Java 17 (or set KG_NEO4J_URI)")
    server = Server.on_free_ports(tmp_path_factory.mktemp("neo4j") / "home", heap="512m", pagecache="64m")
    running = start(replace(server, settings=_PLANNED_ONCE))
    os.environ["NEO4J_USERNAME"] = "neo4j"
    os.environ["NEO4J_PASSWORD"] = stored_password(server.home) or ""
    yield running
    stop(server.home)


@pytest.fixture(scope="session")
def neo4j_address(neo4j_server: Running) -> str:
    """The Bolt address of the real server."""
    return neo4j_server.bolt


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store, once for each kind."""
    if request.param == "embedded":
        return str(tmp_path / "graph.kgl")
    address: str = request.getfixturevalue("neo4j_address")
    with open_store(address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
    return address


@pytest.fixture
def store(store_address: str) -> Iterator[Store]:
    """An empty store that is ready to be written, once for each kind."""
    with open_store(store_address, create=True) as store:
        store.prepare()
        yield store


def load_paths(store: Store, *paths: Path) -> Outcome:
    """Check and load articles, as `kg load` does."""
    articles = load_articles(paths)
    sources = [Source(read.article, str(read.path), "", read.vocabulary.added) for read in articles]
    return load(store, sources, merged_vocabulary(articles))


def embedded(folder: Path, *articles: Path) -> str:
    """Return the address of an embedded graph that is made of articles in a folder."""
    address = str(folder / "graph.kgl")
    with open_store(address, create=True) as store:
        store.prepare()
        load_paths(store, *articles)
    return address


@pytest.fixture(scope="session")
def seed_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded graph of the first article, for tests that only read."""
    return embedded(tmp_path_factory.mktemp("seed"), SEED)


@pytest.fixture(scope="session")
def corpus_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An embedded graph of the whole corpus, for tests that only read."""
    return embedded(tmp_path_factory.mktemp("corpus"), CORPUS)


def load_text(store: Store, folder: Path, **texts: str) -> Outcome:
    """Load articles written inline: each keyword is a file name, each value its YAML."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return load_paths(store, *(folder / f"{name}.yaml" for name in texts))


def content(store: Store) -> list[str]:
    """Every node and edge of a store as text, sorted; without the paths of files and what the graph says of itself."""
    nodes = store.read(
        "MATCH (n) WHERE NOT (n:Graph OR n:Migration) RETURN labels(n) AS labels, properties(n) AS p"
    ).rows
    edges = store.read(
        "MATCH (a)-[r]->(b) RETURN labels(a) AS la, a.id AS a, type(r) AS kind, properties(r) AS p, "
        "labels(b) AS lb, b.id AS b"
    ).rows
    found = [
        ["node", sorted(row["labels"]), {**clean(row["p"]), "path": "", "sha256": "", "read_by": ""}] for row in nodes
    ]
    found += [[row["kind"], sorted(row["la"]), row["a"], sorted(row["lb"]), row["b"], clean(row["p"])] for row in edges]
    return sorted(json.dumps(item, default=str, sort_keys=True) for item in found)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The data folder; tests that need it skip with a reason where it is missing."""
    folder = shared_folder() if shared_folder().is_absolute() else ROOT / shared_folder()
    if not (folder / "articles").is_dir():
        pytest.skip(f"the data folder is not at {folder} (set KG_SHARED)")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--no-skips", action="store_true", help="fail when tests of Neo4j, its Browser or the data folder were skipped"
    )


def _skipped(reporter: pytest.TerminalReporter) -> Counter[str]:
    """Count the skipped tests by reason."""
    reasons: Counter[str] = Counter()
    for report in reporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason.removeprefix("Skipped: ")] += 1
    return reasons


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = _skipped(terminalreporter)
    said = "; ".join(f"{count} because {reason}" for reason, count in sorted(reasons.items()))
    terminalreporter.write_line(f"skipped: {said or 'nothing'}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and _skipped(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
