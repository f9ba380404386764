"""Groups a question's items into verbs and noun phrases, each phrase with the preposition before it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.queries.ask.items import BE, Item
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.verbs import DETERMINERS, State, aimed_at, is_passive, is_unknown_verb, is_verb, raises

_NOMINAL = frozenset(
    "entity role class topic unit attribute number ratio word order thing reason filler possessive date kind".split()
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase: the items in it, and the preposition before it ('' for none)."""

    items: list[Item]
    preposition: str = ""

    def of(self, *types: str) -> list[Item]:
        """Return its items of these types."""
        return [i for i in self.items if i.type in types]

    @property
    def words(self) -> str:
        """Its words as asked, without fillers."""
        return " ".join(i.words for i in self.items if i.type not in ("filler", "possessive"))


@dataclass(slots=True)
class Verb:
    """A verb: what it can mean; `passive` after a form of be; `raised` after "want to" and the like."""

    item: Item
    passive: bool = False
    raised: bool = False
    negated: bool = False


Chunk = Phrase | Verb | Item


def chunk(items: list[Item], lexicon: Lexicon) -> list[Chunk]:
    """Return verbs, phrases and the connecting words that are left, in order."""
    chunks: list[Chunk] = []
    state = State()
    preposition = ""
    at = 0
    while at < len(items):
        item = items[at]
        if item.type == "aux":
            if item.words in ("do", "done", "doing") and state.auxiliary and chunks and isinstance(chunks[-1], Phrase):
                chunks.append(Verb(item, False, state.raised, state.negated))
                state = State(seen_verb=True)
                at += 1
                continue
            if chunks and isinstance(chunks[-1], Item) and chunks[-1].type == "wh":
                chunks.append(Item("aux", item.words))
            state.be = item.words in BE or (state.be and item.words in ("being", "been"))
            state.auxiliary = True
            state.raised |= item.words in lexicon.grammar["modals"]
            at += 1
        elif item.type in ("not", "without"):
            state.negated = True
            at += 1
        elif item.type == "raising" and not raises(items, at) and not state.seen_verb and at + 2 >= len(items):
            chunks.append(Verb(item, False, True, state.negated))
            preposition = "against" if item.words.endswith(" at") and at + 1 < len(items) else ""
            at += 1
        elif aimed := aimed_at(items, at, lexicon):
            chunks.append(Verb(aimed, False, state.raised, state.negated))
            preposition = "against" if item.words.endswith(" at") else "for"
            state = State(seen_verb=True)
            at += 1
        elif item.type == "raising" or raises(items, at):
            state.raised, state.be = True, False
            if item.words.endswith(" at") and not raises(items, at):
                preposition = "against"  # "was it aimed at Japan"
            at += 1
        elif item.type == "prep":
            preposition = item.words
            at += 1
            if at == len(items) or items[at].type in ("comma", "and", "that", "wh"):
                chunks.append(Item("prep", preposition))
                preposition = ""
        elif is_verb(items, at, state, chunks, preposition) or is_unknown_verb(items, at, state, chunks):
            chunks.append(Verb(item, is_passive(item, state), state.raised, state.negated))
            state = State(seen_verb=True)
            preposition = ""
            at += 1
        elif item.type in _NOMINAL:
            stop = _phrase_end(items, at, state, chunks, preposition)
            chunks.append(Phrase(items[at:stop], preposition))
            preposition = ""
            at = stop
        else:
            if item.type in ("that", "comma"):
                state = State(seen_verb=state.seen_verb and item.type == "comma")
            chunks.append(item)
            at += 1
    return chunks


def _phrase_end(items: list[Item], start: int, state: State, chunks: list[Chunk], preposition: str) -> int:
    stop = start + 1
    while stop < len(items):
        item = items[stop]
        joins = item.type in ("and", "or", "both", "comma") and stop + 1 < len(items)
        if joins and items[stop + 1].type in _NOMINAL | {"and"} and not _verb_like(items, stop + 1):
            stop += 1
            continue
        if item.type not in _NOMINAL:
            break
        noun = (
            preposition and item.form("kind") and item.form("kind") <= {"noun", "base"} and "noun" in item.form("kind")
        )
        if (
            item.type in ("kind", "attribute", "order")
            and not noun
            and is_verb(items, stop, state, [*chunks, item], "")
        ):
            break
        if is_unknown_verb(items, stop, state, chunks):
            break
        if items[stop - 1].type == "entity" and item.type == "filler" and item.words in DETERMINERS:
            break
        stop += 1
    return stop


def _verb_like(items: list[Item], at: int) -> bool:
    return items[at].type == "kind" and not items[at].form("kind") & {"noun", "base"}
