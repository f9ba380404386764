"""What a person sees of an answer: the answers, how the question was read, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from typing import TYPE_CHECKING, Any

from communique.cli.output import faint, strong
from communique.graph.values import as_json

if TYPE_CHECKING:
    from communique.queries.ask.answer import Answer

# What a line of evidence need not say: the others would read as if they were asserted.
_SILENT = ("asserted", "mentioned", "habitual")
_ANSWERS, LINES = 100, 40  # so many a person reads


def print_answer(answer: Answer, cypher: bool = False) -> None:
    """Print an answer with its evidence, and the Cypher that was run if it is wanted."""
    print_values(answer)
    print_evidence(answer.evidence, len(answer.facts))
    print_nearest(answer)
    if cypher and answer.cypher:
        print(answer.cypher)
        print(faint(f"parameters: {answer.params}"))


def print_values(answer: Answer, *, numbered: bool = False) -> None:
    """Print the answers, or why there is none, and how the question was read."""
    values = answer.answers[:_ANSWERS]
    for number, value in enumerate(values, 1):
        print((f"{number:>3}  " if numbered else "") + strong(value.value))
    if len(answer.answers) > _ANSWERS:
        print(f"and {len(answer.answers) - _ANSWERS:,} more (--json has all)")
    if not answer.answers:
        words = {"no_fact": "no answer", "not_understood": "not understood"}[answer.status]
        print(f"{words}: {answer.why.removeprefix(words + ': ')}")
    elif answer.why:
        print(faint(f"note: {answer.why}"))
    if answer.suggestions:
        print(f"did you mean: {', '.join(answer.suggestions)}?")
    if answer.reading:
        print(faint(f"read as: {answer.reading}"))


def print_evidence(evidence: Sequence[Mapping[str, Any]], facts: int) -> None:
    """Print where facts come from, a line a report; `facts` is the number of those that there are in all."""
    for line in _lines(evidence[:LINES]):
        print(faint(f"  {line}"))
    shown = len({line["fact"] for line in evidence[:LINES]})
    if 0 < shown < facts:
        print(faint(f"  ... that is {shown} of {facts:,} facts on which it rests"))


def print_nearest(answer: Answer) -> None:
    """Print the facts that are nearest to a question without an answer."""
    if answer.nearest:
        print("nearest on record (no answer):")
        print_evidence(answer.nearest, len(answer.nearest))


def print_steps(answer: Answer) -> None:
    """Print how an answer came about: the question as data, each query, the time of each step."""
    if answer.typed:
        print(f"question: {dumps(answer.typed, ensure_ascii=False)}")
    for number, run in enumerate(answer.steps.runs, 1):
        print(faint(f"query {number}, {run.step}: {run.rows:,} {'row' if run.rows == 1 else 'rows'}"))
        print(run.cypher)
        if run.params:
            print(faint(f"parameters: {dumps(as_json(run.params), ensure_ascii=False)}"))
    print("time: " + ", ".join(f"{step} {taken:.1f} ms" for step, taken in answer.steps.times().items()))


def _lines(evidence: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for line in evidence:
        chain = " > ".join(map(str, line["chain"]))
        source = f"{line['article']} {line['paragraph']}, {line['mark']}" + (f" by {chain}" if chain else "")
        source += f", {line['factuality'].replace('_', ' ')}" if line["factuality"] not in _SILENT else ""
        date = f" ({line['date']})" if line.get("date") else ""
        yield f"{source}: {line['text']}{date}"
