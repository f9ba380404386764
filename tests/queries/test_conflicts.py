"""What sources tell differently is found, and what only looks different is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.graph.store import Store
from communique.queries.conflicts import Conflict, find_conflicts
from tests.conftest import CORPUS, ROOT, load_paths, load_text

HEAD = "article: {}\nheadline: H\npublisher: {}\npublished: 2020-12-25\nP1:\n"
FLIGHT = "  - joint-flight: flight\n    by: [China, Russia]\n    date: 2020-12-22\n"
AGAIN = FLIGHT.replace("flight\n", "flight\n    same: true\n", 1)


def found(store: Store, folder: Path, first: str, second: str, act: str = "") -> list[Conflict]:
    """Return the conflicts of two articles."""
    load_text(store, folder, a=HEAD.format("a", "japan-news") + first, b=HEAD.format("b", "reuters") + second)
    return find_conflicts(store, act)


def told(conflicts: list[Conflict]) -> list[tuple[str, str, list[str]]]:
    """Return kind, aspect and values of each."""
    return [(c.kind, c.aspect, [t.value for t in c.tellings]) for c in conflicts]


FIGURES = [
    ("duration: more than 10 hours", "duration: ten and a half hours", []),
    ("duration: 10 hours", "duration: more than 10 hours", []),
    ("duration: more than 10 hours", "duration: 8 hours", [("number", "duration")]),
    ("duration: about 10 hours", "duration: 10.5 hours", []),
    ("duration: about 10 hours", "duration: 13 hours", [("number", "duration")]),
    ("aircraft: 6 bombers", "aircraft: 19 aircraft", []),
    ("aircraft: 6 bombers", "aircraft: 4 aircraft", [("number", "aircraft")]),
    ("aircraft: hundreds of aircraft", "aircraft: 360 aircraft", []),
    ("aircraft: {value: 4 bombers, for: China}", "aircraft: {value: 2 bombers, for: Russia}", []),
    (
        "aircraft: [{value: 4 bombers, for: China}, {value: 2 bombers, for: Russia}]",
        "aircraft: 6 bombers",
        [],
    ),
    (
        "aircraft: [{value: 4 bombers, for: China}, {value: 2 bombers, for: Russia}]",
        "aircraft: 7 bombers",
        [("number", "aircraft in all")],
    ),
    (
        "aircraft: {value: 45 bombers, for: China}",
        "aircraft: {value: 41 bombers, for: China}",
        [("number", "aircraft")],
    ),
    ("aircraft: 6 bombers", "is: denied\n    aircraft: 6 bombers", [("denial", "whether it is so")]),
]


@pytest.mark.parametrize(("one", "other", "expected"), FIGURES, ids=[f"{a} / {b}" for a, b, _ in FIGURES])
def test_figures_are_compared_as_numbers(
    one: str, other: str, expected: list[tuple[str, str]], store: Store, tmp_path: Path
) -> None:
    conflicts = found(store, tmp_path, f"{FLIGHT}    {one}\n", f"{AGAIN}    {other}\n")
    assert [(c.kind, c.aspect) for c in conflicts] == expected


def test_dates_are_compared_at_their_precision(store: Store, tmp_path: Path) -> None:
    assert found(store, tmp_path, FLIGHT, AGAIN.replace("2020-12-22", "2020-12")) == []
    assert found(store, tmp_path, FLIGHT, AGAIN.replace("2020-12-22", "2020-11~")) == []
    june = found(store, tmp_path, FLIGHT, AGAIN.replace("2020-12-22", "2020-11"))
    assert told(june) == [("contradiction", "date", ["2020-12-22", "2020-11"])]


def test_a_denial_is_a_denial_of_that_claim(store: Store, tmp_path: Path) -> None:
    """Under one id or two; not of another day, another party's, or what is wider."""
    violation = "  - violate-airspace: v\n    by: Russia\n    toward: South Korea\n    date: 2020-12-22\n"
    claim = "  - announce: said\n    by: Lavrov\n    claims:\n" + violation.replace("  ", "      ", 1).replace(
        "\n    ", "\n        "
    )
    denial = claim.replace("violate-airspace: v\n", "violate-airspace: w\n").replace("said", "denied")
    denial = denial.replace("date:", "is: denied\n        date:")
    (one,) = found(store, tmp_path, violation, denial)
    assert (one.kind, one.thing) == ("denial", "v")
    assert [(t.voice, t.factuality) for t in one.tellings] == [
        ("The Japan News", "asserted"),
        ("Sergei Lavrov", "denied"),
    ]
    assert found(store, tmp_path, violation, denial.replace("2020-12-22", "2020-12-21")) == []
    assert found(store, tmp_path, violation, denial.replace("by: Russia", "by: China")) == []
    assert found(store, tmp_path, violation.replace("violate-airspace", "enter"), denial) == []
    apart = denial.replace("is: denied", "not_same_as: a/v\n        is: denied")
    assert found(store, tmp_path, violation, apart) == []


def test_places_of_a_meeting_exclude_each_other_and_those_of_a_flight_do_not(store: Store, tmp_path: Path) -> None:
    meeting = "  - meet: m\n    by: [Lavrov, Wang Yi]\n    at: Guilin\n"
    again = meeting.replace("m\n", "m\n    same: true\n", 1)
    (one,) = found(store, tmp_path, meeting, again.replace("Guilin", "Beijing"))
    assert (one.kind, one.aspect, {t.value for t in one.tellings}) == ("contradiction", "place", {"Guilin", "Beijing"})
    assert found(store, tmp_path, meeting, again.replace("Guilin", "China")) == []
    sea, other = "    at: {over: Sea of Japan}\n", "    at: {over: East China Sea}\n"
    assert found(store, tmp_path, FLIGHT + sea, AGAIN + other) == []


def test_a_reservation_against_a_flat_word(store: Store, tmp_path: Path) -> None:
    (one,) = found(store, tmp_path, FLIGHT, AGAIN + "    hedge: apparently\n")
    assert told([one]) == [("strength", "how surely", ["flatly", "apparently"])]
    weaker = "  - say: c\n    by: Wang Yi\n    summary: Wang spoke of it\n"
    stronger = "  - criticize: c\n    same: true\n    by: Wang Yi\n    toward: USA\n    summary: Wang criticized it\n"
    (one,) = found(store, tmp_path, weaker, stronger)
    assert told([one]) == [("strength", "word", ["say: Wang spoke of it", "criticize: Wang criticized it"])]


def test_acts_that_are_the_same_are_looked_at_as_one(store: Store, tmp_path: Path) -> None:
    """And no more once the line is gone that says so."""
    first = FLIGHT + "    duration: 10 hours\n"
    second = FLIGHT.replace("flight\n", "patrol\n") + "    duration: 7 hours\n"
    (one,) = found(store, tmp_path, first, second + "    same_as: a/flight\n", "patrol")
    assert (one.kind, one.aspect, one.thing) == ("number", "duration", "flight")
    assert found(store, tmp_path, first, second) == []


def test_purposes_that_nobody_shares(store: Store, tmp_path: Path) -> None:
    aim = "    aims_at:\n      - show-unity: unity\n        by: [China, Russia]\n        summary: To show unity\n"
    other = "    aims_at:\n      - intimidate: fear\n        by: [China, Russia]\n        toward: Japan\n"
    (one,) = found(store, tmp_path, FLIGHT + aim, AGAIN + other)
    assert (one.kind, one.aspect, len(one.tellings)) == ("contradiction", "purpose", 2)
    same = aim.replace("unity\n", "unity\n        same: true\n", 1)
    assert found(store, tmp_path, FLIGHT + aim, AGAIN + same) == []


def test_the_list_in_the_documentation_is_what_the_corpus_gives(tmp_path: Path) -> None:
    from communique.graph.store import open_store

    page = (ROOT / "docs" / "conflicts.md").read_text("utf-8")
    with open_store(str(tmp_path), create=True) as store:
        store.prepare()
        load_paths(store, *sorted(CORPUS.glob("*.yaml")))
        conflicts = find_conflicts(store)
    assert len(conflicts) > 20
    for conflict in conflicts:
        assert f"| {conflict.kind} | {conflict.aspect} | {conflict.summary} |" in page
    assert page.count("| `") + page.count("\n| ") >= len(conflicts)
