"""Stores filled with what a case gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from communique.graph.loading.articles import Source, load
from communique.graph.loading.events import EventImport
from communique.graph.store import Store, open_store
from communique.loaders.articles import load_articles
from communique.loaders.events import EventReader
from communique.schemas.vocabulary import Vocabulary, read_vocabulary
from tests.queries.case_files import Case, read_cases

Fill = Callable[[Store, Case], Store]


@pytest.fixture(scope="session")
def fill(tmp_path_factory: pytest.TempPathFactory) -> Fill:
    """Load what a case gives into a store; its articles are read once."""

    @cache
    def read(name: str) -> tuple[list[Source], Vocabulary]:
        folder = tmp_path_factory.mktemp("given")
        for article, text in next(c for c in read_cases() if c.name == name).given.items():
            (folder / f"{article}.yaml").write_text(text, "utf-8")
        articles = load_articles([folder])
        return [Source(a.article, str(a.path), "") for a in articles], articles[0].vocabulary

    def filled(store: Store, case: Case) -> Store:
        load(store, *read(case.name))
        if case.events:
            vocabulary = read_vocabulary()
            reader = EventReader("icews", vocabulary)
            EventImport(store, "icews/case", vocabulary).run(lambda: reader.read(case.events))
        return store

    return filled


@pytest.fixture(scope="session")
def twin_of(tmp_path_factory: pytest.TempPathFactory, fill: Fill) -> Iterator[Callable[[Case], Store]]:
    """Open a second store for a case, always embedded, to compare all columns with; each is filled once."""
    stores: dict[str, Store] = {}

    def twin(case: Case) -> Store:
        if case.name not in stores:
            stores[case.name] = open_store(str(tmp_path_factory.mktemp("twin") / "graph.kgl"), create=True)
            stores[case.name].prepare()
            fill(stores[case.name], case)
        return stores[case.name]

    yield twin
    for store in stores.values():
        store.close()
