"""The documentation is run: console blocks, the transcript of questions, links, and the list of commands."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph.store import open_store
from communique.queries.asking import open_engine
from tests.conftest import ROOT, SEED

PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")])
KG = Path(sys.executable).parent / "kg"


def console_blocks(page: Path) -> Iterator[tuple[int, list[tuple[str, list[str]]]]]:
    """Yield (line, [(command, output lines)]) for each ```console block."""
    text = page.read_text("utf-8")
    for block in re.finditer(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        runs: list[tuple[str, list[str]]] = []
        for line in block[1].splitlines():
            if line.startswith("$ "):
                runs.append((line[2:], []))
            elif runs:
                runs[-1][1].append(line)
        yield text[: block.start()].count("\n") + 1, runs


def runnable(command: str) -> bool:
    return command.startswith("kg ") and "bolt://" not in command and not command.startswith("kg server")


@pytest.mark.slow
@pytest.mark.parametrize("page", [p for p in PAGES if any(console_blocks(p))], ids=lambda p: p.name)
def test_console_blocks_print_what_they_say(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "examples")
    environment = {**os.environ, "KG_STORE": str(tmp_path / ".kg"), "COLUMNS": "100"}
    subprocess.run([KG, "load", f"corpus/{SEED.name}"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    ran = 0
    for line, runs in console_blocks(page):
        for command, expected in runs:
            if not runnable(command):
                continue
            found = subprocess.run(
                [KG, *shlex.split(command)[1:]],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            printed = (found.stdout + found.stderr).replace(str(tmp_path) + "/", "").rstrip().splitlines()
            assert matches(expected, printed), f"{page.name}:{line}: $ {command}\n" + "\n".join(printed)
            ran += 1
    assert ran or page.name not in ("README.md", "tutorial.md"), f"nothing was run in {page.name}"


def matches(expected: list[str], printed: list[str]) -> bool:
    """Compare lines; a line `...` stands for any lines."""
    if "..." in expected:
        at = expected.index("...")
        head, tail = expected[:at], expected[at + 1 :]
        return printed[: len(head)] == head and (not tail or printed[-len(tail) :] == tail)
    return [line.rstrip() for line in expected] == [line.rstrip() for line in printed]


@pytest.mark.parametrize("page", [p for p in PAGES if ">>> " in p.read_text("utf-8")], ids=lambda p: p.name)
def test_python_examples_give_what_they_say(
    page: Path, example_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(example_folder)
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert (failed, tried > 0) == (0, True), capsys.readouterr().out


def transcript() -> list[tuple[str, list[str]]]:
    runs: list[tuple[str, list[str]]] = []
    for line in (ROOT / "docs" / "questions.md").read_text("utf-8").splitlines():
        if line.startswith("> "):
            runs.append((line[2:], []))
        elif runs and line.startswith("- "):
            runs[-1][1].append(line[2:])
    return runs


def test_the_transcript_has_forty_questions_with_the_answers_that_it_says(seed_address: str) -> None:
    with open_store(seed_address) as store:
        engine = open_engine(store)
        runs = transcript()
        assert len(runs) >= 40
        for question, expected in runs:
            answer = engine.ask(question)
            given = [a.value for a in answer.answers] or [answer.status.replace("_", " ")]
            assert given == expected, question


def test_every_link_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_page_of_commands_is_what_help_says() -> None:
    made = subprocess.run([sys.executable, "-m", "communique.cli.manual"], capture_output=True, text=True, check=True)
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert page == made.stdout, "run: python -m communique.cli.manual > docs/commands.md"
