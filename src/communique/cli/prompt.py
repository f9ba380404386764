"""The prompt of `kg ask`: questions one after another, names completed, answers opened by their number."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from communique.cli.answers import LINES, print_evidence, print_nearest, print_values
from communique.cli.output import note
from communique.errors import KgError
from communique.settings import history_file

if TYPE_CHECKING:
    from communique.graph.store import Store
    from communique.queries.ask.answer import Answer
    from communique.queries.asking import Asking

HELP = """A question, or:
  2    where the second answer comes from (0 for the whole of it)
  Tab  completes names and kinds of acts; the up and down keys bring back what was asked
  ?    this help; an empty line and Ctrl-C do nothing, exit or Ctrl-D leaves"""
_HELP, _LEAVE = ("?", "help"), ("exit", "quit")
_WORDS, _LEAST, _MOST = 6, 2, 30  # of a name at most, letters before it is completed, completions offered


class Names(Completer):
    """Completes the last words of a question to a name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted({(name.casefold(), name) for name in names})

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Yield the names that begin with as many of the last words as possible."""
        words = document.text_before_cursor.split(" ")
        for count in range(min(_WORDS, len(words)), 0, -1):
            begun = " ".join(words[-count:])
            if len(begun) >= _LEAST and (found := self._beginning(begun.casefold())):
                yield from (Completion(name, -len(begun)) for name in found)
                return

    def _beginning(self, begun: str) -> list[str]:
        start = bisect_left(self._names, (begun, ""))
        near = self._names[start : start + _MOST]
        return [name for form, name in near if form.startswith(begun) and form != begun]


class Prompt:
    """Asks until the person leaves; keeps the last answer, to open it."""

    def __init__(self, engine: Asking, store: Store, names: Iterable[str]) -> None:
        self._engine, self._store = engine, store
        self._last: Answer | None = None
        self._session: PromptSession[str] = PromptSession(
            history=_history(history_file()), completer=Names(names), complete_while_typing=False
        )

    def run(self) -> None:
        """Read and answer lines."""
        print("Ask in English; ? for help, Ctrl-D to leave.")
        while True:
            try:
                line = self._session.prompt("ask> ").strip()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if line in _LEAVE:
                return
            with suppress(KeyboardInterrupt):
                self._take(line)

    def _take(self, line: str) -> None:
        try:
            if line in _HELP:
                print(HELP)
            elif line.isdecimal():
                self._open(int(line))
            elif line:
                self._last = self._engine.ask(line)
                print_values(self._last, numbered=True)
                print_nearest(self._last)
        except KgError as error:
            note(f"kg: {error}")

    def _open(self, number: int) -> None:
        """Print what the answer with this number rests on."""
        from communique.queries.ask.evidence import evidence

        if self._last is None or not self._last.answers:
            note("no answer to open (ask first)")
        elif number > len(self._last.answers):
            note(f"there are {len(self._last.answers)} answers (0 opens the whole)")
        else:
            facts = (number and self._last.answers[number - 1].facts) or self._last.facts
            print_evidence(evidence(self._store, list(facts[:LINES])), len(facts))


def _history(path: Path) -> History:
    """Return what was asked before; where the file cannot be written, it lasts as long as the prompt."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))
