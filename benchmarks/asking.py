"""Measures `kg ask` on questions with the answers that readers expect, over the first article or others.

Run: python benchmarks/asking.py benchmarks/questions/built-with-*.jsonl [--show] [--lenient] [--store WHERE]
[--articles corpus]

A line of a file: `question`, `status`, and `answers` (accepted wordings for each answer) or `keywords` (for each
answer, words of which one must stand in it); `or_answers` are further sets that would do. *Right* is the expected
status and answers, none too many (where the questioner expects no fact, any refusal); *refused* is no answer
where one was expected; everything else is *wrong*. *Near* are those refused for which the facts shown as nearest have
what was expected, all of it. `--show` prints those that are not right.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from communique.graph.loading.articles import Source, load
from communique.graph.store import open_store
from communique.loaders.articles import load_articles, merged_vocabulary
from communique.queries.asking import open_engine

FIRST = Path(__file__).parents[1] / "corpus" / "2020-12-25-japan-news-china-russia.yaml"


def main() -> None:
    """Print a row a file: questions, right, refused, wrong, and milliseconds a question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--lenient", action="store_const", const="lenient", dest="level", default="strict")
    parser.add_argument("--store", default="")
    parser.add_argument("--articles", type=Path, nargs="+", help="what is asked: files or folders; the first article")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(arguments.store or folder, create=True) as store:
        store.prepare()
        articles = load_articles(arguments.articles or [FIRST])
        sources = [Source(read.article, str(read.path), "", read.vocabulary.added) for read in articles]
        load(store, sources, merged_vocabulary(articles))
        engine = open_engine(store, arguments.level)
        engine.ask("Who met whom?")
        print(f"{'file':24} {'asked':>6} {'right':>6} {'refused':>8} {'wrong':>6} {'near':>5} {'median ms':>10}")
        for path in arguments.files:
            counts, times, near = {"right": 0, "refused": 0, "wrong": 0}, [], 0
            for line in path.read_text("utf-8").splitlines():
                expected = json.loads(line)
                start = time.perf_counter()
                answer = engine.ask(expected["question"])
                times.append((time.perf_counter() - start) * 1000)
                verdict = judge(expected, answer.status, [a.value for a in answer.answers])
                counts[verdict] += 1
                near += verdict == "refused" and is_near(expected, answer.nearest)
                if arguments.show and verdict != "right":
                    print(f"  {verdict}: {expected['question']} -> {[a.value for a in answer.answers] or answer.why}")
            total = sum(counts.values())
            row = f"{path.stem:24} {total:6} {counts['right']:6} {counts['refused']:8} {counts['wrong']:6} {near:5}"
            print(f"{row} {statistics.median(times):10.1f}")


def judge(expected: dict[str, Any], status: str, values: list[str]) -> str:
    """Return right, refused or wrong."""
    if expected["status"] != "answered":
        return "right" if status != "answered" else "wrong"
    if status != "answered":
        return "refused"
    if words := expected.get("keywords"):
        text = " ".join(values).lower()
        return "right" if all(any(word.lower() in text for word in group) for group in words) else "wrong"
    sets = [expected["answers"], *expected.get("or_answers", [])]
    return "right" if any(fits(answers, values) for answers in sets) else "wrong"


def is_near(expected: dict[str, Any], nearest: list[dict[str, Any]]) -> bool:
    """Say whether all that is expected stands in the facts that are nearest, or in who says so, or where."""
    text = " ".join(f"{r['text']} {r.get('date', '')} {' '.join(r['chain'])} {r['article']}" for r in nearest)
    if words := expected.get("keywords"):
        return all(any(word.lower() in text.lower() for word in group) for group in words)
    sets = [expected["answers"], *expected.get("or_answers", [])]
    said = [a for a in sets if a not in ([["yes"]], [["no"]])]  # a fact does not say yes or no itself
    return any(all(any(holds(text, wording) for wording in answer) for answer in answers) for answers in said)


def fits(answers: list[list[str]], values: list[str]) -> bool:
    """Say whether each expected answer is given by one value, and no value is left over."""
    left = list(values)
    for wordings in answers:
        hit = next((v for v in left if any(same(v, wording) for wording in wordings)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def same(value: str, wording: str) -> bool:
    """Say whether a value is an accepted wording, or holds it as whole words, or is held by it."""
    one = plain(value)
    return holds(value, wording) or (len(one) > 2 and one in plain(wording))


def holds(text: str, wording: str) -> bool:
    """Say whether a text holds a wording as whole words."""
    return f" {plain(wording)} " in f" {plain(text)} "


def plain(text: str) -> str:
    """Return a text in lower case, without articles and signs."""
    return re.sub(r"[^a-z0-9> ]", "", re.sub(r"\bthe ", "", text.lower())).strip()


if __name__ == "__main__":
    main()
