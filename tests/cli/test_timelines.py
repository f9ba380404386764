"""The commands timeline and actor as a person types them."""

from __future__ import annotations

import json
from xml.etree import ElementTree as xml

from tests.cli.conftest import Run


def test_certain_days_stand_apart_from_possible_ones(loaded: Run) -> None:
    code, out, _ = loaded("timeline", "Wang Yi", "Lavrov")
    assert code == 0 and out.splitlines()[:4] == [
        "Wang Yi and Sergei Lavrov",
        "",
        "certain days",
        "  2020-12-22  appeal: Lavrov answered that both countries should oppose the United States",
    ]
    flights = loaded("timeline", "China", "Russia", "--kind", "joint flight", "--until", "2020")[1]
    certain, _, possible = flights.partition("possible days")
    assert "2020-12-22  joint-flight" in certain
    assert "  2019-07-01 .. 2019-07-31 (2019-07)  joint-flight" in possible
    assert "    China, Russia; jn-2020-12-25" in possible


def test_known_by_a_month_is_known_by_its_end(loaded: Run) -> None:
    assert "(nothing)" in loaded("timeline", "China", "--known-by", "2020-11")[1]
    heading, *_, last = loaded("timeline", "Wang Yi", "--known-by", "2020-12")[1].splitlines()
    assert heading == "Wang Yi, as known by 2020-12-31" and last.endswith("; jn-2020-12-25")


def test_rows_for_programs_and_a_picture(loaded: Run) -> None:
    code, out, err = loaded("timeline", "Wang Yi", "Lavrov", "--json", "--svg", "a.svg")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and err == "wrote a.svg\n"
    assert {(row["earliest"], row["certain"]) for row in rows} == {("2020-12-22", True)}
    assert xml.parse("a.svg").getroot().tag.endswith("svg")


def test_what_is_wrong_is_said(loaded: Run) -> None:
    assert loaded("timeline", "Rusia")[::2] == (2, "kg: no actor is called 'Rusia' (did you mean 'russia'?)\n")
    assert "kg: known-by: '2020-1x' is not a date" in loaded("timeline", "Russia", "--known-by", "2020-1x")[2]
    assert "kg: cannot write no/a.svg" in loaded("timeline", "Russia", "--svg", "no/a.svg")[2]
    assert loaded("timeline", "Russia", "--limit", "2")[2].startswith("cut at 2 acts: there may be more")
    assert loaded("actor", "Brazil")[::2] == (
        2, "kg: nothing that is loaded names 'brazil' (kg status lists what is loaded)\n"
    )  # fmt: skip


def test_an_actor_has_one_page(loaded: Run) -> None:
    out = loaded("actor", "Wang", "Yi")[1]
    assert out.startswith(
        "Wang Yi  Person/wang-yi\n  also: Wang\noffices\n  Foreign Minister of China  2013-03-16/2022"
    )
    assert "\ndid and said\n  complain 1, the latest from 2020-12-22 on: Wang complained to Lavrov" in out
    assert "\narticles\n  jn-2020-12-25 " in out
    page = json.loads(loaded("actor", "Wang Yi", "--json")[1])
    assert (page["id"], page["articles"][0]["article"]) == ("wang-yi", "jn-2020-12-25")
