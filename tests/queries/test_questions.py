"""Questions in plain English get the answers that careful readers expect, on both stores."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph.store import Store, open_store
from communique.queries.asking import Asking, open_engine
from tests.conftest import SEED, load_paths

CASES = Path(__file__).parent / "questions" / "corpus.txt"
ARTICLES = CASES.with_name("articles.txt")
_STATUS = {"!": "no_fact", "?": "not_understood"}


def cases(path: Path = CASES) -> list[tuple[str, str]]:
    """The questions with what is expected."""
    lines = path.read_text("utf-8").splitlines()
    return [(q, a) for q, _, a in (line.partition(" => ") for line in lines if line and not line.startswith("#"))]


@pytest.fixture(scope="module")
def engine(seed_address: str) -> Iterator[Asking]:
    """An engine over the seed article, embedded."""
    with open_store(seed_address) as store:
        yield open_engine(store)


@pytest.fixture(scope="module")
def corpus(corpus_address: str) -> Iterator[Asking]:
    """An engine over all articles, embedded."""
    with open_store(corpus_address) as store:
        yield open_engine(store)


def answered(engine: Asking, question: str) -> str:
    answer = engine.ask(question)
    return " | ".join(a.value for a in answer.answers) or {v: k for k, v in _STATUS.items()}[answer.status]


def test_every_question_is_answered_as_expected(engine: Asking) -> None:
    assert len(cases()) > 500
    wrong = [f"{q} => {got} (not {a})" for q, a in cases() if (got := answered(engine, q)) != a]
    assert not wrong, "\n".join(wrong)


def test_every_question_over_the_corpus_is_answered_as_expected(corpus: Asking) -> None:
    assert len(cases(ARTICLES)) > 200
    wrong = [f"{q} => {got} (not {a})" for q, a in cases(ARTICLES) if (got := answered(corpus, q)) != a]
    assert not wrong, "\n".join(wrong)


def test_a_lenient_reading_puts_a_name_right_and_says_so(corpus: Asking, corpus_address: str) -> None:
    with open_store(corpus_address) as store:
        lenient = open_engine(store, "lenient")
        given = lenient.ask("Whom did Japn criticize?")
        other = lenient.ask("Who frobnicatd Japn?")
    assert [a.value for a in given.answers] == [a.value for a in corpus.ask("Whom did Japan criticize?").answers]
    assert given.why.startswith("'japn' read as 'Japan'") and given.question == "Whom did Japn criticize?"
    assert other.status == "not_understood" and "'japn' read as 'Japan'" in other.why


@pytest.mark.parametrize("question", ["Which country did Russia sanction in 2020?", "Whom did Taiwan criticize?"])
def test_a_loose_reading_turns_no_act_round(corpus_address: str, question: str) -> None:
    with open_store(corpus_address) as store:
        assert open_engine(store, "lenient").ask(question).status == "no_fact"


def test_what_is_said_and_what_is_denied_are_shown_apart(corpus: Asking) -> None:
    what = "that Russia violated South Korean airspace"
    for verb, denied in (("confirm", False), ("deny", True)):
        evidence = corpus.ask(f"How many sources {verb} {what}?").evidence
        assert evidence and {row["factuality"] == "denied" for row in evidence} == {denied}


def test_kinds_of_one_name_are_read_aloud_once(corpus: Asking) -> None:
    assert corpus.ask("When did Japan protest to China?").reading == "when: protest, by Japan, to China"


def test_yes_says_who_says_so_where_no_article_does(corpus: Asking) -> None:
    answer = corpus.ask("Did the United States support the coup in Kyiv?")
    assert answer.reading.endswith("according to Vassily Nebenzia")
    assert "according to" not in corpus.ask("Did China abstain in the UN vote on Ukraine?").reading


def test_what_nobody_named_claims_is_no_yes(corpus: Asking) -> None:
    assert "by whom is not said" in corpus.ask("Did Russia interfere in the 2016 U.S. election?").why


def test_no_to_an_order_gives_both_days(corpus: Asking) -> None:
    answer = corpus.ask("Did the Geneva summit happen before the first joint patrol?")
    assert [a.value for a in answer.answers] == ["no"]
    assert answer.why == "it came after: 2021-06-16; the other: 2019-07-23"


def test_sources_that_date_an_act_otherwise_are_named(corpus: Asking) -> None:
    answer = corpus.ask("When did China and Russia fly their first joint air patrol?")
    assert [a.value for a in answer.answers] == ["2019-07-23"] and "2019-06" in answer.why


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
def test_spelling_case_and_spaces_make_no_difference(engine: Asking, variant: str) -> None:
    assert (
        answered(engine, variant) == answered(engine, "Who criticized the United States?") == "Sergei Lavrov | Wang Yi"
    )


def test_an_answer_shows_its_evidence_with_the_chain(engine: Asking) -> None:
    answer = engine.ask("Who said that the United States is going against the trend of the times?")
    assert [a.value for a in answer.answers] == ["Wang Yi"]
    assert answer.evidence[0]["chain"] == ["Chinese Foreign Ministry", "Wang Yi"]
    assert answer.cypher.startswith("MATCH (act:Act)")


def test_a_word_that_is_not_known_is_named_with_near_ones(engine: Asking) -> None:
    answer = engine.ask("Who critisized the United States?")
    assert answer.status == "not_understood" and "critisized" in answer.why
    assert "criticized" in answer.suggestions


def test_without_an_answer_the_nearest_facts_are_shown_with_where_they_stand(corpus: Asking) -> None:
    for question, words in (
        ("By what contrivance might the Americans held in Russia come free?", "swap of prisoners"),
        (
            "How many warning shots did gunners of Seoul squeeze off at Russian planes in July 2019?",
            "more than 360 rounds",
        ),
        ("Which weather made Putin's yearly press conference a videoconference?", "restrictions in the COVID-19"),
    ):
        answer = corpus.ask(question)
        assert answer.status != "answered" and not answer.evidence, question
        assert any(words in row["text"] and row["article"] and row["paragraph"] for row in answer.nearest), question
        assert answer.to_json()["nearest"] == answer.nearest
    assert not corpus.ask("Who won the football match in Paris?").nearest
    assert not corpus.ask("Who criticized the United States?").nearest


@pytest.mark.parametrize("word", ["kissed", "nice"])
def test_words_that_only_look_alike_are_not_suggested(engine: Asking, word: str) -> None:
    assert engine.ask(f"Who {word} the United States?").suggestions == []


def test_who_held_an_office_in_a_time_that_is_not_known(engine: Asking) -> None:
    assert engine.ask("Who was the foreign minister of Japan in 1990?").why == "who held it in 1990 is not known"


def test_an_empty_answer_says_what_emptied_it(engine: Asking) -> None:
    assert engine.ask("Who criticized Japan?").why == "none toward Japan"
    assert "no act of the kind" in engine.ask("Who invaded Japan?").why
    assert "time" in engine.ask("Who criticized the United States in 2015?").why


def test_yes_is_not_said_of_what_turns_the_direction_around(engine: Asking) -> None:
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
def test_odd_questions_are_refused_and_do_not_crash(engine: Asking, question: str) -> None:
    assert engine.ask(question).status in ("no_fact", "not_understood", "answered")
