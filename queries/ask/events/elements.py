"""The elements that a question is cut into."""

from __future__ import annotations

from dataclasses import dataclass

from communique.queries.ask.events.actors import Mention
from communique.schemas.dates import Edtf

WAS = ("was", "were", "is", "are")
HAVE = ("have", "has", "had", "having")


class Unread(Exception):
    """Why a question, or a part of it, cannot be read."""


@dataclass(frozen=True, slots=True)
class Element:
    """A run of words: `type` is name, date, act, word (unknown), possessive, comma, stop, or one of words.yaml's.

    For an act, `value` is its code and `other` what the words are where another act stands beside them; `turned` where
    the subject is the other side.
    """

    type: str
    words: str
    at: int
    value: str = ""
    forms: frozenset[str] = frozenset()
    other: str = ""
    turned: bool = False
    mention: Mention | None = None
    date: Edtf | None = None


Elements = list[Element]
