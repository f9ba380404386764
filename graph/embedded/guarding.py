"""Starts the child process that runs a user's query on an embedded store, and tells how it ended."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from communique.errors import QueryError
from communique.graph.cypher.faults import out_of_memory, stopped
from communique.graph.store import Result

# For the interpreter to start and the graph to be opened; the query's own time-out begins after that.
OPENING = 60.0


def read_guarded(path: Path, cypher: str, parameters: dict[str, Any], timeout: float, limit: int) -> Result:
    """Return the rows of a text that `refuse_unsafe` let pass."""
    request = {"path": str(path), "cypher": cypher, "parameters": parameters, "timeout": timeout, "limit": limit}
    # -P: what lies in the folder one works in is not imported.
    command = [sys.executable, "-P", "-m", "communique.graph.embedded.guarded"]
    try:
        child = subprocess.run(
            command, input=pickle.dumps(request), capture_output=True, timeout=timeout + OPENING, check=False
        )
    except subprocess.TimeoutExpired:
        raise stopped(timeout) from None
    if child.returncode:
        raise _ended(child.returncode, child.stderr.decode(errors="replace"), timeout)
    answer = json.loads(child.stdout)
    if "error" in answer:
        raise QueryError(answer["error"])
    return Result(answer["columns"], answer["rows"], answer["cut"])


def _ended(code: int, said: str, timeout: float) -> QueryError:
    """Return the error for a child that a signal ended: the alarm, a full stack, or memory that ran out."""
    import signal

    if code == -getattr(signal, "SIGALRM", 0):
        return stopped(timeout)
    if code == -signal.SIGSEGV or "overflowed its stack" in said:
        return QueryError("the query is nested or chained too deep (write it in smaller steps)")
    if "memory allocation" in said or "MemoryError" in said or code == -getattr(signal, "SIGKILL", 0):
        return out_of_memory()
    last = said.strip().splitlines()[-1:] or [f"exit {code}"]
    return QueryError(f"the engine failed on this query ({last[0]})")
