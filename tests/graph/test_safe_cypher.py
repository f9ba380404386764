"""What a user's Cypher may not do, and what only looks like it, on both stores through `read_untrusted`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from communique.errors import QueryError, UsageError
from communique.graph.store import Store, open_store
from communique.graph.values import as_json
from tests.conftest import SEED, load_paths

CASES = Path(__file__).parent / "cases"
SECRET = "a-secret-of-the-file"
DAY = date(2020, 12, 22)


def _cases(name: str) -> list[Any]:
    cases = yaml.safe_load((CASES / name).read_text("utf-8"))
    assert len(cases) >= 40
    return [pytest.param(case, id=case["query"][:60].encode("ascii", "replace").decode()) for case in cases]


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the first article, opened to read."""
    address = str(tmp_path_factory.mktemp("safe"))
    if request.param == "neo4j":
        address = request.getfixturevalue("neo4j_address")
    with open_store(address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        load_paths(store, SEED)
    with open_store(address) as store:
        yield store


@pytest.fixture(scope="module")
def whole(graph: Store) -> str:
    """The graph before any attack."""
    return _whole(graph)


def _whole(graph: Store) -> str:
    """Everything in a graph, as a digest."""
    nodes = graph.read("MATCH (n) RETURN labels(n) AS labels, n AS node ORDER BY n.id").rows
    edges = graph.read("MATCH (a)-[r]->(b) RETURN a.id AS a, r AS edge, b.id AS b, type(r) AS type").rows
    assert len(nodes) > 100 and len(edges) > 300
    lines = sorted(json.dumps(as_json(row), sort_keys=True) for row in [*nodes, *edges])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _engine(graph: Store) -> str:
    return "neo4j" if "://" in graph.address else "embedded"


@pytest.mark.parametrize("case", _cases("attacks.yaml"))
def test_an_attack_is_refused_with_what_was_refused(
    graph: Store, whole: str, case: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "secret.csv"
    file.write_text(f"{SECRET}\n")
    with pytest.raises(QueryError) as refusal:
        graph.read_untrusted(case["query"], {"file": f"file://{file}"}, timeout=10, limit=10)
    said = str(refusal.value)
    expected: str | list[str] = case.get(_engine(graph)) or case["says"]
    assert all(part in said for part in ([expected] if isinstance(expected, str) else expected)), said
    assert SECRET not in said and "Traceback" not in said


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Act {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "CALL () { CREATE (n:Act) RETURN n } RETURN n.id AS id",
        "LOAD CSV FROM $file AS x RETURN x",
        "RETURN ['no'] AS x UNION LOAD CSV FROM $file AS x RETURN x",
        "CALL db.stats.clear('QUERIES')",
        "CALL db.cdc.enable()",
        "SHOW TRANSACTIONS",
        "SHOW SETTINGS",
        "SHOW USERS",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y",
        "CREATE INDEX FOR (n:Act) ON (n.x)",
    ],
)
def test_what_the_text_does_not_show_the_engine_stops(
    graph: Store, query: str, whole: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "secret.csv"
    file.write_text(f"{SECRET}\n")
    for module in ("embedded.store", "neo4j.store"):
        monkeypatch.setattr(f"communique.graph.{module}.refuse_unsafe", lambda text: text)
    with pytest.raises(QueryError) as refusal:
        graph.read_untrusted(query, {"file": f"file://{file}"}, timeout=10, limit=10)
    assert SECRET not in str(refusal.value)


def test_after_the_attacks_the_graph_is_as_it_was(graph: Store, whole: str) -> None:
    assert _whole(graph) == whole


@pytest.mark.parametrize("case", _cases("harmless.yaml"))
def test_a_harmless_query_that_looks_like_an_attack_runs(graph: Store, case: dict[str, Any]) -> None:
    if case.get("only", _engine(graph)) != _engine(graph):
        with pytest.raises(QueryError):
            graph.read_untrusted(case["query"], case.get("parameters"), timeout=10, limit=1000)
        return
    found = graph.read_untrusted(case["query"], case.get("parameters"), timeout=10, limit=1000)
    assert len(found.rows) == case.get("rows", len(found.rows) or 1)
    json.dumps(found.rows, allow_nan=False)


@pytest.mark.parametrize(("timeout", "limit"), [(0, 10), (-1, 10), (float("nan"), 10), (5, 0), (5, -3)])
def test_a_bound_that_bounds_nothing_is_refused(graph: Store, timeout: float, limit: int) -> None:
    with pytest.raises(UsageError):
        graph.read_untrusted("RETURN 1 AS a", timeout=timeout, limit=limit)


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [
        ("MATCH (n:Act) RETRUN n", 1, 15),
        ("MATCH (n:Act) RETRUN n.id AS id", 1, 15),
        ("MTCH (n) RETURN n", 1, 1),
        ("MATCH (n:Act)\nWHERE n.id = 'x RETURN n", 2, 14),
        ("MATCH (n:Act)\nRETURN n.id AS id ODER BY id", 2, 19),
        ("// a comment\nRETURN ) AS a", 2, 8),
    ],
)
def test_a_slip_is_shown_with_its_place(graph: Store, query: str, line: int, column: int) -> None:
    with pytest.raises(QueryError) as error:
        graph.read_untrusted(query, timeout=10, limit=10)
    what, shown, mark = str(error.value).split("\n")
    assert f"(line {line}, column {column})" in what and len(what) < 200
    assert shown.strip() == query.split("\n")[line - 1]
    assert mark.index("^") - 4 == column - 1


@pytest.mark.parametrize(
    "value",
    [2, -1.5, True, None, "x'; DROP", [1, "a", [None]], {"a": {"b": [1]}}, 2**63 - 1, "Côte d'Ivoire", "\x00"],
)
def test_a_parameter_comes_back_as_it_was_given(graph: Store, value: object) -> None:
    assert graph.read_untrusted("RETURN $a AS a", {"a": value}, timeout=10, limit=1).rows == [{"a": value}]


def test_a_day_can_be_given_as_a_parameter(graph: Store) -> None:
    found = graph.read_untrusted("RETURN $day = date('2020-12-22') AS same", {"day": DAY}, timeout=10, limit=1)
    assert found.rows == [{"same": True}]


@pytest.mark.parametrize("value", [2**63, "half \ud800", object(), {1: 2}, b"x", {"a": {"\udfff": 1}}])
def test_a_value_that_no_engine_takes_is_refused_by_name(graph: Store, value: object) -> None:
    with pytest.raises(QueryError, match=r"\$odd"):
        graph.read_untrusted("RETURN $odd AS a", {"odd": value}, timeout=10, limit=1)


def test_nothing_is_imported_from_the_folder_one_works_in(
    graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kglite.py").write_text("raise SystemExit('the wrong kglite')")
    monkeypatch.chdir(tmp_path)
    assert graph.read_untrusted("RETURN 1 AS a", timeout=10, limit=1).rows == [{"a": 1}]
