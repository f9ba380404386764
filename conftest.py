"""Examples in docstrings run in a folder with a graph of the first article, as after `kg load`."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def _example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from communique.graph.store import open_store
    from tests.conftest import SEED, load_paths

    folder = tmp_path_factory.mktemp("example")
    with open_store(str(folder / ".kg"), create=True) as store:
        store.prepare()
        load_paths(store, SEED)
        store.flush()
    return folder


@pytest.fixture(autouse=True)
def _in_the_example(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go there, where an example opens a graph."""
    if isinstance(request.node, pytest.DoctestItem):
        example = request.node.dtest
        if example and any(".open_" in line.source for line in example.examples):
            monkeypatch.chdir(request.getfixturevalue("_example_folder"))
