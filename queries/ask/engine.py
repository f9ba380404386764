"""Asks: English to typed questions, to Cypher, to an answer with evidence, or to the reason why there is none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from communique.graph.store import Store
from communique.queries.ask.answer import THERE, Answer, Found, Value
from communique.queries.ask.as_data import as_data
from communique.queries.ask.checked import Checked
from communique.queries.ask.compile import find_acts
from communique.queries.ask.contradicted import Contradicted
from communique.queries.ask.elements import Element
from communique.queries.ask.evidence import evidence
from communique.queries.ask.forms import Forms
from communique.queries.ask.lexicon import Lexicon
from communique.queries.ask.nearest import nearest_reports
from communique.queries.ask.parse import Parser
from communique.queries.ask.polar import denials_of
from communique.queries.ask.question import Acts, Question
from communique.queries.ask.reading import called, kinds_called, read_aloud
from communique.queries.ask.spelling import Spelling
from communique.queries.ask.steps import Steps, watched
from communique.queries.ask.supported import Supported
from communique.queries.ask.telling import TURNING
from communique.queries.ask.wanted import Wanted
from communique.schemas.names import normalize
from communique.schemas.stems import stem_words

# An answer to one of these that only repeats the question's words says nothing.
_NO_ECHO = ("detail", "attribute", "what", "content", "party", "source", "place", "topic", "reply", "reason", "thing")

# What acts that contradict a question do not answer.
_STANDING = ("party", "date", "place", "detail", "parties", "thing")
# Words that turn a question round, by its form.
_TURNING = {"truth": ("no",), "articles": TURNING}
# "Leaders of which countries": those who act are not what is asked for.
_OF_STATES = re.compile(r"\bof (?:which|what) (?:\w+ )?(?:countries|country|states?|nations?)\b", re.IGNORECASE)
_FEW, _MANY = 5, 15
# An answer that rests on acts which bear out less than this of what the best do may be of another thing.
_DOUBTFUL = 0.85
# Where no deed is asked about, acts that bear out less than this of it are not those that are meant.
_CERTAIN, _CERTAINLY = 0.98, ("date", "detail", "party")
# Of several acts that bear out the same of a question, each has its own.
_ONE = ("date", "place", "detail", "reason", "thing")


class Engine:
    """Answers questions on one store with one lexicon."""

    def __init__(self, store: Store, lexicon: Lexicon, *, lenient: bool = False) -> None:
        self.steps = Steps()
        self.store, self.lexicon = watched(store, self.steps), lexicon
        mutual = tuple(k for k, about in lexicon.kinds.items() if about["symmetric"])
        self.parser, self.forms = Parser(lexicon), Forms(self.store, lexicon, mutual)
        self.spelling, self.lenient = Spelling(self.store, lexicon), lenient
        self.wanted, self.supported = Wanted(self.parser), Supported(self.store, mutual)
        self.checked = Checked(self.wanted, self.supported.support)
        self.contradicted = Contradicted(self.supported.support, lexicon)

    def ask(self, text: str) -> Answer:
        """Return the answer to a question; without one, with the facts that are nearest to it."""
        answer = self.answer(text)
        self.put_nearest(answer)
        return answer

    def put_nearest(self, answer: Answer) -> None:
        """Put the facts that are nearest to a question beside the reason why it has no answer."""
        if answer.status != "answered":
            with self.steps.step("nearest"):
                words = self.wanted.words(answer.question)
                answer.nearest = nearest_reports(self.store, self.supported.support, words)
            answer.steps = answer.steps + self.steps.taken()

    def answer(self, text: str) -> Answer:
        """Return the answer to a question, or why there is none.

        The readings of the question are tried in turn, the most natural first; the first that the graph can
        answer is taken. Every word of the question is accounted for in each of them. Where none is answered, the acts
        are asked that the record bears out best.
        """
        with self.steps.step("reading"):
            asked, note = self.spelling.respelt(text) if self.lenient else (text, "")
            parsed = self.parser.parse_all(asked)
        with self.steps.step("compiling"):
            answer = self._joined(asked, parsed)
        answer.question, answer.why = text, "; ".join(filter(None, (note, answer.why)))
        answer.steps = self.steps.taken()
        return answer

    def _joined(self, text: str, parsed: list[list[Question]]) -> Answer:
        answers = [self._one(text, readings, alone=len(parsed) == 1) for readings in parsed]
        first = answers[0]
        for other, readings in zip(answers[1:], parsed[1:], strict=True):
            if other.status != "answered" or first.status != "answered":
                return other if first.status == "answered" else first
            if any(q.common for q in readings):
                both = {v.value for v in other.answers} & {v.value for v in first.answers}
                first.answers = [v for v in first.answers if v.value in both]
            else:
                first.answers += [v for v in other.answers if v not in first.answers]
            if not first.answers:
                first.status, first.why = "no_fact", "nothing answers both"
            first.reading = f"{first.reading}; and {other.reading}"
            first.typed = {"first": first.typed, "second": other.typed}
            first.facts += [f for f in other.facts if f not in first.facts]
            first.evidence += [e for e in other.evidence if e not in first.evidence]
        return first

    def _one(self, text: str, parsed: list[Question], *, alone: bool) -> Answer:
        answer = Answer(text)
        if word := self.parser.turned(text) if alone else "":
            answer.status, answer.why = "not_understood", f"not understood: {word} (ask without it)"
            return answer
        readings = [q for q in parsed if not _empty(q)]
        if not readings:
            if alone and (borne_out := self._supported(text)):
                return borne_out
            answer.why = "the question names no act, actor, place or topic that is known"
            return answer
        for turning in [m.words for q in readings for m in q.acts.mentions if m.words in _TURNING.get(q.form, ())]:
            answer.why = f"not understood: {turning} (ask without it)"
            return answer
        remarks: list[tuple[Question, Found]] = []
        persons = alone and any(q.form == "party" for q in readings)
        holders = self.wanted.holders(text) if persons else frozenset()
        for question in readings:
            found = self.forms.run(question)
            if question.form in _NO_ECHO and "deny" not in question.roles:  # who is named may well deny it
                found.values = [v for v in found.values if not _echoes(v.value, text)]
            if question.form == "party" and not any(" or " in p.words for p in question.acts.parties):
                # Whom a question names is not whom it asks for.
                near = {t.removeprefix("actor:") for m in question.acts.mentions for t in m.tokens}
                found.values = [v for v in found.values if v.id not in near]
            if question.form == "party" and alone:
                found.values = self._states(text, [v for v in found.values if not holders or v.id in holders])
            if question.form == "what":
                found.values = [v for v in found.values if set(stem_words(v.value)) - set(stem_words(text))]
            if question.form in _STANDING:
                found.values = self.contradicted.kept(text, found.values)
            if question.noun is not None:
                found.values = [v for v in found.values if self.checked.is_of(question.noun, v.id)]
            spoken = question.acts.kinds and all(self.lexicon.kinds[k]["statement"] for k in question.acts.kinds)
            if question.form in ("content", "what") and spoken and len(found.values) > _MANY:
                found.values, found.why = [], "too much was said: say of what"
            if found.values and not (_vague(question) and len(found.values) > _FEW):
                if alone:
                    found.values = self.checked.narrowed(text, question, found.values)
                stand = self.checked.stand(text, question, found) if alone else 1.0
                other = self._supported(text, question.form) if stand < _DOUBTFUL else None
                if other and not {v.value for v in other.answers} & {v.value for v in found.values}:
                    return other
                if stand and (question.acts.kinds or question.form not in _CERTAINLY or stand >= _CERTAIN):
                    return self._answered(answer, question, found)
                found.values, found.why = [], "no act that is recorded bears out every word of it"
            remarks.append((question, found))
            if question.form in ("truth", "articles") and found.why.startswith(THERE):
                return self._unanswered(answer, remarks)
        if any(q.form in ("conflicts", "tenure", "holds") for q in readings):
            return self._unanswered(answer, remarks)
        return (self._supported(text) if alone else None) or self._unanswered(answer, remarks)

    def _supported(self, text: str, form: str = "") -> Answer | None:
        """Return the answer from the acts that the record bears out best, if they answer a reading (of a form)."""
        with self.steps.step("reading"):
            readings, elements = self.wanted.of(text)
            readings = [q for q in readings if not form or q.form == form]
        if elements and (denials := denials_of(readings, elements, self.supported.support)):
            asked = Question("truth", Acts(ids=denials, words=", ".join(repr(e.words) for e in elements)))
            return self._answered(Answer(text), asked, Found([Value("no", "", denials)], list(denials)))
        answer = self._weighed(text, readings, elements)
        return answer if answer is not None or form else self._thing(text)

    def _weighed(self, text: str, readings: list[Question], elements: list[Element]) -> Answer | None:
        """Return the answer from the acts that bear out elements best."""
        for question, rivals in self.supported.questions(readings, elements) if elements else ():
            found = self._of_supported(question, text)
            values = {v.value for v in found.values}
            if found.values and any(
                not values >= {v.value for v in self._of_supported(rival, text).values} for rival in rivals
            ):
                continue  # acts that can be meant as well answer otherwise
            if found.values:
                return self._answered(Answer(text), question, found)
        return None

    def _thing(self, text: str) -> Answer | None:
        """Return whatever is of the sort that the noun of a question names in the acts that bear out the rest of it."""
        with self.steps.step("reading"):
            readings, elements = self.wanted.thing(text)
        for question, rivals in self.supported.questions(readings, elements) if elements else ():
            found = self._of_supported(question, text)
            others = [o for r in rivals if (o := {v.value for v in self._of_supported(r, text).values})]
            if found.values and all(other == {v.value for v in found.values} for other in others):
                return self._answered(Answer(text), question, found)
        return None

    def _of_supported(self, question: Question, text: str) -> Found:
        """Return what a question about acts that were found by support finds, without what only repeats words."""
        found = self.forms.run(question)
        found.values = [v for v in found.values if not _echoes(v.value, text) or question.form not in _NO_ECHO]
        several = len(question.acts.ids) > 1 and "model" not in question.attributes
        if several and question.form in _ONE and not found.of_one():
            found.values = []  # several acts that differ: which is meant is not known
        if question.form in _STANDING:
            found.values = self.contradicted.kept(text, found.values)
        if question.form == "party":
            found.values = [v for v in found.values if not self._is_organ(v, question, text)]
            found.values = self._states(text, found.values)
        if question.form == "thing" and not (
            len(found.values) > 1 if question.number is None else len(found.values) == question.number
        ):
            found.values = []  # other than the noun says
        if question.form == "thing" and several and found.values and not found.of_one():
            found.values = []  # each of several acts has another
        if question.form == "content":  # that somebody said something is not what was said
            found.values = [v for v in found.values if v.id not in question.acts.ids]
        return found

    def _states(self, text: str, values: list[Value]) -> list[Value]:
        """Return of several values the states, where it is asked of which states somebody is."""
        return [v for v in values if self.lexicon.states.get(v.id) == v.id] if _OF_STATES.search(text) else values

    def _is_organ(self, value: Value, question: Question, text: str) -> bool:
        """Say whether an answer is an organ of a body that a question names, and the question names it too."""
        organ = any(value.id in self.lexicon.organs.get(i, ()) for i in question.entities)
        return organ and bool(set(stem_words(value.value)) & set(stem_words(text.lower())))

    def _answered(self, answer: Answer, question: Question, found: Found) -> Answer:
        answer.status, answer.answers, answer.why = "answered", found.values, found.why
        answer.reading = read_aloud(question, self.lexicon)
        answer.cypher, answer.params = found.cypher, found.params
        answer.typed, answer.facts = as_data(question), found.facts
        with self.steps.step("evidence"):
            answer.evidence = evidence(self.store, found.facts, question.form)
        if question.form in _STANDING and (deniers := _deniers(answer.evidence)):
            answer.why = "; ".join(filter(None, (answer.why, f"denied by {' and '.join(deniers)}")))
        if question.form == "truth" and not question.acts.speakers and (voices := _voices(answer.evidence)):
            answer.reading += f"; according to {' and '.join(voices)}"
        return answer

    def _unanswered(self, answer: Answer, remarks: list[tuple[Question, Found]]) -> Answer:
        question, found = next(((q, f) for q, f in remarks if f.why), remarks[0])
        answer.cypher, answer.params = found.cypher, found.params
        answer.reading, answer.typed = read_aloud(question, self.lexicon), as_data(question)
        if unknown := self.spelling.unknown([q for q, _ in remarks]):
            answer.status = "not_understood"
            answer.why = "not understood: " + ", ".join(unknown)
            answer.suggestions = self.spelling.near(unknown)
            answer.reading, answer.typed = "", {}
            return answer
        answer.status = "no_fact"
        answer.why = found.why or self._emptied(question)
        return answer

    def _emptied(self, question: Question) -> str:
        """Say which part of a question left nothing over: parts are put in one by one until none fits."""
        acts = question.acts
        parts: list[tuple[str, Acts]] = []
        now = Acts(kinds=acts.kinds, speakers=acts.speakers)
        if acts.kinds:
            parts.append((f"no act of the kind {kinds_called(acts, self.lexicon)!r} is recorded", now))
        for party in acts.parties:
            now = replace(now, parties=(*now.parties, party))
            role = {"by": "by"}.get(party.roles[0], "involving" if len(party.roles) > 3 else party.roles[0])
            parts.append((f"none {role} {called(party, self.lexicon)}", now))
        for mention in acts.mentions:
            now = replace(now, mentions=(*now.mentions, mention))
            parts.append((f"none with {mention.words!r}", now))
        timed = replace(now, windows=acts.windows, month=acts.month, day=acts.day, weekday=acts.weekday, said=acts.said)
        parts.append(("none at that time", replace(timed, number=acts.number)))
        for words, part in parts:
            cypher, parameters = find_acts(part)
            if not self.store.read(cypher, parameters).rows:
                return words
        return "no fact answers it"


def _deniers(evidence: list[dict[str, Any]]) -> list[str]:
    """Return who denies one of the facts on which an answer rests."""
    denying = [row["chain"] for row in evidence if row["factuality"] == "denied" and row["chain"]]
    return list(dict.fromkeys(chain[-1] for chain in denying))


def _voices(evidence: list[dict[str, object]]) -> list[str]:
    """Return who says so where all of the evidence is reported speech; nobody where an article says so itself."""
    chains = [chain for row in evidence if isinstance(chain := row["chain"], list)]
    return list(dict.fromkeys(str(c[-1]) for c in chains)) if chains and all(chains) else []


def _echoes(value: str, text: str) -> bool:
    """Say whether an answer only repeats words of the question."""
    return f" {normalize(value)} " in f" {normalize(text)} "


def _vague(question: Question) -> bool:
    """Say whether a reading only names parties: whatever they did is no answer to a question that says more."""
    acts = question.acts
    words = [m for m in acts.mentions if not any(":" in t for t in m.tokens)]
    return question.form == "what" and not (acts.kinds or words or acts.windows or acts.month or acts.said)


def _empty(question: Question) -> bool:
    """A reading that asks for any act at all is none."""
    acts = question.acts
    return not (
        question.entities
        or question.form in ("conflicts", "tenure", "catalogue")
        or (question.attributes and question.form in ("attribute", "having"))
        or acts.kinds
        or acts.parties
        or acts.mentions
        or acts.windows
        or acts.month
        or acts.weekday
        or acts.said
        or acts.before
        or acts.after
        or acts.same
        or acts.linked
    )
