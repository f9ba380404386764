"""A child process that runs one user's query on an embedded store: read-only, bounded in memory and time.

It reads a request as JSON from standard input and writes ``{columns, rows, cut}`` or ``{error}``.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import Any

from communique.graph.values import as_json, native

MEMORY = 4 << 30


def main() -> None:
    """Answer the one request."""
    request = json.load(sys.stdin)
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = _run(request)
    except MemoryError:
        answer = {"error": "the query needed more memory than it may have (narrow the pattern)"}
    json.dump(answer, sys.stdout)


def _run(request: dict[str, Any]) -> dict[str, Any]:
    import warnings

    import kglite

    warnings.simplefilter("ignore")
    graph = kglite.load(request["path"])
    graph.read_only(True)
    try:
        found = graph.cypher(
            request["cypher"],
            params=request["parameters"],
            timeout_ms=int(request["timeout"] * 1000),
            row_limit=request["limit"] + 1,
        )
    except kglite.CypherTimeoutError:
        return {"error": f"stopped after {request['timeout']:g} s (narrow the pattern, or raise --timeout)"}
    except kglite.ReadOnlyError:
        return {"error": "refused: this query writes (queries here only read the graph)"}
    except (kglite.KgError, ValueError, TypeError) as error:
        return {"error": str(error)}
    if isinstance(found, str):
        return {"error": "refused: FORMAT changes what comes back"}
    columns = list(found.columns)
    rows = [{c: as_json(native(row[c])) for c in columns} for row in found]
    return {"columns": columns, "rows": rows[: request["limit"]], "cut": len(rows) > request["limit"]}


if __name__ == "__main__":
    main()
