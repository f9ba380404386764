"""Finds annotated articles, reads them together, and checks what only several files can get wrong."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from communique.errors import InputError, Problem, UsageError
from communique.loaders.article_reader import ReadArticle, read_article
from communique.loaders.article_text import check_text
from communique.schemas.vocabulary import LOCAL, Vocabulary, local_files, read_vocabulary
from communique.settings import STORE_FOLDER, find_upwards, user_vocabulary


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """Return the article files that paths name: files as they are, folders with the YAML files in them.

    Raises
    ------
    UsageError
        When a path does not exist or a folder holds no article.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p
                for p in path.rglob("*")
                if p.suffix in (".yaml", ".yml")
                and p.name != LOCAL
                and not any(part.startswith(".") for part in p.relative_to(path).parts)
            )
            if not inside:
                raise UsageError(f"{path}: no .yaml files here (kg init makes a first article)")
            found.extend(inside)
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(f"{path}: no such file or folder")
    return list(dict.fromkeys(found))


def vocabulary_files(folder: Path) -> list[Path]:
    """Return the vocabulary files in force for a folder: the user's, then from the project's top down to it."""
    store = find_upwards(STORE_FOLDER, folder)
    return [user_vocabulary(), *local_files(folder, store.parent if store else None)]


def read_articles(paths: Iterable[Path], text: Path | None = None) -> tuple[list[ReadArticle], list[Problem]]:
    """Return every article that the paths name, and every problem found, in the order of files and lines.

    `text` is the article's own text, to compare the quotes of a single file with.
    """
    articles: list[ReadArticle] = []
    vocabularies: dict[tuple[Path, ...], Vocabulary] = {}
    problems: list[Problem] = []
    for path in find_articles(paths):
        files = vocabulary_files(path.parent)
        if tuple(files) not in vocabularies:
            vocabularies[tuple(files)] = read_vocabulary(files, faults=problems)
        articles.append(read := read_article(path, vocabularies[tuple(files)], files))
        problems.extend(read.problems.found)
    problems.extend(_introduced_twice(articles))
    problems.extend(_elsewhere(articles))
    if text and articles:
        problems.extend(check_text(articles[0], text))
    return articles, sorted(set(problems))


def load_articles(paths: Iterable[Path]) -> list[ReadArticle]:
    """Return the articles that the paths name.

    Raises
    ------
    InputError
        With every problem of every file.
    """
    articles, problems = read_articles(paths)
    if problems:
        raise InputError(problems)
    return articles


def merged_vocabulary(articles: list[ReadArticle]) -> Vocabulary:
    """Return one vocabulary with what every article's own added."""
    added = [read.vocabulary.added for read in articles if read.vocabulary.added]
    return read_vocabulary(added=added) if added else articles[0].vocabulary


def _elsewhere(articles: list[ReadArticle]) -> Iterable[Problem]:
    """Yield the links to an act of another file that is read too and has no such act."""
    acts = {read.article.id: {act.id for act in read.article.acts} for read in articles}
    for read in articles:
        for at, article, act in read.elsewhere:
            if article in acts and act not in acts[article]:
                near = read.problems.near(act, acts[article])
                yield Problem(str(read.path), at.line, at.column, f"{article} has no act {act!r}", near)


def _introduced_twice(articles: list[ReadArticle]) -> Iterable[Problem]:
    ids: dict[str, Path] = {}
    details: dict[str, Path] = {}
    first: dict[str, tuple[Path, int]] = {}
    for read in articles:
        if (earlier := ids.setdefault(read.article.id, read.path)) != read.path and read.article.id:
            yield Problem(str(read.path), 1, 1, f"article {read.article.id!r} is {earlier} too", "ids are unique")
        for act in read.article.acts:
            if act.same:
                continue
            place = read.places.get(act.id)
            line, column = (place.line, place.column) if place else (1, 1)
            where = first.setdefault(act.id, (read.path, line))
            if where != (read.path, line):
                right = f"write `same: true` if it is the act of {where[0]}:{where[1]}, else another id"
                yield Problem(str(read.path), line, column, f"{act.id!r} is introduced twice", right)
        for detail in read.article.details:
            if (earlier := details.setdefault(detail.id, read.path)) != read.path:
                what = f"the detail {detail.id!r} is in {earlier} too"
                yield Problem(str(read.path), 1, 1, what, "give one another id")
