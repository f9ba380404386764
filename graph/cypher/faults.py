"""What the engines say of a faulty query, brought to one form: what is wrong, the line, and a mark under the place."""

from __future__ import annotations

import re

from communique.errors import QueryError
from communique.graph.cypher.safety import refused
from communique.graph.cypher.text import Token, fault, tokens

_NEO4J_PLACE = re.compile(r"\s*\(line (\d+), column (\d+)")
_KGLITE_PLACE = re.compile(r" at (?:line (\d+), col (\d+)|position (\d+))")
_KGLITE_TRAILING = re.compile(r'unexpected trailing input after pattern: Identifier\("(\w+)"\)')
_MANY = 4


def stopped(timeout: float) -> QueryError:
    """Return the error for a query that took longer than it may."""
    return QueryError(f"stopped after {timeout:g} s (narrow the pattern, or raise --timeout)")


def out_of_memory() -> QueryError:
    """Return the error for a query that wanted more memory than it may have."""
    return QueryError("the query needed more memory than it may have (narrow the pattern)")


def neo4j_fault(message: str, cypher: str, *, lines_before: int = 0) -> QueryError:
    """Return the error for a message of Neo4j about a text that was sent after some lines of our own."""
    what = message.splitlines()[0] if message else "Neo4j gave no reason"
    place = _NEO4J_PLACE.search(message)
    if place is None:
        return QueryError(what)
    what = _shortened(message[: place.start()].splitlines()[0])
    return fault(cypher, _offset(cypher, int(place[1]) - lines_before, int(place[2])), what)


def kglite_fault(message: str, cypher: str) -> QueryError:
    """Return the error for a message of kglite."""
    if "write clauses" in message:
        return refused("a subquery that writes")
    first = re.sub(r"^(Cypher (syntax|execution)|Schema) error:? ?", "", message.splitlines()[0])
    place = _KGLITE_PLACE.search(message.splitlines()[0])
    if place is None:
        return QueryError(first)
    what = re.sub(r"^at line \d+, col \d+: ", "", first).replace(place[0], "")
    if place[3]:
        # a place in bytes, as Rust counts
        return fault(cypher, len(cypher.encode()[: int(place[3])].decode(errors="ignore")), what)
    at = _offset(cypher, int(place[1]), int(place[2]))
    if trailing := _KGLITE_TRAILING.search(what):
        first_word = _glued(cypher, at, trailing[1])
        return (
            fault(cypher, first_word.at, f"Invalid input {first_word.text!r}")
            if first_word
            else fault(cypher, at, what)
        )
    return fault(cypher, at, what)


def _glued(cypher: str, end: int, words: str) -> Token | None:
    """Return the first of the words before a place that kglite shows as one, as RETRUNn for RETRUN n."""
    found = [token for token in tokens(cypher) if token.at < end]
    for first in range(len(found) - 1, -1, -1):
        if "".join(token.text for token in found[first:]).startswith(words):
            return found[first]
    return None


def _offset(cypher: str, line: int, column: int) -> int:
    lines = cypher.split("\n")
    line = min(max(line, 1), len(lines))
    return sum(len(before) + 1 for before in lines[: line - 1]) + min(max(column, 1) - 1, len(lines[line - 1]))


def _shortened(what: str) -> str:
    """Leave out a list of what Neo4j would have taken, where it is long."""
    wrong, separator, expected = what.partition(": expected ")
    return wrong if separator and len(re.findall(r",| or ", expected)) >= _MANY else what
