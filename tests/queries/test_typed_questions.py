"""Questions as data, run: each operator over given facts, any question that can be built, the structures of TFLEX."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks import tflex
from hypothesis import given, note, settings

from communique.graph.loading.events import EventImport
from communique.graph.store import Store, open_store
from communique.loaders.events import EventReader
from communique.queries.algebra import (
    Acts,
    Count,
    Date,
    Days,
    Named,
    Question,
    answer,
    compile_question,
    from_json,
    to_json,
)
from communique.queries.algebra.json_form import OPERATORS
from communique.queries.algebra.places import check_words, places
from communique.queries.algebra.sized import Sized
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import load_text
from tests.queries.case_files import HEAD
from tests.queries.typed_strategies import questions

FOLDER = Path(__file__).parent / "typed"


@dataclass(frozen=True)
class Case:
    """A question as JSON values, and the values of its answers in order."""

    where: str
    ask: dict[str, Any]
    answers: list[str]


def read_typed() -> list[Case]:
    """Return the cases of every file."""
    cases = [
        Case(f"{path.stem} {number}", case["ask"], case["answers"])
        for path in sorted(FOLDER.glob("*.yaml"))
        if path.stem != "given"
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), 1)
    ]
    assert len(cases) > 50
    return cases


def loaded(store: Store, folder: Path) -> Store:
    """Load what the questions are asked of."""
    facts = yaml.load((FOLDER / "given.yaml").read_text("utf-8"), yaml.BaseLoader)
    vocabulary = read_vocabulary()
    reader = EventReader("icews", vocabulary)
    lines = facts["events"].encode().splitlines()
    EventImport(store, "icews/given", vocabulary).run(lambda: reader.read(lines))
    articles = {
        name: yaml.safe_dump(HEAD | {"article": name} | article, sort_keys=False)
        for name, article in facts["articles"].items()
    }
    load_text(store, folder / "articles", **articles)
    return store


def test_every_question_has_its_answers(store: Store, tmp_path: Path) -> None:
    loaded(store, tmp_path)
    vocabulary, wrong = read_vocabulary(), []
    for case in read_typed():
        question = from_json(case.ask)
        check_words(question, vocabulary)
        found = [value.value for value in answer(store, question).answers]
        if found != case.answers:
            wrong.append(f"{case.where}: {case.ask}\n  {found} for {case.answers}")
    assert not wrong, "\n".join(wrong)


def test_every_operator_is_asked() -> None:
    asked = {term.word() for case in read_typed() for _, term in places(from_json(case.ask))}
    assert asked == set(OPERATORS)


@pytest.fixture
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store that holds what the questions are asked of."""
    with open_store(str(tmp_path_factory.mktemp("embedded")), create=True) as store:
        store.prepare()
        yield loaded(store, tmp_path_factory.mktemp("given"))


def test_whatever_can_be_built_can_be_run(embedded: Store) -> None:
    @settings(max_examples=100, deadline=None)
    @given(questions())
    def run(question: Question) -> None:
        note(str(to_json(question)))
        embedded.read(*compile_question(question))

    run()


def rows(store: Store, cypher: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """Return rows with the acts of each in order: a store may collect them in any."""
    found = store.read(cypher, parameters).rows
    return [{**row, "acts": sorted(row["acts"])} if "acts" in row else row for row in found]


@pytest.mark.slow
@pytest.mark.neo4j
def test_both_stores_answer_alike_whatever_is_built(embedded: Store, neo4j_address: str, tmp_path: Path) -> None:
    with open_store(neo4j_address, create=True) as server:
        server.write([("MATCH (n) DETACH DELETE n", {})])
        server.prepare()
        loaded(server, tmp_path)

        @settings(max_examples=100, deadline=None)
        @given(questions())
        def run(question: Question) -> None:
            cypher, parameters = compile_question(question)
            note(f"{to_json(question)}\n{cypher}")
            assert rows(server, cypher, parameters) == rows(embedded, cypher, parameters)

        run()


@pytest.mark.parametrize(("fewest", "edge"), [("by", "BY"), ("toward", "TOWARD")])
def test_a_search_begins_with_who_has_the_fewest_acts(embedded: Store, fewest: str, edge: str) -> None:
    cypher, parameters = compile_question(
        Days(Acts(by=Named("china"), toward=Named("russia"))), lambda role, ids: 1 if role == fewest else 9
    )
    assert re.search(r"-\[:(\w+)\]-", cypher)[1] == edge  # type: ignore[index]
    assert [row["value"] for row in embedded.read(cypher, parameters).rows] == ["2014-01-20", "2014-02-10"]
    sized = Sized(embedded)
    assert [sized(role, ("china",)) for role in ("by", "toward", "about", "according_to")] == [5, 3, 0, 0]


def test_an_answer_shows_what_it_rests_on(store: Store, tmp_path: Path) -> None:
    loaded(store, tmp_path)
    called = answer(store, from_json({"days": {"acts": {"codes": ["041"]}}}))
    assert [(line["article"], line["paragraph"], line["text"]) for line in called.evidence] == [
        ("icews", "row 7", "Russia had a discussion with China by telephone")
    ]
    complained = answer(store, from_json({"who": {"role": "by", "of": {"acts": {"kinds": ["complain"]}}}}))
    assert [(line["article"], line["chain"]) for line in complained.evidence] == [("a", ["Chinese Foreign Ministry"])]
    violated = answer(store, from_json({"whether": {"acts": {"kinds": ["violate-airspace"]}}}))
    assert [line["factuality"] for line in violated.evidence] == ["denied"]


def test_an_id_that_the_graph_does_not_know_is_named(store: Store, tmp_path: Path) -> None:
    loaded(store, tmp_path)
    found = answer(store, from_json({"acts": {"by": {"named": ["chna", "china"]}, "toward": {"named": ["usa"]}}}))
    assert (found.status, found.why) == ("no_fact", "nothing in the graph has the id chna (kg find looks names up)")


def test_a_graph_without_acts_knows_no_days(store: Store) -> None:
    assert answer(store, Count(~Date("2014"))).answers[0].value == "0"


@pytest.mark.slow
@pytest.mark.shared
def test_each_structure_of_tflex_has_its_answers(shared: Path, tmp_path: Path) -> None:
    vocabulary = read_vocabulary()
    cases: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for case in tflex.read_cases(shared / "data" / "tflex-dev.jsonl.gz"):
        cases[case["structure"]].append(case)
    assert len(cases) == 38
    with open_store(str(tmp_path / "tflex"), create=True) as store:
        tflex.import_facts(store, shared / "data" / "icews14.tsv.gz", vocabulary)
        for structure, row in tflex.measure(
            store, vocabulary, [c for some in cases.values() for c in some[::20]]
        ).items():
            assert row.equal == len(row.times) == 5, structure
