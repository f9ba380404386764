"""The prompt of `kg ask`, on a real terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from communique.cli.prompt import Names

KG = str(Path(sys.executable).parent / "kg")


@pytest.fixture
def prompt(seed_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pexpect.spawn[str]]:
    """`kg ask` as a person has it before them."""
    for name, value in (("TERM", "xterm"), ("NO_COLOR", "1"), ("PROMPT_TOOLKIT_NO_CPR", "1")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    opened: pexpect.spawn[str] = pexpect.spawn(KG, ["ask", "--store", seed_address], encoding="utf-8", timeout=20)
    opened.expect("Ctrl-D to leave")
    yield opened
    opened.close(force=True)


def test_answers_are_numbered_and_opened_by_their_number(prompt: pexpect.spawn[str], tmp_path: Path) -> None:
    for typed, answer in (
        ("1\r", "no answer to open"),
        ("Who criticized the United States?\r", "1  Sergei Lavrov[^>]*2  Wang Yi"),
        ("2\r", "jn-2020-12-25 P8, attributed by Chinese Foreign Ministry: Wang complained"),
        ("3\r", "there are 2 answers"),
        ("help\r", "where the second answer comes from"),
        ("Who phoned Lav\t", "rov"),
        ("?\r", "1  Wang Yi"),
        ("Who zorked Lavrov?\r", "not understood: zorked"),
        ("half a question\x03", "ask>"),  # Ctrl-C
        ("exit\r", pexpect.EOF),
    ):
        if typed != "?\r":  # it goes on after the Tab
            prompt.expect("ask>")
        prompt.send(typed)
        prompt.expect(answer)
    assert "+Who phoned Lavrov?" in (tmp_path / "communique" / "asked").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("Who met wang", ["Wang Yi", "Wang Yi and Lavrov"]),
        ("Who met Wang Yi a", ["Wang Yi and Lavrov"]),
        ("Did South Ko", ["South Korea"]),
        ("Who met South Korea", []),
        ("Who met W", []),
        ("Who z", []),
        ("", []),
    ],
)
def test_the_last_words_are_completed_to_a_name(typed: str, offered: list[str]) -> None:
    names = Names(["Wang Yi", "Wang Yi and Lavrov", "South Korea", "Korea", "wang yi"])
    found = [c.text for c in names.get_completions(Document(typed), CompleteEvent())]
    assert sorted({name for name in found if name != "wang yi"}) == sorted(offered)
