"""Answers typed questions on one store, with the acts that the answers rest on."""

from __future__ import annotations

import json
from typing import Any

from communique.errors import Fault, QuestionError
from communique.graph.shape import STATUSES
from communique.graph.store import Store
from communique.queries.algebra.acts import Acts
from communique.queries.algebra.compile import compile_question, denied
from communique.queries.algebra.days import Date, Days
from communique.queries.algebra.json_form import parse_question, to_json
from communique.queries.algebra.places import check_words, places
from communique.queries.algebra.questions import Count, Question, Whether
from communique.queries.algebra.sets import And, Except, Or, Set, Sort
from communique.queries.algebra.things import Named, Who
from communique.queries.ask.answer import Answer, Value
from communique.queries.ask.evidence import evidence
from communique.schemas.vocabulary import Vocabulary

SHOWN = 20  # acts of evidence


class TypedEngine:
    """Answers questions that are given as JSON texts, in the words of one vocabulary."""

    def __init__(self, store: Store, vocabulary: Vocabulary) -> None:
        self.store, self.vocabulary = store, vocabulary

    def ask(self, text: str) -> Answer:
        """Return the answer to a question; one that makes no sense is not understood, and `why` says each fault."""
        try:
            question = parse_question(text)
            check_words(question, self.vocabulary)
            return answer(self.store, question)
        except QuestionError as error:
            return Answer(text, why=str(error))


def answer(store: Store, question: Question) -> Answer:
    """Return the answer to a typed question.

    Parameters
    ----------
    store
        An open store.
    question
        A set, whose members are wanted, or a `Count` or `Whether`.

    Returns
    -------
    Answer
        Its question is the JSON form; `status` is answered or no_fact. The evidence is that of the first acts.

    Raises
    ------
    QuestionError
        For a question that is nested too deep.

    Examples
    --------
    >>> import communique as kg
    >>> from communique.queries.algebra import Acts, Named, Who, answer
    >>> with kg.open_graph(".kg") as graph:
    ...     [a.value for a in answer(graph.store, Who("by", Acts(kinds=("criticize",), toward=Named("usa")))).answers]
    ['Sergei Lavrov', 'Wang Yi']
    """
    try:
        given = Answer(json.dumps(to_json(question), ensure_ascii=False))
        given.cypher, given.params = compile_question(question)
    except RecursionError:
        raise QuestionError(Fault("", "nested too deep")) from None
    rows = [row for row in store.read(given.cypher, given.params).rows if row["value"] is not None]
    given.answers = [Value(str(row["value"]), row.get("id", "")) for row in rows]
    given.status = "answered" if rows else "no_fact"
    if not rows:
        given.why = _why(store, question)
    elif behind := _behind(question, given.answers[:SHOWN]):
        acts = rows if behind is question else store.read(*compile_question(behind)).rows
        given.evidence = evidence(store, [row["id"] for row in acts[:SHOWN]])
    return given


def _behind(question: Question, answers: list[Value]) -> Set | None:
    """Return the acts that answers rest on: those of the question in which an answer has its part."""
    match question:
        case Count(of=of):
            return _behind(of, [])
        case Whether(of=acts):
            return acts if answers[0].value == "yes" else denied(acts)
        case Set(sort=Sort.ACTS):
            return question
        case Who(role=role, of=acts):
            return And(acts, _in_part(role, Named(*(a.id for a in answers)))) if answers else acts
        case Days(of=acts):
            return And(acts, _in_part("when", Or(*(Date(a.value) for a in answers)))) if answers else acts
        case And(of=parts) | Or(of=parts):
            behind = [found for part in parts if (found := _behind(part, answers))]
            return Or(*behind) if behind else None
        case Except(of=of):
            return _behind(of, answers)
    return None


def _in_part(part: str, found: Set) -> Acts:
    given: dict[str, Any] = {part: found}
    return Acts(status=STATUSES, **given)


def _why(store: Store, question: Question) -> str:
    """Say which ids the graph does not know, where nothing was found."""
    named = [one for _, term in places(question) if isinstance(term, Named) for one in term.ids]
    known = compile_question(Named(*named)) if named else None
    there = {row["id"] for row in store.read(*known).rows} if known else set()
    if unknown := sorted(set(named) - there):
        return f"nothing in the graph has the id {', '.join(unknown)} (kg find looks names up)"
    return "nothing recorded answers it"
