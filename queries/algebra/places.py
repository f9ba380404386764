"""Where the parts of a question stand, and which of its words the vocabulary does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.errors import Fault, QuestionError
from communique.queries.algebra.acts import Acts
from communique.queries.algebra.json_form import takes_object
from communique.queries.algebra.questions import Question
from communique.queries.algebra.sets import Term
from communique.schemas.names import suggestion

if TYPE_CHECKING:
    from communique.schemas.vocabulary import Vocabulary


def places(term: Term, place: str = "") -> Iterator[tuple[str, Term]]:
    """Yield a term and all terms in it, outermost first, each with its place."""
    here = f"{place}/{term.word()}"
    yield here, term
    for part in term.parts():
        below = f"{here}/{part.name}" if takes_object(type(term)) else here
        value = getattr(term, part.name)
        for number, one in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(one, Term):
                yield from places(one, f"{below}/{number}" if isinstance(value, tuple) else below)


def check_words(question: Question, vocabulary: Vocabulary) -> None:
    """Refuse kinds of acts and CAMEO codes that a vocabulary does not have.

    Raises
    ------
    QuestionError
        With each of them, its place and the nearest known one.
    """
    faults = []
    for place, term in places(question):
        if isinstance(term, Acts):
            for name, what, known in (
                ("kinds", "act kind", vocabulary.kinds),
                ("codes", "CAMEO code", vocabulary.cameo),
            ):
                for number, word in enumerate(getattr(term, name)):
                    if word not in known:
                        hint = suggestion(word, known)
                        faults.append(Fault(f"{place}/{name}/{number}", f"unknown {what} {word!r}", hint))
    if faults:
        raise QuestionError(*faults)
