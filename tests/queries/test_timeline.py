"""Timelines: certain days apart from possible ones, as known by a day, and the picture that is drawn of them."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest

from communique.graph.loading.articles import Source, load
from communique.graph.store import Store, open_store
from communique.loaders.articles import load_articles, merged_vocabulary
from communique.queries.timeline import Entry, read_timeline
from communique.queries.timeline_lanes import text_width
from communique.queries.timeline_picture import draw_timeline
from communique.queries.timeline_scale import Scale
from tests.conftest import CORPUS, load_text

SVG = "{http://www.w3.org/2000/svg}"
EARLY = """
article: early
headline: H
publisher: Reuters
published: 2020-12-22
P1:
  - meet: talks
    by: {Wang Yi: fm-china, Lavrov: fm-russia}
    date: Tuesday
    summary: Wang met Lavrov
  - criticize: criticism
    by: Wang Yi
    to: Lavrov
    toward: USA
    during: talks
    summary: Wang criticized the United States
  - meet: month
    by: [Wang Yi, Lavrov]
    date: 2019-07
    summary: They met in July
  - meet: doubtful
    by: [Wang Yi, Lavrov]
    date: 2018-05-01?
    summary: They may have met on May Day
  - agree: in-doubt
    by: [Wang Yi, Lavrov]
    during: doubtful
    summary: They agreed that day
  - meet: interval
    by: [Wang Yi, Lavrov]
    date: 2019-01-01/2019-01-03
    summary: They met for days
  - meet: undated
    by: [Wang Yi, Lavrov]
    summary: They met some day
  - meet: to-come
    by: [Wang Yi, Lavrov]
    is: planned
    summary: They are to meet
  - thank: other
    by: Wang Yi
    toward: Japan
    date: 2020-12-01
    summary: Wang thanked Japan
"""
LATE = """
article: late
headline: H
publisher: TASS
published: 2021-05-04
P1:
  - meet: month
    same: true
    by: [Wang Yi, Lavrov]
    date: 2019-07-09
  - meet: talks
    same: true
    by: [Wang Yi, Lavrov]
    is: denied
  - meet: undated
    same: true
    by: [Wang Yi, Lavrov]
    date: 2017-03-03
"""


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    load_text(store, tmp_path / "articles", early=EARLY, late=LATE)
    return store


def told(entries: list[Entry]) -> dict[str, str]:
    return {e.act: f"{e.span}{' certain' if e.certain else ''}{f' [{e.mark}]' if e.mark else ''}" for e in entries}


def test_a_day_stands_where_more_reports_bear_it_out_than_contradict_it(store: Store, tmp_path: Path) -> None:
    head = "article: {0}\nheadline: H\npublisher: TASS\npublished: {1}\nP1:\n"
    act = head + "  - {{meet: talks, {2}date: {3}, by: Lavrov}}\n"
    given = {"a": "2019-07-23", "b": "2019-06", "c": "2019-07"}
    articles = {
        name: act.format(name, f"2020-01-0{n}", "same: true, " if n > 1 else "", day)
        for n, (name, day) in enumerate(given.items(), 1)
    }
    load_text(store, tmp_path / "articles", **articles)
    (now,) = read_timeline(store, "lavrov")
    (then,) = read_timeline(store, "lavrov", known_by=date(2020, 1, 2))
    assert (now.span, now.certain, now.otherwise) == ("2019-07-23", True, ("2019-06",))
    assert (then.span, then.certain, then.otherwise) == ("2019-06-01 .. 2019-07-23", False, ())


def test_a_timeline_tells_certain_days_from_possible_ones(filled: Store) -> None:
    entries = read_timeline(filled, "wang-yi", "lavrov")
    assert told(entries) == {
        "undated": "2017-03-03 certain",
        "doubtful": "2018-05-01",
        "in-doubt": "2018-05-01",
        "interval": "2019-01-01 .. 2019-01-03",
        "month": "2019-07-09 certain",
        "criticism": "2020-12-22 certain",
        "talks": "2020-12-22 certain [contested]",
        "to-come": "no date [planned]",
    }
    assert [e.parties for e in entries if e.act == "criticism"] == ["Wang Yi to Sergei Lavrov, toward United States"]
    assert [e.articles for e in entries if e.act == "talks"] == [("early", "late")]


def test_what_was_known_by_a_day_has_the_status_and_the_date_of_then(filled: Store) -> None:
    assert read_timeline(filled, "wang-yi", "lavrov", known_by=date(2020, 12, 21)) == []
    then = told(read_timeline(filled, "wang-yi", "lavrov", known_by=date(2021, 5, 3)))
    assert (then["talks"], then["month"]) == ("2020-12-22 certain", "2019-07-01 .. 2019-07-31")
    assert then["undated"] == ".. 2020-12-22" and then["in-doubt"] == "2018-05-01"
    assert then["criticism"] == "2020-12-22 certain"
    now = read_timeline(filled, "wang-yi", "lavrov", known_by=date(2021, 5, 4))
    assert told(now) == told(read_timeline(filled, "wang-yi", "lavrov"))


def test_a_timeline_is_of_one_or_of_a_pair_in_a_window_of_a_kind(filled: Store) -> None:
    assert "other" in told(read_timeline(filled, "wang-yi")) and "other" in told(read_timeline(filled, "japan"))
    assert list(told(read_timeline(filled, "china", "japan"))) == ["other"]
    window = read_timeline(filled, "wang-yi", since=date(2019, 1, 2), until=date(2019, 7, 9))
    assert list(told(window)) == ["interval", "month", "to-come"]
    assert list(told(read_timeline(filled, "wang-yi", kind="criticize"))) == ["criticism"]
    assert len(read_timeline(filled, "wang-yi", limit=2)) == 2


def boxes(svg: str) -> list[tuple[str, float, float, float, float]]:
    """Return each text with its left, right, top and bottom."""
    found = []
    for text in xml.fromstring(svg).iter(f"{SVG}text"):
        size = float(text.get("font-size", "11"))
        width = text_width(text.text or "", size) * (1.1 if text.get("font-weight") == "bold" else 1)
        left = float(text.attrib["x"]) - (width if text.get("text-anchor") == "end" else 0)
        base = float(text.attrib["y"])
        if text.text:
            found.append((text.text, left, left + width, base - 0.75 * size, base + 0.2 * size))
    return found


def overlaps(one: tuple[str, float, float, float, float], other: tuple[str, float, float, float, float]) -> bool:
    return one[1] < other[2] and other[1] < one[2] and one[3] < other[4] and other[3] < one[4]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Pictures of the corpus: a pair of people, two great powers, one of them alone, one month of it."""
    with open_store(str(tmp_path_factory.mktemp("corpus") / "graph.kgl"), create=True) as store:
        store.prepare()
        articles = load_articles([CORPUS])
        sources = [Source(read.article, str(read.path), "", read.vocabulary.added) for read in articles]
        load(store, sources, merged_vocabulary(articles))
        window = date(2020, 12, 15), date(2020, 12, 26)
        return {
            "people": draw_timeline(read_timeline(store, "wang-yi", "lavrov"), "Wang Yi and Sergei Lavrov"),
            "powers": draw_timeline(read_timeline(store, "china", "russia"), "China and Russia"),
            "one": draw_timeline(read_timeline(store, "usa"), "United States"),
            "month": draw_timeline(read_timeline(store, "china", since=window[0], until=window[1]), "China", window),
        }


@pytest.mark.parametrize("name", ["people", "powers", "one", "month"])
def test_no_label_covers_another_or_leaves_the_picture(pictures: dict[str, str], name: str) -> None:
    found = boxes(pictures[name])
    assert len(found) > 15
    assert [(a[0], b[0]) for a, b in combinations(found, 2) if overlaps(a, b)] == []
    root = xml.fromstring(pictures[name])
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert all(left >= 0 and right <= width and top >= 0 and bottom <= height for _, left, right, top, bottom in found)


def test_a_picture_has_a_mark_with_a_title_for_each_dated_act(filled: Store) -> None:
    entries = read_timeline(filled, "wang-yi", "lavrov")
    root = xml.fromstring(draw_timeline(entries, "A < B & C"))
    marks = {g.attrib["id"]: g for g in root.iter(f"{SVG}g")}
    assert set(marks) == {f"act-{e.act}" for e in entries if e.act != "to-come"}
    assert marks["act-month"].find(f"{SVG}circle") is not None and marks["act-interval"].find(f"{SVG}rect") is not None
    titles = {name: mark.findtext(f"{SVG}title") for name, mark in marks.items()}
    assert titles["act-talks"] == "2020-12-22: Wang met Lavrov [contested] (Sergei Lavrov, Wang Yi; early, late)"
    assert root.findtext(f"{SVG}title") == "Timeline: A < B & C"
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "1 act without any date not drawn; years in which nothing begins or ends are drawn narrow" not in texts
    assert "1 act without any date not drawn" in texts and "contested" in texts and "denied" not in texts
    assert draw_timeline(entries, "A") == draw_timeline(list(entries), "A")
    assert not re.search("href|url\\(|<script|<style", draw_timeline(entries, "A"))


def test_an_empty_timeline_and_hostile_text_still_draw() -> None:
    xml.fromstring(draw_timeline([], "Nobody"))
    act = (
        "a<b>",
        "say",
        "\x00</svg>" + "北" * 300,
        "denied",
        ("\x07",),
        (),
        (),
        ("x",),
        "",
        None,
        date.max,
        False,
        True,
    )
    root = xml.fromstring(draw_timeline([Entry(*act)], "x" * 400))
    assert len(list(root.iter(f"{SVG}g"))) == 1


def test_a_scale_keeps_the_order_of_days_and_narrows_empty_years() -> None:
    days = [date(2001, 7, 16), date(2019, 7, 23), date(2020, 12, 22)]
    scale = Scale(days, 0, 1000)
    assert scale.x(days[0]) < scale.x(date(2010, 1, 1)) < scale.x(days[1]) < scale.x(days[2]) < scale.after(days[2])
    years = [scale.x(date(y + 1, 1, 1)) - scale.x(date(y, 1, 1)) for y in (2010, 2019)]
    assert years[0] * 5 < years[1] and not scale.even
    assert Scale(days[1:], 0, 1000).even
    assert (scale.x(date.min), scale.x(date.max), scale.after(date.max)) == (0, 1000, 1000)
    shown = [tick.text for tick in Scale([date(2020, 11, 3), date(2020, 12, 22)], 0, 1000).ticks() if tick.rank < 2]
    assert shown == ["2020", "Nov", "Dec"]
