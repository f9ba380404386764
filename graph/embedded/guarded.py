"""A child process that runs one user's query on an embedded store: read-only, no files, bounded in memory and time.

It reads a pickled request from standard input, which its parent made, and writes ``{columns, rows, cut}`` or
``{error}`` as JSON.
"""

from __future__ import annotations

import json
import pickle
import signal
import sys
from contextlib import suppress
from typing import Any

from communique.errors import QueryError
from communique.graph.cypher.answer_size import AnswerSize
from communique.graph.cypher.faults import kglite_fault, out_of_memory, stopped
from communique.graph.cypher.safety import refused_write
from communique.graph.values import as_json, native

MEMORY = 4 << 30
GRACE = 2.0


def main() -> None:
    """Answer the one request."""
    request = pickle.load(sys.stdin.buffer)
    _bound_memory()
    try:
        answer = _run(request)
    except MemoryError:
        answer = {"error": str(out_of_memory())}
    except QueryError as error:
        answer = {"error": str(error)}
    json.dump(answer, sys.stdout)


def _bound_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _close_the_doors(timeout: float) -> None:
    """Let this process open no file and start no program any more, and end it where the engine does not stop."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(AttributeError):
        signal.setitimer(signal.ITIMER_REAL, timeout + GRACE)


def _run(request: dict[str, Any]) -> dict[str, Any]:
    import kglite

    cypher, timeout, limit = request["cypher"], request["timeout"], request["limit"]
    kglite.set_query_warning_policy("silent")
    graph = kglite.load(request["path"])
    graph.read_only(True)
    _close_the_doors(timeout)
    try:
        found = graph.cypher(
            cypher, params=request["parameters"], timeout_ms=max(1, int(timeout * 1000)), row_limit=limit + 1
        )
    except kglite.CypherTimeoutError:
        return {"error": str(stopped(timeout))}
    except kglite.ReadOnlyError:
        return {"error": str(refused_write(cypher))}
    except (kglite.KgError, ValueError, TypeError, RecursionError, OverflowError) as error:
        return {"error": str(kglite_fault(str(error), cypher))}
    if isinstance(found, str):
        return {"error": "refused: FORMAT changes what comes back"}
    columns, size = list(found.columns), AnswerSize()
    rows = [size.added({c: as_json(native(row[c])) for c in columns}) for row in found]
    return {"columns": columns, "rows": rows[:limit], "cut": len(rows) > limit}


if __name__ == "__main__":
    main()
