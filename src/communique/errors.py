"""What can go wrong, by whose fault; the command line turns each into a line and an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class KgError(Exception):
    """Something that a person can mend; the message says what is wrong and what would be right.

    Examples
    --------
    >>> import communique as kg
    >>> try:
    ...     kg.open_graph("nowhere")
    ... except kg.KgError as error:
    ...     print(error)
    no graph at nowhere yet (kg load PATH... makes one; kg init a first article)
    """

    exit_code = 1


class UsageError(KgError):
    """A command or option that is not right: unknown query, bad parameter, no such file."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a typed question; `place` is a JSON pointer to it, relative to where it was found."""

    place: str
    what: str
    right: str = ""

    def __str__(self) -> str:
        hint = f" ({self.right})" if self.right else ""
        return f"{self.place or '/'}: {self.what}{hint}"


class QuestionError(UsageError):
    """A typed question that makes no sense: all its faults, each with its place."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class NoGraph(StoreError):
    """There is no graph at the address yet."""


class ConflictError(StoreError):
    """Another process changed the graph while a change to it was worked out."""


class PasswordNeeded(StoreError):
    """A server wants a password, and none was found."""


class ServerError(KgError):
    """The local Neo4j server cannot be put together, started or stopped."""


class QueryError(KgError):
    """A Cypher text that is refused, does not run, or takes too long."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file; line and column count from 1, 0 is the file as a whole."""

    file: str
    line: int
    column: int
    what: str
    right: str = ""

    def __str__(self) -> str:
        """Give ``file:line:col: what (what would be right)``.

        >>> str(Problem("a.yaml", 12, 9, "unknown act kind 'critisize'", "did you mean 'criticize'?"))
        "a.yaml:12:9: unknown act kind 'critisize' (did you mean 'criticize'?)"
        """
        hint = f" ({self.right})" if self.right else ""
        return f"{self.file}:{self.line}:{self.column}: {self.what}{hint}"


class InputError(KgError):
    """Files with problems: all of a run are collected, then raised once, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
