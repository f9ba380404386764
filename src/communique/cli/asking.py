"""The command ask: a question in plain English, answered with evidence."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import Annotated

import typer

from communique.cli.answers import print_answer, print_steps
from communique.cli.options import JsonOption, StoreOption, reading_store
from communique.cli.output import print_json
from communique.errors import UsageError


def ask(
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION]", help="In English (or JSON); '-' reads one a line from standard input."),
    ] = None,
    store: StoreOption = None,
    json: JsonOption = False,
    typed: Annotated[
        bool, typer.Option("--typed", help="The question is JSON, as docs/questions-as-data.md has it.")
    ] = False,
    cypher: Annotated[bool, typer.Option("--cypher", help="Also print the Cypher that was run.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also print the question as data, each query, and the time of each step.")
    ] = False,
    lenient: Annotated[
        bool,
        typer.Option(
            "--lenient", help="Also names that resemble, misspelt ones, the other direction; the answer says so."
        ),
    ] = False,
    dialect: Annotated[
        str | None, typer.Option(metavar="NAME", help="Over coded events: the habits of a question set (multitq).")
    ] = None,
) -> None:
    """Ask the graph a question in plain English.

    Without a question it opens a prompt, where answers are numbered and opened by their number.

    Example: kg ask "Who criticized the United States, and when?"
    """
    from communique.queries.asking import open_engine, open_typed_engine

    if lenient and dialect:
        raise UsageError("--lenient and --dialect exclude each other (a dialect says itself how lenient it is)")
    text = "-" if question is None and not sys.stdin.isatty() else " ".join(question or ())
    if question is not None and not text.strip():
        raise UsageError("an empty question (try: kg ask 'Who criticized whom?')")
    start = perf_counter()
    with reading_store(store) as graph:
        level = dialect or ("lenient" if lenient else "strict")
        engine = open_typed_engine(graph) if typed else open_engine(graph, level)
        opening = perf_counter() - start

        def answer(line: str) -> str:
            given = engine.ask(line)
            given.steps.seconds["opening"] = opening
            if json:
                print_json(given.to_json(explained=explain))
            else:
                print_answer(given, cypher and not explain)
                if explain:
                    print_steps(given)
            return given.status

        if question is None and text != "-":
            from communique.cli.prompt import Prompt
            from communique.queries.completing import names_in

            Prompt(engine, graph, names_in(graph)).run()
        elif text == "-":
            for line in filter(None, map(str.strip, sys.stdin)):
                answer(line)
                sys.stdout.flush()
        elif answer(text) != "answered":
            raise SystemExit(1)


COMMANDS = (ask,)
