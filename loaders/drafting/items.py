"""Cuts a paragraph into sentences, and a sentence into items: names, acts, dates, figures; longest match first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.loaders.drafting.lexicon import Lexicon, Sense
from communique.schemas.date_words import DateWords, find_dates
from communique.schemas.names import normalize, straighten
from communique.schemas.quantities import read_number, read_quantity

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Za-z]{1,3}-\d+\w*|\d[\d.,]*\d|'s\b|[^\W_]+(?:'[^\W\ds_]\w*)?|[^\w\s]")
_END = re.compile(r"[.!?]+[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])")
_NAMES = ("actor", "office", "place", "topic", "demonym")
_ACTS = ("kind", "light", "plain")
# The first of these that words can be is what they are taken for.
_TYPES = (
    ("name", ("actor", "office", "place", "demonym", "pronoun", "role")),
    ("according", ("according",)),
    ("act", _ACTS),
    ("name", ("topic",)),
    ("word", ("unit",)),
)
MAX_ITEMS = 400


@dataclass(slots=True)
class Item:
    """A run of words: `type` is name, act, according, date, figure, word or
    punctuation; `start`, `stop` its place in the text."""

    type: str
    words: str
    start: int
    stop: int
    senses: list[Sense] = field(default_factory=list)
    date: DateWords | None = None
    figure: tuple[str, str] | None = None
    capital: bool = False

    def ids(self, *sorts: str) -> list[str]:
        """Return the ids that it can mean of these sorts."""
        return list(dict.fromkeys(s.id for s in self.senses if s.sort in sorts))

    def forms(self, *sorts: str) -> set[str]:
        """Return the grammatical forms that it can be of these sorts."""
        return {s.form for s in self.senses if s.sort in sorts}


def read_sentences(paragraph: str, abbreviations: list[str]) -> Iterator[str]:
    """Yield the sentences of a paragraph, with straight quotes and single spaces."""
    text = straighten(paragraph)
    start = 0
    for end in _END.finditer(text):
        before = re.search(r"([\w.]*)$", text[max(start, end.start() - 20) : end.start()])
        word = before[1].lower() if before else ""
        if text[end.start()] == "." and (word in abbreviations or "." in word or (len(word) == 1 and word.isalpha())):
            continue
        yield text[start : end.end()].strip()
        start = end.end()
    if text[start:].strip():
        yield text[start:].strip()


def read_items(sentence: str, lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence; at most `MAX_ITEMS` words are read."""
    dates = find_dates(sentence)
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(sentence)][:MAX_ITEMS]
    words = [_plain(token) for token, _, _ in tokens]
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        date = next((d for d in dates if d.start <= tokens[at][1] < d.stop), None)
        if date:
            stop = at + 1
            while stop < len(tokens) and tokens[stop][1] < date.stop:
                stop += 1
            items.append(Item("date", date.words.lower(), tokens[at][1], tokens[stop - 1][2], date=date))
        else:
            item, stop = _longest(tokens, words, at, lexicon, dates)
            items.append(item)
        at = stop
    return items


def _plain(token: str) -> str:
    if token == "'s" or token[0].isdecimal() or not any(c.isalnum() for c in token):
        return token.lower()
    return normalize(token)


def _longest(
    tokens: list[tuple[str, int, int]], words: list[str], at: int, lexicon: Lexicon, dates: list[DateWords]
) -> tuple[Item, int]:
    start = tokens[at][1]
    stop = at + 1
    reach = min(len(tokens), at + lexicon.longest + 2)
    while stop < reach and words[stop][:1].isalnum() | (words[stop] == "'s") | (words[stop] in "-/"):
        if any(d.start <= tokens[stop][1] < d.stop for d in dates):
            break
        stop += 1
    capital = tokens[at][0][:1].isupper()
    if words[at][:1].isalnum():
        if figure := _figure(tokens, words, at, stop, lexicon):
            return figure
        for end in range(stop, at, -1):
            run = [w for w in words[at:end] if w not in "-/"]
            if not run or words[end - 1] in ("'s", "-", "/"):
                continue
            joined = " ".join(run).replace(" 's", "'s")
            if senses := _senses(joined, tokens[at][0], lexicon):
                sort = next(t for t, sorts in _TYPES if any(s.sort in sorts for s in senses))
                return Item(sort, joined, start, tokens[end - 1][2], senses, capital=capital), end
    sort = "word" if words[at][:1].isalnum() or words[at] == "'s" else "punctuation"
    return Item(sort, words[at], start, tokens[at][2], capital=capital), at + 1


def _senses(joined: str, first: str, lexicon: Lexicon) -> list[Sense]:
    """Return what words mean: a name only as it is written, which tells "US" from "us" and a name from a verb."""
    senses = lexicon.senses.get(joined, [])
    capital = first[:1].isupper() or first[:1].isdigit()
    if joined == "us" and first not in ("US", "U.S."):
        return []
    named = [s for s in senses if s.sort in _NAMES and (capital or s.form != "capital")]
    others = [s for s in senses if s.sort not in _NAMES]
    if named and (capital or not others):
        return named
    return [*others, *(s for s in named if s.sort == "topic")]


def _figure(
    tokens: list[tuple[str, int, int]], words: list[str], at: int, stop: int, lexicon: Lexicon
) -> tuple[Item, int] | None:
    """Return a figure with its unit: "more than 10 hours"; of "four Chinese bombers", the number's item with both."""
    first = next((n for n in range(at, min(at + 3, stop)) if read_number(words[n]) is not None), None)
    if first is None or (first > at and read_quantity(" ".join(words[at : first + 1])) is None):
        return None
    for begin in range(first + 1, min(stop, first + 7)):
        for end in range(min(stop, begin + 3), begin, -1):
            unit = lexicon.vocabulary.units_by_name.get(" ".join(words[begin:end]))
            if unit and lexicon.attribute_of(unit) and read_number(words[begin]) is None:
                said = " ".join([*words[at : first + 1], *words[begin:end]])
                if begin > first + 1:
                    # What stands between is read for itself: "four Chinese bombers".
                    between = Item("figure", said, tokens[at][1], tokens[first][2], figure=(said, unit))
                    return between, first + 1
                return Item("figure", said, tokens[at][1], tokens[end - 1][2], figure=(said, unit)), end
        if any(s.sort == "kind" for s in lexicon.senses.get(words[begin], [])) or words[begin] in (
            "of",
            "and",
            "to",
            "in",
        ):
            break
    return None
