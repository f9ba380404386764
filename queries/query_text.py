"""What a query's Cypher takes and returns, read off its text."""

from __future__ import annotations

import re

from communique.graph.cypher_text import bare_text


def parameters_used(cypher: str) -> set[str]:
    """Return the names of the parameters in a text, those in strings and comments left out.

    >>> parameters_used("MATCH (a {id: $act}) WHERE a.name <> '$x' RETURN a.id AS id // $y")
    {'act'}
    """
    return set(re.findall(r"\$(\w+)", bare_text(cypher)))


def returned_columns(cypher: str) -> list[str]:
    """Return the names of the columns that Cypher returns, in order.

    >>> returned_columns("MATCH (a) RETURN DISTINCT a.id AS act, coalesce(a.x, a.y) AS name, who ORDER BY act")
    ['act', 'name', 'who']
    """
    text = _without_brackets(bare_text(cypher))
    last = re.split(r"\bRETURN\b(?:\s+DISTINCT\b)?", text)[1:]
    items = re.split(r"\b(?:ORDER BY|SKIP|LIMIT)\b", last[-1])[0].split(",") if last else []
    return [item.split()[-1] for item in items if item.split()]


def _without_brackets(text: str) -> str:
    before = ""
    while before != text:
        before, text = text, re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}", "", text)
    return text
