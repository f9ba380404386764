"""Neo4j Browser, the real one in Chromium: what `kg browser` writes is imported, and what it runs is drawn."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from communique.cli import main
from communique.graph.server import Running
from communique.graph.store import open_store
from communique.queries.catalogue import catalogue, run
from communique.queries.drawing import drawn, favourite
from tests.browser.conftest import keep
from tests.browser.page import BrowserPage
from tests.conftest import ROOT, SEED, load_paths

pytestmark = [pytest.mark.chromium, pytest.mark.neo4j, pytest.mark.slow]
DOC = ROOT / "docs" / "browser.md"


@pytest.fixture(scope="module")
def server(chromium: str, neo4j_server: Running) -> Running:
    """A server with its Browser page, and the first article in it."""
    if not neo4j_server.http:
        pytest.skip("KG_NEO4J_URI names a server, and KG_NEO4J_HTTP no address of its Browser page")
    with open_store(neo4j_server.bolt) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        store.prepare()
        load_paths(store, SEED)
    return neo4j_server


@pytest.fixture(scope="module")
def files(server: Running, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `kg browser` made."""
    folder = tmp_path_factory.mktemp("browser")
    main_exits_well("browser", "--store", server.bolt, "--out", str(folder))
    return folder


def main_exits_well(*arguments: str) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(list(arguments))
    assert leaving.value.code in (0, None)


@pytest.fixture(scope="module")
def signed_in(running: Browser, server: Running) -> BrowserPage:
    """Browser, signed in, as it is before anything is imported."""
    page = BrowserPage(running.new_page(viewport={"width": 1280, "height": 800}), server.http)
    page.sign_in(server.bolt, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    return page


@pytest.fixture(scope="module")
def imported(signed_in: BrowserPage, files: Path) -> BrowserPage:
    """The same, set up as docs/browser.md says, with both files dropped on the page."""
    signed_in.draw_only_what_is_returned()
    signed_in.drop(files / "favourites.zip")
    signed_in.drawer("Favorites")
    signed_in.page.get_by_test_id("expandFolder-communique").click()
    signed_in.drop(files / "style.grass")
    expect(signed_in.page.get_by_test_id("frameCommand").filter(has_text=":style")).to_be_visible()
    return signed_in


@pytest.fixture
def page(imported: BrowserPage) -> BrowserPage:
    """The same, with no frames."""
    imported.clear()
    return imported


@pytest.fixture
def picture(page: BrowserPage) -> Iterator[BrowserPage]:
    """The same, for a picture that fills the window."""
    yield page
    page.shrink()


def test_the_favourites_stand_in_a_folder_by_their_titles(page: BrowserPage) -> None:
    titles = page.titles("communique")
    assert len(titles) == len(set(titles)) > len(catalogue())
    assert {query.title for query in catalogue().values()} <= set(titles)
    page.run_favourite("Why it was done, and what for")
    page.rest()
    keep(page.page, "favourites", DOC)


def test_what_passed_between_two_states_can_be_read_at_a_glance(picture: BrowserPage) -> None:
    picture.run_favourite("Two states: who did what to whom")
    picture.fill_window()
    keep(picture.page, "two-states-in-one-hop", DOC)
    assert sorted(picture.captions()) == ["China", "Russia"]
    assert {"CALLED", "COOPERATED_WITH", "FLEW_JOINTLY_WITH"} <= set(picture.edges())
    assert [edge for edge in picture.edges() if "…" in edge] == []
    assert min(picture.heights("g.node text")) >= 12
    assert min(picture.heights("g.relationship text")) >= 8


def test_states_in_one_hop_have_the_colours_of_the_style_sheet(picture: BrowserPage) -> None:
    picture.run_favourite("All states: who did what to whom")
    picture.fill_window()
    keep(picture.page, "states-in-one-hop", DOC)
    assert sorted(picture.captions()) == ["China", "Russia", "United States"]
    assert picture.colours("g.node circle.b-outline") == {"rgb(68, 187, 153)"}  # of State, and not of Actor
    assert {"rgb(0, 119, 187)", "rgb(204, 51, 17)"} < picture.colours("g.relationship path.b-outline")


@pytest.mark.parametrize(
    ("title", "name", "known"),
    [
        (
            "What is said inside a statement",
            "chain-of-voices",
            {"Chinese Foreign Ministry", "Wang Yi", "Sergei Lavrov"},
        ),
        (
            "Figures of an event, by source",
            "figures-of-an-event",
            {"aircraft: 6 bombers", "The Japan News, 2020-12-25"},
        ),
        ("Who criticized whom, and when", "who-criticized-whom", {"Wang Yi", "United States", "unilateral sanctions"}),
    ],
)
def test_pictures_show_names_and_only_what_is_returned(
    picture: BrowserPage, title: str, name: str, known: set[str]
) -> None:
    picture.run_favourite(title)
    picture.fill_window()
    keep(picture.page, name, DOC)
    assert known <= set(picture.captions())
    assert not {"CRITICIZED", "CALLED"} & set(picture.edges())


def test_names_stand_whole_on_nodes_of_every_label(page: BrowserPage, server: Running) -> None:
    with open_store(server.bolt) as store:
        names = {row["name"] for row in store.read("MATCH (n) RETURN DISTINCT n.name AS name").rows}
    page.paste("MATCH (n) WHERE NOT n:Load RETURN n LIMIT 300")
    captions = page.captions()
    cut = [caption for caption in captions if caption not in names]
    assert len(captions) > 100
    assert len(cut) <= len(captions) / 50, cut


def test_every_favourite_draws_where_its_query_finds_something(page: BrowserPage, server: Running) -> None:
    faults = []
    for query in catalogue().values():
        page.run_favourite(query.title)
        with open_store(server.bolt) as store:
            found = bool(run(store, query, drawn(query.name).examples).rows)
        errors, nodes = page.errors.all_inner_texts(), page.nodes.count()
        if errors or found != bool(nodes):
            faults.append((query.name, found, nodes, errors))
        page.clear()
    assert faults == []


def test_what_is_pasted_is_drawn(page: BrowserPage) -> None:
    page.paste(favourite(catalogue()["who-criticized-whom"], {"actor": "wang-yi"}))
    assert page.errors.all_inner_texts() == []
    assert {"Wang Yi", "United States"} <= set(page.captions())
    assert "Joe Biden" not in page.captions()


def test_what_is_wrong_shows_as_an_error(page: BrowserPage) -> None:
    page.paste("MATCH (act:Act) RETURN nothing")
    assert "nothing" in page.errors.all_inner_texts()[0]
