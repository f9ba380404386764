"""A user's Cypher ends in time, keeps within its rows and memory, and says so; both stores answer afterwards."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import QueryError
from communique.graph.store import Store, open_store
from tests.conftest import SEED, embedded, load_paths

pytestmark = pytest.mark.slow

LATE = 6.0
LONG = {
    "cartesian": "MATCH (a), (b), (c), (d), (e) WHERE a.name + b.name + c.name = d.name + e.name RETURN count(*) AS n",
    "paths": "MATCH p = (a)-[*1..30]-(b) RETURN count(p) AS n",
    "sort": "MATCH (a), (b), (c), (d) RETURN a.id + b.id + c.id + d.id AS x ORDER BY x",
}
HEAVY = {
    "unwind": "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN collect([x, y]) AS n",
    "doubled text": "RETURN size(reduce(s = 'a', x IN range(1, 40) | s + s)) AS n",
    "great cells": "UNWIND range(1, 1000) AS i RETURN range(1, 1000000) AS n",
    "one great cell": "RETURN range(1, 5000000) AS n",
}
DEEP = {
    "brackets": "RETURN " + "(" * 300 + "1" + ")" * 300 + " AS a",
    "lists": "RETURN " + "[" * 5000 + "]" * 5000 + " AS a",
    "subqueries": "CALL () { " * 200 + "RETURN 1 AS a" + " } RETURN a" * 200,
    "functions": "RETURN " + "abs(" * 2000 + "1" + ")" * 2000 + " AS a",
    "denials": "RETURN " + "NOT " * 4000 + "true AS a",
    "cases": "RETURN " + "CASE WHEN true THEN " * 700 + "1" + " END" * 700 + " AS a",
    "properties": "WITH {a: 1} AS m RETURN m" + ".a" * 9900 + " AS a",
    "unions": " UNION ".join(["RETURN 1 AS a"] * 900),
    "length": "RETURN " + "1 + " * 100_000 + "1 AS a",
}


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a store with the first article."""
    address = str(tmp_path_factory.mktemp("bounded"))
    if request.param == "neo4j":
        address = request.getfixturevalue("neo4j_address")
    with open_store(address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        load_paths(store, SEED)
    yield address


@pytest.fixture
def graph(address: str) -> Iterator[Store]:
    with open_store(address) as store:
        yield store


def _stopped(graph: Store, query: str) -> str:
    """Run a query that must not end well, and return what is said of it."""
    begin = time.monotonic()
    with pytest.raises(QueryError) as refusal:
        graph.read_untrusted(query, timeout=1, limit=5)
    took = time.monotonic() - begin
    graph.close()
    assert took < 1 + LATE and time.monotonic() - begin < 1 + LATE + 2
    said = str(refusal.value)
    assert len(said) < 500, "a person reads this"
    return said


def _answers(address: str) -> bool:
    with open_store(address) as store:
        return bool(store.read_untrusted("MATCH (a:Act) RETURN a.id AS id", timeout=10, limit=1).rows)


@pytest.mark.parametrize("query", LONG.values(), ids=LONG)
def test_a_query_that_takes_too_long_is_stopped(address: str, graph: Store, query: str) -> None:
    said = _stopped(graph, query)
    assert "stopped after 1 s" in said or "more memory" in said, said  # a sort may meet that bound first
    assert _answers(address)


@pytest.mark.parametrize("query", HEAVY.values(), ids=HEAVY)
def test_a_query_that_wants_all_memory_comes_back(address: str, graph: Store, query: str) -> None:
    said = _stopped(graph, query)
    assert any(words in said for words in ("memory", "stopped after", "too large", "holds more", "exceed")), said
    assert _answers(address)


@pytest.mark.parametrize("query", DEEP.values(), ids=DEEP)
def test_a_text_that_is_too_deep_or_long_comes_back(address: str, graph: Store, query: str) -> None:
    said = _stopped(graph, query)
    assert any(words in said for words in ("nest", "deep", "characters", "stopped after")), said
    assert _answers(address)


@pytest.mark.parametrize("rows", [1, 7])
def test_rows_are_cut_at_the_limit_and_said_so(graph: Store, rows: int) -> None:
    query = "UNWIND range(1, 7) AS x RETURN x"
    found = graph.read_untrusted(query, timeout=10, limit=rows)
    assert [row["x"] for row in found.rows] == list(range(1, rows + 1)) and found.cut is (rows < 7)


def test_a_query_of_the_program_that_takes_too_long_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.graph.embedded.store.TIMEOUT", 0.2)
    with (
        open_store(embedded(tmp_path, SEED)) as graph,
        pytest.raises(QueryError, match=r"took more than 0\.2 s and was stopped: .*docs/scaling\.md"),
    ):
        graph.read(LONG["cartesian"])
