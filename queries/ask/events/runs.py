"""Runs of words in a question that can be the name of somebody."""

from __future__ import annotations

from collections.abc import Iterator

from communique.queries.ask.events.tokens import LINKS

_LONGEST = 14
ENDS = (";", "?")
_STOPS = (",", *ENDS)


def is_plural(word: str) -> bool:
    """Say whether a word is a plural, which is no verb behind "did": "did Iranian businesses"."""
    return word.endswith("s") and not word.endswith("ss")


def as_said(words: list[str]) -> str:
    """Return words as they were written, but for capitals."""
    return " ".join(words).replace(" '", "'").replace(" ,", ",")


def skipped(words: list[str], at: int) -> int:
    """Return where the next word stands that does not only link."""
    while at < len(words) and words[at] in LINKS:
        at += 1
    return at


def named_twice(roots: list[str]) -> bool:
    """Say whether a run has a word twice."""
    there = [r for r in roots if r]
    return len(set(there)) < len(there)


def runs_of(words: list[str]) -> Iterator[str]:
    """Yield the runs of up to five words."""
    for start in range(len(words)):
        for stop in range(start + 1, min(len(words), start + 5) + 1):
            yield " ".join(words[start:stop])


def bag_of(roots: list[str]) -> str:
    """Return roots in an order of their own: what names are looked up by in any order."""
    return " ".join(sorted({r for r in roots if r}))


def windows_of(words: list[str], known: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the runs that a name can be: they neither begin nor end with a word that links, nor go past a date.

    All their words are `known` from some name.
    """
    for start, word in enumerate(words):
        if word in LINKS or not word[0].isalnum() or not known[start]:
            continue
        for stop in range(start + 1, min(len(words), start + _LONGEST) + 1):
            last = words[stop - 1]
            if not known[stop - 1] or last in ENDS:
                break
            if last in LINKS or last in _STOPS:
                continue
            yield start, stop
