"""Compares an annotated article with the text it was made from: quotes, and paragraphs without a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from communique.errors import Problem, UsageError
from communique.loaders.article_reader import ReadArticle
from communique.schemas.names import straighten

_NUMBERED = re.compile(r"P(\d+)[.:]\s+")


def read_paragraphs(text: str, first: int) -> dict[str, str]:
    """Return the paragraphs of a text by name: as numbered in it (``P3. ...``), else counted.

    YAML in front is skipped. Where nothing is numbered, the first block is the headline, which is not
    counted, and the next has the number `first`.
    """
    if text.startswith("---"):
        text = text.split("\n---", 1)[-1].split("\n", 1)[-1]
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text) if block.strip()]
    if any(_NUMBERED.match(block) for block in blocks):
        numbered = [(found, b) for b in blocks if (found := _NUMBERED.match(b))]
        return {f"P{found[1]}": block[found.end() :] for found, block in numbered}
    return {f"P{number}": block for number, block in enumerate(blocks[1:], first)}


def text_paragraphs(read: ReadArticle, path: Path) -> dict[str, str]:
    """Return the paragraphs of an article's text by name; counting begins with P0 where the article has a P0.

    Raises
    ------
    UsageError
        When the text cannot be read.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as text ({error})") from None
    covered = {report.paragraph for report in read.article.reports} | set(read.article.empty)
    return read_paragraphs(text, 0 if "P0" in covered else 1)


def check_text(read: ReadArticle, path: Path) -> Iterator[Problem]:
    """Yield a problem for each quote that does not stand in its paragraph and each paragraph without a fact.

    Raises
    ------
    UsageError
        When the text cannot be read.
    """
    paragraphs = text_paragraphs(read, path)
    covered = {report.paragraph for report in read.article.reports}
    for paragraph, quote in read.quotes:
        body = straighten(paragraphs.get(paragraph, "")).casefold()
        if straighten(quote.value).casefold() not in body:
            elsewhere = [
                n for n, b in paragraphs.items() if straighten(quote.value).casefold() in straighten(b).casefold()
            ]
            right = f"it stands in {', '.join(elsewhere)}" if elsewhere else "quote the text as printed"
            yield Problem(str(read.path), quote.line, quote.column, f"{quote.value!r} is not in {paragraph}", right)
    for paragraph in sorted(covered - set(paragraphs)):
        yield Problem(
            str(read.path),
            1,
            1,
            f"{paragraph} is not in {path.name}",
            f"its last paragraph is {list(paragraphs)[-1]}" if paragraphs else "it is empty",
        )
    for paragraph in paragraphs:
        if paragraph not in covered and paragraph not in read.article.empty:
            right = f"add facts, or `empty: {{{paragraph}: reason}}`"
            yield Problem(str(read.path), 1, 1, f"{paragraph} of {path.name} has no fact", right)
