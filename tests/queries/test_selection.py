"""Acts are selected by any of several conditions, the same on both stores, and become networkx graphs."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import pytest

from communique.errors import UsageError
from communique.graph.store import Store, open_store
from communique.queries.networks import selected
from communique.queries.opened import Graph
from communique.queries.selection import Selection, read_selection, select_acts
from tests.conftest import CORPUS, embedded, load_paths, load_text

EVENTS = """\
article: paper-1
headline: Talks
publisher: The Japan News
published: 2020-12-25
P1:
  - meet: talks
    by: [{Wang Yi: fm-china}, {Lavrov: fm-russia}]
    date: 2020-12-22
  - criticize: early
    by: China
    toward: [USA, Japan]
    date: 2019
  - criticize: never
    by: Russia
    toward: USA
    date: 2020-12-01
    is: denied
  - appeal: call
    by: {Lavrov: fm-russia}
    to: Japan
"""


@pytest.fixture
def some(store: Store, tmp_path: Path) -> Store:
    load_text(store, tmp_path / "articles", one=EVENTS)
    return store


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["early", "talks", "call"]),
        ({"status": "all"}, ["early", "never", "talks", "call"]),
        ({"status": "denied"}, ["never"]),
        ({"actors": ["United States"]}, ["early"]),
        ({"actors": ["Russia"]}, ["talks", "call"]),
        ({"actors": ["Russia", "Tokyo"]}, ["early", "talks", "call"]),
        ({"actors": ["Russia", "China"], "between": True}, ["talks"]),
        ({"actors": ["Russia", "Lavrov"], "between": True}, []),
        ({"kinds": ["criticize", "meet"]}, ["early", "talks"]),
        ({"since": "2020"}, ["talks", "call"]),
        ({"until": "2019-03"}, ["early", "call"]),
        ({"since": date(2020, 12, 22), "until": "2020-12-22"}, ["talks", "call"]),
        ({"query": "denials"}, ["never"]),
        ({"query": "acts-toward-an-actor", "parameters": {"target": "US", "since": "2019"}}, ["early"]),
        ({"query": "acts-toward-an-actor", "parameters": {"target": "US"}, "kinds": ["meet"]}, []),
        ({"question": "Who met Lavrov?"}, ["talks"]),
    ],
)
def test_a_selection_takes_what_meets_all_its_conditions(
    some: Store, asked: dict[str, Any], expected: list[str]
) -> None:
    assert select_acts(some, read_selection(some, **asked)) == expected


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"actors": ["Rusia"]}, "no actor is called 'Rusia' (did you mean 'russia'?)"),
        ({"kinds": ["critisize"]}, "no kind is called 'critisize'"),
        ({"since": "yesterday"}, "since: "),
        ({"query": "denial"}, "unknown query 'denial' (did you mean 'denials'?)"),
        ({"query": "denials", "parameters": {"who": "China"}}, "denials: no parameter who (it has "),
        ({"parameters": {"who": "China"}}, "parameters without a query: who"),
        ({"question": "Who blorked?"}, "no answer to 'Who blorked?': not understood: blorked"),
        ({"view": "states"}, "unknown view 'states' (one of acts, actors, sides)"),
    ],
)
def test_what_is_not_right_is_told(seed_address: str, asked: dict[str, Any], fault: str) -> None:
    with open_store(seed_address) as store:
        with pytest.raises(UsageError) as raised:
            Graph(store).to_networkx(**asked)
    assert fault in str(raised.value)


def test_actors_are_joined_by_acts(some: Store) -> None:
    network = Graph(some).to_networkx("actors")
    assert sorted(network.edges(keys=True)) == [
        ("china", "japan", "early"),
        ("china", "usa", "early"),
        ("lavrov", "japan", "call"),
        ("lavrov", "wang-yi", "talks"),
    ]
    early = network.edges["china", "usa", "early"]
    assert early["earliest"] == date(2019, 1, 1) and early["date"] == "2019" and early["kinds"][0] == "criticize"
    assert early["articles"] == ["paper-1"] and early["holds"] is True and early["role"] == "toward"
    assert "earliest" not in network.edges["lavrov", "japan", "call"]
    assert network.nodes["wang-yi"]["name"] == "Wang Yi" and network.nodes["wang-yi"]["labels"] == ["Actor", "Person"]


def test_sides_stand_for_those_who_act_for_them(some: Store) -> None:
    network = Graph(some).to_networkx("sides")
    assert ("china", "russia", "talks") in network.edges(keys=True)
    assert ("russia", "japan", "call") in network.edges(keys=True)
    assert set(network) == {"china", "russia", "usa", "japan"}


def test_acts_are_joined_to_what_they_hang_on(some: Store) -> None:
    network = Graph(some).to_networkx("acts", kinds=["meet"])
    assert network.nodes["Act:talks"]["status"] == "asserted"
    assert sorted(network["Act:talks"]) == ["Actor:china", "Actor:lavrov", "Actor:russia", "Actor:wang-yi"]
    assert network.edges["Act:talks", "Actor:wang-yi", "BY"]["office"] == "Foreign Minister of China"


def test_the_whole_graph_is_taken_but_for_offices_and_records(store: Store) -> None:
    load_paths(store, CORPUS)
    rows = selected(store, Selection(status="all"))
    edges: dict[tuple[str, str], Counter[str]] = {}
    for (source, kind, target), group in rows.edges.items():
        edges.setdefault((source[0], target[0]), Counter())[kind] += len(group)
    for one, other in (("Act", "Act"), ("Act", "Actor"), ("Act", "Place"), ("Article", "Act"), ("Detail", "Act")):
        pattern = f"MATCH (:{one})-[r]->(:{other}) RETURN type(r) AS type, count(r) AS n ORDER BY type"
        assert edges[one, other] == {row["type"]: row["n"] for row in store.read(pattern).rows}


@pytest.mark.slow
def test_the_same_acts_give_the_same_order(store: Store, tmp_path: Path) -> None:
    load_paths(store, CORPUS)
    with open_store(embedded(tmp_path / "other", *sorted(CORPUS.glob("*.yaml"), reverse=True))) as other:
        for view in ("acts", "actors", "sides"):
            network, again = (Graph(one).to_networkx(view, status="all") for one in (store, other))
            assert list(network.nodes(data=True)) == list(again.nodes(data=True))
            assert list(network.edges(keys=True, data=True)) == list(again.edges(keys=True, data=True))


def test_attributes_have_one_type_each_and_algorithms_run(corpus_address: str) -> None:
    with open_store(corpus_address) as store:
        networks = [Graph(store).to_networkx(view, status="all") for view in ("acts", "actors", "sides")]
    for network in networks:
        for things in (network.nodes.values(), network.edges.values()):
            types: dict[str, set[type]] = {}
            for about in things:
                for key, value in about.items():
                    types.setdefault(key, set()).add(type(value))
            assert {key: found for key, found in types.items() if len(found) > 1} == {}
        assert max(networkx.betweenness_centrality(network).values()) > 0
