"""Cuts text into plain words: names and questions are cut alike, so that they can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from communique.schemas.names import straighten
from communique.schemas.stems import stem

_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_PREFIX = re.compile(r"(?<=\bnon)-(?=\w)")
_WOULD_BE = re.compile(r"\bwould-be\b")
_CONTRACTED = re.compile(r"\b(who|what|when|which|where|that|it|there)'s\b", re.IGNORECASE)
# "Who's talked with China" has talked, unless it was by somebody.
_HAS = re.compile(
    r"\b(who|what|which|that|it)'s(?= (?:(?:ever|first|last|recently|already|also|since|just|most recently) )?"
    r"(?:(?!need|speed)[a-z]+ed|been|had|made|met|said|told|spoken|held|given|gone|come|paid|sent|taken|shown|put|sought"
    r"|fought|spoken|expressed|thrown|begun|hit|laid|set|got|gotten|won|sat)\b(?![^;?]*\bby\b))",
    re.IGNORECASE,
)
# "China found itself accused" was accused.
_FOUND = re.compile(r"\b(?:(finds?)|(found)|(finding)) (?:it|him|her|them|one)(?:self|selves)\b", re.IGNORECASE)
# "They'd like" would, "they'd been" and "they'd visited" had.
_PAST = (
    r"\w+(?:ed|wn|en)|had|done|made|said|told|met|paid|sent|come|gone|got|put|held|hit|sat|left|found|heard|begun|become"
    r"|brought|sought|fought|set|won|spent|lent|meant|kept|led|\w+ly|just|last|first|ever|once|also|most|then"
)
_WOULD = re.compile(rf"(?<=\w)'d(?= (?!(?:{_PAST})\b)[a-z])", re.IGNORECASE)
# "wasn't" is "was not", "can't" and "won't" are "can not" and "will not".
_NOT = re.compile(r"\b(?:(ca)|(wo)|(?=\w+n't))(\w*?)n't\b")
_HAD = re.compile(r"(?<=\w)'d\b", re.IGNORECASE)
_SHORTENED = re.compile(r"(?<=\w)'(?:ll|ve|re|m)\b", re.IGNORECASE)
_TOKEN = re.compile(r"\0\d+\0|'s\b|(?<=s)'(?!\w)|[^\W_]+|[,;?]")
# Words in names that may come and go.
LINKS = frozenset(("of", "the", "'s", "'", "and", "or", "for", "in", "a", "an", "to", "at", "on", "from"))
_SPELLINGS = (
    ("oe", "o"),
    ("ue", "u"),
    ("ae", "a"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("centre", "center"),
    ("isation", "ization"),
)
POSSESSIVE = ("'s", "'")
# What ends a sentence, or sets a topic apart: not the dot of "Dr." or of an initial.
_SENTENCE = re.compile(
    r"(?<=[^\W_]{3})(?:\.|!)(?=\s|$)|(?<=\b(?:to|it|so|do|by|in|on|up|us|is|go|me|he|we))[.!](?=\s|$)|(?<=\w[\"'])[.!](?=\s|$)|(?<=[\d\0\)])\s?[.!](?=\s|$)|:(?=\s|$)|\?|\.\.+|…|—|\s--?(?=\s+(?:who|what|which|when|in|on|to|from|with|by)\b)|\s–\s",
    re.IGNORECASE,
)


_ASKS = "(?:who|whom|whose|which|what|when)"
# "but" that leads to the question, not "all but China".
_BUT = re.compile(
    rf",\s+so\b(?=\s+(?:by\s+|to\s+|with\s+|from\s+)?{_ASKS}\b)|,\s+but\b(?!\s+(?:not|for|no|excluding|without)\b)|\bbut\b(?=\s+(?:by\s+|to\s+|with\s+|from\s+)?{_ASKS}\b)",
    re.I,
)
# "up to (not including) May"
_ASIDE_LIMIT = re.compile(r"\b(up to|until|till)[\s,]*\(?\s*(?:but )?(not including|excluding)\s*\)?,?(?=\s)", re.I)
_DASH = re.compile(r"\s(?:--?|–|—)\s(?!\s*(?:who|what|which|when|in|on|to|from|with|by)\b)", re.IGNORECASE)
# "visits, Iran -> Iraq" is "visits, Iran to Iraq"; "Iraq / visits / 2010" is "Iraq, visits, 2010".
_ASKED_ARROW = re.compile(r"\?\s*(?:->|=>|→|-->)|(?:->|=>|→|-->)\s*\?")
_ARROW = re.compile(r"\s*(?:->|=>|→|-->)\s*")
_STROKE = re.compile(r"\s+[/|]\s+")
_BRACKETS = str.maketrans("()[]", ",,,,")


def plain(text: str) -> str:
    """Return the text in lower case, without accents and dots of abbreviations, with straight quotes."""
    text = _ABBREVIATION.sub(lambda m: m[0].replace(".", ""), straighten(text)).casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _PREFIX.sub("", _WOULD_BE.sub("aspiring", text))


def mark_sentences(text: str) -> str:
    """Return the text with a semicolon where a sentence ends, a comma for brackets.

    >>> mark_sentences("Kuwait, 2012: who came? Dr. No did (twice).")
    'Kuwait, 2012; who came; Dr. No did ,twice,;'
    """
    text = _ASKED_ARROW.sub(lambda m: " by whom toward " if m[0][0] == "?" else " toward whom", text)
    text = _STROKE.sub(", ", _ARROW.sub(" toward ", text))
    text = _DASH.sub(", ", text)
    text = _ASIDE_LIMIT.sub(r"\1 \2", text)
    return _SENTENCE.sub(";", _BUT.sub(";", text)).translate(_BRACKETS)


def cut(text: str) -> list[str]:
    """Return the words of a text; a possessive and a comma stand by themselves.

    >>> cut("Thailand’s Ministry of Defence, who's first?")
    ['thailand', "'s", 'ministry', 'of', 'defence', ',', 'who', 'is', 'first', '?']
    """
    text = _HAD.sub(" had", _WOULD.sub(" would", _found(_denied(plain(text)))))
    return _TOKEN.findall(_SHORTENED.sub("", _CONTRACTED.sub(r"\1 is", _HAS.sub(r"\1 has", text))))


def _denied(text: str) -> str:
    return _NOT.sub(lambda m: f"{'can' if m[1] else 'will' if m[2] else m[3]} not", text)


def _found(text: str) -> str:
    return _FOUND.sub(lambda m: "is" if m[1] else "was" if m[2] else "being", text)


def phrase(text: str) -> str:
    """Return the words of a name, joined by spaces: what names are looked up by as they are written."""
    return " ".join(t for t in cut(text) if t != ",")


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """Return what a word of a name is compared by: its stem, the singular of "men"."""
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    if word in ("men", "women"):
        return word[:-2] + "an"
    if word.endswith("men") and len(word) > 5:
        return stem(word[:-2] + "an")
    return stem(singular) if (singular := stem(word)) == word[:-1] and word[-1:] == "s" else singular


def bag(words: list[str]) -> str:
    """Return the words of a name in an order of their own: what names are looked up by in any order.

    >>> bag(cut("Ministry of Defence")) == bag(cut("the defense ministry"))
    True
    """
    return " ".join(sorted({root(w) for w in words if w not in LINKS and w.isalnum()}))
