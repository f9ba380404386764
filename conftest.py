"""Examples in docstrings run in a folder with the first article in `corpus` and loaded into `.kg`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from communique.graph.store import open_store
    from tests.conftest import SEED, load_paths

    folder = tmp_path_factory.mktemp("example")
    with open_store(str(folder / ".kg"), create=True) as store:
        store.prepare()
        load_paths(store, SEED)
    (folder / "corpus").mkdir()
    shutil.copy(SEED, folder / "corpus")
    return folder


@pytest.fixture(autouse=True)
def _in_the_example(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go there, where an example uses the public names."""
    if isinstance(request.node, pytest.DoctestItem):
        example = request.node.dtest
        if example and any("communique as kg" in line.source for line in example.examples):
            monkeypatch.chdir(request.getfixturevalue("example_folder"))
