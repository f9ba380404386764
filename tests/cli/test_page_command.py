"""The command page: which acts it takes, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_page_has_every_act_or_those_that_are_selected(loaded: Run) -> None:
    out = Path("case.html")
    assert loaded("page", "--out", "case.html")[:2] == (0, "case.html: 44 acts\n")
    assert "<title>All acts</title>" in out.read_text("utf-8")
    some = loaded("page", "--out", "case.html", "--actor", "Wang Yi", "--kind", "criticize", "--since", "2020")
    assert some[:2] == (0, "case.html: 2 acts\n")
    assert "<title>Wang Yi, criticize, from 2020</title>" in out.read_text("utf-8")
    assert loaded("page", "--out", "case.html", "--status", "denied").code == 0
    assert '"status":"asserted"' not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "meet", "--status", "denied"], "no act fits"),
        (["--actor", "Atlantis"], "'Atlantis'"),
        (["--since", "2020-02-30"], "2020-02-30"),
    ],
)
def test_a_page_of_nothing_is_refused(loaded: Run, arguments: list[str], said: str) -> None:
    refused = loaded("page", "--out", "case.html", *arguments)
    assert refused.code == 2 and said in refused.err
    assert not Path("case.html").exists()


def test_a_folder_that_is_not_there_is_named(loaded: Run) -> None:
    refused = loaded("page", "--out", "nowhere/case.html")
    assert refused.code == 2
    assert "cannot write nowhere/case.html: No such file or directory" in refused.err


def test_an_act_toward_a_topic_is_about_it(kg: Run) -> None:
    text = "article: a\nheadline: H\npublisher: japan-news\npublished: 2020-12-25\nP1:\n"
    Path("a.yaml").write_text(f"{text}  - criticize: odd\n    by: China\n    toward: multilateralism\n", "utf-8")
    assert kg("load", "a.yaml").code == 0 and kg("page", "--out", "case.html").code == 0
    assert '"about":["multilateralism"]' in Path("case.html").read_text("utf-8")
