"""Questions as data: a small algebra of acts, things and days. Whatever can be built can be run, on any store."""

from communique.queries.algebra.acts import Acts, First, Last
from communique.queries.algebra.answering import answer
from communique.queries.algebra.compile import compile_question
from communique.queries.algebra.days import After, Before, Between, Date, Days, Same, Since, Units, Until
from communique.queries.algebra.json_form import from_json, parse_question, to_json
from communique.queries.algebra.questions import Count, Question, Whether
from communique.queries.algebra.sets import And, Except, Not, Or, Set
from communique.queries.algebra.things import Labelled, Named, Who, Within

__all__ = [
    "Acts",
    "After",
    "And",
    "Before",
    "Between",
    "Count",
    "Date",
    "Days",
    "Except",
    "First",
    "Labelled",
    "Last",
    "Named",
    "Not",
    "Or",
    "Question",
    "Same",
    "Set",
    "Since",
    "Units",
    "Until",
    "Whether",
    "Who",
    "Within",
    "answer",
    "compile_question",
    "from_json",
    "parse_question",
    "to_json",
]
