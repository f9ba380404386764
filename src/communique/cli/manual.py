"""Writes docs/commands.md: every command with its help. Run: python -m communique.cli.manual > docs/commands.md."""

from __future__ import annotations

import contextlib
import io
import os
import re

COMMANDS = (
    *(
        "init",
        "draft",
        "check",
        "load",
        "remove",
        "status",
        "find",
        "show",
        "ask",
        "timeline",
        "intensity",
        "network",
        "actor",
        "conflicts",
        "query",
    ),
    *("cypher", "browser", "page"),
    "import icews",
    *(f"export {name}" for name in ("graphml", "gexf", "json", "csv", "parquet", "plover", "followthemoney")),
    "export neo4j-admin",
    *("server start", "server stop", "server status", "server import"),
)


def manual() -> str:
    """Return the page."""
    parts = [
        "# Commands\n",
        "Written by `python -m communique.cli.manual`; a test keeps it equal to `--help`.\n",
        _block("kg"),
    ]
    parts += [f"## kg {command}\n\n{_block(command)}" for command in COMMANDS]
    return "\n".join(parts)


def _block(command: str) -> str:
    from communique.cli.app import build

    words = [] if command == "kg" else command.split()
    out = io.StringIO()
    os.environ.update(COLUMNS="100", TERMINAL_WIDTH="100", NO_COLOR="1")
    with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        build([word for word in words if word != "query"])([*words, "--help"], prog_name="kg")
    text = re.sub(r"[ \t]+$", "", out.getvalue(), flags=re.MULTILINE).strip()
    return f"```text\n{text}\n```\n"


if __name__ == "__main__":
    print(manual(), end="")
