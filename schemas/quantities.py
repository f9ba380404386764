"""Figures in words: "more than 10 hours", "6 bombers", "double"; text that holds none stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass

COMPARATORS = {
    "more than": ">",
    "over": ">",
    "above": ">",
    "at least": ">=",
    "no fewer than": ">=",
    "no less than": ">=",
    "less than": "<",
    "fewer than": "<",
    "under": "<",
    "below": "<",
    "at most": "<=",
    "up to": "<=",
    "no more than": "<=",
    "about": "~",
    "around": "~",
    "some": "~",
    "nearly": "~",
    "almost": "~",
    "roughly": "~",
    "approximately": "~",
    "exactly": "=",
}
RATIOS = {"half": 0.5, "double": 2.0, "twice": 2.0, "triple": 3.0, "three times": 3.0, "four times": 4.0}
# Words for a number that nobody counted, each with the least that it means.
VAGUE = {
    "a couple of": 2,
    "a few": 3,
    "several": 3,
    "dozens of": 24,
    "dozens": 24,
    "scores of": 40,
    "hundreds of thousands of": 200_000,
    "tens of thousands of": 20_000,
    "hundreds of": 200,
    "hundreds": 200,
    "thousands of": 2_000,
    "thousands": 2_000,
    "millions of": 2_000_000,
    "millions": 2_000_000,
}
NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_AND_A_HALF = "and a half"
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `number` with `comparator`, the words that follow it as `rest`; or a `ratio` to something."""

    number: float | None
    comparator: str
    rest: str
    ratio: float | None = None


def read_number(word: str) -> float | None:
    """Return the number that a word or numeral means, or None.

    >>> read_number("1,200"), read_number("six"), read_number("third")
    (1200.0, 6.0, None)
    """
    if _FIGURE.fullmatch(word):
        return float(word.replace(",", ""))
    lower = word.lower()
    if lower in NUMBER_WORDS:
        return float(NUMBER_WORDS.index(lower))
    return float(_TENS[lower]) if lower in _TENS else None


def read_ordinal(word: str) -> int | None:
    """Return the number in a series that a word means, or None.

    >>> read_ordinal("second"), read_ordinal("4th"), read_ordinal("last")
    (2, 4, None)
    """
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word):
        return int(found[1])
    return ORDINALS.index(word.lower()) + 1 if word.lower() in ORDINALS else None


def read_quantity(text: str) -> Quantity | None:
    """Return the figure that a text begins with, or None.

    >>> read_quantity("more than 10 hours")
    Quantity(number=10.0, comparator='>', rest='hours', ratio=None)
    >>> read_quantity("double").ratio, read_quantity("four and a half hours").number
    (2.0, 4.5)
    >>> read_quantity("hundreds of aircraft")
    Quantity(number=200.0, comparator='>=', rest='aircraft', ratio=None)
    >>> read_quantity("successful") is None
    True
    """
    text = " ".join(text.split())
    lower = text.lower()
    for words, ratio in RATIOS.items():
        if lower == words or lower.startswith(words + " "):
            return Quantity(None, "=", text[len(words) :].strip(), ratio)
    for words, least in VAGUE.items():
        if lower == words or lower.startswith(words + " "):
            return Quantity(float(least), ">=", text[len(words) :].strip())
    comparator = "="
    for words, sign in sorted(COMPARATORS.items(), key=lambda item: -len(item[0])):
        if lower.startswith(words + " "):
            comparator, text = sign, text[len(words) :].strip()
            break
    first, _, rest = text.partition(" ")
    scale, _, after = rest.partition(" ")
    number = 1.0 if first.lower() == "a" and scale.lower() in _SCALES else read_number(first)
    if number is None:
        return None
    if scale.lower() in _SCALES:
        number, rest = number * _SCALES[scale.lower()], after
    elif rest.lower().startswith(_AND_A_HALF):
        number, rest = number + 0.5, rest[len(_AND_A_HALF) :].strip()
    return Quantity(number, comparator, rest)


def show_number(number: float) -> str:
    """Return a number without a needless fraction.

    >>> show_number(6.0), show_number(2.5)
    ('6', '2.5')
    """
    return str(int(number)) if number == int(number) else str(number)
