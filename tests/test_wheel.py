"""The built wheel, installed into an empty environment in an empty folder, is all that a person needs."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from communique.cli.manual import COMMANDS
from tests.conftest import ROOT, SEED

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built from a clean copy."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "checkout"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(copy)], check=True)
    changed = subprocess.run(
        ["git", "ls-files", "--modified", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    for name in changed:
        source, target = ROOT / name, copy / name
        target.unlink(missing_ok=True)
        if source.is_file() and not source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(copy)]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    packed = {name.removeprefix("communique/") for name in zipfile.ZipFile(wheel).namelist()}
    source = ROOT / "src" / "communique"
    expected = set()
    for folder, _, names in os.walk(source, followlinks=True):
        for name in names:
            if "__pycache__" not in folder and not name.endswith((".pyc", ".tmp")):
                expected.add(str((Path(folder) / name).relative_to(source)))
    assert sorted(expected - packed) == []


def test_an_empty_environment_runs_every_command(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    kg, folder = environment / "bin" / "kg", tmp_path / "empty"
    folder.mkdir()

    def run(*arguments: str) -> str:
        return subprocess.run([kg, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout

    for command in COMMANDS:
        assert "Usage: kg" in run(*command.split(), "--help")
    assert "added: jn-2020-12-25" in run("load", str(SEED))
    assert run("ask", "Who phoned Lavrov?").splitlines()[0] == "Wang Yi"
    assert "who-criticized-whom" in run("query")
    run("init", "mine")
    assert "no problems" in run("check", "mine")
