"""The command ask: a question in plain English, answered with evidence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import faint, print_json, strong
from communique.errors import UsageError

if TYPE_CHECKING:
    from communique.queries.ask.answer import Answer


def ask(
    question: Annotated[
        list[str],
        typer.Argument(metavar="QUESTION", help="In English (or JSON); '-' reads one a line from standard input."),
    ],
    store: StoreOption = None,
    json: JsonOption = False,
    typed: Annotated[
        bool, typer.Option("--typed", help="The question is JSON, as docs/questions-as-data.md has it.")
    ] = False,
    cypher: Annotated[bool, typer.Option("--cypher", help="Also print the Cypher that was run.")] = False,
    lenient: Annotated[
        bool, typer.Option("--lenient", help="Over coded events: also names that resemble, and the other direction.")
    ] = False,
    dialect: Annotated[
        str | None, typer.Option(metavar="NAME", help="Over coded events: the habits of a question set (multitq).")
    ] = None,
) -> None:
    """Ask the graph a question in plain English.

    Example: kg ask "Who criticized the United States, and when?"
    """
    from communique.queries.asking import open_engine, open_typed_engine

    text = " ".join(question)
    if lenient and dialect:
        raise UsageError("--lenient and --dialect exclude each other (a dialect says itself how lenient it is)")
    with reading_store(store) as graph:
        level = dialect or ("lenient" if lenient else "strict")
        engine = open_typed_engine(graph) if typed else open_engine(graph, level)
        if text == "-":
            for line in sys.stdin:
                if line.strip():
                    answer = engine.ask(line.strip())
                    print_json(answer.to_json()) if json else _print(answer, cypher)
                    sys.stdout.flush()
            return
        if not text.strip():
            raise UsageError("an empty question (try: kg ask 'Who criticized whom?')")
        answer = engine.ask(text)
    if json:
        print_json(answer.to_json())
    else:
        _print(answer, cypher)
    if answer.status != "answered":
        raise SystemExit(1)


# What a line of evidence need not say: the others would read as if they were asserted.
_SILENT = ("asserted", "mentioned", "habitual")
_ANSWERS, _LINES = 100, 40  # so many a person reads


def _print(answer: Answer, cypher: bool) -> None:
    for value in answer.answers[:_ANSWERS]:
        print(strong(value.value))
    if len(answer.answers) > _ANSWERS:
        print(f"and {len(answer.answers) - _ANSWERS:,} more (--json has all)")
    if not answer.answers:
        words = {"no_fact": "nothing recorded", "not_understood": "not understood"}[answer.status]
        print(f"{words}: {answer.why.removeprefix(words + ': ')}")
    elif answer.why:
        print(faint(f"note: {answer.why}"))
    if answer.suggestions:
        print(f"did you mean: {', '.join(answer.suggestions)}?")
    if answer.reading:
        print(faint(f"read as: {answer.reading}"))
    for line in answer.evidence[:_LINES]:
        chain = " > ".join(map(str, line["chain"]))  # type: ignore[arg-type, unused-ignore]
        source = f"{line['article']} {line['paragraph']}, {line['mark']}" + (f" by {chain}" if chain else "")
        source += f", {line['factuality'].replace('_', ' ')}" if line["factuality"] not in _SILENT else ""
        date = f" ({line['date']})" if line.get("date") else ""
        print(faint(f"  {source}: {line['text']}{date}"))
    shown = len({line["fact"] for line in answer.evidence[:_LINES]})
    if 0 < shown < len(answer.facts):
        print(faint(f"  ... that is {shown} of {len(answer.facts):,} facts on which it rests"))
    if cypher and answer.cypher:
        print(answer.cypher)
        print(faint(f"parameters: {answer.params}"))


COMMANDS = (ask,)
