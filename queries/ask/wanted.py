"""What a question wants, and what the record must bear out of it, without a reading of the whole sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.queries.ask.adjuncts import sent_by, without_besides
from communique.queries.ask.agents import agent_questions
from communique.queries.ask.asked import Asked, asked_of
from communique.queries.ask.chunks import chunk
from communique.queries.ask.elements import Element, elements_of
from communique.queries.ask.items import BE, Item, read_items
from communique.queries.ask.noun_asked import noun_asked
from communique.queries.ask.offices import heads_of, office_questions, offices_named
from communique.queries.ask.openings import open_plainly
from communique.queries.ask.parse import Parser
from communique.queries.ask.pieces import bare_questions, cut, media_noun
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.stances import stance_questions
from communique.schemas.stems import stem_words

# Of the noun that is asked for, these need no bearing out.
_NOUN = ("class", "thing", "unit", "attribute", "reason", "number", "role")


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentence that asks, those that tell what it is about, and what is asked for."""

    items: list[Item]
    context: list[Item]
    asked: Asked
    noun: list[Item]
    media: Item | None
    several: bool


class Wanted:
    """Reads what questions want, with one parser."""

    def __init__(self, parser: Parser) -> None:
        self.parser, self.reader, self.lexicon = parser, parser.reader, parser.lexicon

    def of(self, text: str) -> tuple[list[Question], list[Element]]:
        """Return what a question may ask for, and its elements; none where what it says is turned round."""
        said = self._said(text)
        if said is None:
            return [], []
        items, context, asked = said.items, said.context, said.asked
        bare = bare_questions(items, context) if said.several else []
        named = bool(asked.noun and asked.noun.named)
        readings = [q for q in [*bare, *self.parser.read(items)] if self._is_known(q, named=named)]
        readings = [self._asked_of(q, asked, said.noun, items) for q in readings]
        readings = [*agent_questions(items, asked, self.reader), *self._fitting(readings, said)]
        readings += [q for r in readings if (q := _said_by(r)) is not None]
        if said.media is not None:
            readings = self._with_articles(readings, said.media, asked)
        elements = self._elements(said)
        if context and any("office" in q.attributes for q in readings):
            readings = [
                *(Question("offices", entities=e.ids) for e in [e for e in elements if e.person][:1]),
                *readings,
            ]
        offices = (
            office_questions(asked, elements, items, self.reader) if not stance_questions(items, self.reader) else []
        )
        if any(q.form == "thing" for q in offices):
            readings = []  # only who held it can be meant
        return [*offices, *readings], elements

    def thing(self, text: str) -> tuple[list[Question], list[Element]]:
        """Return the question for whatever is of the sort that a question's noun names, and the other elements."""
        said = self._said(text)
        items, excluded = without_besides(said.items, self.reader) if said is not None else ([], ())
        named = noun_asked(items, self.reader)
        if said is None or named is None or said.media is not None:
            return [], []
        return [replace(named.question, entities=tuple(excluded))], self._elements(said, named.items)

    def holders(self, text: str) -> frozenset[str]:
        """Return who ever held the office that "who was ..." names; nobody for other questions."""
        said = self._said(text)
        offices = offices_named(said.items, self.lexicon) if said is not None else ()
        return frozenset(person for o in offices for person, _ in self.lexicon.persons.get(o, []))

    def elements(self, text: str) -> list[Element]:
        """Return what the record must bear out of a question."""
        said = self._said(text)
        return self._elements(said) if said is not None else []

    def words(self, text: str) -> list[Element]:
        """Return all that a question says, each part by itself; what turns it round or compares is left out."""
        items = [i for i in read_items(text, self.lexicon) if i.type not in ("truth", "wh", "asks")]
        return [e for item in items for e in elements_of([item], self.reader) or []]

    def _said(self, text: str) -> _Said | None:
        sentence, others = cut(text)
        if others is None:
            return None
        items = [i for i in open_plainly(read_items(sentence, self.lexicon)) if i.type != "truth"]
        context = [i for other in others for i in read_items(other, self.lexicon)]
        asked, _ = asked_of(chunk(items, self.lexicon), self.reader)
        noun = asked.noun.phrase.items if asked.noun else []
        return _Said(items, context, asked, noun, media_noun(items, self.lexicon), bool(others))

    def _elements(self, said: _Said, known: tuple[Item, ...] = ()) -> list[Element]:
        """Return the elements, but for the noun that is asked for, what is left out and how far acts lie apart."""
        left_out = {id(i) for i in said.noun if i.type in _NOUN or self._is_official(i)} | {id(said.media)}
        if said.asked.word in ("which", "what") and said.asked.noun and said.asked.noun.units:
            left_out -= {id(i) for i in said.noun if i.has("demonym")}  # whose craft it is
        if said.asked.word == "how many" and said.asked.noun:
            left_out -= {id(i) for i in said.noun if i.has("unit") and not i.has("demonym")}  # a figure of these
        items, _ = without_besides(said.items, self.reader)
        left_out |= {id(i) for i in known}
        left_out |= {id(i) for at, i in enumerate(items) if _is_how_many(items, at) or _is_gap(items, at)}
        return elements_of([i for i in [*said.context, *items] if id(i) not in left_out], self.reader) or []

    def _fitting(self, readings: list[Question], said: _Said) -> list[Question]:
        """Return the readings that ask for what the wh-word and its noun can mean."""
        asked = said.asked
        if any(q.form == "reason" for q in readings):
            readings = [q for q in readings if q.form != "what"]
        if self._states_of(said.noun):
            readings = [q for q in readings if q.form in ("party", "source")]
        if asked.word in ("who", "whom", "whose") or (asked.labels and asked.word == "which"):
            readings = [q for q in readings if q.form not in ("content", "what", "reason", "detail", "date")]
        if any("respond" in i.ids("kind") for i in said.items):  # a reaction is what was done, not what it is about
            readings = [q for q in readings if q.form != "content"]
        if _suffers(said.items):
            readings = [q for q in readings if q.form != "party" or q.roles[:1] != ("by",)]
        if "topics" not in asked.classes:
            readings = [q for q in readings if q.form != "topic"]
        return readings

    def _with_articles(self, readings: list[Question], media: Item, asked: Asked) -> list[Question]:
        """Put in the question for articles, or for the newspaper or agency that says so."""
        number = asked.noun.number if asked.noun else None
        several = (media.words,) if number is None and media.words.endswith("s") else ()
        articles = Question("articles", number=number, words=several)
        if media.words in self.lexicon.grammar["articles"] or several:
            return [articles, *readings]
        # One newspaper or agency that says something can be a voice in an article of another.
        edge = "AGENCY" if media.words in self.lexicon.grammar["agencies"] else "PUBLISHED_BY"
        return [Question("source", labels=asked.labels, media=edge), *readings]

    def _asked_of(self, question: Question, asked: Asked, noun: list[Item], items: list[Item]) -> Question:
        """Return a question whose noun filters by what it says: of a state, of a sort that is no plain word."""
        named = asked.noun.named if asked.noun else []
        if question.form == "place":  # "in which Chinese city"
            return replace(question, sort=self._told(question.sort), of=tuple(i for n in named for i in n.ids))
        if question.form not in ("party", "source"):
            return replace(question, sort=self._told(question.sort))
        of = sent_by(items) or self._states_of(noun) or tuple(i for n in named if n.owner for i in n.ids) or question.of
        labels = () if "sources" in asked.classes and question.form == "party" else question.labels
        led = self._led(items) or question.offices
        return replace(question, sort=self._told(question.sort), labels=labels, of=of, offices=led)

    def _led(self, items: list[Item]) -> tuple[str, ...]:
        """Return the offices of who is at the head of a body: "who headed the office at the talks"."""
        for item, *after in (items[at : at + 3] for at in range(len(items) - 1)):
            verb = item.type == "kind" and "noun" not in item.form("kind")
            if verb and ("lead" in item.ids("kind") or self.lexicon.is_("leading", stem_words(item.words)[0])):
                body = next((i for i in after if i.type != "filler"), None)
                return heads_of([body.words], self.reader) if body is not None and body.type == "entity" else ()
        return ()

    def _is_known(self, question: Question, *, named: bool) -> bool:
        """Say whether a noun of no sort that is known tells more than plain words do."""
        return not question.sort or named or bool(self._told(question.sort))

    def _told(self, sort: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(s for s in sort if not self.lexicon.is_("plain_stems", s))

    def _is_official(self, item: Item) -> bool:
        """Say whether a name only means the unnamed officials of a state."""
        return item.type == "entity" and set(item.ids("actor")) <= set(
            self.lexicon.roles.get("government official", ())
        )

    def _states_of(self, items: list[Item]) -> tuple[str, ...]:
        return tuple(self.lexicon.states[a] for i in items if self._is_official(i) for a in i.ids("actor"))


def _suffers(items: list[Item]) -> bool:
    """Say whether what is asked for is what something is done to: "which Americans jailed in X were discussed"."""
    wh = next((n for n, i in enumerate(items) if i.type == "wh"), None)
    if wh is None or items[wh].words not in ("which", "what", "who") or any(i.words == "by" for i in items):
        return False
    at = next((n for n in range(wh + 2, len(items)) if items[n].type in ("aux", "that", "wh", "comma")), None)
    if at is None or items[at].words not in BE:
        return False
    verb = next((i for i in items[at + 1 :] if i.type != "filler"), None)
    return verb is not None and "participle" in verb.form("kind") and "ing" not in verb.form("kind")


def _said_by(question: Question) -> Question | None:
    """Return the question for what somebody says, where it is asked what others do by his words."""
    if question.form != "what" or not question.acts.speakers:
        return None
    return Question("content", Acts(parties=tuple(replace(p, roles=("by",)) for p in question.acts.speakers)))


def _is_how_many(items: list[Item], at: int) -> bool:
    """Say whether an item only says how many are asked for: "which two"."""
    return items[at].type == "number" and bool(at) and items[at - 1].type in ("wh", "asks")


def _is_gap(items: list[Item], at: int) -> bool:
    """Say whether an item is of the time between two acts: "three months after"."""
    ends = [i.type for i in items[at + 1 : at + 3]]
    if items[at].type == "number":
        return len(ends) > 1 and items[at + 1].has("unit") and ends[1] in ("before", "after")
    return items[at].has("unit") and ends[:1] in (["before"], ["after"])
