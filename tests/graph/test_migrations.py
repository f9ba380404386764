"""A graph knows which migrations it has: an older one is brought up to date, a newer one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import StoreError
from communique.graph.migrations import migrations, pending
from communique.graph.store import Store, open_store
from tests.conftest import content, load_text

MEETING = (
    "article: one\nheadline: H\npublisher: reuters\npublished: 2021-03-01\n"
    "P1:\n  - meet: talks\n    by: [Japan, China]\n    date: 2021-02\n"
)
NEWER = "CREATE (m:Migration) SET m += {id: '9999', name: 'from the future', checksum: '-'}"


def test_numbers_run_without_a_gap() -> None:
    assert [int(m.id) for m in migrations()] == list(range(1, len(migrations()) + 1))


def test_each_is_applied_once_and_recorded(store: Store) -> None:
    recorded = store.read("MATCH (m:Migration) RETURN m.id AS id, m.checksum AS checksum ORDER BY id").rows
    assert recorded == [{"id": m.id, "checksum": m.checksum} for m in migrations()]
    assert pending(store) == []
    store.prepare()
    assert store.read("MATCH (m:Migration) RETURN count(m) AS n").rows == [{"n": len(migrations())}]


def test_an_older_graph_is_brought_up_to_date_and_keeps_what_it_holds(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path, one=MEETING)
    before = content(store)
    store.write([("MATCH (m:Migration) WHERE m.id <> '0001' DETACH DELETE m", {})])
    assert [m.id for m in pending(store)] == [m.id for m in migrations()[1:]]
    store.prepare()
    assert pending(store) == [] and content(store) == before


def test_a_newer_graph_is_refused_to_read_and_to_write(store: Store, store_address: str) -> None:
    store.write([(NEWER, {})])
    with pytest.raises(StoreError, match=r"made by a newer kg .*9999"):
        store.prepare()
    store.close()
    with pytest.raises(StoreError, match="update kg, or load into another graph"):
        open_store(store_address)


def test_a_migration_that_was_changed_is_noticed(store: Store) -> None:
    store.write([("MATCH (m:Migration {id: '0001'}) SET m.checksum = 'other'", {})])
    with pytest.raises(StoreError, match="migration 0001 is not the one"):
        store.prepare()


@pytest.mark.neo4j
def test_data_that_break_a_constraint_are_named(neo4j_address: str) -> None:
    with open_store(neo4j_address, create=True) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.define(["DROP CONSTRAINT act_id IF EXISTS"])
        store.write([("UNWIND [1, 2] AS n CREATE (:Act {id: 'twice', name: 'x'})", {})])
        with pytest.raises(StoreError, match=r"migration 0001 .* cannot be applied: .*twice.*database of its own"):
            store.prepare()
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()


def test_a_graph_without_a_record_can_be_read(store: Store, store_address: str, tmp_path: Path) -> None:
    """As those made before migrations were recorded."""
    load_text(store, tmp_path, one=MEETING)
    store.write([("MATCH (m:Migration) DETACH DELETE m", {})])
    store.close()
    with open_store(store_address) as reader:
        assert reader.read("MATCH (a:Act) RETURN a.id AS id").rows == [{"id": "talks"}]
