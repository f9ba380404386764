"""The server's process: known by its pid and when it began, so that nothing else is ever taken for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from communique.errors import ServerError
from communique.graph.server.home import HOST, Server

RECORD = "server.json"


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs. `already` is true where `start` found it running and started nothing."""

    bolt: str
    http: str
    pid: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What ``home/server.json`` says of the process that `start` began; for `began` see `process_began`."""

    pid: int
    began: str
    bolt_port: int
    http_port: int
    scheme: str = "bolt"

    def alive(self) -> bool:
        """Say whether this very process still runs."""
        return process_began(self.pid) == self.began

    def running(self) -> Running:
        """Return the addresses of the server."""
        return Running(f"{self.scheme}://{HOST}:{self.bolt_port}", f"http://{HOST}:{self.http_port}", self.pid)


def status(home: Path) -> Running | None:
    """Return the server that `start` started in this home and that still runs, or None.

    It may have been started a moment ago and not answer yet. The addresses are those it was started with.
    """
    record = read_record(home)
    return record.running() if record and record.alive() else None


def stop(home: Path, wait: float = 60.0) -> bool:
    """End the server that `start` started in this home; say whether there was one.

    It is asked to stop (SIGTERM), which closes the databases; after `wait` seconds it is killed, which a
    later start repairs from Neo4j's log. A process that merely has the pid of a server long gone is left
    alone.

    Raises
    ------
    ServerError
        The process belongs to somebody else.
    """
    record = read_record(home)
    if record is None:
        return False
    was_alive = record.alive()
    for number, patience in ((signal.SIGTERM, wait), (signal.SIGKILL, 10.0)):
        if record.alive():
            _send(record, number)
            _await_end(record, patience)
    if record.alive():
        raise ServerError(f"the server (process {record.pid}) cannot be ended")
    if read_record(home) == record:  # else another start was quicker
        (home.expanduser() / RECORD).unlink(missing_ok=True)
    return was_alive


def spawn(server: Server, home: Path, command: Sequence[str]) -> Record:
    """Start a command that outlives this process and its terminal, and record it in the home.

    What it prints goes to ``logs/console.log``, which starts empty. The shell between makes it an orphan at
    once: the system collects it when it ends, whatever became of us.
    """
    script = '"$@" </dev/null >"$0" 2>&1 & echo $!'
    shell = ["/bin/sh", "-c", script, str(home / "logs" / "console.log"), *command]
    done = subprocess.run(
        shell, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=True, check=True
    )
    pid = int(done.stdout)
    record = Record(pid, process_began(pid) or "ended at once", server.bolt_port, server.http_port, server.scheme)
    draft = home / f"{RECORD}.tmp"
    draft.write_text(json.dumps(asdict(record)), encoding="utf-8")
    draft.replace(home / RECORD)
    return record


def read_record(home: Path) -> Record | None:
    """Return what the home says of its server, or None where it says nothing that can be read."""
    try:
        return Record(**json.loads((home.expanduser() / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def process_began(pid: int) -> str | None:
    """Return when the process with this pid began, in the system's own words, or None if none runs.

    On Linux: the boot's id and the clock ticks since boot; elsewhere what ps prints, to the second. Good for
    comparing only. A process that has ended and was not collected yet (a zombie) does not run.
    """
    stat = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            fields = stat.read_text(errors="replace").rpartition(")")[2].split()  # a name may hold blanks
            boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        except OSError:
            return None
        return None if fields[0] in "ZX" else f"{boot} {fields[19]}"
    command = ["ps", "-o", "state=,lstart=", "-p", str(pid)]
    told = subprocess.run(command, env=os.environ | {"LC_ALL": "C"}, capture_output=True, text=True).stdout
    state, _, began = told.strip().partition(" ")
    return began.strip() if state and not state.startswith("Z") else None


def _send(record: Record, number: signal.Signals) -> None:
    try:
        os.kill(record.pid, number)
    except ProcessLookupError:
        pass  # it ended by itself just now
    except PermissionError as error:
        raise ServerError(f"the server (process {record.pid}) was started by another user, who can stop it") from error


def _await_end(record: Record, patience: float) -> None:
    end = time.monotonic() + patience
    while record.alive() and time.monotonic() < end:
        time.sleep(0.05)
