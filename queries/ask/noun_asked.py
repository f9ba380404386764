"""The thing of the sort that a noun names, whatever part it has in an act: "to which country's deal", "which rock"."""

from __future__ import annotations

from dataclasses import dataclass

from communique.queries.ask.asked import LABELS
from communique.queries.ask.items import BE, Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.question import Question
from communique.schemas.stems import stem_words

# What stands between the wh-word and the end of its noun phrase.
_NOMINAL = ("entity", "class", "word", "role", "number", "filler", "topic", "order", "unit", "kind", "both")
_PERSON = ("Person",)
_RECEIVING = ("to", "with", "from", "for", "about")
# "Which of the two presidents", "what kind of treaty".
_OF = ("of", "the", "these", "those")
_SORTS = ("kind", "sort", "type", "form")


@dataclass(frozen=True, slots=True)
class NounAsked:
    """The question for a thing of a sort, and the items that say only of what sort it is."""

    question: Question
    items: tuple[Item, ...]


def noun_asked(items: list[Item], reader: Reader) -> NounAsked | None:
    """Return the question for what the noun after "which" or "what", or a preposition with "whom", names."""
    at = next((n for n, i in enumerate(items) if i.type == "wh"), None)
    if at is None:
        return None
    before = items[at - 1] if at else None
    if items[at].words == "whom" and before is not None and before.words in _RECEIVING:
        return NounAsked(Question("thing", roles=("to",), labels=_PERSON, number=1), ())
    if items[at].words not in ("which", "what"):
        return None
    start = at + 1
    sorted_by = [i.words for i in items[start : start + 2]] in [[s, "of"] for s in _SORTS]
    while start < len(items) and (items[start].words in _OF or (sorted_by and items[start].words in _SORTS)):
        start += 1
    noun = _noun(items[start:], reader)
    if not noun:
        return None
    labels, of, sort, number = _sort(noun, reader)
    number = 1 if sorted_by else number
    if not (labels or sort):
        return None
    following = items[start + len(noun) :]
    if following[:1] and following[0].type == "possessive" and LABELS["states"] != labels:
        return None  # whose thing is asked for is no sort of it
    if following[:1] and following[0].type == "possessive" and any(map(_is_person, following[1:2])):
        return None  # whose leader acts is no part of the act
    if len(following) > 1 and following[0].words == "of" and following[1].type == "entity":
        of = (*of, *reader.named(following[1]).ids)
    kept = tuple(i for i in noun if _says_sort(i, reader, sort))
    roles = _roles(following) if (start == at + 1 or sorted_by) and (before is None or before.type != "prep") else ()
    holders = tuple(noun[-1].ids("actor")) if labels == LABELS["organizations"] else ()
    offices = tuple(noun[-1].ids("office"))  # "which Russian prime minister"
    question = Question(
        "thing", roles=roles, labels=labels, holders=holders, offices=offices, of=of, sort=sort, number=number
    )
    return NounAsked(question, kept)


def _noun(items: list[Item], reader: Reader) -> list[Item]:
    """Return the items of a noun phrase: up to its last class, name or role, else its words."""
    run: list[Item] = []
    for at, item in enumerate(items):
        if item.type == "kind" and _is_deed(item) and not any(i.type in _NOMINAL for i in items[at + 1 : at + 2]):
            return [*run, item]  # "which treaty"
        if item.type not in _NOMINAL or (item.type == "kind" and not _is_participle(item)):
            break
        run.append(item)
    ends = [n for n, i in enumerate(run) if i.type == "class" or i.type == "role" or _is_head(i, reader)]
    if ends:
        return run[: ends[0] + 1]
    words = [n for n, i in enumerate(run) if i.type == "word"]
    return run[: words[-1] + 1] if words else []


def _is_participle(item: Item) -> bool:
    return item.words.endswith(("ed", "ing")) and " " not in item.words


def _is_deed(item: Item) -> bool:
    """Say whether a word for an act stands for the thing it leads to too: "treaty", "list", "exercise"."""
    return "noun" in item.form("kind") and not _is_participle(item)


def _is_head(item: Item, reader: Reader) -> bool:
    """Say whether a name can be a noun for its sort: "the Chinese officials", "third country", "Americans"."""
    if item.type != "entity" and item.type != "topic":
        return False
    return bool(_group(item.words.split()[-1], reader)) or "plural" in item.form("demonym")


def _group(word: str, reader: Reader) -> str:
    groups = ("states", "persons", "organizations", "groups")
    return next((g for g in groups if reader.lexicon.is_(g, word)), "")


def _sort(noun: list[Item], reader: Reader) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], float | None]:
    """Return the labels that an answer must have, whose it is, words told of it, and how many there are."""
    head = noun[-1]
    word = head.words.split()[-1]
    group = _group(word, reader)
    number = next((i.number for i in noun if i.type == "number"), None)
    if number is None and not word.endswith("s"):
        number = 1
    # What names one body says itself whose it is.
    nouns = [n for n in noun if not n.has("actor") or _group(n.words.split()[-1], reader)]
    owners = [i for n in nouns for w in n.words.split() for i in _demonym(w, reader)] if head.type != "word" else []
    owners += [i for n in noun[:-1] if n.type == "entity" for i in reader.named(n).ids]
    sort: tuple[str, ...] = ()
    if group:
        labels = LABELS[group]
        told = reader.lexicon.ranks.get(word, word if reader.lexicon.is_("bodies", word) else "")
        sort = tuple(stem_words(told))
    elif head.type == "class":
        return (), (), (), None
    elif head.type == "role":
        labels = LABELS["persons"]
    elif "plural" in head.form("demonym"):
        labels = ("Person",)
    else:
        labels, sort = (), tuple(s for i in noun if i.type in ("word", "kind") for s in stem_words(i.words))
    return labels, tuple(dict.fromkeys(owners)), sort, number


def _demonym(word: str, reader: Reader) -> list[str]:
    return [i for what, i, _ in reader.lexicon.lookup(word) if what == "demonym"]


def _is_person(item: Item) -> bool:
    return item.type in ("role", "entity") or item.value == "persons"


def _roles(following: list[Item]) -> tuple[str, ...]:
    """Return the side of what is asked for: the subject of a deed, or the object where another subject follows."""
    if not following:
        return ()
    if following[0].has("kind"):
        return ("by",)
    return ("to",) if following[0].type == "aux" and following[0].words not in BE else ()


def _says_sort(item: Item, reader: Reader, sort: tuple[str, ...]) -> bool:
    """Say whether an item only says of what sort the answer is."""
    return item.type in ("class", "role", "number", "entity", "topic", "filler") or (
        item.type in ("word", "kind") and set(stem_words(item.words)) <= set(sort)
    )
