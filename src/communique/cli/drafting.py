"""The command that drafts an article file from a text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.output import note
from communique.errors import UsageError


def draft(
    text: Annotated[Path, typer.Argument(metavar="ARTICLE", help="The article's text; - reads standard input.")],
    out: Annotated[Path | None, typer.Option(help="The file to write; it must not exist. Else it is printed.")] = None,
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    published: Annotated[str, typer.Option(help="The day it was published, as 2020-12-25.")] = "",
    id_: Annotated[str, typer.Option("--id", help="The article's id; else made of publisher and day.")] = "",
) -> None:
    """Draft an article file from a text.

    Every fact is a proposal for a person to compare with the text. The draft passes
    kg check as it is. The text: a headline and paragraphs between empty lines, or
    YAML in front (title, publisher, published) and paragraphs.

    Example: kg draft article.txt --out article.yaml --publisher japan-news --published 2020-12-25
    """
    from communique.loaders.articles import vocabulary_files
    from communique.loaders.drafting import Given, build_lexicon, draft_article, read_text
    from communique.schemas.vocabulary import read_vocabulary

    if out and out.exists():
        raise UsageError(f"{out} is there already (name a new file: what a person mended is not written over)")
    if out and not out.parent.is_dir():
        raise UsageError(f"{out.parent}: no such folder")
    content, remark = read_text(sys.stdin.buffer if str(text) == "-" else text)
    if remark:
        note(remark)
    folder = out.parent if out else Path(".")
    lexicon = build_lexicon(read_vocabulary(vocabulary_files(folder)))
    try:
        skeleton = draft_article(content, lexicon, Given(publisher, published, id_))
    except ValueError as fault:
        raise UsageError(f"--published: {fault}") from None
    if out is None:
        sys.stdout.write(skeleton)
        return
    out.write_text(skeleton, "utf-8")
    print(f"made {out}")
    print(f"next: read it beside the text, then kg check {out} --text {text}")


COMMANDS = (draft,)
