"""Groups a question's items into verbs and noun phrases, each phrase with the preposition before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.queries.ask.items import BE, Item
from communique.queries.ask.lexicon import Lexicon

_NOMINAL = frozenset(
    "entity role class topic unit attribute number ratio word order thing reason filler possessive date kind".split()
)
_DETERMINERS = frozenset("the a an this that these those its their his her any some no".split())


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


@dataclass(slots=True)
class _State:
    be: bool = False
    raised: bool = False
    negated: bool = False
    seen_verb: bool = False
    auxiliary: bool = False


def chunk(items: list[Item], lexicon: Lexicon) -> list[Chunk]:
    """Return verbs, phrases and the connecting words that are left, in order."""
    chunks: list[Chunk] = []
    state = _State()
    preposition = ""
    at = 0
    while at < len(items):
        item = items[at]
        if item.type == "aux":
            if item.words in ("do", "done", "doing") and state.auxiliary and chunks and isinstance(chunks[-1], Phrase):
                chunks.append(Verb(item, False, state.raised, state.negated))
                state = _State(seen_verb=True)
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
        elif item.type == "raising" and not _raises(items, at) and not state.seen_verb and at + 2 >= len(items):
            chunks.append(Verb(item, False, True, state.negated))
            at += 1
        elif aimed := _aimed(items, at, lexicon):
            chunks.append(Verb(aimed, False, state.raised, state.negated))
            preposition = item.words.rsplit(" ", 1)[1]
            state = _State(seen_verb=True)
            at += 1
        elif item.type == "raising" or _raises(items, at):
            state.raised, state.be = True, False
            at += 1
        elif item.type == "prep":
            preposition = item.words
            at += 1
            if at == len(items) or items[at].type in ("comma", "and", "that", "wh"):
                chunks.append(Item("prep", preposition))
                preposition = ""
        elif _is_verb(items, at, state, chunks, preposition) or _unknown_verb(items, at, state, chunks):
            chunks.append(Verb(item, _passive(item, state), state.raised, state.negated))
            state = _State(seen_verb=True)
            preposition = ""
            at += 1
        elif item.type in _NOMINAL:
            stop = _phrase_end(items, at, state, chunks, preposition)
            chunks.append(Phrase(items[at:stop], preposition))
            preposition = ""
            at = stop
        else:
            if item.type in ("that", "comma"):
                state = _State(seen_verb=state.seen_verb and item.type == "comma")
            chunks.append(item)
            at += 1
    return chunks


def _raises(items: list[Item], at: int) -> bool:
    item = items[at]
    if not item.has("raising") or at + 1 >= len(items):
        return False
    rest = [i for i in items[at + 1 : at + 4] if i.type not in ("filler", "aux", "word")]
    return bool(rest) and (rest[0].type in ("kind", "light", "attribute", "raising"))


def _aimed(items: list[Item], at: int, lexicon: Lexicon) -> Item | None:
    """Return the verb of "aimed at" before a noun: only before another verb is it grammar."""
    item = items[at]
    stem, _, preposition = item.words.rpartition(" ")
    if item.type != "raising" or preposition not in ("at", "for") or at + 1 >= len(items):
        return None
    following = next((i for i in items[at + 1 :] if i.type != "filler"), None)
    senses = [s for s in lexicon.lookup(stem.split()[-1]) if s[0] == "kind"] if stem else []
    if following is None or following.type not in ("entity", "class", "role") or not senses:
        return None
    return Item("kind", stem.split()[-1], senses)


def _unknown_verb(items: list[Item], at: int, state: _State, chunks: list[Chunk]) -> bool:
    """Say whether a word that is not known must be the verb: none other follows, and it stands where one would."""
    item = items[at]
    if item.type != "word" or " " in item.words or state.seen_verb or at == 0:
        return False
    before = items[at - 1]
    rest = items[at + 1 :]
    stop = next(
        (n for n, i in enumerate(rest) if i.type in ("that", "comma", "wh", "before", "after", "and")), len(rest)
    )
    if any(i.type == "light" or (i.type == "kind" and "noun" not in i.form("kind")) for i in rest[:stop]):
        return False
    if rest and rest[0].type not in (
        "prep",
        "comma",
        "filler",
        "entity",
        "date",
        "that",
        "kind",
        "before",
        "after",
        "wh",
    ):
        return False
    past = item.words.endswith("ed") and before.type in ("wh", "class", "entity", "role", "unit", "thing", "kind")
    bare = state.auxiliary and not state.be and before.type in ("entity", "topic", "class", "unit", "kind", "role")
    return (
        (past and not state.auxiliary)
        or (bare and not item.words.endswith("s"))
        or (before.type == "aux" and item.words.endswith("ed"))
    )


def _verb_later(items: list[Item], at: int) -> bool:
    """Say whether the verb of "did the UN vote ... come" is still to come."""
    for n in range(at + 1, len(items)):
        item = items[n]
        if item.type in ("that", "comma", "wh", "before", "after", "and"):
            return False
        if item.type in ("kind", "light") and items[n - 1].words != "to":
            forms = item.form("kind") | item.form("light")
            if "base" in forms and "noun" not in forms:
                return True
    return False


def _is_verb(items: list[Item], at: int, state: _State, chunks: list[Chunk], preposition: str) -> bool:
    item = items[at]
    if item.type == "light":
        return True
    if item.type not in ("kind", "attribute", "order"):
        return False
    forms = item.form("kind") | item.form("attribute") | item.form("light")
    if item.type == "order":
        return item.words == "last" and _lasts(items, at, chunks)
    if not forms - {"noun", ""}:
        return False
    if forms & {"past", "participle"} and "noun" not in forms:
        return not (preposition and preposition != "to" and "base" not in forms)
    if "s" in forms and "noun" not in forms and not preposition:
        return True
    if preposition == "to":
        return "base" in forms
    if preposition:
        return "ing" in forms and "noun" not in forms
    before = items[at - 1] if at else None
    if before and before.words in ("whose", "how many") and "noun" in forms:
        return False
    if before and before.has("place") and not before.has("actor", "demonym") and "noun" in forms:
        return False
    if before and (before.type in ("possessive", "order", "number") or before.words in _DETERMINERS):
        return False
    if state.raised and "base" in forms:
        return True
    if "ing" in forms and state.be and not state.seen_verb:
        return True
    if "ing" in forms and "noun" not in forms:
        return not state.seen_verb
    if state.auxiliary and not state.be:
        return "base" in forms and not state.seen_verb and not ("noun" in forms and _verb_later(items, at))
    if before and before.type == "entity" and before.has("demonym") and not before.has("actor"):
        return False
    if before and before.type in ("wh", "class", "entity", "role", "unit") and not state.auxiliary:
        return bool(forms & {"s", "past", "base"}) and not state.seen_verb
    return "noun" not in forms and not state.be


def _lasts(items: list[Item], at: int, chunks: list[Chunk]) -> bool:
    following = items[at + 1] if at + 1 < len(items) else None
    return bool(chunks) and (following is None or following.type in ("number", "comparator", "prep", "wh", "comma"))


def _passive(item: Item, state: _State) -> bool:
    return state.be and "participle" in item.form("kind") | item.form("light") | item.form("attribute")


def _phrase_end(items: list[Item], start: int, state: _State, chunks: list[Chunk], preposition: str) -> int:
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
            and _is_verb(items, stop, state, [*chunks, item], "")
        ):
            break
        if _unknown_verb(items, stop, state, chunks):
            break
        if items[stop - 1].type == "entity" and item.type == "filler" and item.words in _DETERMINERS:
            break
        stop += 1
    return stop


def _verb_like(items: list[Item], at: int) -> bool:
    return items[at].type == "kind" and not items[at].form("kind") & {"noun", "base"}


@dataclass(slots=True)
class Clause:
    """One clause: the chunks around its main verb."""

    chunks: list[Chunk] = field(default_factory=list)

    @property
    def verbs(self) -> list[Verb]:
        """Its verbs."""
        return [c for c in self.chunks if isinstance(c, Verb)]

    @property
    def phrases(self) -> list[Phrase]:
        """Its noun phrases."""
        return [c for c in self.chunks if isinstance(c, Phrase)]
