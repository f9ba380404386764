"""What `import communique` gives: light to import, typed, documented with examples, and equal to the catalogue."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any, get_type_hints

import pytest

import communique as kg
from communique.graph.store import Result
from communique.queries import methods
from communique.queries.catalogue import catalogue
from communique.queries.method_text import method_text


def test_the_methods_are_those_of_the_catalogue() -> None:
    with open(methods.__file__, encoding="utf-8") as file:
        assert file.read() == method_text(), "run: python -m communique.queries.method_text > queries/methods.py"
    for query in catalogue().values():
        given = inspect.signature(getattr(kg.Graph, query.name.replace("-", "_"))).parameters
        assert {p.name for p in query.parameters} == {*given} - {"self"}
        assert {p.name for p in query.parameters if p.required} == {
            name for name, p in given.items() if p.default is inspect.Parameter.empty and name != "self"
        }


def _public() -> Iterator[tuple[str, Any]]:
    for name in kg.__all__:
        found = getattr(kg, name)
        yield name, found
        if inspect.isclass(found):
            for key, member in inspect.getmembers(found, inspect.isfunction):
                if not key.startswith("_") and member.__module__.startswith("communique"):
                    yield f"{name}.{key}", member


@pytest.mark.parametrize(("name", "found"), [pytest.param(*item, id=item[0]) for item in _public()])
def test_every_public_name_has_types_and_an_example(name: str, found: Any) -> None:
    assert found.__doc__ and ">>> " in found.__doc__, f"{name} has no example"
    if inspect.isfunction(found):
        signature = inspect.signature(found)
        assert signature.return_annotation is not inspect.Signature.empty
        said = re.split(r"\n-+\n", inspect.cleandoc(found.__doc__).split("Returns\n")[0])[-1]
        names = {word for line in said.splitlines() if not line.startswith(" ") for word in re.findall(r"\w+", line)}
        for key, parameter in signature.parameters.items():
            assert key == "self" or parameter.annotation is not inspect.Parameter.empty
            assert key in names | {"self"}, f"{name} does not say what {key} is"


def test_importing_brings_nothing_heavy() -> None:
    heavy = ("networkx", "pandas", "neo4j", "kglite", "pydantic", "typer", "yaml")
    code = f"import sys, communique; communique.__all__; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_table_keeps_types_and_what_is_missing() -> None:
    pandas = pytest.importorskip("pandas")
    rows: list[dict[str, Any]] = [
        {"day": date(1982, 1, 1), "n": 1, "score": -1.5, "yes": True, "text": "a", "list": ["x", "y"], "none": None},
        {"day": None, "n": None, "score": None, "yes": None, "text": None, "list": None, "none": None},
    ]
    frame = Result(list(rows[0]), rows).to_pandas()
    assert list(frame.columns) == list(rows[0])
    kinds = ["datetime64[s]", "Int64", "Float64", "boolean", "string", "object", "object"]
    assert [str(kind) for kind in frame.dtypes] == kinds
    assert frame["day"][0] == pandas.Timestamp("1982-01-01") and frame["list"][0] == ["x", "y"]
    assert all(pandas.isna(frame[column][1]) for column in frame.columns)
    assert list(Result(["a"], []).to_pandas().columns) == ["a"]


def test_a_method_takes_names_and_dates_of_any_form() -> None:
    hints = get_type_hints(kg.Graph.who_criticized_whom)
    assert hints["since"] == date | str | None and hints["return"] is Result
