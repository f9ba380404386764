"""Tells what annotated articles hold and where to look again: counts for each article, and the facts behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from communique.loaders.article_reader import ReadArticle
from communique.loaders.sources import Sources, used_once
from communique.schemas.records import Article


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact (or paragraph, where `fact` is empty) to look at; `other` is its one voice, or the act that it may be.

    The act of another article is `article/act`, with an empty `other_text` where none of the articles has it.
    """

    article: str
    paragraph: str
    fact: str = ""
    text: str = ""
    other: str = ""
    other_text: str = ""


@dataclass(frozen=True, slots=True)
class ArticleQuality:
    """One article: its figures by name, and what was found in it, by sort."""

    article: str
    figures: dict[str, int]
    found: dict[str, list[Finding]]


@dataclass(frozen=True, slots=True)
class Quality:
    """All articles; `once` are the actors and topics with a single use (id to article), `kinds` how many are known."""

    articles: list[ArticleQuality]
    once: dict[str, dict[str, str]]
    kinds: int
    unused: list[str]

    def total(self) -> dict[str, int]:
        """Return the sums of the articles' figures."""
        return {name: sum(a.figures[name] for a in self.articles) for name in FIGURES}

    def found(self, sort: str) -> list[Finding]:
        """Return what was found of one sort in all articles."""
        return [finding for article in self.articles for finding in article.found[sort]]


def quality(reads: list[ReadArticle], paragraphs: Iterable[str] = ()) -> Quality:
    """Return the report on articles that were read together.

    `paragraphs` are those of the text, where one article is compared with it; else P1 to the last one written count.
    """
    sources = Sources(reads)
    kinds = {kind for read in reads for kind in read.vocabulary.kinds}
    used = {kind for read in reads for act in read.article.acts for kind in (act.kind, *act.also)}
    articles = [_article(read, sources, set(paragraphs)) for read in reads]
    return Quality(articles, used_once([read.article for read in reads]), len(kinds), sorted(kinds - used))


def _article(read: ReadArticle, sources: Sources, paragraphs: set[str]) -> ArticleQuality:
    article = read.article
    first = {report.fact: report.paragraph for report in reversed(article.reports)}
    texts = {act.id: act.summary or act.kind for act in article.acts}
    texts |= {detail.id: detail.value for detail in article.details}
    covered = {report.paragraph for report in article.reports} | set(article.empty)
    last = min(max(map(_number, covered), default=0), MAX_PARAGRAPHS)
    paragraphs = covered | (paragraphs or {f"P{number}" for number in range(1, last + 1)})
    found = {"no fact": [Finding(article.id, p) for p in sorted(paragraphs - covered, key=_number)]}
    for sort, find in _FINDERS.items():
        found[sort] = [Finding(article.id, first[f], f, texts[f], *more) for f, *more in find(article, sources)]
    statements = sum(read.vocabulary.kinds[act.kind].statement for act in article.acts)
    counts = (len(paragraphs), len(first), statements, len(article.acts) - statements, len(article.details))
    figures = dict(zip(COUNTS, counts, strict=True)) | {sort: len(found[sort]) for sort in SORTS}
    return ArticleQuality(article.id or read.path.name, figures, found)


def _number(paragraph: str) -> int:
    return int(paragraph[1:]) if paragraph[1:].isdecimal() else 0


Found = Iterator[tuple[str, ...]]


def _undated(article: Article, sources: Sources) -> Found:
    return ((act.id,) for act in article.acts if act.id not in sources.dated)


def _unquoted(article: Article, _: Sources) -> Found:
    quoted = {report.fact for report in article.reports if report.phrase}
    return ((fact,) for fact in _facts(article) if fact not in quoted)


def _inferred(article: Article, _: Sources) -> Found:
    inferred = {report.fact for report in article.reports if report.mark == "inferred"}
    return ((fact,) for fact in _facts(article) if fact in inferred)


def _one_article(article: Article, sources: Sources) -> Found:
    return ((act.id,) for act in article.acts if sources.one_article(act.id))


def _one_voice(article: Article, sources: Sources) -> Found:
    return ((fact, voice) for fact in _facts(article) if (voice := sources.one_voice(fact)))


def _unsure(article: Article, sources: Sources) -> Found:
    for source, act, link in sources.unsure.values():
        if source == article.id:
            other = f"{link.article}/{link.target}" if link.article else link.target
            yield act.id, other, sources.summaries.get(link.target, "")


def _facts(article: Article) -> Iterable[str]:
    return dict.fromkeys(report.fact for report in article.reports)


_FINDERS: dict[str, Callable[[Article, Sources], Found]] = {
    "unsure": _unsure,
    "inferred": _inferred,
    "one voice": _one_voice,
    "one article": _one_article,
    "no date": _undated,
    "no quote": _unquoted,
}
COUNTS = ("paragraphs", "facts", "statements", "events", "details")
SORTS = {
    "no fact": "paragraphs with neither facts nor a reason under `empty:`",
    "unsure": "acts that may be the same, which nobody has settled",
    "inferred": "facts that the writers read into the events",
    "one voice": "attributed facts that rest on one voice",
    "one article": "acts that no other of the articles gives",
    "no date": "acts that no article dates",
    "no quote": "facts without a `phrase` (each has its paragraph)",
}
FIGURES = (*COUNTS, *SORTS)
# A paragraph's number beyond this is a slip, and no reason to list all those before it.
MAX_PARAGRAPHS = 1_000
