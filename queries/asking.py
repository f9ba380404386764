"""Opens what answers questions on a store: over coded events, over annotated articles, or over both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from communique.graph.loaded import read_added
from communique.graph.store import Store
from communique.queries.ask.answer import Answer
from communique.queries.ask.events.dialects import STRICT, read_dialect
from communique.queries.ask.lexicon import Lexicon, lexicon_for

if TYPE_CHECKING:
    from communique.queries.algebra.answering import TypedEngine
    from communique.queries.ask.engine import Engine


class Asking(Protocol):
    """Answers questions on one store."""

    def ask(self, text: str) -> Answer:
        """Return the answer to a question."""


class Both:
    """Answers over coded events and over articles."""

    def __init__(self, events: Asking, articles: Engine) -> None:
        self.events, self.articles = events, articles

    def ask(self, text: str) -> Answer:
        """Return the answer of either or of both, with the steps of both."""
        events, articles = self.events.ask(text), self.articles.answer(text)
        answer = _fuller(events, articles)
        answer.steps = events.steps + articles.steps
        self.articles.put_nearest(answer)
        return answer


def _fuller(events: Answer, articles: Answer) -> Answer:
    """Return the fuller answer, or both where neither holds the other; an answer comes before a refusal."""
    if events.status == articles.status == "answered":
        few, many = sorted((events, articles), key=lambda answer: len(answer.answers))
        return many if set(few.answers) <= set(many.answers) else _joined(events, articles)
    rank = ("answered", "no_fact", "not_understood").index
    return min(events, articles, key=lambda answer: rank(answer.status))


def _joined(events: Answer, articles: Answer) -> Answer:
    """Return the answers of both readings, and say which gives what: the same words may be read in two ways."""
    both = Answer(events.question, "answered", list(dict.fromkeys([*events.answers, *articles.answers])))
    both.reading = f"first, {events.reading}; second, {articles.reading}"
    both.cypher = f"// first\n{events.cypher}\n// second\n{articles.cypher}"
    both.params = {"first": events.params, "second": articles.params}
    both.typed = {"first": events.typed, "second": articles.typed}
    both.facts, both.evidence = events.facts + articles.facts, events.evidence + articles.evidence
    readings = f"two readings: by the first {_listed(events)}", f"by the second {_listed(articles)}"
    both.why = "; ".join(filter(None, (*readings, events.why, articles.why)))
    return both


def _listed(answer: Answer) -> str:
    values = [value.value for value in answer.answers]
    return ", ".join(values[:5]) + (f" and {len(values) - 5} more" if len(values) > 5 else "")


def lexicon_of(store: Store) -> Lexicon:
    """Return the words that a store's facts were written with."""
    return lexicon_for(read_added(store))


def open_engine(store: Store, dialect: str = STRICT) -> Asking:
    """Return what answers questions on a store; it knows the vocabulary that was in force when articles were loaded.

    `dialect` says how far readings may go: see queries/ask/events/dialects.yaml; over articles, whether names are put
    right.
    """
    lenient = read_dialect(dialect).similar
    coded, told = (store.read(f"MATCH (n:{label}) RETURN n.id AS id LIMIT 1").rows for label in ("Import", "Article"))
    # Each grammar is imported where it is needed: it is a good part of the time that a command takes.
    if coded:
        from communique.queries.ask.events.engine import EventEngine

        events = EventEngine(store, dialect)
        if not told:
            return events
    from communique.queries.ask.engine import Engine

    articles = Engine(store, lexicon_of(store), lenient=lenient)
    return Both(events, articles) if coded else articles


def open_typed_engine(store: Store) -> TypedEngine:
    """Return an engine for questions as JSON, with the kinds of acts that the articles of a store were written in."""
    from communique.queries.algebra.answering import TypedEngine
    from communique.schemas.vocabulary import read_vocabulary

    return TypedEngine(store, read_vocabulary().with_missing(read_added(store)))
