"""What goes into a page: parties, days, evidence, conflicts; the same file for the same graph; nothing but text."""

from __future__ import annotations

import json
import re
import sys
from itertools import combinations
from math import hypot
from pathlib import Path
from typing import Any

import pytest

from communique.errors import UsageError
from communique.graph.store import Store, open_store
from communique.queries.networks import selected
from communique.queries.page import make_page
from communique.queries.selection import Selection
from tests.conftest import load_text

ONE = """
article: one
headline: H
publisher: Reuters
published: 2020-12-25
url: https://example.org/one
P1:
  - criticize: criticism
    by: {Wang Yi: fm-china}
    to: {Lavrov: fm-russia}
    toward: USA
    date: 2020-12-22?
    summary: Wang criticized the United States
  - joint-flight: flight
    by: [China, Russia]
    date: 2019-07
    aircraft: 6 bombers
    summary: China and Russia flew together
"""
TWO = """
article: two
headline: H
publisher: TASS
published: 2020-12-26
P1:
  - deny: denial
    by: Russia
    summary: Russia denied it
    claims:
      - see: flight
        is: denied
        summary: They did not fly
"""


def page_of(store: Store, heading: str = "Case") -> str:
    return make_page(store, selected(store, Selection(status="all")), heading)


def data_in(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="case">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    load_text(
        store,
        tmp_path / "articles",
        one=ONE,
        two=TWO.replace("see: flight", "joint-flight: flight\n        same: true"),
    )
    return store


def test_acts_have_parties_days_evidence_and_conflicts(filled: Store) -> None:
    data = data_in(page_of(filled))
    acts = {act["id"]: act for act in data["acts"]}
    names = [actor["name"] for actor in data["actors"]]
    criticism, flight = acts["criticism"], acts["flight"]
    assert [names[n] for role in ("by", "to", "toward") for n in criticism[role]] == [
        "Wang Yi", "Sergei Lavrov", "United States"
    ]  # fmt: skip
    assert ("Wang Yi", "China") in {(names[a], names[b]) for a, b in criticism["for"]}
    assert (criticism["when"], criticism["certain"], criticism["tone"]) == ("perhaps 22 Dec 2020", False, "conflict")
    assert (flight["when"], flight["earliest"], flight["latest"]) == ("Jul 2019", "2019-07-01", "2019-07-31")
    assert flight["status"] == "contested"
    sources = {(data["articles"][r["article"]]["publisher"], r["factuality"]) for r in flight["reports"]}
    assert sources == {("Reuters", "asserted"), ("TASS", "denied")}
    assert [detail["name"] for detail in flight["details"]] == ["aircraft: 6 bombers"]
    assert [conflict["kind"] for conflict in flight["conflicts"]] == ["denial"]
    assert [a["url"] for a in data["articles"]] == ["https://example.org/one", ""]


def test_an_arrow_leads_from_who_acts_to_the_target_and_joins_those_who_act_together(filled: Store) -> None:
    data = data_in(page_of(filled))
    names = [actor["name"] for actor in data["actors"]]
    found = {(names[p["source"]], names[p["target"]], p["tone"], p["mutual"]) for p in data["pairs"]}
    assert found == {("Wang Yi", "United States", "conflict", False), ("China", "Russia", "cooperation", True)}


def test_the_same_graph_gives_the_same_file(filled: Store) -> None:
    assert page_of(filled) == page_of(filled)


def test_nothing_in_a_page_leads_out_but_links_to_sources(filled: Store) -> None:
    page = page_of(filled, "</title><script>alert(1)</script>")
    assert page.count("</script>") == page.count("<script")
    assert not re.search(r"<(link|iframe|object|embed|base)\b|\bsrc=|@import|url\(", page.split("<script>")[0])
    assert "default-src 'none'" in page
    assert "Permission is hereby granted" in page and "Copyright 2010-2026 Mike Bostock" in page


def test_actors_stand_apart(corpus_address: str) -> None:
    with open_store(corpus_address) as store:
        actors = data_in(page_of(store))["actors"]
    assert len(actors) > 100
    assert min(hypot(a["x"] - b["x"], a["y"] - b["y"]) for a, b in combinations(actors, 2)) > 12
    assert all(0 <= a["x"] <= 1000 and 0 <= a["y"] <= 560 for a in actors)


def test_without_numpy_it_says_what_to_install(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    with pytest.raises(UsageError, match=r"kg page needs numpy \(pip install 'communique\[page\]'\)"):
        page_of(filled)
