"""Takes a question apart into what the record of an act must bear out: names, kinds, dates, figures, words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from communique.queries.ask.items import Item
from communique.queries.ask.mentions import Reader
from communique.queries.ask.reported import SAYING
from communique.schemas.date_words import DateWords
from communique.schemas.quantities import NUMBER_WORDS, show_number
from communique.schemas.stems import stem_words

# These turn a sentence round or compare: what stands near an act cannot bear them out.
_TURNING = ("without", "or", "if", "since", "until", "comparator", "ratio")
_RESTRICTING = ("only", "except", "besides", "aside", "each", "every", "respectively")
_NEGATING = ("not", "no", "never", "nobody", "none", "nothing", "neither", "fail", "fails", "failed")
# Where a noun phrase begins, or a clause.
_BOUNDS = ("prep", "aux", "wh", "comma", "that", "before", "after")
# Nouns and verbs of these are followed by what is said.
_TELLING = {*SAYING, "inform", "predict", "expect", "warn", "doubt", "confirm", "deny", "reject", "acknowledge", "hint"}
# Units that are words for a time, a member or a country rather than figures.
_CLASSES = {"day", "week", "month", "year", "hour", "time", "member", "state"}
# A denial, a denied act or claim bears out a negation; what tells of a lack does so loosely.
NEGATED, LACKING = "negated:", "lacking:"
DENYING = {"deny", "reject", "decline-comment"}
# What is only borne out by words that mean loosely the same is worth so much.
LOOSELY = 0.85


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a question: `sort` is name, kind, number, date or word; any of `tokens`, or all `stems`, bear it
    out; those that are `loose` do so less, and kinds that are only `kindred` still less.

    `ids` are the things that a name can be. A `plain` one adds nothing where the others tell which act is meant;
    an `owner` ("Japan's zone") must be in the act itself; what stands aside ("while the UN met") around it, but for a
    `person`, or tells of another act at the same time, before or after it: `aside` says which. One that is `saying` is
    of words rather than deeds, one that is a `verb` tells what was done.
    """

    words: str
    sort: str
    tokens: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    loose: frozenset[str] = frozenset()
    kindred: frozenset[str] = frozenset()
    ids: tuple[str, ...] = ()
    date: DateWords | None = None
    plain: bool = False
    owner: bool = False
    aside: str = ""
    person: bool = False
    ordering: bool = False
    saying: bool = False
    verb: bool = False

    @property
    def turning(self) -> bool:
        """Whether it turns the sentence round or orders acts: what stands in an act cannot bear that out alone."""
        return NEGATED in self.tokens or self.ordering

    def borne_out(self, words: set[str]) -> float:
        """Return how well words bear it out: 1 by itself, less by words or kinds that are loosely the same, else 0."""
        if not self.tokens.isdisjoint(words) or bool(self.stems and words.issuperset(self.stems)):
            return 1.0
        return 0.0 if (self.loose | self.kindred).isdisjoint(words) else LOOSELY


def elements_of(items: Iterable[Item], reader: Reader) -> list[Element] | None:
    """Return the elements of a question's items; nothing where one of them turns the sentence round."""
    found: list[Element] = []
    items, aside = list(items), ""
    places = {i.words for i in items if i.value == "places"}
    for at, item in enumerate(items):
        then = items[at + 1] if at + 1 < len(items) else None
        if item.type in ("since", "until") and then and then.type == "date" and then.words.isdigit():
            found.append(Element(f"{item.words} {then.words}", "number", stems=(then.words,)))
            then.type = "filler"
            continue
        if item.type in ("since", "until") and then and then.type == "wh":
            continue  # up to which year
        if item.type in _TURNING or item.words in _RESTRICTING:
            return None
        if item.type in ("before", "after"):
            if then is None or then.type in ("date", "or"):
                return None
            aside = item.type
            continue
        if item.words in ("while", "when", "during") or (
            item.words == "as" and (not at or items[at - 1].type == "comma")
        ):
            aside = "with" if at > 0 or item.words != "when" else ""
        elif _relates(items, at) or _attributed(items, at):
            aside = "with"
        elif item.type == "comma" or (item.words in ("a", "an") and at and items[at - 1].type != "prep"):
            aside = ""
        if element := _element(item, reader):
            owner = item.words.endswith("'s") or bool(then and then.type == "possessive")
            found.append(replace(element, owner=owner and element.sort == "name" and not aside, aside=aside))
    if any(t.startswith("place:") for e in found for t in e.tokens):  # what sort of place it is, is known
        found = [replace(e, plain=e.plain or (e.sort == "word" and e.words in places)) for e in found]
    return list(dict.fromkeys(found))


def _relates(items: list[Item], at: int) -> bool:
    """Say whether a word begins a clause about the noun before it: "the sanctions that X slammed"."""
    before = items[at - 1] if at else None
    asking = any(i.type in ("wh", "asks") for i in items[:at])
    if items[at].type == "prep":  # "the call in which"
        named = before is not None and before.type not in ("wh", "prep", "aux", "comma")
        return asking and named and any(i.words in ("which", "whom", "whose") for i in items[at + 1 : at + 2])
    if items[at].type == "that" and _tells(items[:at]):
        return False
    relative = items[at].type == "that" or (asking and items[at].words in ("which", "who", "whom", "whose"))
    said = before is not None and before.has("kind") and before.form("kind") - {"noun"}
    return relative and at > 1 and before is not None and before.type not in ("wh", "prep", "aux", "comma") and not said


def _tells(before: list[Item]) -> bool:
    """Say whether what follows is what somebody says: after a noun or verb of saying, and whom it is said to."""
    for item in reversed(before):
        if item.has("kind"):
            return set(item.ids("kind")) <= _TELLING
        if item.type not in ("entity", "filler", "prep", "class", "role", "date", "word", "unit", "attribute"):
            return False
    return False


def _attributed(items: list[Item], at: int) -> bool:
    """Say whether a participle belongs to a noun that a preposition governs: "the value of the deal announced at X"."""
    item = items[at]
    if not item.words.split()[0].endswith("ed") or at + 1 >= len(items) or items[at + 1].type != "prep":
        return False
    start = next((n for n in range(at - 1, -1, -1) if items[n].type in _BOUNDS), 0)
    return items[start].type == "prep" and 1 < at - start < 7 and start > 1


def _element(item: Item, reader: Reader) -> Element | None:
    lexicon = reader.lexicon
    stems = tuple(stem_words(item.words))
    alike, loose = frozenset(lexicon.alike(item.words)), frozenset(lexicon.alike(item.words, loosely=True))
    plain = _is_plain(item.words, reader) and not (item.type == "word" and len(stems) > 1)
    if item.has("raising") and " " in item.words:
        return None  # "was going to": that something is ahead
    if item.words in _NEGATING:
        return Element(item.words, "word", frozenset((NEGATED,)), loose=frozenset((LACKING,)))
    match item.type:
        case "entity" | "topic":
            named = reader.named(item)
            ids = (*named.ids, *(p for o in named.offices for p, _ in lexicon.persons.get(o, [])))
            tokens = frozenset(reader.mention(named).tokens) | alike | _kinds(item, reader)
            person = any(map(reader.is_person, ids))
            ids = tuple(map(str, ids))
            # A state acts through its officials.
            officials = set(ids) & set(lexicon.roles.get("government official", ()))
            loose |= {f"actor:{lexicon.states[i]}" for i in officials if i in lexicon.states}
            loose |= {f"actor:{organ}" for i in ids for organ in lexicon.organs.get(i, ())}
            return Element(item.words, "name", tokens, stems, loose, ids=ids, plain=plain, person=person)
        case "kind":
            plain = _is_plain(item.words, reader, "plain_deeds") or set(item.ids("kind")) <= set(SAYING)
            plain = plain or item.has("light")
            tokens = _kinds(item, reader) | _tokens(item, reader) | alike
            kindred = _families(item, reader)
            saying = any(lexicon.kinds[k]["statement"] for k in item.ids("kind"))
            verb = "noun" not in item.form("kind")
            return Element(item.words, "kind", tokens, stems, loose, kindred, plain=plain, saying=saying, verb=verb)
        case "unit" | "attribute" | "role" | "raising":
            plain = plain or item.type == "raising" or bool(_CLASSES & set(item.ids("unit")))
            plain = plain or lexicon.is_("stances", item.words)
            return Element(item.words, "word", _tokens(item, reader) | alike, stems, loose, plain=plain)
        case "number":
            number = show_number(item.number or 0)
            words = {number, *(NUMBER_WORDS[int(number) : int(number) + 1] if number.isdigit() else ())}
            return Element(item.words, "number", frozenset(words))
        case "date":
            return Element(item.words, "date", date=item.date) if item.date else None
        case "class" if item.value == "places" and stems:
            return Element(item.words, "word", alike, stems, loose, plain=plain)
        case "word" | "order" if stems:
            ordering, saying = item.type == "order", all(lexicon.is_("saying", s) for s in stems)
            return Element(item.words, "word", alike, stems, loose, plain=plain, ordering=ordering, saying=saying)
        case "light" if stems and all(lexicon.is_("saying", s) for s in stems):
            return Element(item.words, "word", alike, stems, loose, plain=True, saying=True)
    return None


def _is_plain(words: str, reader: Reader, group: str = "plain") -> bool:
    plain = reader.lexicon.grammar[group]
    return words in plain or all(word in plain for word in words.split())


def _kinds(item: Item, reader: Reader) -> frozenset[str]:
    # Who says that something is not so denies it.
    negated = {NEGATED} if DENYING & set(item.ids("kind")) else set()
    return frozenset(f"kind:{k}" for i in item.ids("kind") for k in (i, *reader.lexicon.kin.get(i, ()))) | negated


def _families(item: Item, reader: Reader) -> frozenset[str]:
    return frozenset(f"kind:{k}" for i in item.ids("kind") for k in reader.lexicon.families.get(i, ()))


def _tokens(item: Item, reader: Reader) -> frozenset[str]:
    units = [f"unit:{u}" for u in item.ids("unit")] + [
        s for u in item.ids("unit") for s in reader.lexicon.unit_stems[u]
    ]
    attributes = [f"attribute:{a}" for a in item.ids("attribute")]
    holders = [f"actor:{a}" for r in item.ids("role") for a in reader.role_holders(r)]
    topics = [f"topic:{t}" for t in item.ids("topic")]
    return frozenset([*units, *attributes, *holders, *topics])
