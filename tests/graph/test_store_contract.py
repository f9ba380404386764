"""One contract that every store keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.errors import QueryError
from communique.graph.store import Store, open_store
from tests.conftest import SEED, load_paths


def test_values_come_back_as_they_went_in(store: Store) -> None:
    properties = {"name": "a", "day": date(2020, 12, 22), "words": ["x", "y"], "n": 2, "f": 2.5, "yes": True}
    store.write(
        [("UNWIND $rows AS row MERGE (n:Act {id: row.id}) SET n += row.p", {"rows": [{"id": "a", "p": properties}]})]
    )
    row = store.read("MATCH (n:Act) RETURN n.day AS day, n.words AS words, n.n AS n, n.f AS f, n.yes AS yes").rows
    assert row == [{"day": date(2020, 12, 22), "words": ["x", "y"], "n": 2, "f": 2.5, "yes": True}]


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(Exception):  # noqa: B017
        store.write([("CREATE (n:Act {id: 'a', name: 'a'})", {}), ("THIS IS NOT CYPHER", {})])
    assert store.read("MATCH (n:Act) RETURN count(n) AS n").rows == [{"n": 0}]


def test_loading_again_changes_nothing(store: Store) -> None:
    first, second = load_paths(store, SEED), load_paths(store, SEED)
    assert first.added == ["jn-2020-12-25"] and first.nodes_added
    assert second.same == ["jn-2020-12-25"] and not second.nodes_changed


def test_a_user_query_reads_and_cannot_write(store: Store, store_address: str, tmp_path: Path) -> None:
    load_paths(store, SEED)
    store.close()
    with open_store(store_address) as reader:
        found = reader.read_untrusted("MATCH (a:Act) RETURN a.id AS id ORDER BY id", timeout=10, limit=3)
        assert len(found.rows) == 3 and found.cut
        for query in (
            "CREATE (n:Act {id: 'x'})",
            "MATCH (n) DETACH DELETE n",
            "LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x",
        ):
            with pytest.raises(QueryError):
                reader.read_untrusted(query, timeout=10, limit=3)


def test_nodes_relationships_and_paths_are_the_same_dicts_on_every_store(store: Store) -> None:
    made = (
        "CREATE (a:Act {id: 'a', name: 'A'}) CREATE (b:Actor {id: 'b', name: 'B'}) CREATE (a)-[:BY {office: 'o'}]->(b)"
    )
    store.write([(made, {})])
    found = store.read("MATCH path = (b:Actor)<-[role:BY]-(:Act) RETURN b, role, path, [path] AS paths").rows[0]
    node = {"labels": ["Actor"], "properties": {"id": "b", "name": "B"}}
    act = {"labels": ["Act"], "properties": {"id": "a", "name": "A"}}
    role = {"type": "BY", "properties": {"office": "o"}}
    path = {"nodes": [node, act], "relationships": [{**role, "from": "a", "to": "b"}]}
    assert found == {"b": node, "role": role, "path": path, "paths": [path]}
