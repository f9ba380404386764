"""Finds annotated articles, reads them together, and checks what only several files can get wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.errors import InputError, Problem, UsageError
from communique.loaders.article_reader import ReadArticle, read_article
from communique.loaders.article_text import check_text
from communique.loaders.together import Together
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


def read_articles(paths: Iterable[Path | str], text: Path | None = None) -> tuple[list[ReadArticle], list[Problem]]:
    """Return every article that the paths name, and every problem found, in the order of files and lines.

    Parameters
    ----------
    paths
        Files of annotated articles, or folders of them.
    text
        The article's own text, against which its quoted words are checked; it goes with a single file.

    Returns
    -------
    tuple of list of ReadArticle, list of Problem
        What is right of each article, and what is wrong, with its place.

    Examples
    --------
    >>> from pathlib import Path
    >>> import communique as kg
    >>> articles, problems = kg.read_articles([Path("corpus")])
    >>> articles[0].article.id, problems
    ('jn-2020-12-25', [])
    """
    problems: list[Problem] = []
    articles = list(stream_articles(find_articles(map(Path, paths)), problems, text))
    return articles, sorted(set(problems))


def stream_articles(files: Iterable[Path], problems: list[Problem], text: Path | None = None) -> Iterator[ReadArticle]:
    """Yield the articles of files, one at a time; add to `problems` what is wrong, at last of them all.

    `text` is the article's own text, to compare the quotes of a single file with.
    """
    vocabularies: dict[tuple[Path, ...], Vocabulary] = {}
    together = Together()
    for path in files:
        known = vocabulary_files(path.parent)
        if tuple(known) not in vocabularies:
            vocabularies[tuple(known)] = read_vocabulary(known, faults=problems)
        read = read_article(path, vocabularies[tuple(known)], known)
        problems.extend(read.problems.found)
        problems.extend(together.add(read))
        if text:
            problems.extend(check_text(read, text))
        yield read
    problems.extend(together.dangling())


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
