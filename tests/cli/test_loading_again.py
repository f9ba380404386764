"""Loading a folder again: only what changed is read, and what hangs together with it; what is said stays the same."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from communique.loaders.article_reader import ReadArticle, read_article
from tests.cli.conftest import Run

HEAD = "article: {name}\nheadline: H\npublisher: japan-news\npublished: 2021-02-{day}\nP1:\n"
MEETING = HEAD.format(name="one", day="11") + "  - meet: talks\n    by: [Japan, South Korea]\n    date: 2021-02-10\n"
AGAIN = HEAD.format(name="two", day="12") + "  - meet: talks\n    same: true\n    by: [Japan, South Korea]\n"
VISIT = HEAD.format(name="three", day="13") + "  - visit: visit\n    by: Lavrov\n    toward: India\n"


@pytest.fixture
def folder(kg: Run) -> Path:
    """Three loaded articles, of which the first two give one act."""
    path = Path("articles")
    path.mkdir()
    for name, text in (("one", MEETING), ("two", AGAIN), ("three", VISIT)):
        (path / f"{name}.yaml").write_text(text, "utf-8")
    assert kg("load", "articles").code == 0
    return path


def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Remember which files are read as articles from now on."""
    read = list[str]()

    def remembering(path: Path, *rest: Any) -> ReadArticle:
        read.append(path.stem)
        return read_article(path, *rest)

    monkeypatch.setattr("communique.loaders.articles.read_article", remembering)
    return read


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_file_that_shares_no_act_is_read_alone(kg: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder / "three.yaml", "India", "Mongolia")
    read = read_files(monkeypatch)
    said = kg("load", "articles").out
    assert read == ["three"] and "changed: three" in said and "unchanged: 2 articles" in said
    assert "Mongolia" in kg("ask", "Whom did Lavrov visit?").out


def test_what_shares_an_act_with_a_changed_file_is_read_with_it(
    kg: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder / "two.yaml", "South Korea]", "South Korea]\n    date: 2021-02-09")
    read = read_files(monkeypatch)
    assert "changed: two" in kg("load", "articles").out
    assert read == ["two", "one"]


def test_nothing_is_read_where_nothing_changed_but_what_is_not_given_goes(
    kg: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_files(monkeypatch)
    assert "unchanged: 3 articles" in kg("load", "articles").out
    (folder / "three.yaml").unlink()
    assert "removed: three" in kg("load", "articles", "--prune").out
    assert read == []


def test_an_act_that_another_file_introduces_is_told_with_its_place(kg: Run, folder: Path) -> None:
    change(folder / "three.yaml", "visit: visit", "visit: talks")
    told = kg("load", "articles")
    assert told.code == 1 and "'talks' is introduced twice" in told.err
    assert "articles/one.yaml:6" in told.err and "articles/three.yaml" in told.err


def test_a_link_that_leads_nowhere_any_more_is_told_with_its_place(kg: Run, folder: Path) -> None:
    (folder / "two.yaml").write_text(AGAIN + "    same_as: three/visit\n", "utf-8")
    assert kg("load", "articles").code == 0
    change(folder / "three.yaml", "visit: visit", "visit: journey")
    told = kg("load", "articles")
    assert told.code == 1 and "three has no act 'visit'" in told.err


def test_an_id_that_another_file_has_is_told(kg: Run, folder: Path) -> None:
    change(folder / "three.yaml", "article: three", "article: one")
    told = kg("load", "articles")
    assert told.code == 1 and "article 'one' is" in told.err


def test_other_words_in_the_vocabulary_are_read_into_all(
    kg: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_files(monkeypatch)
    (folder / "vocabulary.yaml").write_text("actors: {india: {name: Bharat}}\n", "utf-8")
    assert kg("load", "articles").code == 0
    assert sorted(read) == ["one", "three", "two"]
    assert "Bharat" in kg("ask", "Whom did Lavrov visit?").out


def test_a_file_that_cannot_be_read_is_told_and_what_comes_through_a_pipe_is_read(kg: Run, folder: Path) -> None:
    (folder / "three.yaml").chmod(0)
    if not os.access(folder / "three.yaml", os.R_OK):  # root reads everything
        told = kg("load", "articles")
        assert told.code == 1 and "three.yaml" in told.err
    pipe = Path("pipe.yaml")
    os.mkfifo(pipe)
    writer = Thread(target=lambda: pipe.write_text(VISIT.replace("article: three", "article: four"), "utf-8"))
    writer.start()
    said = kg("load", "pipe.yaml")
    writer.join()
    assert said.code == 1 and "'visit' is introduced" in said.err
