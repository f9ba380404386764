"""What a query's Cypher takes and returns, read off its text."""

from __future__ import annotations

import re

from communique.graph.cypher.text import Kind, bare_text, tokens


def parameters_used(cypher: str) -> set[str]:
    """Return the names of the parameters in a text, those in strings and comments left out.

    >>> parameters_used("MATCH (a {id: $act}) WHERE a.name <> '$x' RETURN a.id AS id // $y")
    {'act'}
    """
    return set(re.findall(r"\$(\w+)", bare_text(cypher)))


def with_variables(cypher: str) -> str:
    """Return Cypher with a variable of the same name in the place of each parameter, strings and comments left alone.

    >>> with_variables("MATCH (a {id: $act}) WHERE a.name <> '$act' RETURN a // $act")
    "MATCH (a {id: act}) WHERE a.name <> '$act' RETURN a // $act"
    """
    for token in reversed(list(tokens(cypher))):
        if token.kind is Kind.PARAMETER:
            end = token.at + len(token.text)
            cypher = cypher[: token.at] + token.text[1:] + cypher[end:]
    return cypher


def variables(cypher: str) -> set[str]:
    """Return the names that a text uses as variables; `$one AS one` hands a parameter on and introduces none.

    >>> sorted(variables("MATCH (a:Act {id: $act}) WITH $act AS act, a.date AS day WHERE date($act) = day RETURN a"))
    ['a', 'day']
    """
    text = re.sub(r"\$(\w+) AS \1\b|\$\w+|(?<=[{,])\s*\w+\s*:", "", bare_text(cypher))  # nor do the keys of a map
    return {name for name in re.findall(r"(?<![.:|\w])[a-z_]\w*(?![\w(])", text)}


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
