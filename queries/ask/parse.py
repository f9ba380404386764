"""English to typed questions: what is asked for, of which acts; several readings, the most natural first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.queries.ask.adjuncts import (
    BESIDES,
    cut_pivot,
    joins_question,
    sent_by,
    without_besides,
)
from communique.queries.ask.asked import asked_of
from communique.queries.ask.attributed import without_according
from communique.queries.ask.catalogued import catalogue_questions
from communique.queries.ask.chunks import Chunk, Verb, chunk
from communique.queries.ask.clause import read_clause
from communique.queries.ask.dated import asked_unit, each_date, intervals, without_gap
from communique.queries.ask.disputes import dispute_questions
from communique.queries.ask.formed import Former
from communique.queries.ask.items import Item, read_items
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.mentions import Reader
from communique.queries.ask.naming import naming_questions
from communique.queries.ask.neutral import neutral, printed, sent
from communique.queries.ask.openings import open_plainly
from communique.queries.ask.ordered import orders, which_first, with_pivot
from communique.queries.ask.pieces import cut
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.reported import SAYING, Reported
from communique.queries.ask.roles import preposition_roles
from communique.queries.ask.stances import reaction_questions, stance_questions
from communique.queries.ask.telling import telling_questions
from communique.queries.ask.tenure_questions import tenure_questions
from communique.queries.ask.things_asked import thing_questions
from communique.queries.ask.turned import copular, is_truth, turned, with_counts
from communique.queries.ask.widened import widened

# Forms in which a date or party that fits nothing is never left aside.
_STRICT = ("office", "offices", "holds", "names", "users")


class Parser:
    """Parses questions with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.reader = Reader(lexicon)
        self.former = Former(lexicon, self.reader)
        self.reported = Reported(lexicon, self.reader, self.former)

    def parse(self, text: str) -> list[Question]:
        """Return the readings of a question; none where it has no shape that is known."""
        return self.read(open_plainly(read_items(text, self.lexicon)))

    def turned(self, text: str) -> str:
        """Return a word that turns a question round and that no reading takes in; else nothing."""
        return turned(read_items(text, self.lexicon))

    def parse_all(self, text: str) -> list[list[Question]]:
        """Return the readings of each question in a text: "who criticized X, and when" are two of the same acts."""
        if cut(text)[1]:
            return [[]]  # what several sentences say is only put together by what the record bears out
        if disputes := dispute_questions(text, self.reader, self.read):
            return [disputes]
        items = open_plainly(read_items(text, self.lexicon))
        if found := catalogue_questions(text, self.lexicon):
            return [[*found, *self.read(items)]]
        if dates := each_date(items):
            one, other, common = dates
            return [self.read(one), [replace(q, common=common) for q in self.read(other)]]
        at = next((n for n in range(2, len(items) - 1) if joins_question(items, n)), None)
        if at is None:
            return [self.read(items)]
        head = items[: at - 1] if items[at - 1].type == "comma" else items[:at]
        first, tail = self.read(head), items[at + 1 :]
        if tail[0].words == items[0].words == "which" and len(tail) > 1 and tail[1].type == "kind":
            tail = [tail[0], items[1], *tail[1:]]  # "which articles ... and which ..."
        if len(tail) == 3 and tail[1].type == "kind" and tail[2].words in ("it", "this", "that"):
            # "and who denies it": who says so, or does not, of the same acts.
            kinds = tuple(tail[1].ids("kind"))
            return [first, [Question("source", q.acts, roles=kinds, rank=q.rank) for q in first]]
        if len(tail) == 1 or (len(tail) == 2 and tail[0].type == "prep"):
            wanted = tail[-1].words
            form = {"when": "date", "where": "place", "why": "reason"}.get(wanted)
            if form:
                return [first, [Question(form, q.acts) for q in first]]
            if tail[0].type == "prep" and wanted in ("whom", "who", "what"):
                second = [
                    Question("party", q.acts, roles=preposition_roles(tail[0].words, q.acts.kinds, self.lexicon))
                    for q in first
                ]
                return [first, second]
        return [first, self.read(tail)]

    def read(self, items: list[Item]) -> list[Question]:
        """Return the readings of one question's items."""
        self.former.truth = bool(items) and is_truth(items)
        if self.former.truth and any(i.value == "sources" and i.words.endswith("s") for i in items):
            return []  # whether sources agree is another question than what they say
        items, speakers, source = without_according([i for i in items if i.type != "truth"], self.reader)
        readings = self._read(items, source)
        if unit := asked_unit(items):
            readings = [replace(q, units=(unit,)) if q.form == "date" else q for q in readings]
        if self.former.truth:
            readings = copular(with_counts(readings, items), items, self.reader.is_person)
        if speakers:
            readings = [replace(q, acts=replace(q.acts, speakers=(*q.acts.speakers, *speakers))) for q in readings]
        return readings

    def _read(self, items: list[Item], source: tuple[str, ...] | None) -> list[Question]:
        """Return the readings of what is asked, whosever account it is; with `source`, that is what is asked."""
        if [i.type for i in items[-3:]] == ["prep", "and", "prep"]:
            return []  # "the vote, for and against"
        if source is None and (tenures := tenure_questions(items, self.lexicon)):
            return tenures
        if source is None and (first := which_first(items, self.reader) or naming_questions(items, self.reader)):
            return first
        if source is None and (told := telling_questions(items, self.reader) or stance_questions(items, self.reader)):
            return self._with_wider(told)
        if [i.words for i in (*items[:1], *items[2:3])] == ["who", "whom"] and items[1].has("kind"):
            # Who did it to whom is told by the acts.
            asked = self._read([*items[:2], *items[3:]], source)
            told = [replace(q, form="what", roles=()) for q in asked if q.form == "party" and q.acts.kinds]
            return [*told, *asked]
        items, excluded = without_besides(items, self.reader)
        if any(i.words in BESIDES for i in items):
            return []
        if excluded:
            asked = self._read(items, source)
            return [replace(q, entities=(*q.entities, *excluded)) for q in asked if q.form == "party"]
        if found := intervals(items, self.lexicon, self.reader):
            return found
        items, sides = cut_pivot(items)
        items, gap, order = without_gap(items, sides)
        chunks = chunk(items, self.lexicon)
        if sides and sides[0] == "order":
            return list(orders(chunks, chunk(sides[1], self.lexicon), self.reader))
        readings = list(self._readings(chunks, source))
        if sender := sent_by(items):
            readings = [sent(q, sender, self.lexicon) for q in readings]
        if sides:
            readings = [q for q in readings for q in with_pivot(q, sides, self.reader)]
            readings = [replace(q, acts=replace(q.acts, gap=gap, order=order or q.acts.order)) for q in readings]
        readings = [q for q in readings if q.form != "truth" or not _of_any(q.acts)]
        readings += [r for q in readings for r in (neutral(q), printed(q, self.lexicon)) if r is not None]
        readings += reaction_questions(items, self.reader)
        return self._with_wider(readings)

    def _with_wider(self, readings: list[Question]) -> list[Question]:
        """Return readings with those that are wider, the likeliest first."""
        wider = [w for q in readings if q.form not in _STRICT for w in widened(q, self.lexicon)]
        return sorted(dict.fromkeys([*readings, *wider]), key=lambda q: q.rank)

    def _readings(self, chunks: list[Chunk], source: tuple[str, ...] | None) -> Iterator[Question]:
        asked, rest = asked_of(chunks, self.reader, truth=self.former.truth)
        if source is not None:
            for clause in read_clause(rest, self.reader):
                yield self.former.detailed(Question("source", clause.acts, labels=source), clause)
            return
        yield from self.reported.suggesting(asked, rest)
        yield from self.reported.attached(asked, chunks)
        described = list(self.reported.described(asked, rest))
        yield from described
        if described and asked.word == "what" and not asked.noun:
            return  # "what did X call Y" asks for no call
        yield from self.reported.reply(asked, rest)
        yield from thing_questions(asked, rest, self.reader, truth=self.former.truth)
        embedded = list(self.reported.embedded(asked, rest))
        yield from embedded
        if embedded and any(isinstance(c, Verb) and c.item.words == "do" for c in rest):
            return  # what somebody says that another does is no more than that
        if any(q.acts.kinds and q.acts.parties and set(q.roles) <= {*SAYING, "deny", "reject"} for q in embedded):
            return
        for clause in read_clause(rest, self.reader):
            for question in self.former.formed(asked, clause, rest):
                yield replace(question, rank=question.rank + clause.rank)


def _of_any(acts: Acts) -> bool:
    """Say whether the first or the second of a kind is meant, of whomever and whenever: "was the flight the first"."""
    told = acts.parties or acts.windows or acts.month or acts.weekday or acts.mentions or acts.before or acts.after
    return bool(acts.order or acts.number) and not told
