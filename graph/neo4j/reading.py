"""A user's query on Neo4j: planned first, run only when its plan reads, and given up when the server hangs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Thread
from typing import Any

from communique.graph.cypher.answer_size import AnswerSize
from communique.graph.cypher.faults import neo4j_fault, out_of_memory, stopped
from communique.graph.cypher.safety import check_procedure, refused, refused_write
from communique.graph.store import Result
from communique.graph.values import as_json, native

GRACE = 3.0
_OUT = re.compile(r"LoadCSV|Show|Terminate|Transaction|AdministrationCommand|Remote")
_STOPPED = re.compile(r"Terminated|TimedOut|Timeout")
_MEMORY = re.compile(r"OutOfMemory|MemoryPool|MemoryLimit")


def read_untrusted(
    session: Callable[[], AbstractContextManager[Any]],
    cypher: str,
    parameters: dict[str, Any],
    timeout: float,
    limit: int,
) -> Result:
    """Return the rows of a text that `refuse_unsafe` let pass.

    The server's time-out does not stop its parser and planner, which some texts overflow or keep busy for
    hours without an answer: so the wait itself ends, a little after the time-out.
    """

    def work() -> Result:
        with session() as open_session, _faults(cypher, timeout, lines_before=1):
            _check_plan(_plan(open_session, cypher, parameters, timeout), cypher)
        with session() as open_session:
            result: Result = open_session.execute_read(_reading(cypher, parameters, timeout, limit))
            return result

    return _awaited(work, timeout)


def _plan(session: Any, cypher: str, parameters: dict[str, Any], timeout: float) -> Any:
    import neo4j

    return session.run(neo4j.Query(f"EXPLAIN\n{cypher}", timeout=timeout), parameters).consume()


def _check_plan(summary: Any, cypher: str) -> None:
    """Raise where the server says that a text writes, or where a step of its plan leaves the graph."""
    for step in _steps(summary.plan):
        operator, details = step["operatorType"].split("@")[0], step.get("args", {}).get("Details", "")
        if operator == "ProcedureCall":
            check_procedure(details.split("(")[0].strip())
        elif _OUT.match(operator):
            raise refused(f"{operator} is no reading of the graph")
    if summary.query_type != "r":
        raise refused_write(cypher)


def _steps(plan: Any) -> Iterator[Any]:
    if plan:
        yield plan
        for child in plan.get("children", []):
            yield from _steps(child)


def _reading(cypher: str, parameters: dict[str, Any], timeout: float, limit: int) -> Callable[[Any], Result]:
    import neo4j

    @neo4j.unit_of_work(timeout=timeout)
    def work(transaction: Any) -> Result:
        with _faults(cypher, timeout):
            found = transaction.run(cypher, parameters)
            columns, size = list(found.keys()), AnswerSize()
            result = Result(columns)
            for record in found:
                if len(result.rows) == limit:
                    result.cut = True
                    break
                result.rows.append(size.added({c: as_json(native(record[c])) for c in columns}))
            return result

    return work


@contextmanager
def _faults(cypher: str, timeout: float, lines_before: int = 0) -> Iterator[None]:
    """Turn what is the query's own fault into a QueryError; the connection's faults pass."""
    from neo4j import exceptions

    try:
        yield
    except exceptions.Neo4jError as error:
        code, message = error.code or "", error.message or str(error)
        if _STOPPED.search(code):
            raise stopped(timeout) from None
        if _MEMORY.search(code) or "OutOfMemoryError" in message:
            raise out_of_memory() from None
        if code.startswith(("Neo.ClientError.Security", "Neo.ClientError.Database", "Neo.TransientError")):
            raise
        raise neo4j_fault(message, cypher, lines_before=lines_before) from None


def _awaited(work: Callable[[], Result], timeout: float) -> Result:
    """Do work in a thread of its own and return what it gives, or give it up some seconds after the time-out."""
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(timeout + GRACE)
    if thread.is_alive():
        raise stopped(timeout)
    if errors:
        raise errors[0]
    return results[0]
