"""Questions as JSON: what is written reads back, fits the schema, and what is wrong is refused with its place."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from communique.errors import QuestionError
from communique.queries.algebra import Acts, Count, Date, Days, Named, Question, Set, parse_question, to_json
from communique.queries.algebra.json_schema import COMMAND, FILE, schema_text
from communique.queries.algebra.places import check_words
from communique.schemas.vocabulary import read_vocabulary
from tests.queries.typed_strategies import questions

FAULTS = Path(__file__).parent / "typed" / "faults.txt"
SCHEMA = jsonschema.Draft202012Validator(json.loads(FILE.read_text("utf-8")))


def refused() -> list[tuple[str, list[str]]]:
    """Return texts that are no questions, each with what is wrong."""
    cases: list[tuple[str, list[str]]] = []
    for line in FAULTS.read_text("utf-8").splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        elif not line.startswith("#"):
            cases.append((line, []))
    assert len(cases) > 20
    return cases


@settings(deadline=None)
@given(questions(3))
def test_any_question_reads_back_and_fits_the_schema(question: Question) -> None:
    written = to_json(question)
    assert parse_question(json.dumps(written)) == question
    SCHEMA.validate(written)


@pytest.mark.parametrize(("text", "faults"), refused(), ids=lambda value: str(value)[:40])
def test_a_fault_is_named_with_its_place(text: str, faults: list[str]) -> None:
    with pytest.raises(QuestionError) as error:
        check_words(parse_question(text), read_vocabulary())
    assert str(error.value).splitlines() == faults


def test_what_only_the_program_can_know_is_all_that_the_schema_lets_pass() -> None:
    passed = []
    for text, _ in refused():
        try:
            if SCHEMA.is_valid(json.loads(text)):
                passed.append(text)
        except json.JSONDecodeError:
            continue
    assert all(any(word in text for word in ("2014-13", "May", "critisize", '"acts": {}, "acts"')) for text in passed)


def test_the_schema_is_what_the_code_gives() -> None:
    assert FILE.read_text("utf-8") == schema_text(), f"renew it: {COMMAND}"


def test_a_question_that_is_nested_too_deep_is_refused() -> None:
    with pytest.raises(QuestionError, match="too deep"):
        parse_question('{"not":' * 100_000 + "1" + "}" * 100_000)


def test_python_refuses_what_makes_no_sense() -> None:
    with pytest.raises(QuestionError, match="/by: 'date' is a set of days"):
        Acts(by=Date("2014"))
    with pytest.raises(QuestionError, match="/kinds: 'criticize' is no list of words"):
        Acts(kinds="criticize")  # type: ignore[arg-type]
    with pytest.raises(QuestionError, match="is no set"):
        Count("china")  # type: ignore[arg-type]


def test_sets_are_joined_as_in_python() -> None:
    china, japan = Named("china"), Named("japan")
    joined: Set = ((china | japan) - japan) & ~japan
    assert to_json(joined) == {
        "and": [
            {"except": {"of": {"or": [{"named": ["china"]}, {"named": ["japan"]}]}, "without": {"named": ["japan"]}}},
            {"not": {"named": ["japan"]}},
        ]
    }
    assert Days(Acts(by=china)) == Days(Acts(by=china)) != Days(Acts(by=japan))
