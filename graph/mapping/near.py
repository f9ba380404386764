"""What stands near an act: stems and ids of its participants, places, details and linked acts, for matching words.

A question's words that are no role of the act ("who circled *with bombers* ...") must be found here. Tokens are
word stems as they are, and ``kind:``, ``actor:``, ``place:``, ``topic:``, ``unit:`` and ``attribute:`` with an id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from communique.graph.rows import Key, Rows
from communique.schemas.stems import stem_words
from communique.schemas.vocabulary import Vocabulary

_TOKENS = {"Actor": "actor", "Place": "place", "Topic": "topic"}
# Whose tokens an act takes over besides its own: what it is part of, aims at, answers, and what claims it.
_OUT = ("DURING", "PART_OF", "RESPONDS_TO", "AIMS_AT", "MOTIVATED_BY", "ABOUT", "FOLLOWS", "DERIVED_FROM")
_IN = ("AIMS_AT", "MOTIVATED_BY", "PART_OF", "DURING", "CLAIMS")
# Another act's figures are not this one's: of these only the words are taken over.
_WORDS_ONLY = ("FOLLOWS", "RESPONDS_TO")


def add_near(rows: Rows, vocabulary: Vocabulary) -> None:
    """Set `near` on every act, from the edges that are there."""
    out: dict[Key, list[tuple[str, Key]]] = defaultdict(list)
    into: dict[Key, list[tuple[str, Key]]] = defaultdict(list)
    for source, kind, target in rows.edges:
        out[source].append((kind, target))
        into[target].append((kind, source))
    acts = [key for key in rows.nodes if key[0] == "Act"]
    own = {key: _own(rows, key, out, into, vocabulary) for key in acts}
    for key in acts:
        for kind, place in out[key]:
            if kind == "AT":
                for of, source in into[place]:
                    own[key] += _detail(rows, source, out, vocabulary) if of == "OF" else []
    for key, mine in [(key, list(own[key])) for key in acts]:
        for kind, other in [*out[key], *into[key]]:
            if kind == "SAME_AS" and other in own:
                own[other] += mine
    words = {key: _own(rows, key, out, {}, vocabulary) for key in acts}
    details = {key: _detail(rows, key, out, vocabulary) for key in rows.nodes if key[0] == "Detail"}
    for key in acts:
        tokens = dict.fromkeys(own[key])
        statement = "Statement" in rows.nodes[key].finer
        for kind, other in out[key]:
            if kind in _OUT and other in own:
                only_words = kind in _WORDS_ONLY or (statement and kind == "ABOUT")
                tokens.update(dict.fromkeys((words if only_words else own)[other]))
        for kind, other in into[key]:
            if kind in _IN and other in own:
                tokens.update(dict.fromkeys(own[other]))
        # A statement stands near what it claims, and not near what others say of the same acts.
        for claimed in _claimed(key, out, {key}):
            tokens.update(dict.fromkeys(words[claimed] if claimed[0] == "Act" else details[claimed]))
        rows.nodes[key].properties["near"] = sorted(tokens)


def _claimed(key: Key, out: dict[Key, list[tuple[str, Key]]], seen: set[Key]) -> Iterable[Key]:
    queue = [key]
    while queue:
        for kind, target in out[queue.pop()]:
            if kind == "CLAIMS" and target not in seen:
                seen.add(target)
                queue.append(target)
                yield target


def _own(
    rows: Rows,
    key: Key,
    out: dict[Key, list[tuple[str, Key]]],
    into: dict[Key, list[tuple[str, Key]]],
    vocabulary: Vocabulary,
) -> list[str]:
    act = rows.nodes[key].properties
    tokens = [*act.get("words", []), *(f"kind:{kind}" for kind in act["kinds"])]
    for _, target in out[key]:
        tokens += _named(target, vocabulary)
    if into:
        tokens += date_tokens(act.get("earliest"), act.get("latest"))
    for kind, source in into.get(key, []):
        if kind == "OF":
            tokens += _detail(rows, source, out, vocabulary)
    return tokens


def date_tokens(earliest: date | None, latest: date | None) -> list[str]:
    """Return the tokens of a day, month or year: ``d:2020-12-22``, ``d:2020-12``, ``md:12-22``, ``m:12``, ``wd:2``.

    >>> date_tokens(date(2019, 7, 1), date(2019, 7, 31))
    ['d:2019', 'd:2019-07', 'm:7']
    """
    if earliest is None or latest is None or earliest.year != latest.year:
        return []
    tokens = [f"d:{earliest.year}"]
    if earliest.month == latest.month:
        tokens += [f"d:{earliest:%Y-%m}", f"m:{earliest.month}"]
    if earliest == latest:
        tokens += [f"d:{earliest}", f"md:{earliest.month}-{earliest.day}", f"wd:{earliest.isoweekday()}"]
    return tokens


def _named(key: Key, vocabulary: Vocabulary) -> list[str]:
    label, entry_id = key
    if label not in _TOKENS:
        return []
    tokens = [f"{_TOKENS[label]}:{entry_id}"]
    if label == "Actor" and (state := vocabulary.state_of(entry_id)):
        tokens.append(f"actor:{state.id}")
    if label == "Place":
        for outer in vocabulary.places[entry_id].in_:
            tokens += _named(("Place" if outer in vocabulary.places else "Actor", outer), vocabulary)
    if label != "Actor":
        entry = vocabulary.places.get(entry_id) or vocabulary.topics[entry_id]
        tokens += stem_words(" ".join(entry.names()))
    return tokens


def _detail(rows: Rows, key: Key, out: dict[Key, list[tuple[str, Key]]], vocabulary: Vocabulary) -> list[str]:
    detail = rows.nodes[key].properties
    tokens = [*detail.get("words", []), f"attribute:{detail['attribute']}"]
    tokens += [f"unit:{unit}" for unit in detail.get("units", [])]
    for kind, target in out[key]:
        if kind != "OF":
            tokens += _named(target, vocabulary)
    return tokens
