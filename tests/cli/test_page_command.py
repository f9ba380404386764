"""The command page: which acts it takes, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.cli import main
from communique.graph.store import open_store
from tests.conftest import SEED, load_paths


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("graph")
    with open_store(str(folder), create=True) as store:
        store.prepare()
        load_paths(store, SEED)
    return str(folder)


def run(address: str, *arguments: str) -> int | str | None:
    with pytest.raises(SystemExit) as leaving:
        main(["page", "--store", address, *arguments])
    return leaving.value.code


def test_a_page_has_every_act_or_those_that_are_selected(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "case.html"
    assert run(address, "--out", str(out)) in (0, None)
    assert capsys.readouterr().out == f"{out}: 44 acts\n"
    assert "<title>All acts</title>" in out.read_text("utf-8")
    assert run(address, "--out", str(out), "--actor", "Wang Yi", "--kind", "criticize", "--since", "2020") in (0, None)
    assert capsys.readouterr().out == f"{out}: 2 acts\n"
    assert "<title>Wang Yi, criticize, from 2020</title>" in out.read_text("utf-8")
    assert run(address, "--out", str(out), "--status", "denied") in (0, None)
    assert '"status":"asserted"' not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "meet", "--status", "denied"], "no act fits"),
        (["--actor", "Atlantis"], "'Atlantis'"),
        (["--since", "2020-02-30"], "2020-02-30"),
    ],
)
def test_a_page_of_nothing_is_refused(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(address, "--out", str(tmp_path / "case.html"), *arguments) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "case.html").exists()


def test_a_folder_that_is_not_there_is_named(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "nowhere" / "case.html"
    assert run(address, "--out", str(out)) == 2
    assert f"cannot write {out}: No such file or directory" in capsys.readouterr().err
