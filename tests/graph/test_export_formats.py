"""What each format holds, read back by the format's own reader, is what was selected."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import networkx
import pandas
import pyarrow.parquet
import pytest
from followthemoney import model

from communique.graph.evidence import evidence_of
from communique.graph.export.columns import edge_columns, node_columns
from communique.graph.export.followthemoney import write_followthemoney
from communique.graph.export.networks import write_gexf, write_graphml, write_json
from communique.graph.export.plover import write_plover
from communique.graph.export.tables import write_csv, write_parquet
from communique.graph.network import VIEWS, network_of
from communique.graph.rows import Rows
from communique.graph.store import open_store
from communique.queries.networks import selected
from communique.queries.selection import Selection

if TYPE_CHECKING:
    from communique.graph.network import Network

Attributes = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def rows(corpus_address: str) -> Rows:
    """Everything that the corpus says."""
    with open_store(corpus_address) as store:
        return selected(store, Selection(status="all"))


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> str:
    """Each view in turn."""
    return str(request.param)


@pytest.fixture
def network(rows: Rows, view: str) -> Network:
    """The corpus in a view."""
    return network_of(rows, view)


def typed(about: Mapping[str, Any], columns: Mapping[str, type]) -> dict[str, Any]:
    """Attributes with the types of their columns again, where a format has only texts for days and lists."""
    found = {}
    for key, value in about.items():
        text = isinstance(value, str)
        if columns[key] is date and text:
            value = date.fromisoformat(value)
        elif columns[key] is list and text:
            value = json.loads(value)
        found[key] = value
    return found


def nodes(network: Network) -> Attributes:
    return sorted(network.nodes(data=True), key=lambda item: item[0])


def edges(network: Network) -> Attributes:
    return sorted(network.edges(keys=True, data=True), key=lambda item: item[:3])


def compare(network: Network, again: Network, view: str, beside: tuple[str, ...] = ()) -> None:
    """Compare networks after days and lists have their types again; `beside` are attributes that only a format has."""
    for found, wanted, columns in (
        (nodes(again), nodes(network), node_columns(view)),
        (edges(again), edges(network), edge_columns(view)),
    ):
        bare = [{k: v for k, v in item[-1].items() if k not in beside} for item in found]
        assert [(*item[:-1], typed(about, columns)) for item, about in zip(found, bare, strict=True)] == wanted


def test_the_corpus_has_what_is_hard_to_keep(rows: Rows) -> None:
    network = network_of(rows, "actors")
    about = [data for _, _, data in network.edges(data=True)]
    assert any("earliest" not in data for data in about) and any("goldstein" not in data for data in about)
    assert any(len(data["articles"]) > 2 for data in about)
    assert max(network.number_of_edges(*pair) for pair in network.edges()) > 5
    assert any("“" in data["name"] or "é" in data["name"] for _, data in network_of(rows).nodes(data=True))


def test_graphml_is_read_by_networkx(network: Network, view: str, tmp_path: Path) -> None:
    with (tmp_path / "a.graphml").open("wb") as file:
        write_graphml(network, file)
    again = networkx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    ids = [key for *_, key in again.edges(keys=True)]
    assert len(set(ids)) == len(ids)
    by_key: Network = networkx.MultiDiGraph()
    by_key.add_nodes_from(again.nodes(data=True))
    by_key.add_edges_from((one, other, data.pop("key"), data) for one, other, data in again.edges(data=True))
    compare(network, by_key, view, beside=("id",))


def test_gexf_is_read_by_networkx(network: Network, view: str, tmp_path: Path) -> None:
    with (tmp_path / "a.gexf").open("wb") as file:
        write_gexf(network, file)
    again = networkx.read_gexf(tmp_path / "a.gexf")
    assert {data["label"] for _, data in again.nodes(data=True)} == {d["name"] for _, d in network.nodes(data=True)}
    dated = [data for _, _, data in again.edges(data=True) if "earliest" in data]
    assert all(data["start"] == data["earliest"] for data in dated) and bool(dated) == (view != "acts")
    compare(network, again, view, beside=("label", "start", "end", "id"))


def test_json_is_read_by_networkx(network: Network, view: str, tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as file:
        write_json(network, file)
    again = networkx.node_link_graph(json.loads((tmp_path / "a.json").read_text("utf-8")), edges="edges")
    assert list(again) == list(network)
    compare(network, again, view)


def test_csv_is_read_by_pandas(network: Network, view: str, tmp_path: Path) -> None:
    write_csv(network, view, tmp_path)
    tables = []
    for name, columns in (("nodes", node_columns(view)), ("edges", edge_columns(view))):
        days = [key for key, kind in columns.items() if kind is date]
        kinds = {str: "string", int: "Int64", float: "Float64", bool: "boolean", list: "string"}
        types = {key: kinds[kind] for key, kind in columns.items() if kind in kinds}
        ends = dict.fromkeys(("node", "source", "target", "key"), "string")
        table = pandas.read_csv(tmp_path / f"{name}.csv", dtype={**ends, **types}, parse_dates=days)
        rows = [{k: v for k, v in row.items() if not pandas.isna(v)} for row in table.to_dict("records")]
        tables.append([{k: v.date() if k in days else v for k, v in row.items()} for row in rows])
    compare(network, _of_tables(*tables), view)


def test_parquet_is_read_by_pyarrow_and_pandas(network: Network, view: str, tmp_path: Path) -> None:
    write_parquet(network, view, tmp_path)
    tables = [pyarrow.parquet.read_table(tmp_path / f"{name}.parquet") for name in ("nodes", "edges")]
    kept = [[{k: v for k, v in row.items() if v is not None} for row in table.to_pylist()] for table in tables]
    compare(network, _of_tables(*kept), view)
    schema = tables[1 if view != "acts" else 0].schema
    types = {key: str(schema.field(key).type) for key in ("earliest", "kinds", "goldstein", "quad")}
    assert types == {
        "earliest": "date32[day]",
        "kinds": "list<element: string>",
        "goldstein": "double",
        "quad": "int64",
    }
    frame = pandas.read_parquet(tmp_path / "nodes.parquet")
    assert list(frame["node"]) == list(network)


def _of_tables(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Network:
    network: Network = networkx.MultiDiGraph()
    network.add_nodes_from((row.pop("node"), row) for row in nodes)
    network.add_edges_from((row.pop("source"), row.pop("target"), row.pop("key"), row) for row in edges)
    return network


def test_duckdb_counts_acts_by_pair_and_month(rows: Rows, tmp_path: Path) -> None:
    network = network_of(rows, "sides")
    write_parquet(network, "sides", tmp_path)
    found = duckdb.execute(
        "SELECT source, target, strftime(earliest, '%Y-%m') AS month, count(*) AS acts "
        f"FROM '{tmp_path}/edges.parquet' WHERE holds AND earliest IS NOT NULL "
        "GROUP BY ALL ORDER BY acts DESC, source, target, month LIMIT 1"
    ).fetchall()
    pairs = [
        (one, other, f"{data['earliest']:%Y-%m}")
        for one, other, data in network.edges(data=True)
        if data["holds"] and "earliest" in data
    ]
    best = min(set(pairs), key=lambda pair: (-pairs.count(pair), pair))
    assert found == [(*best, pairs.count(best))] and pairs.count(best) > 5


def test_plover_has_an_event_for_each_act(rows: Rows, tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        write_plover(rows, file)
    events = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    acts = {key[1]: node.properties for key, node in rows.nodes.items() if key[0] == "Act"}
    names = {"event_date": "date", "event_type": "plover", "event_mode": "plover_mode", "intensity": "plover_score"}
    names |= {"quad_code": "quad", "event_text": "summary", "status": "status", "cameo": "cameo"}
    assert [event["event_id"] for event in events] == list(acts)
    evidence = evidence_of(rows)
    for event in events:
        act = acts[event["event_id"]]
        assert {key: event[key] for key in names} == {key: act.get(own) for key, own in names.items()}
        days = {key: date.fromisoformat(event[key]) if event[key] else None for key in ("earliest", "latest")}
        assert days == {key: act.get(key) for key in days}
        assert [source["id"] for source in event["sources"]] == evidence["Act", event["event_id"]]["articles"]
    flight = next(event for event in events if event["event_id"] == "flight-2020-12-22")
    assert flight["event_type"] == "COOPERATE" and "russia" in {party["id"] for party in flight["actors"]}


def test_followthemoney_reads_the_entities(rows: Rows, tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        write_followthemoney(rows, file)
    found = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    entities = {entity["id"]: model.get_proxy(entity, cleaned=False) for entity in found}
    for entity in found:
        proxy = entities[entity["id"]]
        proxy.schema.validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(set(values)) for name, values in entity["properties"].items()}
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range), f"{proxy.id} {prop.name} {value}"
    events = [proxy for proxy in entities.values() if proxy.schema.name == "Event"]
    assert len(events) == sum(label == "Act" for label, _ in rows.nodes)
    flight = entities["act-flight-2020-12-22"]
    assert "actor-russia" in flight.get("organizer") and flight.get("date") == ["2020-12-22"]
    assert entities["actor-wang-yi"].schema.name == "Person" and "article-jn-2020-12-25" in flight.get("proof")
