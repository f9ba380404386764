"""The catalogue keeps the rules of Cypher under which both engines answer alike (DESIGN section 5)."""

from __future__ import annotations

import re

import pytest

from communique.graph.cypher.text import bare_text
from communique.graph.shape import EDGES, LABELS
from communique.queries.catalogue import Query, catalogue
from communique.queries.drawing import DRAWN, drawings
from communique.queries.query_text import returned_columns

# What is wrong, and a text that holds it: each pattern is shown to find its own.
FORBIDDEN = {
    r"\.\s*`?(type|title|label|node_type|start|end|start_id|end_id|connection_type)\b": "RETURN act.type AS kind",
    r"\b(COLLECT|collect)\s*\{": "RETURN COLLECT { MATCH (a) RETURN a.id } AS ids",
    r"\(\w*:\w+[^()]*\bWHERE\b": "MATCH (a:Act WHERE a.id = 1) RETURN a.id AS id",
    r":\w+\s*&": "MATCH (a:Act&Event) RETURN a.id AS id",
    r"/\*": "/* note */ RETURN 1 AS one",
    r"duration\.between": "RETURN duration.between(a, b) AS days",
    r"\b(earliest|latest|published|\$since|\$until|\$date)\s*(=|<|>|<=|>=|<>)\s*'": "WHERE act.latest >= '2020-01-01'",
    r"\bdate\s*\(\s*'": "WHERE act.latest >= date('2020-01-01')",
    r"\{\s*\w+:\s*\w+\.": "MATCH (s:Act {id: report.via}) RETURN s.id AS id",
    r"\|\|": "RETURN a || b AS both",
    r"\bround\s*\(": "RETURN round(x) AS x",
    r"\bid\s*\(": "RETURN id(a) AS id",
    r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|LOAD)\b": "MATCH (a) SET a.x = 1",
    r"\bSHORTEST\b|\bshortestPath\b|\ballShortestPaths\b": "MATCH p = shortestPath((a)-[*]-(b)) RETURN p",
    r"\[[^\]]*\*(?!\d+\.\.\d)": "MATCH (a)-[:CLAIMS*]->(b) RETURN b.id AS id",
    r"\bCALL\s*\{": "CALL { MATCH (a) RETURN a } RETURN a.id AS id",
    r"[\w.]+ <=? [\w.]+ <=? \w": "WHERE 1 < x < 3",
}
QUERIES = [pytest.param(query, id=name) for name, query in catalogue().items()]
# The Cypher of every query, and of every drawn form.
CYPHER = {name: query.cypher for name, query in catalogue().items()} | {
    f"drawn {name}": form.cypher for name, form in drawings().items()
}


def _text(query: Query) -> str:
    return _without_comments(query.cypher)


def _without_comments(cypher: str) -> str:
    """The Cypher without comments, strings kept as ''."""
    return re.sub(r"//[^\n]*", "", re.sub(r"'[^']*'", "''", cypher))


@pytest.mark.parametrize(("pattern", "example"), FORBIDDEN.items())
def test_no_query_has_what_the_engines_do_differently(pattern: str, example: str) -> None:
    assert re.search(pattern, re.sub(r"'[^']*'", "''", example)), "the pattern does not find its own example"
    found = [
        name for name, cypher in CYPHER.items() if re.search(pattern, _maps_of_values_aside(_without_comments(cypher)))
    ]
    assert found == []


def _maps_of_values_aside(text: str) -> str:
    """Take out map values that are collected or unwound: `{id: detail.id}` there is no pattern."""
    return re.sub(
        r"collect\(\{.*?\}\)", "collect()", re.sub(r"\[\{.*?\}\]", "[]", text, flags=re.DOTALL), flags=re.DOTALL
    )


@pytest.mark.parametrize("query", QUERIES)
def test_every_column_has_a_name_and_the_rows_a_total_order(query: Query) -> None:
    text = re.split(r"^RETURN ", _text(query), flags=re.MULTILINE)
    assert len(text) == 2, "one RETURN at the beginning of a line"
    returned, _, order = text[1].partition("\nORDER BY ")
    columns = returned_columns(query.cypher)
    for item in _split(returned.removeprefix("DISTINCT ")):
        assert re.search(r"\bAS \w+$", item) or re.fullmatch(r"\w+", item), f"{item} has no alias"
    keys = [key.removesuffix(" DESC") for key in _split(order)]
    assert keys, "no ORDER BY"
    for key in keys:
        assert re.sub(r"^size\((\w+)\)$", r"\1", key) in columns, f"ordered by {key}, which is no column"
    assert not {"by", "end", "start", "type", "label"} & set(columns), "reserved in one of the engines"


def _split(text: str) -> list[str]:
    items, depth = [""], 0
    for letter in text.strip():
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and not depth:
            items.append("")
        else:
            items[-1] += letter
    return [" ".join(item.split()) for item in items if item.strip()]


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_sorts_before_it_collects(query: Query) -> None:
    lines = _text(query).splitlines()
    for number, line in enumerate(lines):
        # A set that is only asked what it holds, or acts of a day, which are sorted when they are taken out again.
        shown = re.sub(
            r"collect\((DISTINCT [\w.]+\) AS parties|act\) AS acts|act.id\) AS ids|\{earliest.*\) AS days)", "", line
        )
        if "collect(" in shown:
            assert "ORDER BY" in " ".join(lines[max(0, number - 6) : number]), line


@pytest.mark.parametrize("cypher", [pytest.param(cypher, id=name) for name, cypher in CYPHER.items()])
def test_every_name_of_the_graph_is_in_its_shape(cypher: str) -> None:
    text = _without_comments(cypher)
    labels = {*LABELS, *(finer for some in LABELS.values() for finer in some)}
    edges = {name for group in re.findall(r"\[\w*:([A-Z_|]+)", text) for name in group.split("|")}
    assert edges <= set(EDGES), edges - set(EDGES)
    assert {name for group in re.findall(r"\(\w*:([\w|]+)", text) for name in group.split("|")} <= labels
    assert "type(" not in text or re.search(r"type\((\w+)\)", text)


@pytest.mark.parametrize("name", drawings())
def test_a_drawn_form_returns_what_it_matched_and_is_easy_to_read(name: str) -> None:
    text, cypher = (DRAWN / f"{name}.cypher").read_text("utf-8"), _without_comments(drawings()[name].cypher)
    assert max(map(len, text.splitlines())) <= 120 and text.endswith("\n") and "\t" not in text
    assert not re.search(r"\b(UNION|CALL|LIMIT \$|SKIP)", cypher), (
        "a parameter would not stay in scope, or be a variable"
    )
    returned = [item.strip() for item in cypher.split("\nRETURN ")[1].partition("\nLIMIT")[0].split(",")]
    drawable = set(re.findall(r"MATCH (\w+) = ", cypher)) | set(re.findall(r"\((\w+):", cypher))
    assert set(returned) <= drawable, set(returned) - drawable
    assert "$" not in bare_text(re.sub(r"\$\w+", "", cypher))


@pytest.mark.parametrize("query", QUERIES)
def test_values_are_parameters_and_the_header_says_what_a_state_stands_for(query: Query) -> None:
    uses_side = ":SIDE" in query.cypher or "|SIDE" in query.cypher
    about = " ".join([query.answers, *(p.about for p in query.parameters)])
    assert not uses_side or "state" in about, "say that a state stands also for those who act for it"
    assert "$" not in bare_text(re.sub(r"\$\w+", "", query.cypher))


@pytest.mark.parametrize("query", QUERIES)
def test_the_text_is_easy_to_read(query: Query) -> None:
    text = query.path.read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 120 and text.endswith("\n") and "\t" not in text
    assert query.title[0].isupper() and not query.title.endswith(".") and query.answers.endswith(".")
    assert len(query.answers) < 400
