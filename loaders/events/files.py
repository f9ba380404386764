"""Opens the files that event data come in: plain, .gz, .zip, or standard input."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from communique.errors import UsageError
from communique.schemas.coded_events import EventRow

STDIN = Path("-")


def read_events(path: Path, read: Callable[[Iterable[bytes]], Iterator[EventRow]]) -> Iterator[EventRow]:
    """Yield the rows that a reader makes of a file's lines."""
    with open_events(path) as lines:
        yield from read(lines)


@contextmanager
def open_events(path: Path) -> Iterator[Iterator[bytes]]:
    """Give the lines of a file, as bytes with their ends; of a .zip those of the one file in it.

    Raises
    ------
    UsageError
        For a file that is not there, cannot be read or unpacked, or a .zip with another number of files.
    """
    with ExitStack() as stack:
        try:
            yield _lines(stack.enter_context(_opened(path, stack)), path)
        except OSError as error:
            raise UsageError(f"{path}: {error.strerror or error}") from None


def _opened(path: Path, stack: ExitStack) -> IO[bytes]:
    if path == STDIN:
        return sys.stdin.buffer
    if path.suffix == ".gz":
        return io.BufferedReader(gzip.open(path), 1 << 20)
    if path.suffix != ".zip":
        return path.open("rb")
    try:
        archive = stack.enter_context(zipfile.ZipFile(path))
    except zipfile.BadZipFile:
        raise UsageError(f"{path}: this is no .zip file") from None
    names = [name for name in archive.namelist() if not name.endswith("/")]
    if len(names) != 1:
        raise UsageError(f"{path} holds {len(names)} files (one is expected: unpack it, and give them one by one)")
    return archive.open(names[0])


def _lines(file: IO[bytes], path: Path) -> Iterator[bytes]:
    try:
        yield from file
    except (EOFError, zlib.error, zipfile.BadZipFile, gzip.BadGzipFile) as error:
        raise UsageError(f"{path}: it cannot be unpacked to its end: {error} (fetch it again)") from None
