"""Runs the kg command as a person would, in a process of its own, and measures it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

KG = str(Path(sys.executable).parent / "kg")


class Ran(NamedTuple):
    """What a command took, in seconds, how large it grew at most, in MB, and the lines that it printed."""

    seconds: float
    memory: float
    lines: list[str]


def kg(*arguments: str) -> Ran:
    """Run a kg command; its memory is read while it runs: what the system keeps is its parent's, where that is larger.

    Raises
    ------
    SystemExit
        When the command failed; with what it said.
    """
    memory = 0.0
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        process = subprocess.Popen([KG, *arguments], stdout=said, stderr=subprocess.STDOUT)
        status = Path(f"/proc/{process.pid}/status")
        while process.poll() is None:
            with suppress(OSError, StopIteration):
                peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
                memory = int(peak.split()[1]) / 1024
            time.sleep(0.05)
        seconds = time.perf_counter() - begun
        said.seek(0)
        lines = said.read().strip().splitlines()
    if process.returncode:
        raise SystemExit(f"kg {' '.join(arguments)} failed: {' | '.join(lines[-3:])}")
    return Ran(seconds, memory, lines)
