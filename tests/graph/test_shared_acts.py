"""What hangs together by shared acts: it stays, goes and changes with every article that gives it."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import StoreError
from communique.graph.loading.articles import Outcome, Source, load
from communique.graph.loading.component import read_articles
from communique.graph.mapping.articles import map_articles
from communique.graph.rows import Rows
from communique.graph.store import Store, open_store
from communique.graph.values import clean
from communique.loaders.articles import load_articles
from communique.schemas.records import Article
from communique.schemas.vocabulary import read_vocabulary
from tests.conftest import SEED, content, load_paths, load_text

HEAD = "article: {id}\nheadline: H {id}\npublisher: {publisher}\npublished: {published}\n"
FLIGHT = "  - joint-flight: flight\n    by: [China, Russia]\n    date: 2020-12\n"
OTHER_FLIGHT = (
    "  - joint-flight: flight\n    same: true\n    by: [China, Japan]\n    date: 2020-12-22\n    aircraft: 6 bombers\n"
)
PRAISE = "  - praise: praise\n    by: Lavrov\n    toward: Iran\n    at: Geneva\n    about: sanctions\n"
VISIT = "  - visit: visit\n    by: Lavrov\n    toward: India\n"
CRITICISM = "  - criticize: criticism\n    by: Putin\n    toward: USA\n"


def article(name: str, facts: str, published: str = "2020-12-25", publisher: str = "japan-news") -> str:
    """Return an article's YAML from its facts."""
    return HEAD.format(id=name, publisher=publisher, published=published) + "P1:\n" + facts


def remove(store: Store, *names: str) -> Outcome:
    """Take articles out, as `kg remove` does."""
    return load(store, [], read_vocabulary(), remove=names)


def ids(store: Store, label: str) -> set[str]:
    """Return the ids of the nodes with a label."""
    return {row["id"] for row in store.read(f"MATCH (n:{label}) RETURN n.id AS id").rows}


def test_an_article_that_goes_leaves_nothing_behind(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path, a=article("a", FLIGHT + PRAISE + VISIT))
    assert {"Office", "Place", "Topic"} <= {label for label in ("Office", "Place", "Topic") if ids(store, label)}
    assert remove(store, "a").removed == ["a"] and content(store) == []
    assert remove(store, "a").removed == []


def test_actors_that_others_use_stay_and_derived_edges_of_what_left_go(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path, a=article("a", CRITICISM), b=article("b", CRITICISM.replace("criticism", "second")))
    edges = "MATCH (:Actor {id: 'putin'})-[r:CRITICIZED]->(:Actor {id: 'usa'}) RETURN r.act AS act ORDER BY act"
    assert [row["act"] for row in store.read(edges).rows] == ["criticism", "second"]
    remove(store, "a")
    assert {"putin", "usa"} <= ids(store, "Actor")
    assert [row["act"] for row in store.read(edges).rows] == ["second"]


def test_derived_edges_go_though_their_actors_stay_for_another_reason(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path, a=article("a", CRITICISM), b=article("b", "  - speech: s\n    by: Putin\n    to: USA\n"))
    remove(store, "a")
    assert store.read("MATCH (:Actor)-[r:CRITICIZED]->(:Actor) RETURN count(r) AS n").rows == [{"n": 0}]


def test_a_shared_act_stays_when_the_article_that_introduced_it_goes(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path, a=article("a", FLIGHT), b=article("b", OTHER_FLIGHT))
    remove(store, "a")
    assert ids(store, "Act") == {"flight"} and ids(store, "Article") == {"b"}
    assert {"china", "japan"} <= ids(store, "Actor") and "russia" not in ids(store, "Actor")


def test_a_detail_belongs_to_one_article(store: Store, tmp_path: Path) -> None:
    figure = "    aircraft: {value: 6 bombers, id: planes}\n"
    load_text(store, tmp_path, a=article("a", FLIGHT + figure))
    with pytest.raises(StoreError, match="'planes' is in a too"):
        load_text(store, tmp_path / "other", b=article("b", FLIGHT.replace("flight\n", "f2\n") + figure))


def test_a_dry_run_says_what_would_change_and_writes_nothing(store: Store, tmp_path: Path) -> None:
    load_text(store, tmp_path, a=article("a", FLIGHT))
    before = content(store)
    (tmp_path / "b.yaml").write_text(article("b", OTHER_FLIGHT), "utf-8")
    sources = [Source(read.article, "", "") for read in load_articles([tmp_path / "b.yaml"])]
    outcome = load(store, sources, read_vocabulary(), remove=["a"], dry_run=True)
    assert outcome.added == ["b"] and outcome.removed == ["a"] and outcome.nodes_changed
    assert content(store) == before


def test_a_date_reaches_acts_of_other_articles_that_hang_on_it(store: Store, tmp_path: Path) -> None:
    """The visit took place during the flight, whose day only a third article gives."""
    during = article("b", FLIGHT.replace("    date", "    same: true\n    date") + VISIT + "    during: flight\n")
    load_text(store, tmp_path, a=article("a", FLIGHT), b=during)
    load_text(store, tmp_path, c=article("c", OTHER_FLIGHT))
    found = store.read("MATCH (n:Act {id: 'visit'}) RETURN n.earliest AS earliest, n.latest AS latest").rows
    assert [str(day) for day in found[0].values()] == ["2020-12-22", "2020-12-22"]


def test_a_date_comes_from_an_article_that_shares_no_act_with_the_one_loaded(store: Store, tmp_path: Path) -> None:
    """The first shares the visit with the second, which puts it in a flight that only the third dates."""
    second = (
        "  - joint-flight: flight\n    by: [China, Russia]\n"
        "  - visit: visit\n    same: true\n    by: Lavrov\n    toward: India\n    during: flight\n"
    )
    load_text(store, tmp_path, a=article("a", VISIT), b=article("b", second), c=article("c", OTHER_FLIGHT))
    load_text(store, tmp_path, a=article("a", VISIT + "    summary: Lavrov went to India\n"))
    found = store.read("MATCH (n:Act {id: 'visit'}) RETURN n.earliest AS earliest, n.summary AS summary").rows
    assert (str(found[0]["earliest"]), found[0]["summary"]) == ("2020-12-22", "Lavrov went to India")


def test_a_link_to_an_act_of_another_article_is_drawn_while_both_are_loaded(store: Store, tmp_path: Path) -> None:
    """Linked is not reported: the act keeps its date, its status, and the one article that gives it."""
    links = "MATCH (a:Act)-[r:UNSURE]->(b:Act) RETURN a.id AS a, b.id AS b, r.hedge AS hedge"
    unsure = FLIGHT.replace("flight\n", "patrol\n") + "    unsure: {a/flight: {hedge: perhaps}}\n"
    load_text(store, tmp_path, b=article("b", unsure, published="2021-03-01"))
    assert store.read(links).rows == []
    load_text(store, tmp_path, a=article("a", FLIGHT))
    assert store.read(links).rows == [{"a": "patrol", "b": "flight", "hedge": "perhaps"}]
    reports = store.read("MATCH (a:Article)-[:REPORTS]->(:Act {id: 'flight'}) RETURN a.id AS id").rows
    assert reports == [{"id": "a"}]
    alone = article("b", unsure.replace("    unsure: {a/flight: {hedge: perhaps}}\n", ""), published="2021-03-01")
    load_text(store, tmp_path, b=alone)
    assert store.read(links).rows == [] and ids(store, "Act") == {"flight", "patrol"}
    load_text(store, tmp_path, b=article("b", unsure))
    remove(store, "a")
    assert store.read(links).rows == [] and ids(store, "Act") == {"patrol"}


def _days(store: Store, act: str) -> list[str]:
    row = store.read(
        "MATCH (n:Act {id: $act}) RETURN n.date AS date, n.earliest AS a, n.latest AS b", {"act": act}
    ).rows
    return [str(value) for value in row[0].values()]


def test_an_act_within_another_has_its_days_where_it_gives_vaguer_ones(store: Store, tmp_path: Path) -> None:
    during = VISIT + "    date: 2020-12\n    during: flight\n"
    load_text(store, tmp_path, a=article("a", FLIGHT.replace("2020-12", "2020-12-22") + during))
    assert _days(store, "visit") == ["2020-12-22"] * 3
    other_month = during.replace("2020-12", "2020-11")
    load_text(store, tmp_path, a=article("a", FLIGHT.replace("2020-12", "2020-12-22") + other_month))
    assert _days(store, "visit") == ["2020-11", "2020-11-01", "2020-11-30"]


def test_what_follows_a_dated_act_does_not_begin_before_it(store: Store, tmp_path: Path) -> None:
    chain = VISIT + "    follows: flight\n" + CRITICISM + "    during: visit\n"
    load_text(store, tmp_path, a=article("a", FLIGHT.replace("2020-12", "2020-12-22") + chain))
    assert _days(store, "visit") == ["None", "2020-12-22", "2020-12-25"]
    assert _days(store, "criticism") == ["None", "2020-12-22", "2020-12-25"]


def test_each_report_keeps_its_own_word_and_sentence(store: Store, tmp_path: Path) -> None:
    """The act has those of the article that introduces it; another's stand on its own report."""
    first = "  - criticize: c\n    by: Lavrov\n    toward: USA\n    summary: Lavrov criticized the United States\n"
    other = first.replace("criticize: c", "warn: c").replace("criticized the", "warned the")
    again = "  - see: c\n    summary: Lavrov spoke of the United States\n"
    load_text(
        store,
        tmp_path,
        a=article("a", first + again),
        b=article("b", other.replace("    by", "    same: true\n    by")),
    )
    assert store.read("MATCH (c:Act {id: 'c'}) RETURN c.kind AS kind, c.summary AS summary").rows == [
        {"kind": "criticize", "summary": "Lavrov criticized the United States"}
    ]
    reports = "MATCH (a:Article)-[r:REPORTS]->(:Act {id: 'c'}) RETURN a.id AS a, r.kind AS kind, r.summary AS summary"
    assert store.read(reports + " ORDER BY a, summary").rows == [
        {"a": "a", "kind": None, "summary": "Lavrov spoke of the United States"},
        {"a": "a", "kind": None, "summary": None},
        {"a": "b", "kind": "warn", "summary": "Lavrov warned the United States"},
    ]


def test_two_orders_of_offices_are_one_role(store: Store, tmp_path: Path) -> None:
    call = "  - speech: s\n    by: {{Wang Yi: [{}]}}\n"
    first, second = (call.format(o) for o in ("fm-china, state-councillor-china", "state-councillor-china, fm-china"))
    load_text(store, tmp_path, a=article("a", first), b=article("b", second.replace("s\n", "s\n    same: true\n", 1)))
    edges = store.read("MATCH (:Act {id: 's'})-[r:BY]->(:Actor) RETURN r.articles AS articles").rows
    assert edges == [{"articles": ["a", "b"]}]


def test_the_article_in_the_graph_is_the_article_that_was_read(store: Store) -> None:
    load_paths(store, SEED)
    read = load_articles([SEED])[0].article
    assert read_articles(store, [read.id]) == {read.id: read}
    _agree(map_articles([Article.from_json(json.loads(json.dumps(read.to_json())))], read_vocabulary()), store)


def _agree(rows: Rows, store: Store) -> None:
    """Compare mapped rows with a store, node by node; a load record is no part of the mapping."""
    nodes = store.read(
        "MATCH (n) WHERE NOT (n:Load OR n:Graph OR n:Migration) RETURN labels(n) AS labels, properties(n) AS p"
    ).rows
    in_store = sorted(((sorted(n["labels"]), clean(n["p"])) for n in nodes), key=repr)
    mapped = [(sorted({n.label, *n.finer}), {"id": n.id, **n.properties}) for n in rows.nodes.values()]
    assert _texts(in_store) == _texts(mapped)
    edges = store.read("MATCH ()-[r]->() RETURN count(r) AS n").rows[0]["n"]
    assert edges == sum(len(group) for group in rows.edges.values())


def _texts(nodes: list[tuple[list[str], dict[str, object]]]) -> list[str]:
    return sorted(json.dumps(node, default=str, sort_keys=True) for node in nodes)


# Three small articles, each in two versions; they share acts, actors and links across files.
VERSIONS: dict[str, list[str]] = {
    "a": [
        article("a", FLIGHT + CRITICISM + VISIT + "    during: flight\n"),
        article(
            "a",
            FLIGHT.replace("2020-12\n", "2020\n")
            + PRAISE.replace("praise\n", "praise-a\n")
            + "    not_same_as: [b/praise, c/reply]\n",
        ),
    ],
    "b": [
        article("b", OTHER_FLIGHT + PRAISE, publisher="Global Times"),
        article("b", OTHER_FLIGHT.replace("    aircraft", "    is: denied\n    aircraft"), published="2020-12-23"),
    ],
    "c": [
        article(
            "c",
            "  - criticize: criticism\n    same: true\n    by: {Putin: president-russia}\n    toward: [USA, Japan]\n"
            "    date: 2020-12-17\n    about: sanctions\n  - announce: said\n    by: Lavrov\n    claims:\n"
            "      - deny: inner\n        by: Wang Yi\n        during: criticism\n        claims:\n"
            "          - joint-flight: flight\n            same: true\n            by: [Russia]\n",
        ),
        article(
            "c",
            "  - respond: reply\n    by: Wang Yi\n    to: Lavrov\n    date: 2020-12-20\n"
            "  - visit: visit\n    same: true\n    by: Lavrov\n    toward: Mongolia\n",
        ),
    ],
}
STEP = st.dictionaries(st.sampled_from("abc"), st.sampled_from([0, 1, None]), min_size=1)


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(st.lists(STEP, min_size=1, max_size=5))
def test_after_any_loads_and_removals_the_graph_equals_a_fresh_load(steps: list[dict[str, int | None]]) -> None:
    vocabulary = read_vocabulary()
    with tempfile.TemporaryDirectory() as name:
        folder, state = Path(name), dict[str, int]()
        with open_store(str(folder / "graph.kgl"), create=True) as store:
            store.prepare()
            for step in steps:
                loads = {i: version for i, version in step.items() if version is not None}
                leaving = [i for i, version in step.items() if version is None]
                load(store, _sources(loads, folder), vocabulary, remove=leaving)
                state = {i: v for i, v in {**state, **loads}.items() if i not in leaving}
            reached = content(store)
        with open_store(str(folder / "fresh.kgl"), create=True) as store:
            store.prepare()
            load(store, _sources(state, folder), vocabulary)
            assert reached == content(store)


def _sources(versions: dict[str, int], folder: Path) -> list[Source]:
    """Return articles in the versions given, each read by itself."""
    sources = []
    for name, version in sorted(versions.items()):
        path = folder / f"{name}.yaml"
        path.write_text(VERSIONS[name][version], "utf-8")
        sources += [Source(read.article, path.name, "") for read in load_articles([path])]
    return sources


def test_an_article_is_loaded_though_its_neighbour_has_words_of_its_own(store: Store, tmp_path: Path) -> None:
    own = "vocabulary:\n  actors:\n    ana-lopez: {is: Person, name: Ana Lopez}\n"
    first = article("a", FLIGHT).replace("P1:\n", own + "P1:\n  - praise: p\n    by: Ana Lopez\n    toward: China\n")
    load_text(store, tmp_path, a=first)
    load_text(store, tmp_path / "other", b=article("b", OTHER_FLIGHT))
    assert remove(store, "b").removed == ["b"]
    assert "ana-lopez" in ids(store, "Actor")
