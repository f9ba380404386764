"""Cuts a question into items: names, kinds, dates, numbers and grammar words, longest match first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.queries.ask.lexicon import Lexicon, Sense
from communique.schemas.date_words import DateWords, find_dates
from communique.schemas.names import normalize, straighten
from communique.schemas.quantities import COMPARATORS, RATIOS, read_number
from communique.schemas.stems import stem

WH = ("who", "whom", "whose", "what", "which", "when", "where", "why", "how")
PREPOSITIONS = (
    *("by", "to", "with", "of", "in", "on", "at", "over", "above", "near", "from", "into", "for", "between", "against"),
    *("about", "regarding", "concerning", "toward", "towards", "through", "around", "within", "across", "off", "onto"),
    *("among", "via", "past", "along", "alongside", "out of", "on behalf of", "because of", "as"),
    *(
        "inside",
        "outside",
        "beyond",
        "beneath",
        "below",
        "behind",
        "under",
        "amid",
        "amidst",
        "upon",
        "throughout",
        "aboard",
        "beside",
    ),
)
AUXILIARIES = frozenset(
    "is are was were be been being am do does did done has have had will would shall should may might can could must"
    " get gets got getting".split()
)
BE = frozenset("is are was were be been being am get got gets gotten".split())
_TOKEN = re.compile(
    r"\x00\d+\x00|[A-Za-z0-9](?:[\w.&-]*\w|\.(?=\s|$)|)(?:\.(?=[A-Za-z]))?|'s\b|'|,|[^\w\s]", re.UNICODE
)
_CONTRACTIONS = (
    (r"\b(who|what|when|where|why|how|that|there|it|he|she)'s\b", r"\1 is"),
    (r"\b(who|what|when|where|why|how)'d\b", r"\1 did"),
    (r"\b(who|what|they|we|you)'(?:re|ve|ll)\b", r"\1 are"),
    (r"\b(i|we|you|they|he|she)'d\b", r"\1 would"),
    (r"\bi'm\b", "i am"),
    (r"\bgonna\b", "going to"),
    (r"\bwanna\b", "want to"),
    (r"\b(do|did|does|is|are|was|were|has|have|had|would|could|should|ca|wo)n't\b", r"\1 not"),
    (r"\b(?:longer|more|greater|higher) than\b", "more than"),
    (r"\b(?:shorter|fewer|lower|smaller) than\b", "less than"),
    (r"(\w+)-san\b", r"\1"),
    (r"\bhow often\b", "how many times"),
    (r"\bno longer\b", "not"),
    (r"\bat once\b", "simultaneously"),
    (r"(?<=\w)/(?=\w)", " "),
    (r"\bper (?=[A-Z])", "according to "),
    (r"\bserve[sd]? as\b", "was"),
    (r"\bcount(?:s|ed)? as\b", "be"),
    (r"\bvotes were (?:cast )?(?=against|for|in favou?r)", "votes "),
    (r"\brepresent(?:ed|s)?(?= (?:the )?[A-Z])", "attended on behalf of"),
    (r"\bwant(?:ed|s)? (?=(?:the )?[A-Z][\w.]*(?: [A-Z]\w*)* to do\b)", "ask "),
    (r"^(?:was|were|is|are) (.+?) present (?=at|in|during)", r"Did \1 attend "),
    (r"\b([A-Z]{1,3}-\d+[A-Z]*)s\b", r"\1"),  # of models: "H-6Ks"
    (r"\bsino-russian\b", "Chinese and Russian"),
    (r"\brusso-chinese\b", "Russian and Chinese"),
)
_HYPHENED = re.compile(r"\b([A-Za-z]+)-([A-Za-z]+)\b")
_CLASSES = ("states", "persons", "organizations", "groups", "actors", "places", "times", "topics", "sources")


@dataclass(slots=True)
class Item:
    """A run of words with what it can mean: `type` is its role in the grammar, `senses` its meanings."""

    type: str
    words: str
    senses: list[Sense] = field(default_factory=list)
    date: DateWords | None = None
    number: float | None = None
    comparator: str = ""
    value: int | str | None = None

    def ids(self, *what: str) -> list[str]:
        """Return the ids that it can mean of these sorts."""
        return list(dict.fromkeys(i for w, i, _ in self.senses if w in what))

    def form(self, what: str) -> set[str]:
        """Return the grammatical forms that it can be of a sort."""
        return {f for w, _, f in self.senses if w == what}

    def has(self, *what: str) -> bool:
        """Say whether it can mean something of these sorts."""
        return any(w in what for w, _, _ in self.senses)


def read_items(question: str, lexicon: Lexicon) -> list[Item]:
    """Return the items of a question in their order; words that are not known have type ``word``."""
    text = re.sub(r"\b(?:[A-Za-z]\.){2,}", lambda m: m[0].replace(".", ""), straighten(question))
    for short, long in _CONTRACTIONS:
        text = re.sub(short, long, text, flags=re.IGNORECASE)
    for pattern, plainly in lexicon.rewritings:
        text = re.sub(pattern, plainly, text, flags=re.IGNORECASE)
    text = _HYPHENED.sub(lambda m: _apart(m, lexicon), text)
    dates = [d for d in find_dates(text) if not _in_name(text[d.start :], d.words, lexicon)]
    for n, date in reversed(list(enumerate(dates))):
        text = f"{text[: date.start]}\0{n}\0{text[date.stop :]}"
    raw = [t for t in _TOKEN.findall(text)]
    words = [_plain(token) for token in raw]
    items: list[Item] = []
    at = 0
    while at < len(raw):
        if found := re.fullmatch("\0(\\d+)\0", raw[at]):
            date = dates[int(found[1])]
            items.append(Item("date", date.words, date=date))
            at += 1
            continue
        if not words[at]:
            if raw[at] in (",", ";", ":"):
                items.append(Item("comma", raw[at]))
            at += 1
            continue
        item, length = _longest(raw, words, at, lexicon)
        items.append(item)
        at += length
    return _joined(items)


def _in_name(text: str, date: str, lexicon: Lexicon) -> bool:
    """Say whether a year is the beginning of a name: "the 2016 U.S. election"."""
    words = normalize(text).split()
    return date.isdigit() and any(lexicon.lookup(" ".join(words[:n])) for n in range(2, min(8, len(words) + 1)))


def _cut_short(raw: list[str], words: list[str], end: int, lexicon: Lexicon) -> bool:
    """Say whether the last word of a run belongs to what follows: "pass | on December 22", "said | no bomber"."""
    if end >= len(words):
        return False
    if "\0" in raw[end]:
        return words[end - 1] in ("on", "in", "by", "at", "before", "after", "since", "until", "from", "to")
    if words[end - 1] in ("on", "in", "at") and any(s[0] == "place" for s in lexicon.lookup(words[end])):
        return True
    if words[end - 1] in ("on", "in", "at") and words[end] == "the" and end + 1 < len(words):
        ends = (words[end + 1], " ".join(words[end + 1 : end + 3]))
        if any(s[0] in ("place", "actor") for name in ends for s in lexicon.lookup(name)):
            return True
    return words[end - 1] == "no" and words[end] not in (*PREPOSITIONS, "")


def _overlaps(words: list[str], at: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a longer name begins inside a run, and what stands before it is known: "US | military end user"."""
    for start in range(at + 1, end):
        for stop in range(min(len(words), start + lexicon.longest), max(end, start + end - at), -1):
            if lexicon.lookup(" ".join(words[start:stop])) and lexicon.lookup(" ".join(words[at:start])):
                return True
    return False


def _apart(match: re.Match[str], lexicon: Lexicon) -> str:
    """Write "Russian-Chinese" as two names; other words with a hyphen stay as they are."""
    whole = any(what != "demonym" for what, _, _ in lexicon.lookup(normalize(match[0])))
    sides = all(any(w in ("demonym", "actor") for w, _, _ in lexicon.lookup(normalize(g))) for g in match.groups())
    return f"{match[1]} and {match[2]}" if sides and not whole else match[0]


def _plain(token: str) -> str:
    if token in ("'s",):
        return "'s"
    return normalize(token) if any(c.isalnum() for c in token) else ""


def _longest(raw: list[str], words: list[str], at: int, lexicon: Lexicon) -> tuple[Item, int]:
    stop = min(len(words), at + lexicon.longest)
    for end in range(at + 1, stop + 1):
        if not words[end - 1] or "\0" in raw[end - 1]:
            stop = end - 1
            break
    for end in range(stop, at, -1):
        run = words[at:end]
        if run[-1] == "'s" or run[0] == "'s":
            continue
        joined = " ".join(" ".join(run).replace(" 's", "'s").split())
        if end - at == 1:
            return _single(raw, words, at, lexicon), 1
        if _cut_short(raw, words, end, lexicon):
            continue
        if joined in COMPARATORS and end < len(words) and (read_number(words[end]) is not None or "\0" in raw[end]):
            return Item("comparator", joined, comparator=COMPARATORS[joined]), end - at
        if joined in RATIOS:
            return Item("ratio", joined, number=RATIOS[joined]), end - at
        if joined in ("how many", "how much"):
            return Item("wh", "how many"), end - at
        for group in ("previous", "last", "first", "next"):
            if joined in lexicon.grammar[group]:
                return Item("order", joined, value=group), end - at
        if joined in ("ahead of", "prior to", "in advance of"):
            return Item("before", joined), end - at
        if joined in ("out of", "on behalf of", "because of"):
            return Item("prep", joined), end - at
        if joined in ("according to", "in the view of", "in the words of", "in the opinion of"):
            return Item("according", joined), end - at
        if class_ := next((g for g in _CLASSES if joined in lexicon.grammar[g]), None):
            return Item("class", joined, value=class_), end - at
        if joined in lexicon.grammar["reasons"] or joined in lexicon.grammar["filler"]:
            return Item("reason" if joined in lexicon.grammar["reasons"] else "filler", joined), end - at
        if (senses := lexicon.lookup(joined)) and not _overlaps(words, at, end, lexicon):
            kind = _type(senses)
            asks = kind == "attribute" and any(w in WH for w in run)
            return Item("asks" if asks else kind, joined, list(senses)), end - at
    return _single(raw, words, at, lexicon), 1


def _single(raw: list[str], words: list[str], at: int, lexicon: Lexicon) -> Item:
    word = words[at]
    senses = lexicon.lookup(word)
    if word == "us" and not _is_country(raw, words, at):
        senses = []
    if word in WH:
        return Item("wh", word)
    if word == "'s":
        return Item("possessive", word)
    if word in COMPARATORS and at + 1 < len(words) and read_number(words[at + 1]) is not None:
        return Item("comparator", word, comparator=COMPARATORS[word])
    if word in PREPOSITIONS:
        return Item("prep", word)
    if word in AUXILIARIES:
        return Item("aux", word, senses)
    if word == "if" and at:
        return Item("if", word)
    if word in ("and", "or", "before", "after", "since", "until", "that", "not", "no", "both", "without", "during"):
        return Item(word, word)
    if (number := read_number(word)) is not None and word not in ("one", "ones"):
        return Item("number", word, number=number)
    if word in RATIOS or stem(word) == "doubl":
        return Item("ratio", word, senses, number=RATIOS.get(word, 2.0))
    for group in ("first", "last", "previous", "next"):
        if lexicon.is_(group, word):
            return Item("order", word, [s for s in senses if s[0] == "attribute"], value=group)
    ordinals = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "2nd": 2, "3rd": 3, "4th": 4}
    if word in ordinals:
        return Item("order", word, value=ordinals[word])
    before = words[at - 1] if at else ""
    if lexicon.is_("reasons", word) and before in ("the", "what", "which", "its", "their", "main", "a", "for", "his"):
        return Item("reason", word)
    if word in lexicon.grammar["states"] and _counted(words, at):
        return Item("class", word, value="states")
    if senses and not (lexicon.is_("filler", word) and raw[at].islower() and word != "us"):
        return Item(_type(senses), word, list(senses))
    for group in _CLASSES:
        if lexicon.is_(group, word):
            return Item("class", word, value=group)
    if lexicon.is_("reasons", word):
        return Item("reason", word)
    if lexicon.is_("things", word):
        return Item("thing", word)
    if lexicon.is_("filler", word):
        return Item("filler", word)
    return Item("word", word)


def _counted(words: list[str], at: int) -> bool:
    """Say whether a word is a noun: a determiner or "how many" stands before it, or one word further off."""
    before = words[at - 1] if at else ""
    if before in ("which", "what", "the", "a", "whose", "two", "both", "that", "many"):
        return True
    return at > 1 and words[at - 2] in ("which", "what", "many")


def _is_country(raw: list[str], words: list[str], at: int) -> bool:
    before = words[at - 1] if at else ""
    return raw[at].upper() == raw[at] or before in ("the", "by", "against", "about", "of", "with", "from")


def _type(senses: list[Sense]) -> str:
    """Return the main sort: a name before a kind before grammar words."""
    sorts = {what for what, _, _ in senses}
    for sort in ("actor", "office", "place", "demonym"):
        if sort in sorts:
            return "entity"
    if "kind" in sorts:
        return "polite" if "polite" in sorts else "kind"
    for sort in ("unit", "attribute", "topic", "role", "raising", "light", "polite"):
        if sort in sorts:
            return sort
    return "word"


def _joined(items: list[Item]) -> list[Item]:
    """Drop polite words, put a comparator to its number, and let a demonym before a role be one mention."""
    out: list[Item] = []
    skip = 0
    for at, item in enumerate(items):
        if item.type == "polite":
            if item.words.startswith("is it "):
                out.append(Item("truth", item.words))
            continue
        if skip:
            skip -= 1
            continue
        # "the total number of bombers" asks how many.
        opening = all(i.type in ("filler", "aux", "thing") or i.words == "what" for i in out)
        if item.words == "number" and opening and at + 1 < len(items) and items[at + 1].words == "of":
            while out and (out[-1].type in ("filler", "aux", "thing") or out[-1].words == "what"):
                out.pop()
            out.append(Item("wh", "how many"))
            skip = 1
            continue
        if out and out[-1].type == "comparator" and item.type == "number":
            item.comparator = out.pop().comparator
        out.append(item)
    return out
