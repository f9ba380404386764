"""Measures `kg ask` on dated events with the questions of MultiTQ, or any files of that layout.

Run: python benchmarks/multitq.py QUESTIONS.tsv.gz --facts FACTS.tsv.gz --store WHERE [--lenient | --dialect NAME]

Questions: quid, qtype, question, gold (a JSON list of names or dates), tab separated, with a header. Facts: subject,
relation, object, date; they are imported into the store if it does not have them yet. A row a question type and a last
line with the totals:

asked      questions
first      the first answer is one of the gold answers, of all that were asked
set        the answers are the gold answers, all of them and no other, of all that were asked
lenient    some answer is a gold answer, of all that were asked
answered   the share that got an answer at all
exact      whole sets exact among those that were answered
or tied    the same, where all that share the first or last day count for the one of them that the gold answer keeps
supported  the gold answers are all among the facts of the act and the parties that were read, whenever they were:
           the share of questions that the facts there could answer at all
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import statistics
import time
from collections import Counter, defaultdict
from pathlib import Path

from communique.graph.loading.events import EventImport
from communique.graph.store import Store, open_store
from communique.loaders.events import EventReader, read_events
from communique.loaders.events.actors import CodedActors
from communique.queries.algebra import Days, Who
from communique.queries.algebra.answering import read_answers
from communique.queries.ask.answer import Answer
from communique.queries.ask.events.answering import Refused
from communique.queries.ask.events.engine import EventEngine
from communique.queries.ask.events.question import EventQuestion
from communique.queries.ask.events.typed import named
from communique.schemas.vocabulary import Vocabulary, read_vocabulary

Row = tuple[str, str, str, list[str]]
COLUMNS = ("first", "set", "lenient", "answered", "exact", "or tied", "supported")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--store", required=True)
    parser.add_argument("--lenient", action="store_const", const="lenient", dest="dialect", default="strict")
    parser.add_argument("--dialect", default="strict")
    parser.add_argument("--part", choices="012", help="only the third of the questions by md5 of the quid")
    parser.add_argument("--worded", type=Path, help="only the questions in this file, in its words (quid, question)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N questions that are not exact, a type")
    arguments = parser.parse_args()
    vocabulary = read_vocabulary()
    rows = [r for r in read_questions(arguments.questions) if not arguments.part or part(r[0]) == int(arguments.part)]
    if arguments.worded:
        rows = reworded(rows, arguments.worded)
    with open_store(arguments.store, create=True) as store:
        import_facts(store, arguments.facts, vocabulary)
    with open_store(arguments.store) as store:
        start = time.perf_counter()
        engine = EventEngine(store, arguments.dialect)
        opened = time.perf_counter() - start
        measure(engine, rows, CodedActors(vocabulary), arguments.show)
        print(f"dialect {arguments.dialect}; opened in {opened:.2f} s")


def read_questions(path: Path) -> list[Row]:
    """Return the questions of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file]
    return [(quid, qtype, question, json.loads(gold)) for quid, qtype, question, gold in lines[1:]]


def reworded(rows: list[Row], path: Path) -> list[Row]:
    """Return the questions that a file has, in the words it puts them in; type and answers stay."""
    worded = {line["quid"]: line["question"] for line in map(json.loads, path.read_text("utf-8").splitlines())}
    return [(quid, qtype, worded[quid], gold) for quid, qtype, _, gold in rows if quid in worded]


def part(quid: str) -> int:
    """Return which third a question belongs to: 0 is read, 1 measured while building, 2 kept to the end."""
    return int(hashlib.md5(quid.encode()).hexdigest(), 16) // 2 % 3


def import_facts(store: Store, path: Path, vocabulary: Vocabulary) -> None:
    """Import the facts, unless they are there."""
    name = f"icews/{path.name}"
    done = store.read("MATCH (i:Import {id: $name}) RETURN i.complete AS complete", {"name": name}).rows
    if done and done[0]["complete"]:
        return
    store.prepare()
    reader = EventReader("icews", vocabulary)
    work = EventImport(store, name, vocabulary, batch=10_000)
    work.run(lambda: read_events(path, reader.read))


def measure(engine: EventEngine, rows: list[Row], names: CodedActors, show: int) -> None:
    """Ask all questions, print a row a type and the totals."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    times: dict[str, list[float]] = defaultdict(list)
    reading: list[float] = []
    shown: Counter[str] = Counter()
    for _, qtype, question, gold in rows:
        start = time.perf_counter()
        engine.read(question)
        middle = time.perf_counter()
        answer = engine.ask(question)
        times[qtype].append((time.perf_counter() - middle) * 1000)
        reading.append((middle - start) * 1000)
        wanted = {names.name(g)[0].id if not g[:4].isdigit() else g for g in gold}
        verdict = judge(answer, wanted)
        verdict["supported"] = supported(engine, question, wanted)
        counts[qtype].update({"asked": 1, **verdict})
        if show and not verdict["set"] and shown[qtype] < show:
            shown[qtype] += 1
            print(f"  {qtype}: {question}\n    gold {gold[:6]} got {[v.value for v in answer.answers][:6]}")
            print(f"    {answer.reading} | {answer.why}")
    total: Counter[str] = Counter()
    print(f"{'type':14} {'asked':>6} " + " ".join(f"{c:>9}" for c in COLUMNS) + "  median ms  95 % ms")
    for qtype in sorted(counts):
        total.update(counts[qtype])
        print(line(qtype, counts[qtype], times[qtype]))
    print(line("total", total, [t for listed in times.values() for t in listed]))
    print(f"reading alone: median {statistics.median(reading):.2f} ms, 95 % {quantile(reading):.2f} ms")


def judge(answer: Answer, wanted: set[str]) -> dict[str, int]:
    """Return which measures an answer meets."""
    got = [v.id or v.value for v in answer.answers]
    exact = set(got) == wanted
    return {
        "first": bool(got) and got[0] in wanted,
        "set": exact,
        "lenient": bool(set(got) & wanted),
        "answered": bool(got),
        "exact": exact,
        "or tied": exact or ("several on the" in answer.why and len(wanted) == 1 and wanted < set(got)),
    }


def supported(engine: EventEngine, text: str, wanted: set[str]) -> int:
    """Say whether the gold answers are among the facts of the act and the parties that a question names."""
    question = engine.read(text)
    if not isinstance(question, EventQuestion):
        return 0
    try:
        acts = named(engine.answering.resolved(question, []))
    except Refused:  # a name that several actors have
        return 0
    asked = (Who("by", acts), Who("toward", acts), Days(acts))
    found = [v for part in asked for v in read_answers(engine.answering.store, part, engine.answering.sizes)]
    there = {v.id for v in found} | {v.value[:length] for v in found for length in (4, 7, 10)}
    return int(wanted <= there)


def line(name: str, count: Counter[str], times: list[float]) -> str:
    """Return one row of the table."""
    shares = [count[c] / max(1, count["answered"] if c in ("exact", "or tied") else count["asked"]) for c in COLUMNS]
    figures = " ".join(f"{s:9.3f}" for s in shares)
    return f"{name:14} {count['asked']:6} {figures} {statistics.median(times):10.2f} {quantile(times):8.2f}"


def quantile(times: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    main()
