"""The command check: problems, the report on quality, and the agreement of two annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import JsonOption, PathsArgument
from communique.cli.output import note
from communique.errors import InputError, Problem, UsageError

AGREEMENT = "--agreement compares two files, or two folders (kg check --agreement ONE.yaml OTHER.yaml)"


def check(
    paths: PathsArgument,
    text: Annotated[Path | None, typer.Option(help="The article's own text, to compare quoted phrases with.")] = None,
    report: Annotated[
        bool, typer.Option("--report", help="Tell what the articles hold and where to look again.")
    ] = False,
    agreement: Annotated[
        bool, typer.Option("--agreement", help="Compare two annotations of the same article (or two folders of them).")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="List all that a report found, not the first few.")] = False,
    json: JsonOption = False,
) -> None:
    """Check articles and report every problem.

    A problem is a line: file:line:col: what (what would be right).
    Leaves with 0 when they are clean, 1 with problems, 2 when misused.

    Example: kg check corpus/ ; kg check article.yaml --text article.txt ;
    kg check --report corpus/ ; kg check --agreement one.yaml other.yaml
    """
    from communique.loaders.articles import find_articles, stream_articles

    if (everything or json) and not (report or agreement):
        raise UsageError(f"{'--all' if everything else '--json'} goes with --report or --agreement")
    if agreement:
        if report or text:
            raise UsageError(f"--agreement does not go with {'--report' if report else '--text'}")
        return _agreement(paths, everything, json)
    if text and (len(paths) != 1 or paths[0].is_dir()):
        raise UsageError("--text goes with one article file (kg check article.yaml --text article.txt)")
    problems: list[Problem] = []
    counts, kept = [], []
    for read in stream_articles(find_articles(paths), problems, text):
        counts.append(len({r.fact for r in read.article.reports}))
        if report:
            kept.append(read)
    if report:
        from communique.cli.quality import print_quality
        from communique.loaders.article_text import text_paragraphs
        from communique.loaders.quality_report import quality

        print_quality(quality(kept, text_paragraphs(kept[0], text) if text else ()), everything, json)
    if problems:
        raise InputError(sorted(set(problems)))
    if not report:
        count = len(counts)
        print(f"{count} article{'s' if count != 1 else ''}, {sum(counts)} facts: no problems")
    return None


def _agreement(paths: list[Path], everything: bool, json: bool) -> None:
    from communique.cli.quality import print_agreement
    from communique.loaders.agreement import agreement, paired
    from communique.loaders.articles import read_articles

    if len(paths) != 2 or paths[0].is_dir() != paths[1].is_dir():
        raise UsageError(AGREEMENT)
    (first, problems), (second, more) = (read_articles([path]) for path in paths)
    if problems or more:
        raise InputError([*problems, *more])
    if paths[0].is_dir():
        found, alone = paired(first, second)
    else:
        found, alone = [agreement(first[0], second[0])], []
        if first[0].article.id != second[0].article.id:
            note(f"their ids differ: {first[0].article.id} and {second[0].article.id} (the same article?)")
    for read in alone:
        note(f"{read.path}: the other folder has no article {read.article.id}")
    if not found:
        raise UsageError(f"{paths[0]} and {paths[1]} have no article in common (by `article:`)")
    print_agreement(found, everything, json)
