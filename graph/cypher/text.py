"""Cypher as a list of words and signs, so that a rule never mistakes what stands in a string for a clause.

Both engines are read alike. Where they would read a text differently (an escape that ends a string on one of
them, block comments), the text is refused, or made such that they agree: comments are blanked before it runs.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from communique.errors import QueryError

LONGEST = 20_000
_PIECES = re.compile(
    r"""(?P<STRING>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<NAME>`(?:[^`]|``)*`)
      | (?P<COMMENT>//[^\r\n]*|/\*.*?\*/)
      | (?P<PARAMETER>\$(?:\d+|\w+|`(?:[^`]|``)*`))
      | (?P<NUMBER>\d+)
      | (?P<WORD>\w+)
      | (?P<SPACE>\s+)
      | (?P<SIGN>/\*|.)""",
    re.DOTALL | re.VERBOSE,
)
_UNENDED = {"'": "this string does not end", '"': "this string does not end"} | {
    "`": "this name in backticks does not end",
    "/*": "this comment does not end (write */)",
}
_SIGNS = frozenset("()[]{}.,:;|+-*/%^=<>!~$&?@#")
_ESCAPE = re.compile(r"\\(?:(u)([0-9a-fA-F]{4})?|.)", re.DOTALL)


class Kind(Enum):
    """What a piece of Cypher is; NAME is one in backticks."""

    STRING = "STRING"
    NAME = "NAME"
    PARAMETER = "PARAMETER"
    NUMBER = "NUMBER"
    WORD = "WORD"
    SIGN = "SIGN"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Cypher and where it begins; `word` is how a rule compares it: capitals, full-width made plain."""

    kind: Kind
    text: str
    at: int

    @property
    def word(self) -> str:
        """Return a word or a name in capitals, without backticks, and a sign as it is."""
        plain = self.text[1:-1].replace("``", "`") if self.kind is Kind.NAME else self.text
        return unicodedata.normalize("NFKC", plain).upper()

    @property
    def named(self) -> bool:
        """Say whether it can be a name: a word, or something in backticks."""
        return self.kind in (Kind.WORD, Kind.NAME)


def tokens(cypher: str) -> list[Token]:
    """Return the pieces of a text, spaces and comments left out.

    >>> [token.text for token in tokens("RETURN 'LOAD CSV' AS a // ; CREATE")]
    ['RETURN', "'LOAD CSV'", 'AS', 'a']

    Raises
    ------
    QueryError
        Where a string or comment does not end, and for what the engines would read differently.
    """
    found = []
    for piece in _PIECES.finditer(cypher):
        kind, text = str(piece.lastgroup), piece.group()
        if kind in ("SPACE", "COMMENT"):
            continue
        if kind == "SIGN":
            _check_sign(cypher, text, piece.start())
        elif kind in ("STRING", "NAME") and "\\" in text:
            _check_escapes(cypher, text, piece.start(), string=kind == "STRING")
        found.append(Token(Kind(kind), text, piece.start()))
    return found


def _check_sign(cypher: str, sign: str, at: int) -> None:
    if sign in _UNENDED:
        raise fault(cypher, at, _UNENDED[sign])
    if sign == "\\":
        raise fault(cypher, at, "a backslash outside of a string (write the character itself)")
    if sign not in _SIGNS:
        shown = f"{sign!r} (U+{ord(sign):04X})" if sign.isprintable() else f"U+{ord(sign):04X}"
        hint = " (strings stand in ' or \")" if sign in "‘’“”＇＂" else ""
        raise fault(cypher, at, f"{shown} is no sign of Cypher{hint}")


def _check_escapes(cypher: str, text: str, at: int, *, string: bool) -> None:
    for escape in _ESCAPE.finditer(text):
        if not escape[1]:
            continue
        letter = chr(int(escape[2], 16)) if escape[2] else ""
        if not letter and string:
            raise fault(cypher, at + escape.start(), "\\u wants four hexadecimal digits (write \\\\u for the letters)")
        if not string or letter in "'\"\\" or "\ud800" <= letter <= "\udfff":
            raise fault(cypher, at + escape.start(), f"the escape {escape[0]} (write the character itself)")


def without_comments(cypher: str) -> str:
    """Return a text of the same length with its comments blanked, so that places in it stay what they are.

    >>> without_comments("RETURN 1 /* one */ AS a")
    'RETURN 1           AS a'
    """
    return _PIECES.sub(lambda p: re.sub(r"[^\r\n]", " ", p[0]) if p.lastgroup == "COMMENT" else p[0], cypher)


def bare_text(cypher: str) -> str:
    """Return Cypher with strings, quoted names and comments taken out.

    >>> bare_text("MATCH (n {name: 'LOAD CSV'}) // ; \\nRETURN n").split()
    ['MATCH', '(n', '{name:', '})', 'RETURN', 'n']
    """
    return _PIECES.sub(lambda p: " " if p.lastgroup in ("STRING", "NAME", "COMMENT") else p[0], cypher)


def fault(cypher: str, at: int, what: str) -> QueryError:
    """Return an error that shows where in the text it is: the line, and a mark under the place.

    >>> print(fault("MATCH (n)\\nRETRUN n", 10, "Invalid input 'RETRUN'"))
    Invalid input 'RETRUN' (line 2, column 1)
        RETRUN n
        ^
    """
    start = cypher.rfind("\n", 0, at) + 1
    line = cypher[start:].split("\n", 1)[0].rstrip("\r")
    column = at - start
    first = max(0, column - 60)
    shown = "".join(c if c.isprintable() else " " for c in line[first : first + 100])
    number = cypher.count("\n", 0, at) + 1
    return QueryError(f"{what} (line {number}, column {column + 1})\n    {shown}\n    {' ' * (column - first)}^")
