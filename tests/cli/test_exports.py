"""The group export as a person types it: one selection for every format."""

from __future__ import annotations

import json
from pathlib import Path

import networkx
import pandas
import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("asked", "acts"),
    [
        (["--kind", "sanction", "--status", "denied"], "0 acts"),
        (["--actor", "Beijing", "--actor", "Moscow", "--between", "--kind", "phone-call"], "1 act"),
        (
            ["--query", "acts-toward-an-actor", "--param", "target=US", "--param", "since=2020", "--param", "limit=1"],
            "1 act",
        ),
        (["--question", "Who criticized the United States?"], "2 acts"),
        (["--since", "2020-12-22", "--until", "2020-12", "--kind", "criticize"], "2 acts"),
    ],
)
def test_every_format_takes_the_same_acts(loaded: Run, asked: list[str], acts: str) -> None:
    wanted = int(acts.split()[0])
    lines = loaded("export", "plover", "-", *asked)[1].splitlines()
    ids = {json.loads(line)["event_id"] for line in lines}
    assert len(ids) == len(lines) == wanted
    entities = [json.loads(line) for line in loaded("export", "followthemoney", "-", *asked)[1].splitlines()]
    assert {e["properties"]["recordId"][0] for e in entities if e["schema"] == "Event"} == ids
    for name in ("graphml", "gexf", "json"):
        assert loaded("export", name, f"a.{name}", *asked)[0] == 0
    read = json.loads(Path("a.json").read_text("utf-8"))
    for network in (
        networkx.read_graphml("a.graphml"),
        networkx.read_gexf("a.gexf"),
        networkx.node_link_graph(read, edges="edges"),
    ):
        assert {node.removeprefix("Act:") for node in network if node.startswith("Act:")} == ids
    for name, reader in (("csv", pandas.read_csv), ("parquet", pandas.read_parquet)):
        assert loaded("export", name, "tables", *asked, "--view", "actors")[0] == 0
        assert set(reader(f"tables/edges.{name}")["act"]) == ids
    assert loaded("export", "neo4j-admin", "bulk", *asked)[0] == 0
    written = Path("bulk/nodes-Act-001.csv")
    assert (len(written.read_text("utf-8").splitlines()) if written.exists() else 0) == wanted


def test_what_is_wrong_is_said(loaded: Run) -> None:
    assert loaded("export", "graphml", "a.graphml", "--actor", "Rusia")[2].startswith("kg: no actor is called 'Rusia'")
    assert loaded("export", "csv", "a", "--view", "states")[2].splitlines()[-1] == (
        "kg: unknown view 'states' (one of acts, actors, sides)"
    )
    assert (
        loaded("export", "json", "-", "--query", "denials", "--param", "who")[2]
        == "kg: --param who: write --param name=value\n"
    )
    assert "kg: cannot write no/a.gexf" in loaded("export", "gexf", "no/a.gexf")[2]
    nothing = loaded("export", "plover", "-", "--since", "2030")
    assert nothing[:2] == (0, "") and nothing[2].startswith("no act fits")
