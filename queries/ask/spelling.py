"""Words of a question that nothing knows: which they are, and which known ones they may be slips for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.graph.store import Store
from communique.queries.ask.items import read_items
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.question import Question
from communique.schemas.stems import stem_words

_NAMES = frozenset(("actor", "place", "office", "demonym"))
# Shorter words are too much alike; in words from so many letters on, two slips are likely.
_SHORT, _LONG = 4, 8


class Spelling:
    """Knows the words of one lexicon and of the facts in one store."""

    def __init__(self, store: Store, lexicon: Lexicon) -> None:
        self.store, self.lexicon = store, lexicon

    def unknown(self, readings: list[Question]) -> list[str]:
        """Return the words of the first reading that neither the vocabulary nor any fact knows."""
        groups = {
            mention.words: [*mention.stems, *mention.tokens]
            for q in readings[:1]
            for mention in q.acts.mentions
            if not any(":" in token for token in mention.tokens) and not any(s[0].isdigit() for s in mention.stems)
        }
        there = self._recorded(stem for group in groups.values() for stem in group)
        unknown = []
        for words, group in groups.items():
            single = words.split()
            own = stem_words(words)
            if not there & set(group):
                unknown.append(words)
            elif len(own) > 1 and len(own) == len(single):
                unknown += [w for w, s in zip(single, own, strict=True) if s not in there]
        return list(dict.fromkeys(unknown))

    def near(self, unknown: list[str]) -> list[str]:
        """Return the known words for which unknown ones may be slips."""
        single = [form for form in self.lexicon.senses if " " not in form]
        return list(dict.fromkeys(n for word in unknown for n in near_spellings(word, single)[:2]))

    def respelt(self, text: str) -> tuple[str, str]:
        """Return a question with each unknown word that can only mean one name put right, and what was read so."""
        words = [i.words for i in read_items(text, self.lexicon) if i.type == "word" and i.words.isalpha()]
        there = self._recorded(stem for word in words for stem in stem_words(word)) if words else set()
        named = {form: senses for form, senses in self.lexicon.senses.items() if _NAMES & {s[0] for s in senses}}
        notes = []
        for word in dict.fromkeys(words):
            near = near_spellings(word, named) if not there & set(stem_words(word)) else []
            if len({frozenset(i for sort, i, _ in named[form] if sort in _NAMES) for form in near}) == 1:
                text = re.sub(rf"\b{word}\b", near[0].title(), text, flags=re.IGNORECASE)
                notes.append(f"{word!r} read as {near[0].title()!r}")
        return text, ", ".join(notes)

    def _recorded(self, stems: Iterable[str]) -> set[str]:
        """Return those of the stems that stand near any act."""
        found = self.store.read(
            "UNWIND $stems AS stem MATCH (a:Act) WHERE stem IN a.near RETURN DISTINCT stem AS stem ORDER BY stem",
            {"stems": sorted(set(stems))},
        )
        return {row["stem"] for row in found.rows}


def near_spellings(word: str, known: Iterable[str]) -> list[str]:
    """Return the known words, nearest first, for which a word can be a slip.

    A slip is a letter too many, too few, another one (in short words that is another word: nice, Niue) or two swapped;
    in a long word there can be two. Few slips are in the first letter: other words are alike in the rest.

    >>> near_spellings("chna", ["china", "chin", "ghana"]), near_spellings("kissed", ["issued", "dissed"])
    (['china'], [])
    """
    most = 0 if len(word) < _SHORT else 1 if len(word) < _LONG else 2
    near = [k for k in known if k[:1] == word[:1] and len(k) >= _SHORT and abs(len(k) - len(word)) <= most]
    if len(word) == _SHORT:
        near = [k for k in near if len(k) > len(word) or sorted(k) == sorted(word)]
    slips = sorted((n, k) for k in near if 0 < (n := _slips(word, k)) <= most)
    return [k for _, k in slips]


def _slips(one: str, other: str) -> int:
    """Return how many letters must be put in, left out, changed or swapped to make one word of the other."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        row = [n]
        for m, beside in enumerate(other, 1):
            least = min(last[m] + 1, row[m - 1] + 1, last[m - 1] + (letter != beside))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == beside:
                least = min(least, before[m - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]
