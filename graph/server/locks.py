"""A lock between processes, held as long as a block runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import ServerError

Progress = Callable[[str], None]
"""Where a long step says what it is doing: called with one line of text, without a line end."""


def silent(line: str) -> None:
    """Take a line of progress and show it to nobody."""


@contextmanager
def held(file: Path, waiting: str, progress: Progress = silent) -> Iterator[None]:
    """Hold the lock that `file` stands for; wait for whoever has it, and say `waiting` first.

    The operating system drops the lock with the process, so that a killed one leaves nothing to clean up. The
    file itself stays: were it deleted, two processes could hold locks on two files of the same name. Threads
    of one process exclude each other too. The folder must exist.

    Raises
    ------
    ServerError
        On Windows, where none of this was tried, and when the file cannot be written.
    """
    if sys.platform == "win32":
        raise ServerError("the local server runs on Linux and macOS only (on Windows: docker compose up -d)")
    import fcntl  # not there on Windows

    try:
        handle = file.open("a")
    except OSError as error:
        raise ServerError(f"cannot write {file}: {error.strerror} (choose a folder of your own)") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            progress(waiting)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
