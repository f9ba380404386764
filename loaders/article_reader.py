"""Reads one annotated article: its metadata, and the facts of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from communique.loaders.fact_reader import read_block
from communique.loaders.link_reader import introduced_ids, settle_links
from communique.loaders.reading import Reading
from communique.loaders.references import References
from communique.schemas.article_keys import METADATA
from communique.schemas.dates import Edtf, parse_edtf
from communique.schemas.marked_yaml import Items, Problems, Table, Text, Value, read_yaml
from communique.schemas.records import Article
from communique.schemas.vocabulary import Vocabulary, read_vocabulary

_PARAGRAPH = re.compile(r"P(?:0|[1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with the vocabulary it was read by, where its facts stand, and what is wrong."""

    path: Path
    article: Article
    vocabulary: Vocabulary
    places: dict[str, Text]
    quotes: list[tuple[str, Text]]
    problems: Problems
    elsewhere: list[tuple[Text, str, str]] = field(default_factory=list)


def read_article(path: Path, vocabulary: Vocabulary, vocabulary_files: list[Path]) -> ReadArticle:
    """Return one article's facts with every problem noted; an article without an id where there is none to read.

    A `vocabulary:` written inside the article is laid over the others.
    """
    problems = Problems(str(path))
    document = read_yaml(path, problems)
    if not isinstance(document, Table):
        if not problems.found:
            problems.add(document, "no article", "begin with `article: id`, `headline:`, `publisher:` ...")
        return ReadArticle(path, Article("", "", "", ""), vocabulary, {}, [], problems)
    known = vocabulary
    if isinstance(own := document.get("vocabulary"), Table):
        faults = problems.found
        vocabulary = read_vocabulary(vocabulary_files, [(str(path), own)], faults=faults, base=known)
    elif own is not None:
        problems.add(own, "vocabulary must map sections to entries", "as {actors: {some-id: {name: Some Name}}}")
    article, published = _metadata(document, vocabulary, problems)
    names = References(vocabulary, problems)
    _named_metadata(article, document, names)
    blocks = [(key, value) for key, value in document if _PARAGRAPH.fullmatch(key.value)]
    places = introduced_ids((value for _, value in blocks), vocabulary.kinds)
    reading = Reading(article, published, names, places)
    for key, value in blocks:
        read_block(reading, key.value, value)
    settle_links(reading)
    if isinstance(own, Table):
        _note_unnamed(own, known, vocabulary, article, problems)
    quotes = [(key.value, quote) for key, value in blocks for quote in _quotes(value)]
    return ReadArticle(path, article, vocabulary, places, quotes, problems, reading.elsewhere)


def _note_unnamed(own: Table, known: Vocabulary, vocabulary: Vocabulary, article: Article, problems: Problems) -> None:
    """Note the actors that only this article's own vocabulary has, and that nothing in the article names."""
    named = {article.publisher, article.agency}
    named.update(i for act in article.acts for role in act.roles for i in (role.target, role.acting_for))
    named.update(target for detail in article.details for _, target, _ in detail.links)
    named.update(vocabulary.actors[i].part_of for i in list(named) if i in vocabulary.actors)
    named.update(i for office in vocabulary.offices.values() for i in (office.of, *office.held))
    actors = own.get("actors")
    for entry_id, _ in actors if isinstance(actors, Table) else ():
        if entry_id.value not in known.actors and entry_id.value not in named:
            what = f"actors/{entry_id.value}: no fact of this article names it"
            problems.add(entry_id, what, "name it in a fact, or leave it out")


def _metadata(document: Table, vocabulary: Vocabulary, problems: Problems) -> tuple[Article, Edtf]:
    for key, _ in document:
        if key.value not in METADATA and not _PARAGRAPH.fullmatch(key.value):
            right = problems.near(key.value, METADATA) or "paragraphs are P0, P1, P2 ..."
            problems.add(key, f"unknown key {key.value!r}", right)
    texts = {}
    for name in ("article", "headline", "publisher", "published", "agency", "url", "note", "excerpt"):
        value = document.get(name)
        texts[name] = value.value.strip() if isinstance(value, Text) else ""
        if value is not None and not isinstance(value, Text):
            problems.add(value, f"{name} must be one text")
        elif name in ("article", "headline", "publisher", "published") and not texts[name]:
            problems.add(value or document, f"no {name}", f"write `{name}: ...` at the top")
    published = Edtf("", None, None, "open")
    if texts["published"]:
        try:
            published = parse_edtf(texts["published"])
        except ValueError as fault:
            problems.add(document.get("published"), f"published: {fault}")
    article = Article(
        texts["article"],
        texts["headline"],
        str(published),
        "",
        "",
        texts["url"],
        note=texts["note"],
        empty=_reasons(document.get("empty"), problems),
    )
    article.authors = tuple(a.value for a in References(vocabulary, problems).texts(document.get("authors"), "authors"))
    article.excerpt = texts["excerpt"] == "true"
    if texts["excerpt"] not in ("", "true", "false"):
        problems.add(document.get("excerpt"), f"excerpt: {texts['excerpt']!r}", "true or leave it out")
    if re.search(r"[\s/]", article.id):
        problems.add(document.get("article"), f"the id {article.id!r} holds blanks or slashes", "as jn-2020-12-25")
    return article, published


def _reasons(empty: Value | None, problems: Problems) -> dict[str, str]:
    """Return why paragraphs have no fact, by paragraph."""
    for key, reason in empty if isinstance(empty, Table) else []:
        if not isinstance(reason, Text) or not _PARAGRAPH.fullmatch(key.value):
            problems.add(key, "empty must map paragraphs to reasons", "as {P4: an advertisement}")
    if empty is not None and not isinstance(empty, Table):
        problems.add(empty, "empty must map paragraphs to reasons", "as {P4: an advertisement}")
    return {k.value: v.value for k, v in empty if isinstance(v, Text)} if isinstance(empty, Table) else {}


def _named_metadata(article: Article, document: Table, names: References) -> None:
    for key in ("publisher", "agency"):
        value = document.get(key)
        if isinstance(value, Text) and (entry := names.one(value, ("actors",))):
            setattr(article, key, entry.id)
    places = [names.one(item, ("places",)) for item in names.texts(document.get("dateline"), "dateline")]
    article.datelined = tuple(place.id for place in places if place)


def _quotes(value: object) -> list[Text]:
    if isinstance(value, Table):
        own = [v for k, v in value if k.value == "phrase" and isinstance(v, Text)]
        return own + [q for _, v in value for q in _quotes(v)]
    return [q for v in value for q in _quotes(v)] if isinstance(value, Items) else []
