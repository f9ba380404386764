"""Word stems by which a question's words meet a fact's: plural, tense and British spelling fall together."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.schemas.names import normalize

STOP = frozenset(
    "a an and are as at be been being both but by can could did do does doing done for from had has have having he"
    " her him his i if in into is it its itself me more most my nor not of off on once or our out own s same"
    " she should so some such than that the their them then there these they this those to too was we were"
    " what when where which while who whom whose why will with would you your please tell".split()
)
_WORD = re.compile(r"[a-z0-9][a-z0-9']*")
_BRITISH = [
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("our", "or"),
    ("defence", "defense"),
]
_ENDINGS = (
    "izations", "ization", "ational", "ingly", "edly", "ments", "ment", "ations", "ation", "ings", "ing",
    "ships", "ship", "ness", "fully", "ful", "ially", "ial", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of one lower-case word; short words stay as they are.

    >>> [stem(w) for w in ("sanctions", "criticised", "criticizing", "suppression", "flew")]
    ['sanct', 'critic', 'critic', 'suppress', 'flew']
    """
    word = word.removesuffix("'s").replace("'", "")
    for british, american in _BRITISH:
        if word.endswith(british) and len(word) > len(british) + 2:
            word = word.removesuffix(british) + american
            break
    if word[0].isdigit():
        return word.removesuffix("s")
    if len(word) <= 4:
        return word.removesuffix("s") if len(word) == 4 and not word.endswith("ss") else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            if ending == "s" and word.endswith("ss"):
                continue
            word = word.removesuffix(ending)
            if ending in ("ed", "ing") and word.endswith("er") and len(word) > 5:
                word = word.removesuffix("er")  # "gathered" as "gather"
            break
    for ending in ("iz", "ion", "at"):
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            word = word.removesuffix(ending)
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def stem_words(text: str) -> list[str]:
    """Return the distinct stems of a text's words that carry meaning, in their order."""
    words = _WORD.findall(normalize(text))
    return list(dict.fromkeys(stem(w) for w in words if w not in STOP))
