"""Questions in plain English get the answers that careful readers expect, on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph.store import Store, open_store
from communique.queries.ask.engine import Engine
from communique.queries.asking import open_engine
from tests.conftest import CORPUS, SEED, load_paths

CASES = Path(__file__).parent / "questions" / "corpus.txt"
_STATUS = {"!": "no_fact", "?": "not_understood"}


def cases(path: Path = CASES) -> list[tuple[str, str]]:
    """The questions with what is expected."""
    lines = path.read_text("utf-8").splitlines()
    return [(q, a) for q, _, a in (line.partition(" => ") for line in lines if line and not line.startswith("#"))]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine over the seed article, embedded."""
    with open_store(str(tmp_path_factory.mktemp("asked")), create=True) as store:
        store.prepare()
        load_paths(store, SEED)
        yield open_engine(store)


def answered(engine: Engine, question: str) -> str:
    answer = engine.ask(question)
    return " | ".join(a.value for a in answer.answers) or {v: k for k, v in _STATUS.items()}[answer.status]


def test_every_question_is_answered_as_expected(engine: Engine) -> None:
    assert len(cases()) > 500
    wrong = [f"{q} => {got} (not {a})" for q, a in cases() if (got := answered(engine, q)) != a]
    assert not wrong, "\n".join(wrong)


def test_a_hundred_questions_over_all_articles_are_answered_as_expected(tmp_path: Path) -> None:
    asked = cases(CASES.parent / "articles.txt")
    assert len(asked) >= 100
    with open_store(str(tmp_path), create=True) as store:
        store.prepare()
        load_paths(store, *sorted(CORPUS.glob("*.yaml")))
        engine = open_engine(store)
        wrong = [f"{q} => {got} (not {a})" for q, a in asked if (got := answered(engine, q)) != a]
    assert not wrong, "\n".join(wrong)


def test_both_stores_answer_alike(store: Store) -> None:
    load_paths(store, SEED)
    engine = open_engine(store)
    wrong = [q for q, a in cases()[::9] if answered(engine, q) != a]
    assert not wrong


@pytest.mark.parametrize(
    "variant",
    [
        "who criticised the united states",
        "WHO CRITICIZED THE UNITED STATES?",
        "  Who   criticized the United States ?",
        "Who criticized the U.S.?",
        "Please tell me who criticized the United States.",
    ],
)
def test_spelling_case_and_spaces_make_no_difference(engine: Engine, variant: str) -> None:
    assert (
        answered(engine, variant) == answered(engine, "Who criticized the United States?") == "Sergei Lavrov | Wang Yi"
    )


def test_an_answer_shows_its_evidence_with_the_chain(engine: Engine) -> None:
    answer = engine.ask("Who said that the United States is going against the trend of the times?")
    assert [a.value for a in answer.answers] == ["Wang Yi"]
    assert answer.evidence[0]["chain"] == ["Chinese Foreign Ministry", "Wang Yi"]
    assert answer.cypher.startswith("MATCH (act:Act)")


def test_a_word_that_is_not_known_is_named_with_near_ones(engine: Engine) -> None:
    answer = engine.ask("Who critisized the United States?")
    assert answer.status == "not_understood" and "critisized" in answer.why
    assert "criticized" in answer.suggestions


def test_an_empty_answer_says_what_emptied_it(engine: Engine) -> None:
    assert engine.ask("Who criticized Japan?").why == "none toward Japan"
    assert "no act of the kind" in engine.ask("Who invaded Japan?").why
    assert "time" in engine.ask("Who criticized the United States in 2015?").why


def test_yes_is_not_said_of_what_turns_the_direction_around(engine: Engine) -> None:
    for question in (
        "Did Putin report to Shoigu?",
        "Did the United States criticize China?",
        "Did Lavrov say that China suppresses the United States?",
        "Did Russia deploy H-6K bombers?",
        "Is Lavrov the foreign minister of China?",
        "Did the bombers fly over Tokyo?",
        "Will China attack Taiwan?",
    ):
        assert answered(engine, question) == "!", question


@pytest.mark.parametrize(
    "question", ["", "?", "who", "who who who", "and", "before after", "Who did what to whom when?", "%$§"]
)
def test_odd_questions_are_refused_and_do_not_crash(engine: Engine, question: str) -> None:
    assert engine.ask(question).status in ("no_fact", "not_understood", "answered")
