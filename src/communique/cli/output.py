"""What commands print: tables and plain lines; colours only on a terminal, and not where NO_COLOR is set."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.errors import UsageError


def coloured() -> bool:
    """Say whether to use colours on standard output."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def strong(text: str) -> str:
    """Return text in bold on a terminal."""
    return f"\x1b[1m{text}\x1b[0m" if coloured() else text


def faint(text: str) -> str:
    """Return text in grey on a terminal."""
    return f"\x1b[2m{text}\x1b[0m" if coloured() else text


def print_json(value: Any) -> None:
    """Print one JSON value on one line."""
    from communique.graph.values import as_json

    print(json.dumps(as_json(value), ensure_ascii=False))


def print_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as aligned columns; where they do not fit the terminal, each row as a block of lines."""
    cells = [[show(row.get(column)) for column in columns] for row in rows]
    if not cells:
        print("(nothing)")
        return
    widths = [max(len(column), *(len(row[n]) for row in cells)) for n, column in enumerate(columns)]
    if sum(widths) + 2 * (len(widths) - 1) <= _width():
        print(strong("  ".join(c.ljust(w) for c, w in zip(columns, widths, strict=True)).rstrip()))
        for row in cells:
            print("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())
        return
    margin = max(map(len, columns))
    for number, row in enumerate(cells):
        if number:
            print()
        for column, cell in zip(columns, row, strict=True):
            if cell:
                print(f"{strong(column.rjust(margin))}  {cell}")


def show(value: Any) -> str:
    """Return a value as text: lists by commas, nothing for None."""
    from communique.graph.values import as_json

    value = as_json(value)
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(show(v) for v in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def note(text: str) -> None:
    """Print a remark on standard error."""
    print(text, file=sys.stderr)


def write_text(path: Path, text: str) -> None:
    """Write a file that an option names, and say so."""
    with writing(path):
        path.write_text(text, "utf-8")
    note(f"wrote {path}")


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what keeps a file that an option names from being written into its message."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror} (name a file in a folder that is there)") from None


def _width() -> int:
    return shutil.get_terminal_size((160, 24)).columns if sys.stdout.isatty() else 200
