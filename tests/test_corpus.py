"""The corpus against the articles' own texts, which are read from the data folder and never copied."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.loaders.articles import read_articles
from tests.conftest import CORPUS, ROOT, SEED

pytestmark = pytest.mark.shared
TEXT = "00-japan-news-china-russia-partnership.txt"


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def test_the_corpus_is_clean_and_its_phrases_stand_in_the_text(shared: Path) -> None:
    _, problems = read_articles([SEED], shared / "articles" / TEXT)
    assert problems == []


def test_every_paragraph_has_facts_with_marks_of_their_own(shared: Path) -> None:
    articles, _ = read_articles([CORPUS])
    reports = articles[0].article.reports
    assert {r.paragraph for r in reports} == {f"P{n}" for n in range(9)}
    assert len({r.fact for r in reports}) >= 60


def test_nothing_of_ten_words_is_an_articles(shared: Path) -> None:
    texts = [p.read_text("utf-8") for p in (shared / "articles").glob("*") if p.name != "README.md"]
    theirs = set()
    for text in texts:
        body = words(text.split("---", 2)[-1] if text.startswith("---") else text.split("\n", 1)[-1])
        theirs |= {tuple(body[n : n + 10]) for n in range(len(body) - 9)}
    for path in [
        *ROOT.glob("corpus/*.yaml"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("benchmarks/questions/*"),
        ROOT / "README.md",
    ]:
        ours = words(path.read_text("utf-8"))
        found = [" ".join(ours[n : n + 10]) for n in range(len(ours) - 9) if tuple(ours[n : n + 10]) in theirs]
        assert not found, f"{path.name}: {found[0]}"
