"""Questions about coded events get the answers that the events give, on both stores, in each dialect."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from communique.graph.loading.events import EventImport
from communique.graph.store import Store, open_store
from communique.loaders.events import EventReader, read_events
from communique.loaders.events.actors import CodedActors
from communique.queries.ask.answer import Answer
from communique.queries.ask.events.dialects import read_dialect
from communique.queries.ask.events.engine import EventEngine
from communique.queries.ask.events.question import EventQuestion
from communique.queries.asking import open_engine, open_typed_engine
from communique.schemas.vocabulary import read_vocabulary
from communique.settings import shared_folder
from tests.conftest import ROOT, SEED, load_paths

FOLDER = Path(__file__).parent / "events"
DIALECTS = ("strict", "lenient", "multitq")
_STATUS = {"no_fact": "! ", "not_understood": "? "}


def cases(dialect: str) -> list[tuple[str, str, str]]:
    """The questions of a dialect with the answers and notes expected."""
    lines = (FOLDER / f"{dialect}.txt").read_text("utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            question, _, rest = line.partition(" => ")
            answers, _, note = rest.partition(" # ")
            found.append((question, answers, note))
    return found


def fill(store: Store) -> Store:
    vocabulary = read_vocabulary()
    reader = EventReader("icews", vocabulary)
    work = EventImport(store, "icews/events.tsv", vocabulary, lambda row: pytest.fail(row.reason), batch=100)
    work.run(lambda: read_events(FOLDER / "events.tsv", reader.read))
    return store


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The events of the tests, embedded."""
    with open_store(str(tmp_path_factory.mktemp("events")), create=True) as store:
        store.prepare()
        yield fill(store)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The events of 2005 to 2015 that the questions of MultiTQ are about, embedded."""
    facts = shared_folder() / "data" / "icews0515.tsv.gz"
    if not facts.exists():
        pytest.skip(f"no {facts}")
    with open_store(str(tmp_path_factory.mktemp("published")), create=True) as store:
        store.prepare()
        vocabulary = read_vocabulary()
        work = EventImport(store, "icews/facts", vocabulary, batch=10_000)
        work.run(lambda: read_events(facts, EventReader("icews", vocabulary).read))
        yield store


@cache
def sample() -> list[tuple[str, list[str]]]:
    """Every sixtieth question of the development set, with its gold answers."""
    with gzip.open(shared_folder() / "data" / "multitq-dev.tsv.gz", "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file][1:]
    return [(question, json.loads(gold)) for _, _, question, gold in lines[::60]]


def told(answer: Answer) -> str:
    return " | ".join(v.value for v in answer.answers) or _STATUS[answer.status] + answer.why


def wrong(store: Store, dialect: str) -> list[str]:
    engine = open_engine(store, dialect)
    found = []
    for question, expected, note in cases(dialect):
        answer = engine.ask(question)
        if told(answer) != expected or note not in answer.why:
            found.append(f"{question} => {told(answer)} # {answer.why} (not {expected} # {note}); {answer.reading}")
    return found


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_question_is_answered_as_the_events_say(store: Store, dialect: str) -> None:
    assert cases(dialect)
    failed = wrong(fill(store), dialect)
    assert not failed, "\n".join(failed)


def test_the_page_about_events_says_what_is_answered(events: Store) -> None:
    engine = open_engine(events)
    page = (ROOT / "docs" / "asking.md").read_text("utf-8")
    said = re.findall(r"^> (.*)\n- (.*)$", page, re.MULTILINE)
    assert len(said) > 8
    for question, expected in said:
        given = told(engine.ask(question)).replace("? ", "").replace("! ", "no answer: ")
        assert given == expected, question


@pytest.mark.shared
@pytest.mark.slow
def test_a_sample_of_multitq_is_answered(published: Store) -> None:
    """By dialect, the share of first answers that are right, and that of whole sets among those answered."""
    names = CodedActors(read_vocabulary())
    for dialect, first, whole in (("multitq", 0.97, 0.97), ("multitq-strict", 0.94, 0.98)):
        engine = EventEngine(published, dialect)
        answered = exact = right = 0
        for question, gold in sample():
            wanted = {g if g[:4].isdigit() else names.name(g)[0].id for g in gold}
            got = [v.id or v.value for v in engine.ask(question).answers]
            answered += bool(got)
            right += bool(got) and got[0] in wanted
            exact += set(got) == wanted
        assert right / len(sample()) >= first, dialect
        assert exact / answered >= whole, dialect


def test_an_answer_shows_its_reading_and_the_rows_it_rests_on(events: Store) -> None:
    answer = open_engine(events).ask("Who visited China on 20 May 2013?")
    assert answer.reading == "who (by): Make a visit (042), toward China, on 20 May 2013; any actor counts"
    (line,) = answer.evidence
    assert (line["article"], line["paragraph"], line["mark"]) == ("icews", "row 4", "coded")
    assert line["text"] == "Barack Obama made a visit to China"


def test_a_count_is_read_aloud_once(events: Store) -> None:
    reading = open_engine(events).ask("How many times did China criticize Japan?").reading
    assert reading.startswith("how many: ") and reading.count("how many") == 1


def test_words_that_are_not_known_are_suggested_and_not_guessed(events: Store) -> None:
    answer = open_engine(events).ask("Who visited Chnia?")
    assert (answer.answers, answer.status) == ([], "not_understood")
    assert "china" in [s.lower() for s in answer.suggestions]


def test_every_cameo_code_can_be_asked_by_its_name(events: Store) -> None:
    engine = EventEngine(events)
    names = {}
    for code, name in engine.words.codes.items():
        names[name.casefold()] = code
    missed = []
    for name, code in names.items():
        if len(code) > 2:
            question = engine.read(f"Who did {re.sub(r' *[(].*?[)]', '', name)} China?".replace("'", ""))
            if not isinstance(question, EventQuestion) or question.code != code:
                missed.append(f"{code} {name}: {question}")
    assert not missed, "\n".join(missed)


def test_a_dialect_that_is_not_there_is_refused() -> None:
    with pytest.raises(Exception, match="unknown dialect 'multitg'"):
        read_dialect("multitg")


def test_generated_wordings_neither_crash_nor_hang(events: Store) -> None:
    engine = EventEngine(events, "lenient")
    known = sorted(engine.words.meanings)
    names = [n for listed in engine.actors.names.values() for n in listed]
    marks = [
        "?",
        ",",
        "'s",
        "’s",
        ";",
        "(",
        '"',
        "2013",
        "May 2013",
        "13/05/20",
        "\0",
        "\x000\x00",
        "é",
        "“",
        "same day as",
    ]
    dice = random.Random(20)
    for _ in range(int(os.environ.get("KG_WORDINGS", "300"))):
        parts = [dice.choice(dice.choice((known, known, names, marks))) for _ in range(dice.randint(0, 14))]
        dice.choice((list, dice.shuffle))(parts)
        answer = engine.ask(" ".join(parts))
        assert answer.status in ("answered", "no_fact", "not_understood")
        assert answer.answers or answer.why


def test_articles_and_events_answer_together(store: Store) -> None:
    """The fuller answer is given; where neither reading holds the other, both are, and which gives what."""
    load_paths(store, SEED)
    fill(store)
    engine = open_engine(store)
    asked = {q: [v.value for v in engine.ask(q).answers] for q in ("Whom did China criticize?", "Who visited China?")}
    assert asked["Whom did China criticize?"] == ["Japan", "Vietnam", "United States"]
    assert "Citizen (Iraq)" in asked["Who visited China?"]
    assert [v.value for v in engine.ask("Who phoned Sergei Lavrov?").answers] == ["Wang Yi"]
    assert not engine.ask("Who visited China after the end of 2013?").nearest
    assert engine.ask("Which gadget let Lavrov and Wang Yi phone in December 2020?").nearest


@pytest.mark.parametrize("dialect", ["strict", "lenient"])
def test_the_typed_question_and_the_cypher_give_the_same_answer(events: Store, dialect: str) -> None:
    engine, typed = open_engine(events, dialect), open_typed_engine(events)
    answered = [a for q, *_ in cases(dialect) if (a := engine.ask(q)).status == "answered"]
    assert len(answered) > 2
    for answer in answered:
        again = typed.ask(json.dumps(answer.typed))
        assert (again.answers, again.facts) == (answer.answers, answer.facts), answer.question
        rows = events.read(answer.cypher, answer.params).rows
        assert [str(r["value"]) for r in rows] == [v.value for v in answer.answers], answer.question


def test_a_comparison_is_a_question_in_the_question(events: Store) -> None:
    answer = open_engine(events).ask("In which month did Angela Merkel first visit China before Barack Obama?")
    visits = {"codes": ["042"], "toward": {"named": ["china"]}}
    obama = {"days": {"acts": {**visits, "by": {"named": ["obama"]}}}}
    merkel = {"acts": {**visits, "by": {"named": ["merkel"]}, "when": {"before": obama}}}
    assert answer.typed == {"units": {"unit": "month", "of": {"days": {"first": merkel}}}}


def test_an_answer_says_what_was_run_and_how_long_each_step_took(events: Store) -> None:
    answer = open_engine(events).ask("Who visited China before Barack Obama?")
    assert list(answer.steps.times()) == ["reading", "compiling", "store", "evidence"]
    runs = answer.steps.runs
    assert (runs[-2].cypher, runs[-2].params, runs[-2].rows) == (answer.cypher, answer.params, 2)
    assert [run.step for run in runs][-2:] == ["store", "evidence"]
    assert sum(r.seconds for r in runs) <= sum(answer.steps.seconds.values())
    assert not {r.cypher for r in open_engine(events).ask("Who frobbed China?").steps.runs}
