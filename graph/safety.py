"""Refuses in a user's Cypher what no engine setting stops: files read by LOAD CSV, a second statement."""

from __future__ import annotations

import re
import unicodedata

from communique.errors import QueryError

QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`]|``)*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
_REFUSED = {
    r"\bLOAD\s+CSV\b": "LOAD CSV reads files",
    r";\s*\S": "a second statement after ';'",
    r"\bFORMAT\s+CSV\b": "FORMAT CSV changes what comes back",
    r"\bUSE\s+[\w.]+\s+(?:MATCH|RETURN|WITH|CALL|UNWIND|OPTIONAL)\b": "USE reaches into another database",
    r"\bIN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS\b": "CALL ... IN TRANSACTIONS writes",
}


def bare_text(cypher: str) -> str:
    """Return Cypher with strings, quoted names and comments taken out, full-width letters made plain.

    >>> bare_text("MATCH (n {name: 'LOAD CSV'}) // ; \\nRETURN n").split()
    ['MATCH', '(n', '{name:', '})', 'RETURN', 'n']
    """
    return unicodedata.normalize("NFKC", QUOTED.sub(" ", unicodedata.normalize("NFKC", cypher)))


def refuse_unsafe(cypher: str) -> None:
    """Raise where a text holds what is refused on every store.

    Raises
    ------
    QueryError
        With what was refused.
    """
    if not cypher.strip():
        raise QueryError("an empty query (try: MATCH (a:Act) RETURN a.name AS name LIMIT 5)")
    bare = bare_text(cypher)
    for pattern, why in _REFUSED.items():
        if re.search(pattern, bare, re.IGNORECASE):
            raise QueryError(f"refused: {why} (queries here only read the graph)")
