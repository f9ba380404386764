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


def texts(shared: Path) -> dict[Path, Path]:
    """Return the text of each article by its file: the digest with the same address on the web."""
    digests = {digest: digest.read_text("utf-8") for digest in (shared / "articles").glob("*.md")}
    found = {SEED: shared / "articles" / TEXT}
    for path in set(CORPUS.glob("*.yaml")) - {SEED}:
        url = re.search(r"^url: (\S+)$", path.read_text("utf-8"), re.MULTILINE)
        assert url, f"{path.name} has no url"
        (found[path],) = [digest for digest, text in digests.items() if f'"{url[1]}"' in text]
    return found


def test_each_article_is_clean_and_its_phrases_stand_in_the_text(shared: Path) -> None:
    pairs = texts(shared)
    assert len(pairs) == len(set(pairs.values())) == 25
    for path, text in pairs.items():
        assert read_articles([path], text)[1] == [], path.name


def test_the_corpus_hangs_together(shared: Path) -> None:
    articles, problems = read_articles([CORPUS])
    assert problems == []
    facts = {read.article.id: len({r.fact for r in read.article.reports}) for read in articles}
    assert len(facts) == 25 and sum(facts.values()) > 1_100 and min(facts.values()) > 10
    shared_acts = {act.id for read in articles for act in read.article.acts if act.same}
    assert len(shared_acts) > 60


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
