"""The commands intensity and network as a person types them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as xml

import networkx
import pytest

from tests.cli.conftest import Run

EVENTS = """\
subject\trelation\tobject\tdate
China\tMake statement\tJapan\t2014-01-03
Foreign Affairs (Japan)\tCriticize or denounce\tChina\t2014-01-09
Japan\tCriticize or denounce\tForeign Affairs (China)\t2014-03-02
China\tExpress intent to cooperate\tJapan\t2014-03-04
China\tPraise or endorse\tSouth Korea\t2014-03-05
Foreign Affairs (China)\tCriticize or denounce\tPolice (China)\t2014-03-06
"""


@pytest.fixture
def kg(kg: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `kg` in a folder where a few events are imported."""
    monkeypatch.setenv("COLUMNS", "80")
    Path("events.tsv").write_text(EVENTS, "utf-8")
    assert kg("import", "icews", "events.tsv").code == 0
    return kg


def test_months_are_plotted_with_a_gap_where_nothing_happened(kg: Run) -> None:
    code, out, _ = kg("intensity", "China", "Japan")
    heading, legend, january, gap, march = out.splitlines()
    assert code == 0 and heading == "China and Japan, by month" and "█ cooperation  ░ conflict" in legend
    assert january.split()[:2] == ["2014-01", "2"] and gap == "..." and march.split()[:2] == ["2014-03", "2"]
    assert january.count("█") >= january.count("░") > 0 and max(map(len, out.splitlines())) <= 80


def test_a_country_counts_with_its_offices_and_an_office_by_itself(kg: Run) -> None:
    year = json.loads(kg("intensity", "China", "Japan", "--by", "year", "--json")[1])
    assert (year["acts"], year["one_to_other"], year["other_to_one"]) == (4, 2, 2)
    office = json.loads(kg("intensity", "Foreign Affairs (Japan)", "China", "--by", "year", "--json")[1])
    assert (office["acts"], office["one_to_other"], office["verbal_conflict"]) == (1, 1, 1)


def test_a_picture_has_a_column_for_each_month(kg: Run) -> None:
    assert kg("intensity", "China", "Japan", "--svg", "a.svg")[2] == "wrote a.svg\n"
    marks = [e.get("id", "") for e in xml.parse("a.svg").iter() if e.get("id", "").startswith("period-")]
    assert marks == ["period-2014-01", "period-2014-03"]


def test_the_network_of_a_period_is_a_table_a_picture_and_a_file(kg: Run) -> None:
    code, out, _ = kg("network", "--since", "2014-03", "--svg", "n.svg", "--graphml", "n.graphml")
    assert code == 0 and out.splitlines()[1:] == [
        "actor        acts  partners  most_with",
        "China        3     2         Japan",
        "Japan        2     1         China",
        "South Korea  1     1         China",
    ]
    network = networkx.read_graphml("n.graphml")
    assert network.edges["china", "japan"]["acts"] == 2 and network.nodes["china"]["name"] == "China"
    assert {e.get("id") for e in xml.parse("n.svg").iter()} >= {"party-china", "party-japan", "party-south-korea"}


def test_what_is_wrong_is_said(kg: Run) -> None:
    assert kg("intensity", "China", "Japann")[::2] == (2, "kg: no actor is called 'Japann' (did you mean 'japan'?)\n")
    assert kg("intensity", "China", "Japan", "--by", "week")[0] == 2
    assert "(nothing)" in kg("intensity", "China", "Peru")[1]
