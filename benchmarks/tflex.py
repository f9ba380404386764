"""Measures questions as data with the structures of TFLEX, or any files of that layout, by whole answer sets.

Run: python benchmarks/tflex.py CASES.jsonl.gz --facts FACTS.tsv.gz [--store WHERE] [--show N]

Cases: `structure`, `formula`, `args` and `answer`, one a line. Facts: subject, relation, object, date; they are
imported into the store if it does not have them yet. The formula is put into the public algebra, which compiles to one
query. A row a structure and a last line with the totals:

cases   cases
equal   the answers are those of the case, all of them and no other
found   mean number of answers
median, p95, slowest   milliseconds from the algebra to the rows

Notation: `E(s, r, t)` are the objects of subject, relation and day, `T(s, r, o)` the days; `^r` is read from object to
subject. `after(x)` is later than all of x, `before(x)` earlier; over nothing both are all days there are.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique.graph.loading.events import EventImport
from communique.graph.store import Store, open_store
from communique.loaders.events import EventReader, read_events
from communique.loaders.events.actors import CodedActors
from communique.queries.algebra import Acts, And, Date, Days, Named, Not, Or, Set, Since, Until, Who, compile_question
from communique.schemas.vocabulary import Vocabulary, read_vocabulary


@dataclass(slots=True)
class Row:
    """What came of the cases of one structure."""

    equal: int = 0
    found: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        times = sorted(self.times)
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        numbers = f"{len(times):6} {self.equal:6} {statistics.mean(self.found):8.1f}"
        return f"{numbers} {statistics.median(times):8.1f} {p95:8.1f} {times[-1]:8.1f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--facts", type=Path, required=True)
    parser.add_argument("--store", default="")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N cases that are not equal, a structure"
    )
    arguments = parser.parse_args()
    vocabulary = read_vocabulary()
    with tempfile.TemporaryDirectory() as folder:
        address = arguments.store or folder
        with open_store(address, create=True) as store:
            import_facts(store, arguments.facts, vocabulary)
        with open_store(address) as store:
            rows = measure(store, vocabulary, read_cases(arguments.cases), arguments.show)
    print(f"{'structure':16} {'cases':>6} {'equal':>6} {'found':>8} {'median':>8} {'p95':>8} {'slowest':>8}")
    for structure, row in rows.items():
        print(f"{structure:16} {row}")
    total = Row(*(sum((getattr(r, name) for r in rows.values()), start) for name, start in _ROW))
    print(f"{'total':16} {total}")


_ROW: tuple[tuple[str, Any], ...] = (("equal", 0), ("found", []), ("times", []))


def import_facts(store: Store, path: Path, vocabulary: Vocabulary) -> None:
    """Import a file of facts; what is there already is left as it is."""
    store.prepare()
    reader = EventReader("icews", vocabulary)
    EventImport(store, f"icews/{path.name}", vocabulary).run(lambda: read_events(path, reader.read))


def read_cases(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure(store: Store, vocabulary: Vocabulary, cases: Iterable[dict[str, Any]], show: int = 0) -> dict[str, Row]:
    """Ask every case and return what came of each structure."""
    rows: dict[str, Row] = defaultdict(Row)
    actors = CodedActors(vocabulary)
    codes = {code.name.casefold(): code.id for code in vocabulary.cameo.values()}
    for case in cases:
        question = Translator(actors, codes, case["args"]).question(case["formula"])
        start = time.perf_counter()
        cypher, parameters = compile_question(question)
        found = store.read(cypher, parameters).rows
        row = rows[case["structure"]]
        row.times.append((time.perf_counter() - start) * 1000)
        row.found.append(len(found))
        answers = sorted(line.get("id") or line["value"] for line in found)
        named = question.sort == "things"
        wanted = sorted(actors.name(name)[0].id if named else name for name in case["answer"])
        row.equal += answers == wanted
        if answers != wanted and len(row.times) - row.equal <= show:
            print(f"  {case['structure']}: {case['args']}\n    wanted {wanted}\n    found  {answers}\n{cypher}")
    return rows


class Translator:
    """Puts formulas into the algebra. They are written as Python has it, and read by its own parser."""

    def __init__(self, actors: CodedActors, codes: dict[str, str], given: dict[str, str]) -> None:
        self.actors, self.codes, self.given = actors, codes, given

    def question(self, formula: str) -> Set:
        """Return the set that a formula means."""
        return self._set(ast.parse(formula, mode="eval").body)

    def _set(self, node: ast.expr) -> Set:
        match node:
            case ast.Name(id=name) if name.startswith("t"):
                return Date(self.given[name])
            case ast.Name(id=name):
                return Named(self.actors.name(self.given[name])[0].id)
            case ast.UnaryOp(op=ast.Invert(), operand=operand):
                return Not(self._set(operand))
            case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
                return And(self._set(left), self._set(right))
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return Or(self._set(left), self._set(right))
            case ast.Call(func=ast.Name(id="after"), args=[days]):
                return Not(Until(self._set(days)))
            case ast.Call(func=ast.Name(id="before"), args=[days]):
                return Not(Since(self._set(days)))
            case ast.Call(func=ast.Name(id="E"), args=[subject, ast.Name(id=relation), days]):
                code, role, other = self._relation(relation)
                given = {"when": self._set(days), role: self._set(subject)}
                return Who(other, _acts(code, given))
            case ast.Call(func=ast.Name(id="T"), args=[subject, ast.Name(id=relation), object_]):
                code, role, other = self._relation(relation)
                return Days(_acts(code, {role: self._set(subject), other: self._set(object_)}))
        raise ValueError(f"not in TFLEX's notation: {ast.unparse(node)}")

    def _relation(self, name: str) -> tuple[str, str, str]:
        """Return the CAMEO code of a relation, the role of what stands before it, and that of what stands after it."""
        relation = self.given[name]
        code = self.codes[relation.removeprefix("^").casefold()]
        return (code, "toward", "by") if relation.startswith("^") else (code, "by", "toward")


def _acts(code: str, given: dict[str, Any]) -> Acts:
    return Acts(codes=(code,), **given)


if __name__ == "__main__":
    main()
