"""One page about an actor: what it says of annotated articles and of coded events, on both stores."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from communique.graph.store import Store
from communique.queries.actor_page import TOP, ActorPage, read_actor
from tests.conftest import load_text

ARTICLE = """
article: paper
headline: H
publisher: Reuters
published: 2020-12-25
P1:
  - criticize: first
    by: {Wang Yi: fm-china}
    to: {Lavrov: fm-russia}
    toward: USA
    about: [unilateral-sanctions, Japan]
    date: 2020-12-01
    summary: Wang criticized the United States
  - criticize: second
    by: China
    toward: USA
    date: 2020-12-05
    summary: China criticized the United States
  - criticize: undated
    by: China
    toward: USA
    summary: China criticized once more
  - meet: talks
    by: {Wang Yi: fm-china, Lavrov: fm-russia}
    date: 2020-12-02
    summary: Wang met Lavrov
  - praise: praise
    by: Russia
    toward: China
    summary: Russia praised China
  - threaten: never
    by: Japan
    toward: China
    is: denied
    summary: Japan did not threaten China
"""


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    load_text(store, tmp_path / "articles", paper=ARTICLE)
    return store


def page_of(store: Store, actor: str) -> ActorPage:
    page = read_actor(store, actor)
    assert page is not None
    return page


def test_a_state_stands_also_for_those_who_act_for_it(filled: Store) -> None:
    page = page_of(filled, "china")
    assert (page.name, page.labels, page.part_of, page.offices) == ("China", ["State"], [], [])
    assert "PRC" in page.aliases
    assert ("Foreign Minister of China", "Wang Yi") in [(row["office"], row["holder"]) for row in page.holders]
    assert [tuple(row.values()) for row in page.kinds] == [
        ("criticize", 3, date(2020, 12, 5), "China criticized the United States"),
        ("meet", 1, date(2020, 12, 2), "Wang met Lavrov"),
    ]
    assert [(row["id"], row["acts"]) for row in page.whom] == [("usa", 3), ("japan", 1), ("lavrov", 1)]
    assert page.spoken == [
        {"kind": "meet", "acts": 1, "who": [{"name": "Sergei Lavrov", "id": "lavrov", "acts": 1}]},
        {"kind": "praise", "acts": 1, "who": [{"name": "Russia", "id": "russia", "acts": 1}]},
    ]
    assert [(row["topic"], row["acts"]) for row in page.topics] == [("unilateral sanctions", 1)]
    assert page.articles == [{"article": "paper", "published": "2020-12-25", "acts": 6}]
    assert page.datasets == []


def test_a_person_has_offices_and_only_acts_of_its_own(filled: Store) -> None:
    page = page_of(filled, "wang-yi")
    assert ("Foreign Minister of China", "2013-03-16/2022-12-30", "China") in [
        (row["office"], row["held"], row["of"]) for row in page.offices
    ]
    assert [(row["kind"], row["acts"]) for row in page.kinds] == [("criticize", 1), ("meet", 1)]
    assert [row["kind"] for row in page_of(filled, "usa").spoken] == ["criticize"]
    assert [who["name"] for who in page_of(filled, "usa").spoken[0]["who"]] == ["China", "Wang Yi"]
    assert page_of(filled, "japan").kinds == []
    assert read_actor(filled, "brazil") is None


def test_coded_events_are_counted_and_the_most_frequent_come_first(store: Store) -> None:
    day = date(2014, 5, 20)
    shared = {"kinds": ["consult"], "holds": True, "dataset": "icews", "earliest": day, "latest": day}
    acts = [
        {**shared, "id": f"e{n}", "name": "n", "summary": f"Act {n:02}", "kind": "consult", "who": f"a{n % 20:02}"}
        for n in range(60)
    ]
    actors = [{"id": f"a{n:02}", "name": f"A{n:02}"} for n in range(20)]
    store.write(
        [
            ("UNWIND $rows AS row CREATE (a:Actor {id: row.id, name: row.name})", {"rows": actors}),
            (
                "UNWIND $rows AS row MATCH (who:Actor {id: row.who}) MATCH (hub:Actor {id: 'a00'}) "
                "CREATE (act:Act {id: row.id, name: row.name})-[:BY]->(hub) CREATE (act)-[:TOWARD]->(who) "
                "SET act.summary = row.summary, act.kind = row.kind, act.kinds = row.kinds, act.holds = row.holds, "
                "act.dataset = row.dataset, act.earliest = row.earliest, act.latest = row.latest",
                {"rows": acts},
            ),
        ]
    )
    page = page_of(store, "a00")
    assert page.kinds == [{"kind": "consult", "acts": 60, "day": day, "latest": "Act 00"}]
    assert page.whom == [{"name": f"A{n:02}", "id": f"a{n:02}", "acts": 3} for n in range(1, TOP + 1)]
    assert page.datasets == [{"dataset": "icews", "acts": 60}] and page.articles == []
    assert page_of(store, "a01").spoken[0]["who"] == [{"name": "A00", "id": "a00", "acts": 3}]
