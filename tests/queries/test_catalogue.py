"""Every query of the catalogue answers its cases on every store, with the same rows on both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.errors import InputError, UsageError
from communique.graph.store import Store, open_store
from communique.queries.catalogue import catalogue, read_library, run
from communique.queries.query_text import returned_columns
from tests.conftest import SEED, load_paths
from tests.queries.case_files import Case, as_text, read_cases
from tests.queries.conftest import Fill

CASES = read_cases()
EXAMPLE: dict[str, Any] = {"date": date(2020, 12, 22), "integer": 1}
GOOD = """\
// title: Acts
// answers: All acts of an actor.
// param: actor (actor): whose
// column: act: id of the act
MATCH (act:Act)-[:BY]->(:Actor {id: $actor}) RETURN act.id AS act ORDER BY act
"""


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_a_case_gives_its_rows(case: Case, store: Store, fill: Fill, twin_of: Callable[[Case], Store]) -> None:
    fill(store, case)
    for asked in case.asked:
        query = catalogue()[asked.run]
        found = run(store, query, asked.values)
        wanted = [list(row) for row in asked.expect]
        columns = wanted or [[] for _ in found.rows]
        shown = [{c: as_text(row[c]) for c in names} for row, names in zip(found.rows, columns, strict=False)]
        assert (len(found.rows), shown) == (len(asked.expect), asked.expect), f"{asked.run} {asked.values}"
        twin = run(twin_of(case), query, asked.values)
        assert (found.columns, found.rows) == (twin.columns, twin.rows)
        assert found.columns == returned_columns(query.cypher)


def test_every_query_has_a_case_with_rows() -> None:
    asked = [a for case in CASES for a in case.asked]
    assert {a.run for a in asked if a.expect} == set(catalogue())
    assert len(catalogue()) >= 26
    assert all(row for a in asked for row in a.expect)


def test_a_limit_keeps_the_first_acts(twin_of: Callable[[Case], Store]) -> None:
    limited, cut = {q.name for q in catalogue().values() if any(p.name == "limit" for p in q.parameters)}, set()
    for case, asked in [(given, asked) for given in CASES for asked in given.asked if asked.run in limited]:
        query = catalogue()[asked.run]
        rows = run(twin_of(case), query, asked.values).rows
        few = run(twin_of(case), query, {**asked.values, "limit": 1}).rows
        assert len(few) == min(len(rows), 1), f"{asked.run} {asked.values}"
        if asked.run == "before-and-after-an-act":  # in the order of time, but the nearest
            rows = sorted(rows, key=lambda row: (row["days"], row["earliest"], row["latest"], row["act"]))[:1]
            assert sorted(row["act"] for row in few) == sorted(row["act"] for row in rows)
        else:
            assert few == rows[:1], f"{asked.run} {asked.values}"
        cut |= {asked.run} if len(rows) > 1 else set()
    assert len(cut) > 6


def test_every_filter_changes_the_rows_of_a_case(twin_of: Callable[[Case], Store]) -> None:
    idle = {(q.name, p.name) for q in catalogue().values() for p in q.parameters if not p.required}
    idle = {(query, name) for query, name in idle if name != "limit"}
    for case, asked in [(given, asked) for given in CASES for asked in given.asked]:
        query, values = catalogue()[asked.run], asked.values
        for name in [n for n in values if (query.name, n) in idle]:
            without = {k: v for k, v in values.items() if k != name}
            if run(twin_of(case), query, without).rows != run(twin_of(case), query, values).rows:
                idle.discard((query.name, name))
    assert idle == set()


def test_every_query_runs_on_an_empty_graph(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph.kgl"), create=True) as store:
        for query in catalogue().values():
            values = {p.name: EXAMPLE.get(p.type, "nothing") for p in query.parameters}
            required = {p.name: values[p.name] for p in query.parameters if p.required}
            assert run(store, query, values).rows == run(store, query, required).rows == [], query.name


def test_the_first_article_answers(store: Store) -> None:
    load_paths(store, SEED)

    def rows(name: str, *columns: str, **values: Any) -> list[tuple[Any, ...]]:
        found = run(store, catalogue()[name], values).rows
        return [tuple(row[c] for c in columns) for row in found]

    ministry = ["Chinese Foreign Ministry"]
    assert rows("who-criticized-whom", "who", "side", "whom", "addressee", "about", "date", "chain", target="usa") == [
        (["Sergei Lavrov"], ["Russia"], ["United States"], ["Wang Yi"], [], "2020-12-22", ministry),
        (
            ["Wang Yi"],
            ["China"],
            ["United States"],
            ["Sergei Lavrov"],
            ["unilateral sanctions"],
            "2020-12-22",
            ministry,
        ),
    ]
    assert rows("who-criticized-whom", "act", target="usa", since=date(2020, 12, 23)) == []
    assert rows("responses", "who", "answered_id") == [(["Sergei Lavrov"], "wang-criticizes-us")]
    assert rows("series", "number", "date") == [(1, "2019-07"), (2, "2020-12-22")]
    assert rows("denials", "act", "chain") == [("no-airspace-violation", [])]
    assert rows("predictions", "act", "chain") == [
        ("joint-flights-expand", ["Global Times", "air force experts"]),
        ("joint-flights-regular", ["Global Times", "air force experts"]),
    ]
    assert [row for row in rows("hedged-claims", "hedge", "act") if row[0] == "maybe"] == [
        ("maybe", "harmony-behind-relations"),
        ("maybe", "interests-behind-relations"),
    ]
    figures = rows(
        "figures-of-an-event", "number", "comparator", "chain", act="flight-2020-12-22", attribute="duration"
    )
    assert figures == [(10.0, ">", ["Chinese Defense Ministry and Russian Defense Ministry"])]
    assert ("bombers-circle-takeshima",) in rows("events-at-a-place", "act", place="takeshima")
    assert rows("office-holders", "holder", office="fm-china", date=date(2020, 12, 22)) == [("Wang Yi",)]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: "\n" + text, "q.cypher:1:1: no `title` in the header"),
        (lambda text: text.replace("(actor)", "(person)"), "q.cypher:3:1: unknown type 'person'"),
        (lambda text: text.replace("$actor", "$who"), "q.cypher:5:1: $who is not declared"),
        (lambda text: text.replace("{id: $actor}", ""), "q.cypher:3:1: $actor is not used"),
        (lambda text: text.replace("column: act:", "column: fact:"), "q.cypher:4:1: column fact is not returned"),
        (lambda text: text.replace("AS act ", "AS act, act.name AS name "), "q.cypher:5:1: column name is returned"),
        (lambda text: text.replace("// answers:", "// answer:"), "q.cypher:2:1: no header line"),
        (
            lambda text: text.replace("RETURN act.id AS act ORDER BY act", ""),
            "q.cypher:5:1: the Cypher returns nothing",
        ),
        (
            lambda text: text.replace("// column", "// param: actor (actor): twice\n// column"),
            "q.cypher:4:1: param actor",
        ),
        (lambda text: text.replace("(actor)", "(integer, default: ten)"), "q.cypher:3:1: 'ten' is no integer"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(change: Callable[[str], str], problem: str, tmp_path: Path) -> None:
    (tmp_path / "q.cypher").write_text(change(GOOD), "utf-8")
    with pytest.raises(InputError) as raised:
        read_library(tmp_path)
    assert problem in str(raised.value)


def test_two_queries_of_one_name_or_title_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for name in ("q", "other/q", "r"):
        (tmp_path / f"{name}.cypher").write_text(GOOD, "utf-8")
    with pytest.raises(InputError) as raised:
        read_library(tmp_path)
    assert "a second query 'q'" in str(raised.value) and "the title is that of" in str(raised.value)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "q.cypher").write_text(GOOD.replace("(actor)", "(text, default: china)"), "utf-8")
    query = read_library(tmp_path)["q"]
    assert (query.title, query.answers, query.columns[0].about) == ("Acts", "All acts of an actor.", "id of the act")
    parameter = query.parameters[0]
    assert (parameter.type, parameter.default, parameter.required) == ("text", "china", False)
    assert query.cypher.startswith("MATCH")


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"person": "wang-yi", "dates": "x"}, "no parameter dates"),
        ({}, "person is missing"),
        ({"person": "wang-yi", "date": "2020-12-22"}, "it must be a date"),
    ],
)
def test_wrong_parameters_are_refused(values: dict[str, Any], problem: str, tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "graph.kgl"), create=True)
    with pytest.raises(UsageError, match=problem):
        run(store, catalogue()["offices-of-a-person"], values)
