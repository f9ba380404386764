"""Questions as JSON: an operator is an object of one key, its name; what it takes stands below that.

What takes one thing has that thing (``{"first": ACTS}``), what takes any number has a list (``{"and": [SET, SET]}``),
what takes several has an object (``{"who": {"role": "by", "of": ACTS}}``), where what is left out is as in Python.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, Field
from typing import Any

from communique.errors import Fault, QuestionError
from communique.queries.algebra.acts import Acts, First, Last
from communique.queries.algebra.days import After, Before, Between, Date, Days, Same, Since, Units, Until
from communique.queries.algebra.questions import Count, Question, Whether
from communique.queries.algebra.sets import And, Except, Not, Or, Set, Term
from communique.queries.algebra.things import Labelled, Named, Who, Within
from communique.schemas.names import suggestion

_QUESTIONS: tuple[type[Term], ...] = (Count, Whether)
_SETS: tuple[type[Term], ...] = (
    *(Acts, First, Last, Named, Labelled, Within, Who, Date, Days, Before, After, Since, Until, Between, Same, Units),
    *(And, Or, Not, Except),
)
OPERATORS = {operator.word(): operator for operator in (*_QUESTIONS, *_SETS)}
# Of these, any number is taken.
LISTED = (And, Or, Named)
# How many keys stand above the innermost operator of a question that is read.
_DEEPEST = 100


def to_json(question: Question) -> dict[str, Any]:
    """Return a question as JSON values; what is as it would be if left out is left out.

    >>> to_json(Count(Acts(kinds=("criticize",), by=Named("china"), when=Date("2020"))))
    {'count': {'acts': {'kinds': ['criticize'], 'by': {'named': ['china']}, 'when': {'date': '2020'}}}}
    """
    return {question.word(): _inner(question)}


def _inner(term: Term) -> Any:
    parts = term.parts()
    if not takes_object(type(term)):
        return _plain(getattr(term, parts[0].name))
    values = {part.name: getattr(term, part.name) for part in parts}
    return {part.name: _plain(values[part.name]) for part in parts if values[part.name] != part.default}


def _plain(value: Any) -> Any:
    if isinstance(value, Set):
        return to_json(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def takes_object(operator: type[Term]) -> bool:
    return len(operator.parts()) > 1


def parse_question(text: str) -> Question:
    """Return the question that a JSON text is.

    Raises
    ------
    QuestionError
        With all that is wrong, each with its place as a JSON pointer; for no JSON, with line and column.
    """
    try:
        return from_json(json.loads(text, object_pairs_hook=_without_doubles))
    except json.JSONDecodeError as error:
        raise QuestionError(Fault("", f"no JSON: {error}")) from None
    except RecursionError:
        raise QuestionError(Fault("", "nested too deep")) from None


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if double := next((key for key in keys if keys.count(key) > 1), None):
        raise QuestionError(Fault("", f"{double!r} is given twice in one object", "an object has each key once"))
    return dict(pairs)


def from_json(value: Any) -> Question:
    """Return the question that JSON values mean.

    Raises
    ------
    QuestionError
        With all that is wrong, each with its place.

    Examples
    --------
    >>> from_json({"first": {"acts": {"codes": ["036"]}}}) == First(Acts(codes=("036",)))
    True
    >>> from_json({"count": {"acts": {"by": {"named": ["china"]}, "wen": {"date": "2020"}}}})
    Traceback (most recent call last):
    communique.errors.QuestionError: /count/acts/wen: 'acts' takes no 'wen' (did you mean 'when'?)
    """
    question = _read(value, "")
    assert isinstance(question, Set | Count | Whether)
    return question


def _read(value: Any, place: str) -> Term:
    if place.count("/") > _DEEPEST:
        raise QuestionError(Fault("", "nested too deep", f"at most {_DEEPEST} keys above an operator"))
    if not isinstance(value, dict) or len(value) != 1:
        shown = json.dumps(value)
        shown = shown if len(shown) < 60 else f"{shown[:57]}..."
        raise QuestionError(Fault(place, f"no operator: {shown}", 'an object of one key, such as {"acts": {}}'))
    ((word, given),) = value.items()
    operator = OPERATORS.get(word)
    if operator is None:
        raise QuestionError(
            Fault(place, f"unknown operator {word!r}", suggestion(word, OPERATORS) or f"one of {', '.join(OPERATORS)}")
        )
    here = f"{place}/{word}"
    if issubclass(operator, LISTED):
        return _built(operator, here, *_listed(given, here, operator.parts()[0]))
    if not takes_object(operator):
        return _built(operator, here, _value(given, here, operator.parts()[0]))
    return _built(operator, here, **_fields(operator, given, here))


def _built(operator: type[Term], place: str, *values: Any, **named: Any) -> Term:
    """Build a term; say of what is wrong with it where it stands in the whole."""
    try:
        return operator(*values, **named)
    except QuestionError as error:
        only = "" if named or issubclass(operator, LISTED) else f"/{operator.parts()[0].name}"
        faults = (Fault(place + fault.place.removeprefix(only), fault.what, fault.right) for fault in error.faults)
        raise QuestionError(*faults) from None


def _fields(operator: type[Term], given: Any, place: str) -> dict[str, Any]:
    parts = {part.name: part for part in operator.parts()}
    if not isinstance(given, dict):
        raise QuestionError(Fault(place, f"{operator.word()!r} takes an object", f"with {', '.join(parts)}"))
    faults = [
        Fault(f"{place}/{key}", f"{operator.word()!r} takes no {key!r}", suggestion(key, parts))
        for key in given
        if key not in parts
    ]
    faults += [
        Fault(place, f"{operator.word()!r} lacks {name!r}")
        for name, part in parts.items()
        if part.default is MISSING and name not in given
    ]
    values = {}
    for key, value in given.items():
        if key in parts:
            try:
                values[key] = _value(value, f"{place}/{key}", parts[key])
            except QuestionError as error:
                faults += error.faults
    if faults:
        raise QuestionError(*faults)
    return values


def _value(value: Any, place: str, part: Field[Any]) -> Any:
    if "sorts" in part.metadata:
        return _read(value, place)
    return tuple(_listed(value, place, part)) if part.type == "Words" else value


def _listed(given: Any, place: str, part: Field[Any]) -> list[Any]:
    if not isinstance(given, list):
        raise QuestionError(Fault(place, f"{json.dumps(given)} is no list", "[...]"))
    if part.type == "Words":
        return given
    values: list[Term] = []
    faults: list[Fault] = []
    for number, one in enumerate(given):
        try:
            values.append(_read(one, f"{place}/{number}"))
        except QuestionError as error:
            faults += error.faults
    if faults:
        raise QuestionError(*faults)
    return values
