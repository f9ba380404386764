"""What only several files can get wrong: ids given twice, links to acts of other files that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.errors import Problem
from communique.loaders.article_reader import ReadArticle
from communique.schemas.names import suggestion


class Together:
    """Remembers of each article only its ids, so that any number of them can be checked."""

    def __init__(self) -> None:
        self._articles: dict[str, Path] = {}
        self._details: dict[str, Path] = {}
        self._first: dict[str, tuple[Path, int]] = {}
        self._acts: dict[str, set[str]] = {}
        self._links: list[tuple[Path, int, int, str, str]] = []

    def add(self, read: ReadArticle) -> Iterator[Problem]:
        """Remember an article; yield the ids that another one has."""
        article, path = read.article, read.path
        if (earlier := self._articles.setdefault(article.id, path)) != path and article.id:
            yield Problem(str(path), 1, 1, f"article {article.id!r} is {earlier} too", "ids are unique")
        self._acts.setdefault(article.id, set()).update(act.id for act in article.acts)
        self._links += [(path, at.line, at.column, other, act) for at, other, act in read.elsewhere]
        for act in (a for a in article.acts if not a.same):
            place = read.places.get(act.id)
            line, column = (place.line, place.column) if place else (1, 1)
            where = self._first.setdefault(act.id, (path, line))
            if where != (path, line):
                right = f"write `same: true` if it is the act of {where[0]}:{where[1]}, else another id"
                yield Problem(str(path), line, column, f"{act.id!r} is introduced twice", right)
        for detail in article.details:
            if (earlier := self._details.setdefault(detail.id, path)) != path:
                what = f"the detail {detail.id!r} is in {earlier} too"
                yield Problem(str(path), 1, 1, what, "give one another id")

    def dangling(self) -> Iterator[Problem]:
        """Yield the links to an act of another article that was read too and has no such act."""
        for path, line, column, article, act in self._links:
            if article in self._acts and act not in self._acts[article]:
                near = suggestion(act, self._acts[article])
                yield Problem(str(path), line, column, f"{article} has no act {act!r}", near)
