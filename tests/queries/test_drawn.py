"""Every query has a drawn form: it draws what the rows of the query name, with the same parameters, on every store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import InputError, UsageError
from communique.graph.store import Result, Store, open_store
from communique.queries.catalogue import Query, catalogue, filled, read_library, run
from communique.queries.drawing import DRAWN, drawings, drawn, favourite, literal, read_drawings
from communique.queries.drawn_file import Value
from tests.conftest import SEED, load_paths
from tests.queries.case_files import Case, read_cases
from tests.queries.conftest import Fill

CASES = [pytest.param(case, id=case.name) for case in read_cases()]
# Where a row says which article gives it, the picture leaves that to the table, unless articles are what is asked for.
EVIDENCE = {"article", "articles", "one_articles", "other_articles", "publisher_id"}
# Acts drawn besides those that rows name: the act asked about, those that are only counted, statements that say so.
ASKED = {"before-and-after-an-act", "figures-of-an-event"}
TALLIED = {"intensity", "largest-changes", "most-active-pairs", "who-initiates"}
COUNTED = {"acts-by-year", "articles", "common-targets", "paths-between-actors", *TALLIED}
SAYING = {"contested-acts", "single-source-claims"}
CONFLICTING = {"conflicting-dates", "conflicting-figures", "conflicting-roles", "contested-acts", "same-acts"}
# One article by itself has none of these: they draw nothing over it.
NOT_OF_ONE = CONFLICTING | {"untied-actors"}

Link = tuple[str, str, str]


@dataclass
class Picture:
    """What is drawn: labels of nodes by id, relationships as (type, from, to)."""

    nodes: dict[str, list[str]] = field(default_factory=dict)
    links: set[Link] = field(default_factory=set)

    def add(self, value: Any) -> None:
        """Add a node or a path."""
        for node in value["nodes"] if "nodes" in value else [value]:
            self.nodes[node["properties"]["id"]] = node["labels"]
        for link in value.get("relationships", ()):
            self.links.add((link["type"], link["from"], link["to"]))

    def ids(self, label: str) -> set[str]:
        """Return the ids of the nodes with a label."""
        return {name for name, labels in self.nodes.items() if label in labels}

    def ends(self, kind: str) -> set[str]:
        """Return the ids of the nodes from which relationships of a type leave."""
        return {start for name, start, _ in self.links if name == kind}


def picture_of(found: Result) -> Picture:
    picture = Picture()
    for row in found.rows:
        for value in row.values():
            if value is not None:
                picture.add(value)
    return picture


def draw(store: Store, query: Query, values: dict[str, Any]) -> Picture:
    return picture_of(store.read(drawn(query.name).cypher, filled(query, values)))


def ids_in(query: Query, rows: list[dict[str, Any]]) -> set[str]:
    """Return every id that stands in the rows, evidence aside."""
    columns = [c.name for c in query.columns if c.about.startswith(("id of", "ids of")) and c.name not in EVIDENCE]
    cells = [row[column] for row in rows for column in columns]
    return {name for cell in cells for name in (cell if isinstance(cell, list) else [cell]) if name is not None}


@pytest.mark.parametrize("case", CASES)
def test_a_picture_shows_the_acts_of_the_rows_and_no_others(case: Case, twin_of: Callable[[Case], Store]) -> None:
    store = twin_of(case)
    for asked in case.asked:
        query = catalogue()[asked.run]
        rows, picture = run(store, query, asked.values).rows, draw(store, query, asked.values)
        told, named = f"{asked.run} {asked.values}", ids_in(query, rows)
        assert bool(picture.nodes) == bool(rows), told
        assert named <= set(picture.nodes), told
        besides = picture.ids("Act") - named
        if query.name in ASKED:
            assert besides <= {asked.values["act"]}, told
        elif query.name in SAYING:
            assert besides <= picture.ends("CLAIMS"), told
        elif query.name not in COUNTED:
            assert not besides, told


@pytest.mark.parametrize("case", CASES)
def test_what_the_rows_count_is_drawn(case: Case, twin_of: Callable[[Case], Store]) -> None:
    store = twin_of(case)
    for asked in [a for a in case.asked if a.run in COUNTED]:
        query = catalogue()[asked.run]
        rows, picture = run(store, query, asked.values).rows, draw(store, query, asked.values)
        told = f"{asked.run} {asked.values}"
        if query.name == "acts-by-year":
            assert len(picture.ids("Act")) == sum(row["acts"] for row in rows), told
        elif query.name in TALLIED:
            counts = [row["acts_earlier"] + row["acts_later"] if "change" in row else row["acts"] for row in rows]
            assert len(picture.ids("Act")) <= sum(counts), told
            assert query.name != "intensity" or len(picture.ids("Act")) == sum(counts), told
        elif query.name == "articles":
            reports = {(start, end) for kind, start, end in picture.links if kind == "REPORTS"}
            assert picture.ids("Article") == {row["article"] for row in rows}
            assert len(reports) == sum(row["events"] + row["statements"] + row["details"] for row in rows), told
        elif query.name == "common-targets":
            aimed = {link for link in picture.links if link[0] == "TOWARD"}
            counts = [row["acts_of_one"] + row["acts_of_other"] - row["joint_acts"] for row in rows]
            assert len(aimed) == sum(counts), told
        else:
            parties = {asked.values["one"], asked.values["other"], *(row["through_id"] for row in rows)}
            assert picture.ids("Actor") <= parties, told
            assert len(picture.ids("Act")) <= sum(row["first_count"] + row["second_count"] for row in rows), told


@pytest.mark.neo4j
@pytest.mark.parametrize("case", CASES)
def test_a_picture_is_the_same_on_both_stores_and_in_browser(
    case: Case, neo4j_store: Store, fill: Fill, twin_of: Callable[[Case], Store]
) -> None:
    fill(neo4j_store, case)
    for asked in case.asked:
        query = catalogue()[asked.run]
        picture, told = draw(twin_of(case), query, asked.values), f"{asked.run} {asked.values}"
        pasted = picture_of(neo4j_store.read(favourite(query, asked.values))) if asked.values else None
        assert (pasted or draw(neo4j_store, query, asked.values)) == picture, told


@pytest.fixture
def neo4j_store(neo4j_address: str) -> Iterator[Store]:
    """An empty store on the real server."""
    with open_store(neo4j_address) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        yield store


@pytest.mark.neo4j
def test_every_favourite_draws_the_corpus(neo4j_store: Store) -> None:
    load_paths(neo4j_store, SEED)
    silent, rowless = set(), set()
    for query in catalogue().values():
        examples = dict(drawn(query.name).examples)
        picture = picture_of(neo4j_store.read(favourite(query, {})))
        assert draw(neo4j_store, query, examples) == picture, query.name
        if not picture.links:
            silent.add(query.name)
        if not run(neo4j_store, query, examples).rows:
            rowless.add(query.name)
        assert all(labels != ["Load"] for labels in picture.nodes.values())
        assert len(picture.nodes) <= 100, f"{query.name} draws {len(picture.nodes)} nodes: give an example"
    assert silent == rowless <= NOT_OF_ONE


@pytest.mark.neo4j
def test_a_literal_says_what_it_was_made_from(neo4j_store: Store) -> None:
    @settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("\\'\"u0041n$/*{}`\n\t"))
    def comes_back(text: str) -> None:
        assert neo4j_store.read(f"RETURN {literal(text)} AS text, $text AS given", {"text": text}).rows == [
            {"text": text, "given": text}
        ]

    comes_back()
    for value in (date(2020, 12, 22), 7, -7, None):
        assert neo4j_store.read(f"RETURN {literal(value)} AS value").rows == [{"value": value}]


def test_every_query_has_a_drawn_form_that_takes_all_its_parameters() -> None:
    assert list(drawings()) == sorted(catalogue())
    for query in catalogue().values():
        form = drawn(query.name)
        wanted = tuple(p for p in query.parameters if p.name != "limit")  # a picture has a limit of its own
        assert (form.title, form.parameters) == (query.title, wanted)


def test_a_favourite_is_its_title_its_parameters_and_the_cypher() -> None:
    text = favourite(catalogue()["office-holders"], {"date": date(2020, 12, 22)})
    assert text.splitlines()[:4] == [
        "// Who held an office",
        "WITH 'fm-china' AS office        // which office",
        "   , date('2020-12-22') AS date  // on this day",
        "MATCH path = (:Actor)-[tenure:HELD]->(post:Office {id: office})",
    ]
    assert "$" not in text


def test_examples_stand_in_only_where_nothing_or_a_required_value_is_left_out() -> None:
    def bound(name: str, **values: Value) -> str:
        lines = favourite(catalogue()[name], values).split("\nMATCH")[0].splitlines()[1:]
        return " ".join(line.split("//")[0][5:].strip() for line in lines)

    assert bound("who-criticized-whom").startswith("null AS actor 'usa' AS target null AS addressee")
    assert bound("who-criticized-whom", actor="china").startswith("'china' AS actor null AS target")
    assert bound("common-targets", other="japan") == "'china' AS one 'japan' AS other null AS kind"
    with pytest.raises(UsageError, match="no parameter whom"):
        favourite(catalogue()["common-targets"], {"whom": "usa"})
    with pytest.raises(UsageError, match="it must be a date"):
        favourite(catalogue()["office-holders"], {"date": "2020"})


QUERY = """\
// title: Acts
// answers: All acts of an actor.
// param: actor (actor): whose
// param: days (integer, default: none): for how long
// column: act: id of the act
MATCH (act:Act)-[:BY]->(:Actor {id: $actor}) WHERE act.days = $days RETURN act.id AS act ORDER BY act
"""
GOOD = """\
// Acts
// example: actor = china
// example: days = 3
MATCH path = (act:Act)-[:BY]->(:Actor {id: $actor}) WHERE act.days = $days
RETURN path
"""


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: text.replace("// Acts\n", ""), "q.cypher:1:1: the title is not that of the query"),
        (lambda text: text.replace("// Acts", "// Act"), "(the first line is `// Acts`)"),
        (lambda text: text.replace("example: days", "for example: days"), "q.cypher:3:1: no example: '// for"),
        (lambda text: text.replace("example: days", "example: day"), "q.cypher:3:1: day is no parameter of q"),
        (lambda text: text.replace("example: days = 3", "example: actor = usa"), "q.cypher:3:1: a second example"),
        (lambda text: text.replace("days = 3", "days = many"), "q.cypher:3:1: 'many' is no integer"),
        (lambda text: text.replace("// example: actor = china\n", ""), "q.cypher:1:1: no example of actor"),
        (lambda text: text.replace("$days", "$day"), "q.cypher:4:1: day is no parameter of q (it has actor, days)"),
        (lambda text: text.replace("$actor", "'china'"), "q.cypher:4:1: $actor is not used"),
        (lambda text: text.replace("(act:", "(actor:"), "q.cypher:4:1: variable actor has the name of a parameter"),
        (lambda text: text.replace("RETURN path", ""), "q.cypher:4:1: the Cypher returns nothing"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(change: Callable[[str], str], problem: str, tmp_path: Path) -> None:
    for name, text in (("library", QUERY), ("drawn", change(GOOD))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "q.cypher").write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        read_drawings(tmp_path / "drawn", read_library(tmp_path / "library"))
    assert problem in str(raised.value) and len(raised.value.problems) == 1


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "q.cypher").write_text(QUERY, "utf-8")
    queries = read_library(tmp_path)
    (tmp_path / "q.cypher").write_text(GOOD, "utf-8")
    assert read_drawings(tmp_path, queries)["q"].examples == {"actor": "china", "days": 3}


def test_a_file_without_a_query_and_a_query_without_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "query.cypher").write_text(GOOD, "utf-8")
    with pytest.raises(InputError) as raised:
        read_drawings(tmp_path, {"series": catalogue()["series"]})
    assert "no query is called 'query'" in str(raised.value)
    assert "series has no drawn form" in str(raised.value)
    assert set(read_drawings(DRAWN, catalogue())) == set(catalogue())
