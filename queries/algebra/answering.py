"""Answers typed questions on one store, with the acts that the answers rest on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from communique.errors import Fault, QuestionError
from communique.graph.shape import STATUSES
from communique.graph.store import Store
from communique.queries.algebra.acts import Acts
from communique.queries.algebra.compile import Sizes, compile_question
from communique.queries.algebra.days import Date, Days, Same, Units
from communique.queries.algebra.json_form import parse_question, to_json
from communique.queries.algebra.places import check_words, places
from communique.queries.algebra.questions import Count, Question
from communique.queries.algebra.sets import And, Except, Or, Set, Sort
from communique.queries.algebra.sized import Sized
from communique.queries.algebra.things import Named, Who
from communique.queries.ask.answer import Answer, Value
from communique.queries.ask.evidence import evidence
from communique.queries.ask.steps import Steps, watched

if TYPE_CHECKING:
    from communique.schemas.vocabulary import Vocabulary

SHOWN = 20  # acts of evidence


class TypedEngine:
    """Answers questions that are given as JSON texts, in the words of one vocabulary."""

    def __init__(self, store: Store, vocabulary: Vocabulary) -> None:
        self.steps = Steps()
        self.store, self.vocabulary = watched(store, self.steps), vocabulary
        self.sizes = Sized(self.store)

    def ask(self, text: str) -> Answer:
        """Return the answer to a question; one that makes no sense is not understood, and `why` says each fault."""
        try:
            with self.steps.step("reading"):
                question = parse_question(text)
                check_words(question, self.vocabulary)
            with self.steps.step("compiling"):
                given = answer(self.store, question, steps=self.steps, sizes=self.sizes)
        except QuestionError as error:
            given = Answer(text, why=str(error))
        given.steps = self.steps.taken()
        return given


def answer(
    store: Store,
    question: Question,
    *,
    steps: Steps | None = None,
    sizes: Sizes | None = None,
    choose: Callable[[list[Value]], list[Value]] = list,
) -> Answer:
    """Return the answer to a typed question.

    Parameters
    ----------
    store
        An open store.
    question
        A set, whose members are wanted, or a `Count` or `Whether`.
    steps
        Where the time that the evidence takes is noted.
    sizes
        In how many acts somebody has a role, for a quick search (`Sized`).
    choose
        Which of the answers that are found count.

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
    given = find(store, question, steps=steps, sizes=sizes, choose=choose)
    if not given.answers:
        given.why = _why(store, question)
    return given


def find(
    store: Store,
    question: Question,
    *,
    steps: Steps | None = None,
    sizes: Sizes | None = None,
    choose: Callable[[list[Value]], list[Value]] = list,
) -> Answer:
    """Return what `answer` does, without looking for the reason where there is nothing."""
    try:
        typed = to_json(question)
        cypher, parameters = compile_question(question, sizes)
    except RecursionError:
        raise QuestionError(Fault("", "nested too deep")) from None
    given = Answer(json.dumps(typed, ensure_ascii=False), "no_fact", cypher=cypher, params=parameters, typed=typed)
    given.answers = choose(_values(store, cypher, parameters))
    if not given.answers:
        return given
    given.status = "answered"
    with (steps or Steps()).step("evidence"):
        given.facts = _facts(store, question, given.answers, sizes)
        given.evidence = evidence(store, given.facts[:SHOWN])
    return given


def read_answers(store: Store, question: Question, sizes: Sizes | None = None) -> list[Value]:
    """Return the answers to a typed question, without their evidence."""
    return _values(store, *compile_question(question, sizes))


def _values(store: Store, cypher: str, parameters: dict[str, Any]) -> list[Value]:
    rows = store.read(cypher, parameters).rows
    return [
        Value(str(row["value"]), row.get("id", ""), tuple(sorted(row.get("acts", ()))))
        for row in rows
        if row["value"] is not None
    ]


def _facts(store: Store, question: Question, answers: list[Value], sizes: Sizes | None) -> list[str]:
    """Return the acts that answers rest on: one of each answer first, then the others."""
    if any(answer.facts for answer in answers):
        firsts = [act for answer in answers for act in answer.facts[:1]]
        return list(dict.fromkeys([*firsts, *(act for answer in answers for act in answer.facts)]))
    acts = _behind(question, answers[:SHOWN])
    return [value.id for value in read_answers(store, acts, sizes)] if acts else []


def _behind(question: Question, answers: list[Value]) -> Set | None:
    """Return the acts that answers rest on: those of the question in which an answer has its part."""
    match question:
        case Count(of=of):
            return _behind(of, [])
        case Set(sort=Sort.ACTS):
            return question
        case Who(role=role, of=acts):
            return And(acts, _in_part(role, Named(*(a.id for a in answers)))) if answers else acts
        case Days(of=acts):
            return And(acts, _in_part("when", Or(*(Date(a.value) for a in answers)))) if answers else acts
        case Units(unit=unit, of=Days(of=acts)):
            return And(acts, _in_part("when", Same(unit, Or(*(Date(a.value) for a in answers))))) if answers else acts
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
