"""The JSON Schemas that editors use: equal to the code, kind to the corpus, hard on misspelt keys."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry, Resource

from communique.schemas.json_schema import COMMAND, FOLDER, schema_texts
from communique.schemas.vocabulary import SHIPPED
from tests.conftest import CORPUS

ARTICLES = sorted(CORPUS.glob("*.yaml"))
VOCABULARIES = sorted(SHIPPED.glob("*.yaml"))
HEAD: dict[str, Any] = {"article": "a", "headline": "H", "publisher": "japan-news", "published": "2020-12-25"}


@pytest.mark.parametrize("name", ["article.schema.json", "vocabulary.schema.json"])
def test_the_file_is_what_the_code_gives(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == schema_texts()[name], f"renew it: {COMMAND}"


@cache
def validator(name: str) -> Any:
    """Return what validates by a schema, which is one itself."""
    schemas = {n: json.loads((FOLDER / n).read_text("utf-8")) for n in schema_texts()}
    registry = Registry().with_resources((n, Resource.from_contents(s)) for n, s in schemas.items())
    jsonschema.Draft202012Validator.check_schema(schemas[name])
    return jsonschema.Draft202012Validator(schemas[name], registry=registry)


def errors(name: str, document: Any) -> list[str]:
    """Return what a schema has against a document."""
    as_json = json.loads(json.dumps(document, default=str))
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(as_json)]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_the_corpus_is_valid(path: Path) -> None:
    assert errors("article.schema.json", yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)) == []


@pytest.mark.parametrize("path", VOCABULARIES, ids=lambda path: path.name)
def test_the_shipped_vocabulary_is_valid(path: Path) -> None:
    assert errors("vocabulary.schema.json", yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)) == []


def test_there_is_something_to_validate() -> None:
    assert ARTICLES and len(VOCABULARIES) >= 10


@pytest.mark.parametrize(
    "wrong",
    [
        {"headlin": "H"},
        {"Paragraph1": []},
        {"P1": [{"critisize": "c1", "by": "Putin"}]},
        {"P1": [{"criticize": "c1", "by": "Putin", "towards": "USA"}]},
        {"P1": [{"by": "Putin"}]},
        {"P1": [{"see": "Putin", "criticize": "c1"}]},
        {"P1": [{"speech": "s1", "is": "assertd"}]},
        {"P1": [{"speech": "s1", "mark": "rumoured"}]},
        {"P1": [{"speech": "s1", "also": ["apeal"]}]},
        {"P1": [{"speech": "s1", "aircraft": {"valu": "6 bombers"}}]},
        {"P1": [{"speech": "s1", "claims": [{"prais": "p1"}]}]},
        {"P1": [{"speech": "s1", "aims_at": [{"prais": "p1"}]}]},
        {"vocabulary": {"actors": {"zed": {"nmae": "Zed"}}}},
    ],
    ids=str,
)
def test_misspelt_keys_and_choices_are_refused(wrong: dict[str, Any]) -> None:
    assert errors("article.schema.json", HEAD | wrong)


def test_what_a_vocabulary_file_may_not_have_is_refused() -> None:
    wrongs: list[dict[str, Any]] = [
        {"actor": {}},
        {"actors": {"zed": {"is": "Robot"}}},
        {"kinds": {"zap": {"verb": ["zap"]}}},
    ]
    for wrong in wrongs:
        assert errors("vocabulary.schema.json", wrong)


def test_editors_are_told_what_kinds_and_keys_mean() -> None:
    fact = json.loads(schema_texts()["article.schema.json"])["$defs"]["fact"]["properties"]
    assert "condemn" in fact["criticize"]["description"] and "CAMEO 111" in fact["criticize"]["description"]
    assert all(value.get("description") for value in fact.values())
